//! Fetching a model folder, with progress in bytes.

use std::collections::BTreeMap;

use js_sys::{Reflect, Uint8Array};
use vthinker_web::FromWorker;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Request, RequestCache, RequestInit, Response};

use crate::outbox::{post, scope};

const REQUIRED: [&str; 2] = ["config.json", "tokenizer.json"];
const OPTIONAL: [&str; 3] = ["preprocessor_config.json", "generation_config.json", "chat_template.jinja"];
const WEIGHTS: &str = "model.safetensors";
const SHARDS: &str = "model.safetensors.index.json";

/// Fetches the model folder at `base_url`.
///
/// All requests go out before the first large body is read, so that the total is known from the start.
pub async fn fetch_folder(base_url: &str) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut opened = Vec::new();
    for name in REQUIRED {
        opened.push(required(open(base_url, name).await?)?);
    }
    for name in OPTIONAL {
        opened.extend(open(base_url, name).await?.found());
    }
    match open(base_url, WEIGHTS).await? {
        Answer::Found(file) => opened.push(file),
        Answer::Missing(missing) => {
            let Answer::Found(index) = open(base_url, SHARDS).await? else { return Err(missing) };
            for shard in shards(index).await? {
                opened.push(required(open(base_url, &shard).await?)?);
            }
        }
    }
    let mut progress =
        Progress { received: 0.0, total: opened.iter().map(|file| length(&file.response)).sum() };
    let mut files = BTreeMap::new();
    for file in opened {
        let name = file.name.clone();
        files.insert(name, file.read(Some(&mut progress)).await?);
    }
    Ok(files)
}

/// The names of the weight files that an index lists.
async fn shards(index: Opened) -> Result<Vec<String>, String> {
    let url = index.url.clone();
    let bytes = index.read(None).await?;
    let wrong = |what: &str| format!("{url} is not an index of weight files: {what}. Download it again.");
    let index: serde_json::Value = serde_json::from_slice(&bytes).map_err(|e| wrong(&e.to_string()))?;
    let map =
        index.get("weight_map").and_then(|map| map.as_object()).ok_or_else(|| wrong("no `weight_map`"))?;
    let mut names: Vec<String> = map.values().filter_map(|name| name.as_str().map(str::to_owned)).collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// Bytes of all files together.
struct Progress {
    received: f64,
    total: Option<f64>,
}

/// A file whose body is still to be read.
struct Opened {
    name: String,
    url: String,
    response: Response,
}

/// What a server said to a request.
enum Answer {
    Found(Opened),
    /// With the message for people.
    Missing(String),
}

impl Answer {
    fn found(self) -> Option<Opened> {
        match self {
            Answer::Found(file) => Some(file),
            Answer::Missing(_) => None,
        }
    }
}

fn required(answer: Answer) -> Result<Opened, String> {
    match answer {
        Answer::Found(file) => Ok(file),
        Answer::Missing(what) => Err(what),
    }
}

async fn open(base_url: &str, name: &str) -> Result<Answer, String> {
    let url = format!("{base_url}{name}");
    let lost = |why: &str| format!("The model file {name} cannot be read from {url}: {why}.");
    let options = RequestInit::new();
    // Revalidate: a new model under an old address must not be mixed with cached files of the former one.
    options.set_cache(RequestCache::NoCache);
    let request = Request::new_with_str_and_init(&url, &options).map_err(|e| lost(&text(&e)))?;
    let unreachable = |e: JsValue| {
        lost(&format!("{} (no network, or the server does not let this page read it)", text(&e)))
    };
    let response: Response =
        JsFuture::from(scope().fetch_with_request(&request)).await.map_err(unreachable)?.unchecked_into();
    let kind = response.headers().get("content-type").ok().flatten().unwrap_or_default();
    // Development servers answer a missing file with their start page.
    let why = if kind.contains("text/html") && response.ok() {
        "the server sent a web page instead, so the file is missing there".to_owned()
    } else if !response.ok() {
        format!("the server answered {} {}", response.status(), response.status_text())
    } else {
        return Ok(Answer::Found(Opened { name: name.to_owned(), url, response }));
    };
    let what = lost(why.trim_end());
    Ok(Answer::Missing(format!(
        "{what} Put the whole model folder there, or name another with ?model=ADDRESS."
    )))
}

/// The number of bytes that will arrive, unless compression hides it.
fn length(response: &Response) -> Option<f64> {
    let header = |name: &str| response.headers().get(name).ok().flatten();
    match header("content-encoding") {
        Some(_) => None,
        None => header("content-length")?.parse().ok(),
    }
}

impl Opened {
    async fn read(self, mut progress: Option<&mut Progress>) -> Result<Vec<u8>, String> {
        let Self { name, url, response } = self;
        let lost =
            |e: JsValue| format!("The model file {name} broke off while coming from {url}: {}.", text(&e));
        let mut bytes = Vec::new();
        let expected = length(&response).unwrap_or(0.0) as usize;
        bytes.try_reserve_exact(expected).map_err(|_| {
            format!("The model file {name} has {expected} bytes, more than a browser gives one page: use a smaller model.")
        })?;
        let Some(body) = response.body() else { return Ok(bytes) };
        let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        let mut unreported = 0.0;
        loop {
            let chunk = JsFuture::from(reader.read()).await.map_err(lost)?;
            let done = Reflect::get(&chunk, &"done".into()).map_err(lost)?.is_truthy();
            if !done {
                let chunk: Uint8Array = Reflect::get(&chunk, &"value".into()).map_err(lost)?.unchecked_into();
                let start = bytes.len();
                bytes.resize(start + chunk.length() as usize, 0);
                chunk.copy_to(&mut bytes[start..]);
                unreported += f64::from(chunk.length());
            }
            if let Some(progress) = progress.as_deref_mut().filter(|_| done || unreported > 100_000.0) {
                progress.received += unreported;
                unreported = 0.0;
                let Progress { received, total } = *progress;
                post(&FromWorker::Loading { file: name.clone(), received, total });
            }
            if done {
                return Ok(bytes);
            }
        }
    }
}

/// A thrown value in words.
fn text(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|e| String::from(e.message()))
        .or_else(|| error.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}

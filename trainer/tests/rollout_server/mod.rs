//! A local rollout server that does what a script tells it to; by itself it answers as SGLang or vLLM would, with the
//! mini as its model.

use std::io::Cursor;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, RwLock};
use std::thread::JoinHandle;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use burn::tensor::Device;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use tiny_http::{Header, Request, Response, Server};
use trainer::flywheel::teacher::Clock;
use trainer::hub_folder;
use vthinker_core::checkpoint::Loaded;
use vthinker_core::generate::{Sampler, Session, StopMatcher};
use vthinker_core::think::Preparation;

/// The mini's folder.
pub fn mini() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini")
}

/// What the server does with one request.
pub enum Act {
    /// What the real one would.
    Well,
    /// That, changed.
    Changed(fn(&mut Value)),
    /// Any status, headers and body.
    Raw(u16, Vec<&'static str>, String),
}

/// A request: path and body.
pub type Asked = (String, Value);

/// The server; it stops when dropped.
pub struct Script {
    /// Its address.
    pub url: String,
    /// All requests in the order of their coming.
    pub asked: Arc<Mutex<Vec<Asked>>>,
    /// The model that it serves.
    pub brain: Arc<Brain>,
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Script {
    /// Starts a server; `act` gets path, body and the number of the earlier requests for that path.
    pub fn start(brain: Brain, act: impl Fn(&str, &Value, usize) -> Act + Send + Sync + 'static) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").unwrap());
        let url = format!("http://{}", server.server_addr().to_ip().unwrap());
        let (stop, asked, act) = (Arc::new(AtomicBool::new(false)), Arc::default(), Arc::new(act));
        let brain = Arc::new(brain);
        let threads = (0..4).map(|_| {
            let (server, stop, act) = (Arc::clone(&server), Arc::clone(&stop), Arc::clone(&act));
            let (asked, brain): (Arc<Mutex<Vec<Asked>>>, _) = (Arc::clone(&asked), Arc::clone(&brain));
            std::thread::spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let Ok(Some(mut request)) = server.recv_timeout(Duration::from_millis(20)) else {
                        continue;
                    };
                    let mut text = String::new();
                    request.as_reader().read_to_string(&mut text).unwrap();
                    let body: Value = serde_json::from_str(&text).unwrap_or_default();
                    let path = request.url().to_owned();
                    let earlier = {
                        let mut asked = asked.lock().unwrap();
                        asked.push((path.clone(), body.clone()));
                        asked.iter().filter(|(other, _)| *other == path).count() - 1
                    };
                    answer(request, act(&path, &body, earlier), || brain.answer(&path, &body));
                }
            })
        });
        Self { url, threads: threads.collect(), asked, brain, stop }
    }

    /// Bodies of the requests for a path.
    pub fn bodies(&self, path: &str) -> Vec<Value> {
        let asked = self.asked.lock().unwrap();
        asked.iter().filter(|(p, _)| p == path).map(|(_, body)| body.clone()).collect()
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn answer(request: Request, act: Act, well: impl Fn() -> (u16, Value)) {
    let json = |(status, value): (u16, Value)| {
        Response::from_string(value.to_string())
            .with_status_code(status)
            .with_header("Content-Type: application/json".parse::<Header>().unwrap())
    };
    // The other side may be gone; that is its right.
    let _ = match act {
        Act::Well => request.respond(json(well())),
        Act::Changed(change) => {
            let (status, mut value) = well();
            change(&mut value);
            request.respond(json((status, value)))
        }
        Act::Raw(status, headers, body) => {
            let length = body.len();
            let mut response = Response::new(status.into(), vec![], Cursor::new(body), Some(length), None);
            headers.into_iter().for_each(|header| response.add_header(header.parse::<Header>().unwrap()));
            request.respond(response)
        }
    };
}

/// Which program it plays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Play {
    Sglang,
    Vllm,
}

/// A model behind an address.
pub struct Brain {
    play: Play,
    loaded: RwLock<(Arc<Loaded>, Arc<Preparation>)>,
    /// What it stamps its answers with.
    pub version: Mutex<String>,
    /// Folders that it was told to load.
    pub loads: Mutex<Vec<PathBuf>>,
    /// Requests that it is writing at this moment, and the most of them.
    busy: AtomicUsize,
    /// The most requests that were written at a time.
    pub busiest: AtomicUsize,
}

impl Brain {
    /// The mini.
    pub fn new(play: Play) -> Self {
        let loaded = hub_folder::read(&mini(), &Device::flex()).unwrap();
        let with = Arc::new(Preparation::from(&loaded));
        Self {
            play,
            loaded: RwLock::new((Arc::new(loaded), with)),
            version: Mutex::new("default".to_owned()),
            loads: Mutex::default(),
            busy: AtomicUsize::new(0),
            busiest: AtomicUsize::new(0),
        }
    }

    fn answer(&self, path: &str, body: &Value) -> (u16, Value) {
        let stamp = |version: &Value| version.as_str().unwrap().clone_into(&mut self.version.lock().unwrap());
        match (self.play, path) {
            (Play::Sglang, "/model_info") => (200, json!({ "model_path": "mini", "is_generation": true })),
            (Play::Vllm, "/version") => (200, json!({ "version": "0.0.0" })),
            (Play::Sglang, "/generate") => (200, self.sglang(body)),
            (Play::Vllm, "/inference/v1/generate") => (200, self.vllm(body)),
            (Play::Sglang, "/update_weights_from_disk") => {
                self.load(&body["model_path"]);
                stamp(&body["weight_version"]);
                (200, json!({ "success": true, "message": "Succeeded to update model weights." }))
            }
            (Play::Vllm, "/collective_rpc") => {
                assert_eq!(body["method"], "reload_weights");
                self.load(&body["kwargs"]["weights_path"]);
                (200, json!({ "results": [null] }))
            }
            (Play::Vllm, "/reset_prefix_cache?reset_running_requests=true") => (200, json!({})),
            (Play::Vllm, "/update_weight_version") => {
                stamp(&body["new_version"]);
                (200, json!({ "success": true }))
            }
            _ => (404, json!({ "detail": "Not Found" })),
        }
    }

    fn load(&self, folder: &Value) {
        let folder = PathBuf::from(folder.as_str().unwrap());
        let loaded = hub_folder::read(&folder, &Device::flex()).unwrap();
        let with = Arc::new(Preparation::from(&loaded));
        *self.loaded.write().unwrap() = (Arc::new(loaded), with);
        self.loads.lock().unwrap().push(folder);
    }

    fn sglang(&self, body: &Value) -> Value {
        let images = body["image_data"].as_array().cloned().unwrap_or_default();
        let written = self.write(&body["input_ids"], &images, &body["sampling_params"], "max_new_tokens");
        let log = written.tokens.iter().map(|(id, log)| json!([log, id, null])).collect::<Vec<_>>();
        json!({
            "text": written.text,
            "output_ids": written.tokens.iter().map(|(id, _)| id).collect::<Vec<_>>(),
            "prompt_token_ids": written.prompt,
            "meta_info": {
                "id": "1",
                "finish_reason": match written.finish {
                    "length" => json!({ "type": "length", "length": written.tokens.len() }),
                    _ => json!({ "type": "stop", "matched": written.matched }),
                },
                "prompt_tokens": written.prompt.len(),
                "completion_tokens": written.tokens.len(),
                "weight_version": *self.version.lock().unwrap(),
                "output_token_logprobs": log,
            },
        })
    }

    fn vllm(&self, body: &Value) -> Value {
        let parts = body["content_parts"].as_array().cloned().unwrap_or_default();
        let images: Vec<Value> = parts.iter().map(|part| part["url"].clone()).collect();
        let written = self.write(&body["token_ids"], &images, &body["sampling_params"], "max_tokens");
        let log = |(id, log): &(u32, f32)| json!({ "token_id": id, "logprob": log, "top_logprobs": [] });
        json!({
            "request_id": "1",
            "choices": [{
                "index": 0,
                "finish_reason": written.finish,
                "token_ids": written.tokens.iter().map(|(id, _)| id).collect::<Vec<_>>(),
                "logprobs": { "content": written.tokens.iter().map(log).collect::<Vec<_>>() },
            }],
            "prompt_token_ids": written.prompt,
            "usage": { "prompt_tokens": written.prompt.len() },
        })
    }

    /// Writes on, as the model and the parameters say.
    fn write(&self, ids: &Value, images: &[Value], params: &Value, limit: &str) -> Text {
        let busy = self.busy.fetch_add(1, Ordering::SeqCst) + 1;
        self.busiest.fetch_max(busy, Ordering::SeqCst);
        let (loaded, with) = self.loaded.read().unwrap().clone();
        let ids: Vec<u32> = serde_json::from_value(ids.clone()).unwrap();
        let picture = |url: &Value| {
            let png = url.as_str().unwrap().strip_prefix("data:image/png;base64,").unwrap();
            let png = STANDARD.decode(png).unwrap();
            with.processor.patches(&image::load_from_memory(&png).unwrap().into_rgb8()).unwrap()
        };
        let mut session = Session::new(&loaded.model);
        session.push_prompt(&ids, images.iter().map(picture).collect()).unwrap();
        let prompt = session.ids().to_vec();
        let number = |name: &str| params[name].as_f64().unwrap() as f32;
        let sampler = Sampler {
            greedy: number("temperature") == 0.0,
            temperature: number("temperature"),
            top_p: number("top_p"),
            top_k: params["top_k"].as_i64().unwrap().max(0) as usize,
            repetition_penalty: number("repetition_penalty"),
        };
        let seed = params["sampling_seed"].as_u64().or(params["seed"].as_u64()).unwrap();
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let stops: Vec<String> = serde_json::from_value(params["stop"].clone()).unwrap();
        let ends: Vec<u32> = serde_json::from_value(params["stop_token_ids"].clone()).unwrap();
        let mut matcher = StopMatcher::new(stops.clone());
        let mut stream = with.tokenizer.stream();
        let mut text =
            Text { tokens: vec![], text: String::new(), prompt, finish: "length", matched: Value::Null };
        while (text.tokens.len() as u64) < params[limit].as_u64().unwrap() {
            let sampled =
                sampler.sample(&mut session.next_logits_blocking().unwrap(), session.ids(), &mut rng);
            session.push_tokens(&[sampled.id]).unwrap();
            text.tokens.push((sampled.id, sampled.logprob));
            let piece = stream.push(sampled.id);
            let hit = matcher.push(&piece);
            text.text.push_str(&piece);
            if ends.contains(&sampled.id) {
                (text.finish, text.matched) = ("stop", json!(sampled.id));
                break;
            }
            if let Some(hit) = hit {
                (text.finish, text.matched) = ("stop", json!(stops[hit.stop]));
                break;
            }
        }
        self.busy.fetch_sub(1, Ordering::SeqCst);
        text
    }
}

struct Text {
    tokens: Vec<(u32, f32)>,
    text: String,
    prompt: Vec<u32>,
    finish: &'static str,
    matched: Value,
}

/// An address where nobody listens.
pub fn nobody() -> String {
    format!("http://{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap())
}

/// A clock whose time passes at once.
#[derive(Default)]
pub struct Leap {
    now: Mutex<Duration>,
    /// All sleeps.
    pub slept: Mutex<Vec<Duration>>,
}

impl Clock for Leap {
    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    fn sleep(&self, time: Duration) {
        *self.now.lock().unwrap() += time;
        self.slept.lock().unwrap().push(time);
    }
}

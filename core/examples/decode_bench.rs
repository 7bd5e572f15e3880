//! Times a model's first token and its decoding on the CPU: `decode_bench MODEL_FOLDER RUN_FOLDER`.
//!
//! Prints one JSON object a measurement. Writes picture, prompt and tokens into the run folder, so that
//! `tests/bench/decode_peer.py` does the same with PyTorch transformers.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use burn::tensor::Device;
use image::{Rgb, RgbImage};
use vthinker_core::checkpoint::{Checkpoint, Loaded};
use vthinker_core::generate::Session;
use vthinker_core::input::{Content, ImageProcessor, Message};

const NEW_TOKENS: usize = 128;
const REPEATS: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [model_folder, run_folder] = args.as_slice() else {
        return Err("usage: decode_bench MODEL_FOLDER RUN_FOLDER".into());
    };
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(model_folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.insert(entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path())?);
        }
    }
    let loaded = Checkpoint::from_files(&files, &Device::flex())?;
    let picture = picture();

    // The first run fills caches.
    let (tokens, ..) = run(&loaded, &picture)?;
    let mut first = Vec::new();
    let mut rate = Vec::new();
    for _ in 0..REPEATS {
        let (again, to_first, decoding) = run(&loaded, &picture)?;
        assert_eq!(again, tokens, "greedy decoding repeats itself");
        first.push(1000.0 * to_first);
        rate.push((NEW_TOKENS - 1) as f64 / decoding);
    }
    report("picture to first token, this engine (Flex, f32)", median(first), "ms");
    report("decoding, this engine (Flex, f32)", median(rate), "tokens/s");

    let run_folder = Path::new(run_folder);
    std::fs::create_dir_all(run_folder)?;
    picture.save(run_folder.join("picture.png"))?;
    let prompt = begin(&loaded, &picture)?.ids().to_vec();
    let run = serde_json::json!({ "prompt": prompt, "tokens": tokens, "repeats": REPEATS });
    std::fs::write(run_folder.join("run.json"), run.to_string())?;
    Ok(())
}

/// A triangle on white, of the size the mini knows.
fn picture() -> RgbImage {
    RgbImage::from_fn(160, 160, |x, y| {
        let inside = y > 30 && y < 130 && x.abs_diff(80) < (y - 30) / 2;
        if inside { Rgb([40, 90, 200]) } else { Rgb([255; 3]) }
    })
}

/// A conversation up to where the model begins to write.
fn begin<'a>(loaded: &'a Loaded, picture: &RgbImage) -> Result<Session<'a>, Box<dyn Error>> {
    let question = Content::Text("Mark the highest corner of the triangle.".into());
    let messages = [Message { role: "user".into(), content: vec![Content::Image, question] }];
    let prompt = loaded.template.render(&messages, true)?;
    let patches = ImageProcessor::new(loaded.processor.clone()).patches(picture)?;
    let mut session = Session::new(&loaded.model);
    session.push_prompt(&loaded.tokenizer.encode(&prompt)?, vec![patches])?;
    Ok(session)
}

/// Greedy tokens, seconds to the first of them, seconds for the others.
fn run(loaded: &Loaded, picture: &RgbImage) -> Result<(Vec<u32>, f64, f64), Box<dyn Error>> {
    let start = Instant::now();
    let mut session = begin(loaded, picture)?;
    let mut tokens = vec![likeliest(&session.next_logits_blocking()?)];
    let to_first = start.elapsed().as_secs_f64();
    let start = Instant::now();
    while tokens.len() < NEW_TOKENS {
        session.push_tokens(&tokens[tokens.len() - 1..])?;
        tokens.push(likeliest(&session.next_logits_blocking()?));
    }
    Ok((tokens, to_first, start.elapsed().as_secs_f64()))
}

fn likeliest(logits: &[f32]) -> u32 {
    let best = (0..logits.len()).max_by(|a, b| logits[*a].total_cmp(&logits[*b]).then(b.cmp(a)));
    best.unwrap_or(0) as u32
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn report(what: &str, value: f64, unit: &str) {
    println!("{}", serde_json::json!({ "what": what, "value": value, "unit": unit }));
}

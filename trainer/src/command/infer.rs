//! `trainer infer`: one question about one picture.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;

use anyhow::{Context, Result};
use vthinker_core::input::decode_image;
use vthinker_core::think::{Event, Listener, LocalPolicy, Preparation, Request, Sampling, Task, think};
use vthinker_core::trace::Trace;

use crate::backend::Backend;
use crate::hub_folder;

/// Flags of `trainer infer`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Model folder.
    #[arg(long)]
    model: PathBuf,
    /// Picture: PNG, JPEG, WebP, GIF or BMP.
    #[arg(long)]
    image: PathBuf,
    /// What to do with the picture.
    #[arg(long)]
    question: String,
    /// perception, instruction or reasoning.
    #[arg(long, default_value = "reasoning")]
    task: Task,
    /// Where to compute.
    #[arg(long, value_enum, default_value_t)]
    backend: Backend,
    /// Tokens that may be written.
    #[arg(long, default_value_t = 1024)]
    max_new_tokens: usize,
    /// 0 is greedy.
    #[arg(long, default_value_t = 0.0)]
    temperature: f32,
    /// Seed of the sampling.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Prints one JSON object (tokens, ops, answer, end) instead of the text.
    #[arg(long)]
    json: bool,
    /// Writes the trace (JSON lines).
    #[arg(long)]
    trace: Option<PathBuf>,
    /// Writes the last picture that the code made.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Prints text as it comes and keeps the events.
struct Printer {
    events: Vec<Event>,
    quiet: bool,
}

impl Listener for Printer {
    async fn hear(&mut self, event: Event) -> ControlFlow<()> {
        if !self.quiet {
            print(&event);
        }
        self.events.push(event);
        ControlFlow::Continue(())
    }
}

fn print(event: &Event) {
    match event {
        Event::Token { text, .. } => {
            print!("{text}");
            // A closed pipe shows itself at the end; the thinking goes on for the trace.
            let _ = std::io::stdout().flush();
        }
        Event::Output { stdout, error, .. } => match error {
            Some(error) => println!("\n[sandbox error, {error}]"),
            None => println!("\n[sandbox] {}", stdout.trim_end()),
        },
        Event::Image { image, .. } => {
            println!("\n[image] {} ({}x{})", image.path, image.width, image.height);
        }
        Event::End { reason } => println!("\n[end] {reason:?}"),
        _ => {}
    }
}

/// Runs the command.
///
/// # Errors
/// If model, picture or question are unusable, or an output cannot be written.
pub fn run(args: Args) -> Result<()> {
    let bytes = std::fs::read(&args.image).with_context(|| format!("reading {}", args.image.display()))?;
    let image = decode_image(&bytes).with_context(|| format!("image {}", args.image.display()))?;
    let mut request = Request::new(args.task, &args.question, image).context("--question")?;
    request.max_new_tokens = args.max_new_tokens;
    let loaded = hub_folder::read(&args.model, &args.backend.device()?)?;
    let with = Preparation::from(&loaded);
    let sampling = Sampling::at_temperature(args.temperature);
    let mut policy = LocalPolicy::new(&loaded, &with, sampling, args.seed);
    let mut printer = Printer { events: vec![], quiet: args.json };
    let outcome = pollster::block_on(think(&mut policy, &request, &mut printer));

    if args.json {
        let tokens: Vec<u32> = printer
            .events
            .iter()
            .filter_map(|e| match e {
                Event::Token { id, .. } => Some(*id),
                _ => None,
            })
            .collect();
        let ops: Vec<_> = outcome.runs.iter().flat_map(|run| &run.ops).collect();
        let object = serde_json::json!({
            "tokens": tokens, "text": outcome.text, "ops": ops, "answer": outcome.answer, "end": outcome.end,
        });
        println!("{object}");
    }
    if let Some(path) = &args.out {
        let image = outcome.runs.iter().flat_map(|run| &run.images).next_back();
        let image = image.context("--out: the model's code made no picture")?;
        image.image.save(path).with_context(|| format!("writing {}", path.display()))?;
    }
    if let Some(path) = &args.trace {
        let name = args.model.file_name().map_or("model".into(), |n| n.to_string_lossy().into_owned());
        let trace = Trace { events: printer.events, ..Trace::new(&name, args.backend.name()) };
        std::fs::write(path, trace.to_json_lines()).with_context(|| format!("writing {}", path.display()))?;
    }
    match outcome.end {
        vthinker_core::think::EndReason::Failed(why) => anyhow::bail!("thinking failed: {why}"),
        _ => Ok(()),
    }
}

//! The runs that the browser tests open (`tests/e2e/runs`): made by the real loop, sandbox and recorder, and so proof
//! that a record holds core's trace and gives it back.
//!
//! They are files in the repository. `WRITE_RUNS=1 cargo nextest run -E 'binary(example_run)'` makes them again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use image::{Rgb, RgbImage};
use serde_json::{Value, json};
use vthinker_core::input::Message;
use vthinker_core::judge::Mark;
use vthinker_core::think::{
    Content, EndReason, Event, Listener, Policy, PolicyError, Request, Stop, Task, think,
};
use vthinker_core::trace::Trace;
use vthinker_runs::{Recorder, RolloutRecord, trace_of};

/// Writes fixed segments, a word a token.
struct Script(Vec<String>);

impl Policy for Script {
    fn canvas(&self, image: &RgbImage) -> Result<RgbImage, PolicyError> {
        Ok(image.clone())
    }

    async fn begin(&mut self, _: &[Message], _: &[RgbImage]) -> Result<(), PolicyError> {
        Ok(())
    }

    async fn append(&mut self, _: &[Content]) -> Result<(), PolicyError> {
        Ok(())
    }

    async fn write<L: Listener>(
        &mut self,
        _: &[&str],
        _: usize,
        listener: &mut L,
    ) -> Result<Stop, PolicyError> {
        if self.0.is_empty() {
            return Ok(Stop::EndOfTurn);
        }
        for (id, word) in self.0.remove(0).split_inclusive(' ').enumerate() {
            if listener.hear(Event::Token { id: id as u32, text: word.to_owned() }).await.is_break() {
                return Ok(Stop::Listener);
            }
        }
        Ok(Stop::String)
    }
}

/// A prompt: question, expectation, and what four rollouts write.
struct Prompt {
    task: Task,
    family: &'static str,
    question: &'static str,
    answer: Option<&'static str>,
    marks: Vec<Mark>,
    rollouts: Vec<(bool, Vec<String>)>,
}

fn draw(stroke: &str) -> String {
    format!(
        "<think>I mark it. <code>\n```python\nfrom PIL import Image, ImageDraw\nimage = Image.open(image_path)\n\
         pen = ImageDraw.Draw(image)\n{stroke}\nimage.save('out.png')\nprint('out.png')\n```\n</code>"
    )
}

fn point(x: i32, y: i32) -> String {
    draw(&format!("pen.ellipse(({}, {}, {}, {}), fill='magenta')", x - 3, y - 3, x + 3, y + 3))
}

/// A text that a page must show and not obey.
const HOSTILE: &str = "</script><img src=x onerror=\"document.title='owned'\"><b>bold</b> {{ 7 * 7 }}";

fn prompts() -> Vec<Prompt> {
    let mark = Prompt {
        task: Task::Perception,
        family: "corner",
        question: "Mark the upper right corner of the box.",
        answer: None,
        marks: vec![Mark::Point { x: 80.0, y: 20.0 }],
        rollouts: vec![
            (true, vec![point(80, 20)]),
            (false, vec![point(20, 76)]),
            (false, vec![draw("pen.elipse((1, 2, 3, 4))")]),
            (true, vec![point(81, 21)]),
        ],
    };
    let reason = Prompt {
        task: Task::Reasoning,
        family: "diagonal",
        question: "Does the line from the lower left to the upper right corner leave the box?",
        answer: Some("no"),
        marks: vec![Mark::Segment { x0: 20.0, y0: 76.0, x1: 80.0, y1: 20.0 }],
        rollouts: vec![
            (
                true,
                vec![
                    draw("pen.line((20, 76, 80, 20), fill='magenta', width=2)"),
                    "It stays within.</think> <answer>no</answer>".into(),
                ],
            ),
            (false, vec![format!("{HOSTILE}</think> <answer>yes {HOSTILE}</answer>")]),
            (false, vec!["It does.</think> <answer>yes</answer>".into()]),
            (false, vec![]),
        ],
    };
    vec![mark, reason]
}

fn box_picture() -> RgbImage {
    RgbImage::from_fn(112, 96, |x, y| {
        let edge = (20..=80).contains(&x) && (20..=76).contains(&y);
        let within = (22..=78).contains(&x) && (22..=74).contains(&y);
        if edge && !within { Rgb([30, 30, 30]) } else { Rgb([255, 255, 255]) }
    })
}

fn records(step: usize) -> Vec<RolloutRecord> {
    let mut all = vec![];
    for (group, prompt) in prompts().into_iter().enumerate() {
        let rewards: Vec<f64> =
            prompt.rollouts.iter().map(|(right, _)| if *right { 1.8 } else { 0.5 }).collect();
        let mean = rewards.iter().sum::<f64>() / rewards.len() as f64;
        for (rollout, (correct, segments)) in prompt.rollouts.into_iter().enumerate() {
            let request = Request::new(prompt.task, prompt.question, box_picture()).unwrap();
            let mut events: Vec<Event> = vec![];
            let outcome = pollster::block_on(think(&mut Script(segments), &request, &mut events));
            let stop = serde_json::to_value(&outcome.end).unwrap()["reason"].as_str().unwrap().to_owned();
            let accuracy = f64::from(u8::from(correct));
            all.push(RolloutRecord {
                step,
                group,
                rollout,
                problem: format!("{}-{step}", prompt.family),
                task: prompt.task.to_string(),
                family: prompt.family.into(),
                question: prompt.question.into(),
                expected_answer: prompt.answer.map(str::to_owned),
                expected_marks: prompt.marks.iter().map(|m| serde_json::to_value(m).unwrap()).collect(),
                correct,
                rewards: BTreeMap::from([
                    ("accuracy".into(), accuracy),
                    ("code".into(), accuracy),
                    ("format".into(), 1.0),
                ]),
                reward: rewards[rollout],
                advantage: rewards[rollout] - mean,
                tokens: events.iter().filter(|e| matches!(e, Event::Token { .. })).count(),
                stop,
                trace: trace_of(&events).unwrap(),
            });
        }
    }
    all
}

fn write_run(folder: &Path, steps: usize, speed: f64, seed: u64) {
    let mut recorder = Recorder::open(folder, 0).unwrap();
    for step in 0..steps {
        let progress = 1.0 - 1.0 / (1.0 + speed * step as f64);
        let wave = ((step * 7919 + seed as usize * 31) % 97) as f64 / 970.0;
        let line = json!({
            "step": step,
            "loss": 2.0 - 1.5 * progress + wave,
            "reward": {"accuracy": 0.8 * progress + wave, "format": 1.0},
            "tool_rate": 0.5 + 0.4 * progress,
            "zero_advantage_groups": 0.25,
            "lr": 0.0001 * (1.0 - progress),
            "rollout_seconds": 2.5,
        });
        recorder.line(&line).unwrap();
    }
    for step in [0, 8, 16] {
        for record in records(step) {
            if seed == 1 {
                recorder.rollout(&record).unwrap();
            }
        }
    }
    let settings =
        json!({"seed": seed, "lr": 0.0001, "grpo": {"clip": 0.2, "beta": 0.01}, "tasks": ["perception"]});
    fs::write(folder.join("settings.json"), format!("{settings:#}\n")).unwrap();
    let share = json!({"hits": 17, "of": 20, "rate": 0.85, "low": 0.6396, "high": 0.9476});
    let guess = json!({"hits": 1, "of": 20, "rate": 0.05, "low": 0.0089, "high": 0.2361});
    let eval = json!([
        {"name": "model", "tasks": {"perception": share}, "families": {"corner": share}},
        {"name": "constant guess", "tasks": {"perception": guess}},
    ]);
    if seed == 1 {
        fs::write(folder.join("eval.json"), format!("{eval:#}\n")).unwrap();
    }
}

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/e2e/runs")
}

#[test]
fn the_runs_in_the_repository_are_what_the_code_makes() {
    let dir = tempfile::tempdir().unwrap();
    for (name, steps, speed, seed) in [("first", 40, 0.2, 1), ("second", 30, 0.1, 2)] {
        let (made, kept) = (dir.path().join(name), committed().join(name));
        write_run(&made, steps, speed, seed);
        for file in ["log.jsonl", "rollouts.jsonl", "settings.json", "eval.json"] {
            let fresh = fs::read_to_string(made.join(file)).unwrap_or_default();
            if std::env::var_os("WRITE_RUNS").is_some() {
                fs::create_dir_all(&kept).unwrap();
                if !fresh.is_empty() {
                    fs::write(kept.join(file), &fresh).unwrap();
                }
            }
            let there = fs::read_to_string(kept.join(file)).unwrap_or_default();
            assert!(
                there == fresh,
                "tests/e2e/runs/{name}/{file} is of another version: WRITE_RUNS=1 renews it"
            );
        }
    }
}

#[test]
fn a_recorded_trace_is_cores_trace_and_replays() {
    for record in records(3) {
        let line = serde_json::to_string(&record).unwrap();
        let read: RolloutRecord = serde_json::from_str(&line).unwrap();
        assert_eq!(read, record);
        let events: Vec<Event> = serde_json::from_value(Value::Array(read.trace)).unwrap();
        let trace = Trace { events, ..Trace::new("script", "cpu") };
        assert_eq!(Trace::from_json_lines(&trace.to_json_lines()).unwrap(), trace);
        let outcome = pollster::block_on(trace.replay()).unwrap();
        assert_eq!(serde_json::to_value(&outcome.end).unwrap()["reason"], read.stop);
        if record.family == "corner" {
            assert_eq!(outcome.end, EndReason::Iterations);
        }
    }
}

//! The thinking loop with a scripted policy and the real sandbox.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use image::{Rgb, RgbImage};
use vthinker_core::input::Message;
use vthinker_core::think::{
    Content, EndReason, Event, Listener, Outcome, Policy, PolicyError, Request, RequestError, Stop, Task,
    think,
};
use vthinker_core::trace::{Trace, TraceError};

/// Writes fixed segments, a character a token, and remembers what it was told.
#[derive(Default)]
struct Script {
    segments: Vec<&'static str>,
    told: Vec<Content>,
}

impl Policy for Script {
    fn canvas(&self, image: &RgbImage) -> Result<RgbImage, PolicyError> {
        Ok(image.clone())
    }

    async fn begin(&mut self, messages: &[Message], images: &[RgbImage]) -> Result<(), PolicyError> {
        assert_eq!((messages.len(), images.len()), (2, 1));
        Ok(())
    }

    async fn append(&mut self, content: &[Content]) -> Result<(), PolicyError> {
        self.told.extend_from_slice(content);
        Ok(())
    }

    async fn write<L: Listener>(
        &mut self,
        stops: &[&str],
        max_new_tokens: usize,
        listener: &mut L,
    ) -> Result<Stop, PolicyError> {
        if self.segments.is_empty() {
            return Ok(Stop::EndOfTurn);
        }
        let segment = self.segments.remove(0);
        let mut text = String::new();
        for (i, c) in segment.chars().enumerate() {
            if i >= max_new_tokens {
                return Ok(Stop::Length);
            }
            text.push(c);
            if listener.hear(Event::Token { id: c as u32, text: c.into() }).await.is_break() {
                return Ok(Stop::Listener);
            }
            if stops.iter().any(|s| text.ends_with(s)) {
                return Ok(Stop::String);
            }
        }
        Ok(Stop::EndOfTurn)
    }
}

fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("nothing here waits"),
    }
}

fn request(task: Task) -> Request {
    Request::new(task, "Is A above B?", RgbImage::from_pixel(40, 30, Rgb([255, 255, 255]))).unwrap()
}

fn run(task: Task, segments: &[&'static str]) -> (Outcome, Vec<Event>, Vec<Content>) {
    let mut policy = Script { segments: segments.to_vec(), told: vec![] };
    let mut events: Vec<Event> = vec![];
    let outcome = now(think(&mut policy, &request(task), &mut events));
    (outcome, events, policy.told)
}

const DRAW: &str = "<think>I draw.\n<code>\n```python\nfrom PIL import Image, ImageDraw\nim = Image.open(image_path)\n\
    d = ImageDraw.Draw(im)\nd.line((1, 2, 30, 20), fill=\"red\")\nim.save(\"out.png\")\nprint(\"out.png\")\n```\n</code>";
const ANSWER: &str = "A is above.</think>\n<answer> yes </answer>";

#[test]
fn draws_sees_and_answers_in_one_turn() {
    let (outcome, events, told) = run(Task::Reasoning, &[DRAW, ANSWER]);
    assert_eq!(outcome.end, EndReason::Answered);
    assert_eq!(outcome.answer.as_deref(), Some("yes"));
    assert_eq!(outcome.runs[0].error, None);
    let image = told.iter().find_map(|c| match c {
        Content::Image(image) => Some(image),
        Content::Text(_) => None,
    });
    assert_eq!(image.expect("the model sees its drawing").get_pixel(1, 2).0, [255, 0, 0]);
    let names: Vec<&str> = events
        .iter()
        .map(|e| match e {
            Event::Start { .. } => "start",
            Event::Token { .. } => "token",
            Event::Code { .. } => "code",
            Event::Draw { .. } => "draw",
            Event::Image { .. } => "image",
            Event::Output { .. } => "output",
            Event::Answer { .. } => "answer",
            Event::End { .. } => "end",
        })
        .collect();
    let mut order = names.clone();
    order.dedup();
    assert_eq!(order, ["start", "token", "code", "draw", "image", "output", "token", "answer", "end"]);
}

#[test]
fn python_state_lives_as_long_as_the_conversation() {
    let first = "<code>\nx = 20 + 1\n</code>";
    let second = "<code>\nprint(x * 2)\n</code>";
    let (outcome, _, told) = run(Task::Reasoning, &[first, second, "<answer>42</answer>"]);
    assert_eq!(outcome.answer.as_deref(), Some("42"));
    assert!(told.iter().any(|c| matches!(c, Content::Text(t) if t.contains("\n42\n"))), "{told:?}");
}

#[test]
fn the_model_is_shown_the_true_error_with_its_line() {
    let (_, _, told) = run(Task::Reasoning, &["<code>\nx = 1\ny = x / 0\n</code>", ANSWER]);
    let Content::Text(text) = &told[0] else { panic!("text") };
    assert!(text.contains("File \"<code>\", line 2, in <module>"), "{text}");
    assert!(text.contains("\nZeroDivisionError: division by zero\n"), "{text}");
}

#[test]
fn drawing_tasks_end_with_their_drawing() {
    let (outcome, _, told) = run(Task::Perception, &[DRAW, ANSWER]);
    assert_eq!((outcome.end, outcome.runs.len()), (EndReason::Iterations, 1));
    assert!(told.is_empty());
}

#[test]
fn reasoning_ends_after_five_segments() {
    let (outcome, _, _) = run(Task::Reasoning, &["<code>\nprint(1)\n</code>"; 9]);
    assert_eq!((outcome.end, outcome.segments.len()), (EndReason::Iterations, 5));
}

#[test]
fn a_model_that_plays_the_sandbox_is_stopped() {
    let (outcome, _, _) = run(Task::Reasoning, &["I see <sandbox_output>\nA is above</sandbox_output>"]);
    assert_eq!(outcome.end, EndReason::Silent);
    assert!(outcome.text.ends_with("<sandbox_output>"));
}

#[test]
fn code_that_never_ends_is_an_error_that_the_model_sees() {
    let (outcome, _, told) = run(Task::Reasoning, &["<code>\nwhile True:\n    pass\n</code>", ANSWER]);
    assert_eq!(outcome.end, EndReason::Answered);
    assert!(
        matches!(&told[0], Content::Text(t) if t.contains("line 2, in <module>\nFuelExhausted: ")),
        "{told:?}"
    );
}

#[test]
fn a_listener_can_stop_it() {
    struct Impatient(usize);
    impl Listener for Impatient {
        async fn hear(&mut self, event: Event) -> ControlFlow<()> {
            self.0 += usize::from(matches!(event, Event::Token { .. }));
            if self.0 >= 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }
    let mut policy = Script { segments: vec![DRAW], told: vec![] };
    let outcome = now(think(&mut policy, &request(Task::Reasoning), &mut Impatient(0)));
    assert_eq!((outcome.end, outcome.text.len()), (EndReason::Stopped, 3));
}

#[test]
fn an_empty_question_is_refused() {
    let image = RgbImage::new(28, 28);
    assert_eq!(Request::new(Task::Reasoning, " \n", image).unwrap_err(), RequestError::EmptyQuestion);
}

#[test]
fn a_trace_survives_writing_and_replays_exactly() {
    let (outcome, events, _) = run(Task::Reasoning, &[DRAW, ANSWER]);
    let trace = Trace { events, ..Trace::new("scripted", "cpu") };
    let read = Trace::from_json_lines(&trace.to_json_lines()).unwrap();
    assert_eq!(read, trace);
    assert_eq!(now(read.replay()).unwrap().text, outcome.text);
}

#[test]
fn a_changed_trace_is_found_out() {
    let (_, mut events, _) = run(Task::Reasoning, &[DRAW, ANSWER]);
    let at = events.iter().position(|e| matches!(e, Event::Answer { .. })).unwrap();
    events[at] = Event::Answer { text: "no".into() };
    let trace = Trace { events, ..Trace::new("scripted", "cpu") };
    assert!(matches!(now(trace.replay()), Err(TraceError::Parted { index, .. }) if index == at));
}

#[test]
fn a_malformed_trace_names_its_line() {
    let text = "{\"trace\":1,\"model\":\"m\",\"engine\":\"cpu\"}\n{\"event\":\"token\"}\n";
    assert!(matches!(Trace::from_json_lines(text), Err(TraceError::Line { line: 2, .. })));
    let future = "{\"trace\":9,\"model\":\"m\",\"engine\":\"cpu\"}\n";
    assert_eq!(Trace::from_json_lines(future), Err(TraceError::Version { found: 9 }));
}

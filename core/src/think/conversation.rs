//! One conversation from the question to the answer.

use std::ops::ControlFlow;

use vthinker_sandbox::{Execution, Sandbox};

use super::execute::{execute, image_ref};
use super::prompt::{feedback, prompt};
use super::{EndReason, Event, IMAGE_PATH, Listener, Policy, PolicyError, Request, Stop, last_code_block};

/// What ends a segment: a finished code block, a finished answer, or the model playing the sandbox.
pub const STOP_STRINGS: [&str; 4] = ["</code>", "</answer>", "<sandbox_output>", "</sandbox_output>"];

/// How a conversation went.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Everything in the assistant's turn: the model's text and the sandbox's.
    pub text: String,
    /// The model's own text, segment by segment.
    pub segments: Vec<String>,
    /// The runs of its code blocks.
    pub runs: Vec<Execution>,
    /// The answer, if it gave one.
    pub answer: Option<String>,
    /// Why it ended.
    pub end: EndReason,
}

/// Hears for the loop: passes on to the outer listener and keeps the text.
struct Scribe<'a, L> {
    outer: &'a mut L,
    segment: String,
    tokens: usize,
}

impl<L: Listener> Listener for Scribe<'_, L> {
    async fn hear(&mut self, event: Event) -> ControlFlow<()> {
        if let Event::Token { text, .. } = &event {
            self.segment.push_str(text);
            self.tokens += 1;
        }
        self.outer.hear(event).await
    }
}

/// Lets the policy think about a request and tells the listener what happens.
///
/// Never fails as a function: what goes wrong ends the conversation with [`EndReason::Failed`].
pub async fn think<P: Policy, L: Listener>(policy: &mut P, request: &Request, listener: &mut L) -> Outcome {
    let mut outcome = Outcome {
        text: String::new(),
        segments: vec![],
        runs: vec![],
        answer: None,
        end: EndReason::Stopped,
    };
    outcome.end = match converse(policy, request, listener, &mut outcome).await {
        Ok(end) => end,
        Err(error) => EndReason::Failed(error.0),
    };
    // The conversation is over either way: there is nothing left to stop.
    let _ = listener.hear(Event::End { reason: outcome.end.clone() }).await;
    outcome
}

async fn converse<P: Policy, L: Listener>(
    policy: &mut P,
    request: &Request,
    listener: &mut L,
    outcome: &mut Outcome,
) -> Result<EndReason, PolicyError> {
    let canvas = policy.canvas(&request.image)?;
    let start = Event::Start {
        task: request.task,
        question: request.question.clone(),
        image: image_ref(IMAGE_PATH, 0, &canvas)?,
    };
    if listener.hear(start).await.is_break() {
        return Ok(EndReason::Stopped);
    }
    let messages = prompt(request.task, &request.question, &canvas);
    policy.begin(&messages, std::slice::from_ref(&canvas)).await?;
    let rgba = image::DynamicImage::ImageRgb8(canvas).into_rgba8();
    let mut sandbox = Sandbox::with_image(rgba, IMAGE_PATH, request.limits).mending_crops();
    let mut left = request.max_new_tokens;

    loop {
        let mut scribe = Scribe { outer: &mut *listener, segment: String::new(), tokens: 0 };
        let stop = policy.write(&STOP_STRINGS, left, &mut scribe).await?;
        let Scribe { segment, tokens, .. } = scribe;
        left = left.saturating_sub(tokens);
        outcome.text.push_str(&segment);
        outcome.segments.push(segment.clone());

        match stop {
            Stop::Listener => return Ok(EndReason::Stopped),
            Stop::Length => return Ok(EndReason::Length),
            Stop::Repetition => return Ok(EndReason::Repetition),
            Stop::String | Stop::EndOfTurn => {}
        }
        if let Some(answer) = answer_in(&segment) {
            outcome.answer = Some(answer.clone());
            let heard = listener.hear(Event::Answer { text: answer }).await;
            return Ok(if heard.is_break() { EndReason::Stopped } else { EndReason::Answered });
        }
        let Some(block) = last_code_block(&segment) else { return Ok(EndReason::Silent) };
        let step = outcome.runs.len();
        if listener.hear(Event::Code { step, source: block.source.clone() }).await.is_break() {
            return Ok(EndReason::Stopped);
        }
        let (run, heard) = execute(&mut sandbox, &block.source, step, listener).await?;
        let result = feedback(&run, request.feedback);
        outcome.runs.push(run);
        if heard.is_break() {
            return Ok(EndReason::Stopped);
        }
        if outcome.segments.len() >= request.task.max_iterations() {
            return Ok(EndReason::Iterations);
        }
        for part in &result {
            outcome.text.push_str(match part {
                super::Content::Text(text) => text,
                super::Content::Image(_) => "<image>",
            });
        }
        policy.append(&result).await?;
    }
}

/// The text between the last pair of answer tags.
fn answer_in(segment: &str) -> Option<String> {
    let end = segment.rfind("</answer>")?;
    let start = segment[..end].rfind("<answer>")? + "<answer>".len();
    Some(segment[start..end].trim().to_owned())
}

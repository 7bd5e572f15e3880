//! One conversation, told to the page as it goes.

use std::{cell::Cell, ops::ControlFlow, rc::Rc};

use vthinker_core::{
    input::decode_image,
    think::{Event, Listener, LocalPolicy, Request, Sampling, Task, think},
    trace::Trace,
};
use vthinker_web::{Example, FromWorker};

use crate::{judge::judge, loaded_model::LoadedModel, macrotask::Macrotask, outbox::post};

/// What the page asked.
pub struct Asked {
    /// The conversation's id.
    pub id: u32,
    /// The picture file.
    pub image: Vec<u8>,
    /// The question.
    pub question: String,
    /// The task's name.
    pub task: String,
    /// The problem with its solution, for the judge.
    pub problem: Option<Example>,
    /// Limit of tokens, if not the default.
    pub max_tokens: Option<u32>,
}

/// Runs a conversation to its end. `stop` ends it from outside.
pub async fn run(model: &LoadedModel, asked: Asked, stop: Rc<Cell<bool>>) -> Result<(), String> {
    let Asked { id, image, question, task, problem, max_tokens } = asked;
    let task: Task = task.parse()?;
    let picture = decode_image(&image).map_err(|e| format!("The picture cannot be used: {e}."))?;
    drop(image);
    let picture_size = picture.dimensions();
    let mut request = Request::new(task, &question, picture).map_err(|e| e.to_string())?;
    if let Some(limit) = max_tokens {
        request.max_new_tokens = limit as usize;
    }
    let macrotask = Macrotask::new().map_err(|e| format!("The browser gave no message channel: {e:?}"))?;
    let mut policy = LocalPolicy::new(&model.loaded, &model.preparation, Sampling::greedy(), 0);
    let mut page = Page { id, stop, macrotask, trace: Trace::new(&model.name, model.engine) };
    // `think` tells the page everything, the failure included.
    think(&mut policy, &request, &mut page).await;

    let Page { trace, .. } = page;
    post(&FromWorker::Trace { id, text: trace.to_json_lines() });
    if let Some(verdict) = problem.and_then(|problem| judge(&problem, picture_size, &trace.events)) {
        post(&FromWorker::Verdict { id, verdict });
    }
    // Last, so that all about this conversation is there when the page hears of its end.
    if let Some(end) = trace.events.last() {
        tell(id, end);
    }
    Ok(())
}

/// Sends an event to the page.
pub fn tell(id: u32, event: &Event) {
    match serde_json::to_string(event) {
        Ok(line) => post(&FromWorker::Event { id, line }),
        Err(e) => post(&FromWorker::Error {
            what: format!("An event cannot be written: {e}"),
            id: Some(id),
            fatal: false,
        }),
    }
}

/// Passes events on to the page and keeps them for the trace.
struct Page {
    id: u32,
    stop: Rc<Cell<bool>>,
    macrotask: Macrotask,
    trace: Trace,
}

impl Listener for Page {
    async fn hear(&mut self, event: Event) -> ControlFlow<()> {
        let is_end = matches!(event, Event::End { .. });
        if !is_end {
            tell(self.id, &event);
        }
        // Strokes come in bursts and need no pause; tokens and the rest let a Stop come in.
        if !matches!(event, Event::Draw { .. }) {
            self.macrotask.next().await;
        }
        self.trace.events.push(event);
        if self.stop.get() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

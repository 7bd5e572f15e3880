//! The engine's worker: loads a model, thinks about pictures, and tells the page.

mod device;
mod download;
mod judge;
mod loaded_model;
mod macrotask;
mod outbox;
mod run;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use vthinker_core::think::{EndReason, Event};
use vthinker_web::{FromWorker, ToWorker, from_js};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use crate::{
    loaded_model::LoadedModel,
    outbox::{fail, post, scope},
    run::{Asked, run, tell},
};

unsafe extern "C" {
    /// Runs the constructors of static data, as the linker made it.
    fn __wasm_call_ctors();
}

fn main() {
    // The linker, finding no caller of this function, would run all constructors (cubecl registers its
    // kernels in some) at every call into wasm: a hundred times slower. One call here ends that.
    // SAFETY: it is the first statement to run, once, and no static data is in use yet.
    unsafe { __wasm_call_ctors() };
    std::panic::set_hook(Box::new(|panic| {
        let what = format!("The engine failed: {panic}. It starts again; if this repeats, try ?engine=cpu.");
        post(&FromWorker::Error { what, id: None, fatal: true });
    }));

    let worker = Rc::new(Worker::default());
    let on_message =
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| match from_js(event.data()) {
            Ok(message) => worker.clone().hear(message),
            Err(what) => fail(None, what),
        });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&FromWorker::Started);
}

/// The worker's state. One thing happens at a time: a load or a run.
#[derive(Default)]
struct Worker {
    model: RefCell<Option<Rc<LoadedModel>>>,
    busy: Cell<bool>,
    stop: Rc<Cell<bool>>,
    /// The last question asked while busy; it runs next.
    next: RefCell<Option<Asked>>,
}

impl Worker {
    fn hear(self: Rc<Self>, message: ToWorker) {
        match message {
            ToWorker::Stop => {
                self.stop.set(true);
                if let Some(waiting) = self.next.take() {
                    tell(waiting.id, &Event::End { reason: EndReason::Stopped });
                }
            }
            ToWorker::Load { .. } if self.busy.get() => {
                fail(None, "The engine is busy: load another model when it is done.");
            }
            ToWorker::Load { base_url, engine } => {
                self.busy.set(true);
                spawn_local(async move {
                    self.model.take();
                    match LoadedModel::load(&base_url, engine).await {
                        Ok(model) => {
                            self.model.replace(Some(Rc::new(model)));
                        }
                        Err(what) => fail(None, what),
                    }
                    self.busy.set(false);
                    self.go_on();
                });
            }
            ToWorker::Run { id, image, question, task, problem, max_tokens } => {
                self.next.replace(Some(Asked { id, image, question, task, problem, max_tokens }));
                if self.busy.get() {
                    self.stop.set(true);
                } else {
                    self.go_on();
                }
            }
        }
    }

    /// Takes up the next question, if there is one.
    fn go_on(self: Rc<Self>) {
        let Some(asked) = self.next.take() else { return };
        let id = asked.id;
        let Some(model) = self.model.borrow().clone() else {
            fail(Some(id), "There is no model yet: load one first.");
            return;
        };
        self.busy.set(true);
        self.stop.set(false);
        spawn_local(async move {
            if let Err(what) = run(&model, asked, self.stop.clone()).await {
                fail(Some(id), what);
            }
            self.busy.set(false);
            self.go_on();
        });
    }
}

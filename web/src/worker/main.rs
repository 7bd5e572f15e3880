//! The engine's worker: loads a model, thinks about pictures, and tells the page.

mod device;
mod download;
mod execute;
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
    execute::{Code, run_code},
    loaded_model::LoadedModel,
    outbox::{fail, post, scope},
    run::{Asked, run, tell},
};

#[wasm_bindgen]
extern "C" {
    /// Puts the part of the engine that has the sandbox's libraries in place (`element/boot.js`).
    #[wasm_bindgen(js_name = loadLibraries)]
    fn load_libraries() -> bool;
}

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

    vthinker_sandbox::parts::set_libraries_loader(load_libraries);

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
    /// A model comes in; a person's code need not wait for it.
    loading: Cell<bool>,
    stop: Rc<Cell<bool>>,
    /// What was last asked for while busy; it runs next.
    next: RefCell<Option<Job>>,
}

/// What runs from beginning to end.
enum Job {
    /// A conversation.
    Think(Asked),
    /// A person's own code.
    Execute(Code),
}

impl Worker {
    fn hear(self: Rc<Self>, message: ToWorker) {
        match message {
            ToWorker::Stop => {
                self.stop.set(true);
                match self.next.take() {
                    Some(Job::Think(waiting)) => {
                        tell(waiting.id, &Event::End { reason: EndReason::Stopped });
                    }
                    Some(Job::Execute(waiting)) => post(&FromWorker::Executed { id: waiting.id }),
                    None => {}
                }
            }
            ToWorker::Load { .. } if self.busy.get() => {
                fail(None, "The engine is busy: load another model when it is done.");
            }
            ToWorker::Load { base_url, engine } => {
                self.busy.set(true);
                self.loading.set(true);
                spawn_local(async move {
                    self.model.take();
                    match LoadedModel::load(&base_url, engine).await {
                        Ok(model) => {
                            self.model.replace(Some(Rc::new(model)));
                        }
                        Err(what) => fail(None, what),
                    }
                    self.loading.set(false);
                    self.busy.set(false);
                    self.go_on();
                });
            }
            ToWorker::Run { id, image, question, task, problem, max_tokens } => {
                self.take(Job::Think(Asked { id, image, question, task, problem, max_tokens }));
            }
            ToWorker::Execute { id, image, source } if self.loading.get() => {
                spawn_local(async move {
                    if let Err(what) = run_code(Code { id, image, source }).await {
                        fail(Some(id), what);
                    }
                });
            }
            ToWorker::Execute { id, image, source } => {
                self.take(Job::Execute(Code { id, image, source }));
            }
        }
    }

    /// Takes a job for as soon as the present one, which is stopped, has ended.
    fn take(self: Rc<Self>, job: Job) {
        self.next.replace(Some(job));
        if self.busy.get() {
            self.stop.set(true);
        } else {
            self.go_on();
        }
    }

    /// Takes up the next job, if there is one.
    fn go_on(self: Rc<Self>) {
        let Some(job) = self.next.take() else { return };
        self.busy.set(true);
        self.stop.set(false);
        spawn_local(async move {
            let (id, done) = match job {
                Job::Execute(code) => (code.id, run_code(code).await),
                Job::Think(asked) => (asked.id, self.think(asked).await),
            };
            if let Err(what) = done {
                fail(Some(id), what);
            }
            self.busy.set(false);
            self.go_on();
        });
    }

    async fn think(&self, asked: Asked) -> Result<(), String> {
        let model = self.model.borrow().clone().ok_or("There is no model yet: load one first.")?;
        run(&model, asked, self.stop.clone()).await
    }
}

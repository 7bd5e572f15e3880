//! The engine as the page sees it: a worker that is started, asked, watched and, if need be, replaced.

use leptos::prelude::*;
use vthinker_web::{EngineChoice, FromWorker, ToWorker, from_js, to_js};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// The worker's first module; its wasm lies beside it. The version keeps caches from mixing releases.
const WORKER: &str = concat!("./embed/boot.js?v=", env!("CARGO_PKG_VERSION"));

/// What the page shows about the engine.
#[derive(Debug, Clone, PartialEq)]
pub enum EngineState {
    /// The worker begins.
    Starting,
    /// A file comes in.
    Loading {
        /// Which.
        file: String,
        /// Bytes so far.
        received: f64,
        /// Bytes in all, where known.
        total: Option<f64>,
    },
    /// A model is ready.
    Ready {
        /// CPU or GPU.
        engine: EngineChoice,
        /// The processor's name.
        adapter: String,
        /// The model's name.
        model: String,
        /// Its number of weights.
        parameters: f64,
        /// How long loading took.
        load_ms: f64,
    },
    /// There is no engine, and only a person can say when to try again.
    Broken,
}

/// A running worker. Dropping it ends the worker.
pub struct Engine {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Engine {
    /// Starts a worker; what it says goes to `listen`.
    pub fn start(listen: impl Fn(FromWorker) + Clone + 'static) -> Result<Self, String> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(WORKER, &options).map_err(|_| {
            format!("The engine's worker {WORKER} cannot be started: this browser lacks module workers.")
        })?;
        let heard = listen.clone();
        let on_message = Closure::<dyn FnMut(_)>::new(move |event: MessageEvent| {
            heard(from_js(event.data()).unwrap_or_else(|what| FromWorker::Error {
                what,
                id: None,
                fatal: true,
            }));
        });
        // Fires when the module itself cannot be fetched or parsed; there is no message then.
        let on_error = Closure::<dyn FnMut(_)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            let what =
                format!("The engine's worker {WORKER} could not be loaded: build the site with trunk.");
            listen(FromWorker::Error { what, id: None, fatal: true });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a message.
    pub fn send(&self, message: &ToWorker) -> Result<(), String> {
        let message = to_js(message)?;
        self.worker.post_message(&message).map_err(|e| format!("The engine cannot be reached: {e:?}"))
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// A cell for the engine, which cannot leave the page's thread.
pub type EngineCell = StoredValue<Option<Engine>, LocalStorage>;

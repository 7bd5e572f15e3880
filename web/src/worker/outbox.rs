//! Messages to the page.

use vthinker_web::{FromWorker, to_js};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// The worker's global object.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Sends a message to the page.
pub fn post(message: &FromWorker) {
    let sent =
        to_js(message).map_err(|e| JsValue::from_str(&e)).and_then(|message| scope().post_message(&message));
    if let Err(error) = sent {
        // The page is the only listener; without it the console is what is left.
        web_sys::console::error_2(&"a message could not be sent".into(), &error);
    }
}

/// Reports a failure that leaves the worker usable.
pub fn fail(id: Option<u32>, what: impl Into<String>) {
    post(&FromWorker::Error { what: what.into(), id, fatal: false });
}

/// Milliseconds since the worker began.
pub fn now() -> f64 {
    scope().performance().map_or(0.0, |clock| clock.now())
}

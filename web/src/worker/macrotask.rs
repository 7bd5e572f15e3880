//! Letting the browser deliver messages between two tokens.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessageEvent};

/// Ends the current task and goes on in a new one, so that a `Stop` that has come meanwhile is read.
///
/// Awaiting a resolved promise would not do: microtasks run before any message. A message channel has
/// none of the delays that browsers put on timers.
pub struct Macrotask {
    channel: MessageChannel,
    waiting: Rc<RefCell<Option<Function>>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl Macrotask {
    /// Opens a channel.
    pub fn new() -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let waiting: Rc<RefCell<Option<Function>>> = Rc::default();
        let woken = waiting.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
            if let Some(wake) = woken.borrow_mut().take() {
                // A resolve function cannot fail.
                let _ = wake.call0(&JsValue::NULL);
            }
        });
        channel.port1().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Self { channel, waiting, _on_message: on_message })
    }

    /// Waits for the next task.
    pub async fn next(&self) {
        let promise = Promise::new(&mut |resolve, _| {
            *self.waiting.borrow_mut() = Some(resolve);
        });
        if self.channel.port2().post_message(&JsValue::NULL).is_ok() {
            // The promise has no way to be rejected.
            let _ = JsFuture::from(promise).await;
        }
    }
}

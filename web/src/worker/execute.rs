//! A run of a person's own code, told to the page as a model's would be.

use std::ops::ControlFlow;

use vthinker_core::{
    input::decode_image,
    think::{Event, IMAGE_PATH, Listener, execute, pasted_source},
};
use vthinker_sandbox::{Limits, Sandbox};
use vthinker_web::FromWorker;

use crate::{outbox::post, run::tell};

/// The code and its picture.
pub struct Code {
    /// The run's id.
    pub id: u32,
    /// The picture file, if there is one.
    pub image: Option<Vec<u8>>,
    /// Python.
    pub source: String,
}

/// Runs the code in a sandbox of its own.
pub async fn run_code(code: Code) -> Result<(), String> {
    let Code { id, image, source } = code;
    let mut sandbox = match image {
        Some(bytes) => {
            let picture = decode_image(&bytes).map_err(|e| format!("The picture cannot be used: {e}."))?;
            Sandbox::with_image(picture, IMAGE_PATH, Limits::default())
        }
        None => Sandbox::new(Limits::default()),
    };
    // The listener below never breaks off.
    let _ = execute(&mut sandbox, &pasted_source(&source), 0, &mut Page { id })
        .await
        .map_err(|e| e.to_string())?;
    post(&FromWorker::Executed { id });
    Ok(())
}

struct Page {
    id: u32,
}

impl Listener for Page {
    async fn hear(&mut self, event: Event) -> ControlFlow<()> {
        tell(self.id, &event);
        ControlFlow::Continue(())
    }
}

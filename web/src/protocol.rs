//! Messages between a page and the engine's worker, as plain objects so that JavaScript can speak them too.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::{Example, Verdict};

/// Which processor runs the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EngineChoice {
    /// WebGPU where a hardware adapter is there, else the CPU.
    #[default]
    Auto,
    /// The CPU, with WebAssembly SIMD.
    Cpu,
    /// WebGPU, whatever the adapter.
    WebGpu,
}

impl EngineChoice {
    /// Reads the value of `?engine=`; unknown values are refused so that a typing error does not pass unseen.
    pub fn parse(value: &str) -> Result<Self, String> {
        match value {
            "" | "auto" => Ok(Self::Auto),
            "cpu" => Ok(Self::Cpu),
            "webgpu" => Ok(Self::WebGpu),
            other => Err(format!("engine={other} in the address is unknown: use auto, cpu or webgpu")),
        }
    }
}

/// What a page asks of the worker. Send nothing before [`FromWorker::Started`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToWorker {
    /// Fetch a model folder and make it ready.
    Load {
        /// Absolute address of the folder, with a slash at its end.
        base_url: String,
        /// Where to run it.
        #[serde(default)]
        engine: EngineChoice,
    },
    /// Think about a picture. The worker answers with events until the conversation's end.
    Run {
        /// Chosen by the page; every message about this conversation carries it.
        id: u32,
        /// The picture file's bytes (PNG, JPEG, WebP, GIF or BMP).
        #[serde(with = "serde_bytes")]
        image: Vec<u8>,
        /// What to find, draw or answer.
        question: String,
        /// `perception`, `instruction` or `reasoning`.
        task: String,
        /// The problem with its solution, if the worker shall judge the result.
        #[serde(default)]
        problem: Option<Example>,
        /// Tokens the model may write, if not the default.
        #[serde(default)]
        max_tokens: Option<u32>,
    },
    /// Run a person's code in the sandbox. The worker answers with events, then [`FromWorker::Executed`].
    Execute {
        /// Chosen by the page, as for `Run`.
        id: u32,
        /// The picture file's bytes, for `image_path`; none for code that makes its own.
        #[serde(default, with = "serde_bytes")]
        image: Option<Vec<u8>>,
        /// Python.
        source: String,
    },
    /// End the running conversation after the current token.
    Stop,
}

/// What the worker tells a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromWorker {
    /// The worker listens.
    Started,
    /// A file is coming in.
    Loading {
        /// File name, for people.
        file: String,
        /// Bytes so far, over all files of this phase.
        received: f64,
        /// Bytes expected; none where the server does not say.
        #[serde(default)]
        total: Option<f64>,
    },
    /// The model is ready.
    Ready {
        /// `cpu` or `webgpu`.
        engine: EngineChoice,
        /// The processor by its own name, for people.
        adapter: String,
        /// The model's name.
        model: String,
        /// Number of weights.
        parameters: f64,
        /// Time from the request until now.
        load_ms: f64,
    },
    /// Something happened in a conversation.
    Event {
        /// The conversation.
        id: u32,
        /// The core's event as JSON.
        line: String,
    },
    /// The whole trace of a conversation, sent before its `end` event.
    Trace {
        /// The conversation.
        id: u32,
        /// JSON lines.
        text: String,
    },
    /// The code has run.
    Executed {
        /// The run.
        id: u32,
    },
    /// The judge compared the result with the problem's solution; sent before the `end` event.
    Verdict {
        /// The conversation.
        id: u32,
        /// The verdict.
        verdict: Verdict,
    },
    /// Something failed.
    Error {
        /// What, and what to do about it, for people.
        what: String,
        /// The conversation, if it belongs to one.
        #[serde(default)]
        id: Option<u32>,
        /// True if the worker cannot go on and a new one is needed.
        #[serde(default)]
        fatal: bool,
    },
}

/// Makes the object for `postMessage`.
pub fn to_js<T: Serialize>(message: &T) -> Result<JsValue, String> {
    message
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|e| format!("a message could not be written: {e}"))
}

/// Reads a message's object.
pub fn from_js<T: for<'de> Deserialize<'de>>(message: JsValue) -> Result<T, String> {
    serde_wasm_bindgen::from_value(message).map_err(|e| format!("a message could not be read: {e}"))
}

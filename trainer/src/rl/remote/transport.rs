//! What servers answer: JSON, or a reason to ask again or to give up.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::flywheel::transport::{self, Limits, is_address};

/// What came back.
#[derive(Debug)]
pub(in crate::rl) enum Reply {
    /// A body with status 200.
    Body(Value),
    /// Nothing of use; the same request may do later. Writing a text anew costs nobody money.
    Again { wait: Option<Duration>, what: String },
    /// The same request would be refused again.
    Refused(String),
}

/// A connection to one server.
pub(in crate::rl) struct Transport(transport::Transport);

impl Transport {
    /// A connection to the server at an address such as `http://host:30000`, which a setting names; the environment
    /// variable may have its key.
    pub(in crate::rl) fn new(setting: &str, url: &str, key: &str, limits: Limits) -> Result<Self> {
        ensure!(is_address(url), "{setting} `{url}`: expected an address such as http://host:30000");
        Ok(Self(transport::Transport::new(url, std::env::var(key).ok().as_deref(), limits)))
    }

    /// The server's address.
    pub(in crate::rl) fn base(&self) -> &str {
        self.0.base()
    }

    /// Sends JSON; `json` is whether the answer's body is JSON that matters.
    pub(in crate::rl) fn post(&self, path: &str, body: &Value, json: bool) -> Reply {
        reply(self.0.post(path, body, json), json)
    }

    /// Asks for JSON.
    pub(in crate::rl) fn get(&self, path: &str) -> Reply {
        reply(self.0.get(path), true)
    }
}

fn reply(came: transport::Reply, json: bool) -> Reply {
    match came {
        transport::Reply::Body(_) if !json => Reply::Body(Value::Null),
        transport::Reply::Body(text) => match serde_json::from_str(&text) {
            Ok(value) => Reply::Body(value),
            Err(error) => Reply::Again { wait: None, what: format!("its answer is no JSON: {error}") },
        },
        transport::Reply::Busy { wait, what } => Reply::Again { wait, what },
        transport::Reply::Lost(what) => Reply::Again { wait: None, what },
        transport::Reply::Refused { what, .. } => Reply::Refused(what),
    }
}

//! What rollout servers answer: JSON, or a reason to ask again or to give up.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::flywheel::transport::{self, Limits, is_address};

/// Environment variable with the key that servers want, if they want one.
pub(super) const KEY: &str = "VTHINKER_ROLLOUTS_KEY";
const LIMITS: Limits = Limits {
    connect: Some(Duration::from_secs(10)),
    // A long text on a busy server, or the loading of weights.
    whole: Duration::from_secs(15 * 60),
    // The head comes when the text is written.
    body: Some(Duration::from_secs(60)),
    // One token is some forty bytes.
    bytes: 64 << 20,
};

/// What came back.
#[derive(Debug)]
pub(super) enum Reply {
    /// A body with status 200.
    Body(Value),
    /// Nothing of use; the same request may do later. Writing a text anew costs nobody money.
    Again { wait: Option<Duration>, what: String },
    /// The same request would be refused again.
    Refused(String),
}

/// A connection to one server.
pub(super) struct Transport(transport::Transport);

impl Transport {
    /// A connection to the server at an address such as `http://host:30000`.
    pub(super) fn new(url: &str) -> Result<Self> {
        ensure!(is_address(url), "rollouts `{url}`: expected an address such as http://host:30000");
        Ok(Self(transport::Transport::new(url, std::env::var(KEY).ok().as_deref(), LIMITS)))
    }

    /// The server's address.
    pub(super) fn base(&self) -> &str {
        self.0.base()
    }

    /// Sends JSON; `json` is whether the answer's body is JSON that matters.
    pub(super) fn post(&self, path: &str, body: &Value, json: bool) -> Reply {
        reply(self.0.post(path, body, json), json)
    }

    /// Asks for JSON.
    pub(super) fn get(&self, path: &str) -> Reply {
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

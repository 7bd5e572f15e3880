//! One request and what may come back.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, StatusCode};

use super::endpoint::Endpoint;

/// Bytes of an answer at most.
const BODY: u64 = 4 << 20;
/// Bytes of an error's text that are read, and characters that are shown.
const ERROR: u64 = 64 << 10;
const SHOWN: usize = 300;

/// What came back.
#[derive(Debug)]
pub(super) enum Reply {
    /// A body with status 200.
    Body(String),
    /// Not now; perhaps after some time.
    Busy { wait: Option<Duration>, what: String },
    /// Nothing of use, though the work may have been done and billed.
    Lost(String),
    /// The request itself is refused; the same one would be again.
    Refused { status: u16, what: String },
}

/// A connection to one endpoint.
pub(super) struct Transport {
    agent: Agent,
    base: String,
    key: Option<String>,
}

impl Transport {
    pub(super) fn new(endpoint: &Endpoint) -> Result<Self> {
        let key = match &endpoint.key_env {
            Some(name) => {
                let key = std::env::var(name)
                    .with_context(|| format!("the environment variable {name} (key_env) holds no key"))?;
                Some(key.trim().to_owned())
            }
            None => None,
        };
        let timeout = Duration::try_from_secs_f64(endpoint.timeout_s).context("timeout_s")?;
        let agent = Agent::config_builder()
            .timeout_global(Some(timeout))
            .http_status_as_error(false)
            // A redirect would carry prompts and perhaps the key to somebody else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build()
            .new_agent();
        Ok(Self { agent, base: endpoint.base_url.trim_end_matches('/').to_owned(), key })
    }

    /// Sends JSON to a path below the base address.
    pub(super) fn post(&self, path: &str, body: &Value) -> Reply {
        let mut request =
            self.agent.post(format!("{}/{path}", self.base)).header("Content-Type", "application/json");
        if let Some(key) = &self.key {
            request = request.header("Authorization", format!("Bearer {key}"));
        }
        let mut response = match request.send(body.to_string()) {
            Ok(response) => response,
            Err(error) => return self.failure(&error),
        };
        let status = response.status();
        if status == StatusCode::OK {
            return match response.body_mut().with_config().limit(BODY).read_to_vec() {
                Ok(bytes) => match String::from_utf8(bytes) {
                    Ok(text) => Reply::Body(text),
                    Err(_) => Reply::Lost("the answer is not UTF-8".to_owned()),
                },
                Err(ureq::Error::BodyExceedsLimit(_)) => {
                    Reply::Lost(format!("the answer has more than {BODY} bytes"))
                }
                Err(error) => Reply::Lost(self.clean(&error.to_string())),
            };
        }
        let wait = retry_after(response.headers());
        if status.is_redirection() {
            let what = "it redirects elsewhere, which is not followed; check base_url".to_owned();
            return Reply::Refused { status: status.as_u16(), what };
        }
        let text = response
            .body_mut()
            .with_config()
            .limit(ERROR)
            .lossy_utf8(true)
            .read_to_string()
            .unwrap_or_default();
        let what = format!("status {}: {}", status.as_u16(), self.clean(&text));
        match status.as_u16() {
            408 | 425 | 429 | 500..=599 => Reply::Busy { wait, what },
            status => Reply::Refused { status, what },
        }
    }

    fn failure(&self, error: &ureq::Error) -> Reply {
        let what = self.clean(&error.to_string());
        match error {
            ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => Reply::Busy { wait: None, what },
            ureq::Error::Io(io) if io.kind() == std::io::ErrorKind::ConnectionRefused => {
                Reply::Busy { wait: None, what }
            }
            ureq::Error::BadUri(_) | ureq::Error::InvalidProxyUrl => Reply::Refused { status: 0, what },
            _ => Reply::Lost(what),
        }
    }

    /// A text of the other side, shortened and without the key, should it repeat it.
    fn clean(&self, text: &str) -> String {
        let text = match &self.key {
            Some(key) if !key.is_empty() => text.replace(key.as_str(), "[key]"),
            _ => text.to_owned(),
        };
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.chars().filter(|c| !c.is_control()).take(SHOWN).collect()
    }
}

/// Seconds, as nearly all servers say them; a date is taken as unknown.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds: f64 = headers.get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

//! JSON over HTTP.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, StatusCode};

/// Environment variable with the key that servers want, if they want one.
pub(super) const KEY: &str = "VTHINKER_ROLLOUTS_KEY";
/// Until a connection stands.
const CONNECT: Duration = Duration::from_secs(10);
/// Until an answer is there: a long text on a busy server, or the loading of weights.
const ANSWER: Duration = Duration::from_secs(15 * 60);
/// Between the head of an answer, which comes when the text is written, and its end.
const BODY_COMES: Duration = Duration::from_secs(60);
/// Bytes of an answer at most; one token is some forty.
const BODY: u64 = 64 << 20;
/// Bytes of an error's text that are read, and characters that are shown.
const ERROR: u64 = 64 << 10;
const SHOWN: usize = 400;

/// What came back.
#[derive(Debug)]
pub(super) enum Reply {
    /// A body with status 200.
    Body(Value),
    /// Nothing of use; the same request may do later.
    Again { wait: Option<Duration>, what: String },
    /// The same request would be refused again.
    Refused(String),
}

/// A connection to one server.
pub(super) struct Transport {
    agent: Agent,
    base: String,
    key: Option<String>,
}

impl Transport {
    /// A connection to the server at an address such as `http://host:30000`.
    pub(super) fn new(url: &str) -> Result<Self> {
        ensure!(
            url.starts_with("http://") || url.starts_with("https://"),
            "rollouts `{url}`: expected an address such as http://host:30000"
        );
        url.parse::<ureq::http::Uri>().with_context(|| format!("rollouts `{url}`"))?;
        let agent = Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(ANSWER))
            .timeout_recv_body(Some(BODY_COMES))
            .http_status_as_error(false)
            // A redirect would carry prompts and perhaps the key to somebody else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build()
            .new_agent();
        let key = std::env::var(KEY).ok().map(|key| key.trim().to_owned()).filter(|key| !key.is_empty());
        Ok(Self { agent, base: url.trim_end_matches('/').to_owned(), key })
    }

    /// The server's address.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// Sends JSON; `json` is whether the answer's body is JSON that matters.
    pub(super) fn post(&self, path: &str, body: &Value, json: bool) -> Reply {
        let mut request =
            self.agent.post(format!("{}{path}", self.base)).header("Content-Type", "application/json");
        if let Some(key) = &self.key {
            request = request.header("Authorization", format!("Bearer {key}"));
        }
        self.read(request.send(body.to_string()), json)
    }

    /// Asks for JSON.
    pub(super) fn get(&self, path: &str) -> Reply {
        let mut request = self.agent.get(format!("{}{path}", self.base));
        if let Some(key) = &self.key {
            request = request.header("Authorization", format!("Bearer {key}"));
        }
        self.read(request.call(), true)
    }

    fn read(&self, response: Result<ureq::http::Response<ureq::Body>, ureq::Error>, json: bool) -> Reply {
        let again = |what: String| Reply::Again { wait: None, what };
        let mut response = match response {
            Ok(response) => response,
            Err(error @ (ureq::Error::BadUri(_) | ureq::Error::InvalidProxyUrl)) => {
                return Reply::Refused(self.clean(&error.to_string()));
            }
            Err(error) => return again(self.clean(&error.to_string())),
        };
        let status = response.status();
        if status == StatusCode::OK {
            if !json {
                return Reply::Body(Value::Null);
            }
            return match response.body_mut().with_config().limit(BODY).read_to_vec() {
                Ok(bytes) => match serde_json::from_slice(&bytes) {
                    Ok(value) => Reply::Body(value),
                    Err(error) => again(format!("its answer is no JSON: {error}")),
                },
                Err(error) => again(self.clean(&error.to_string())),
            };
        }
        let wait = retry_after(response.headers());
        let text = response
            .body_mut()
            .with_config()
            .limit(ERROR)
            .lossy_utf8(true)
            .read_to_string()
            .unwrap_or_default();
        let what = format!("status {}: {}", status.as_u16(), self.clean(&text));
        match status.as_u16() {
            408 | 425 | 429 | 500..=599 => Reply::Again { wait, what },
            _ => Reply::Refused(what),
        }
    }

    /// A text of the other side, shortened and without the key, should it repeat it.
    fn clean(&self, text: &str) -> String {
        let text = match &self.key {
            Some(key) => text.replace(key.as_str(), "[key]"),
            None => text.to_owned(),
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

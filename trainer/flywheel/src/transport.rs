//! JSON over HTTP to a server of models: one request and what may come back.
//!
//! Creators and judges are asked through it, and so are the servers that write the trainer's rollouts. It never asks
//! twice: whoever sends knows whether the same again would be paid twice.

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, StatusCode, Uri};

/// Bytes of an error's text that are read, and characters that are shown.
const ERROR: u64 = 64 << 10;
const SHOWN: usize = 400;

/// How long a server is waited for, and how much it may say.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Until a connection stands, if that has a limit of its own.
    pub connect: Option<Duration>,
    /// From the start of a request to the end of its answer.
    pub whole: Duration,
    /// Between the head of an answer and its end, if that has a limit of its own.
    pub body: Option<Duration>,
    /// Bytes of an answer.
    pub bytes: u64,
}

/// What came back.
#[derive(Debug)]
pub enum Reply {
    /// The body of an answer with status 200; empty if it was not to be read.
    Body(String),
    /// Not now; perhaps after some time.
    Busy {
        /// For how long the server asks to be left alone.
        wait: Option<Duration>,
        /// What it said.
        what: String,
    },
    /// Nothing of use, though the work may have been done and billed.
    Lost(String),
    /// The request itself is refused; the same one would be again.
    Refused {
        /// The HTTP status, 0 if the request could not even be sent.
        status: u16,
        /// What it said.
        what: String,
    },
}

/// A connection to one server.
pub struct Transport {
    agent: Agent,
    base: String,
    key: Option<String>,
    bytes: u64,
}

impl Transport {
    /// A connection to the server at an address such as `http://host:30000/v1`; the key is sent as bearer token.
    pub fn new(base: &str, key: Option<&str>, limits: Limits) -> Self {
        let agent = Agent::config_builder()
            .timeout_connect(limits.connect)
            .timeout_global(Some(limits.whole))
            .timeout_recv_body(limits.body)
            .http_status_as_error(false)
            // A redirect would carry prompts and perhaps the key to somebody else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build()
            .new_agent();
        let key = key.map(|key| key.trim().to_owned()).filter(|key| !key.is_empty());
        Self { agent, base: base.trim_end_matches('/').to_owned(), key, bytes: limits.bytes }
    }

    /// The server's address.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Sends JSON to a path, which begins with a slash, below the address; `read` is whether the answer's body matters.
    pub fn post(&self, path: &str, body: &Value, read: bool) -> Reply {
        let request =
            self.agent.post(format!("{}{path}", self.base)).header("Content-Type", "application/json");
        self.answer(self.signed(request).send(body.to_string()), read)
    }

    /// Asks for what is at a path below the address.
    pub fn get(&self, path: &str) -> Reply {
        self.answer(self.signed(self.agent.get(format!("{}{path}", self.base))).call(), true)
    }

    fn signed<B>(&self, request: ureq::RequestBuilder<B>) -> ureq::RequestBuilder<B> {
        match &self.key {
            Some(key) => request.header("Authorization", format!("Bearer {key}")),
            None => request,
        }
    }

    fn answer(&self, sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>, read: bool) -> Reply {
        let mut response = match sent {
            Ok(response) => response,
            Err(error) => return self.failure(&error),
        };
        let status = response.status();
        if status == StatusCode::OK {
            if !read {
                return Reply::Body(String::new());
            }
            return match response.body_mut().with_config().limit(self.bytes).read_to_vec() {
                Ok(bytes) => match String::from_utf8(bytes) {
                    Ok(text) => Reply::Body(text),
                    Err(_) => Reply::Lost("the answer is not UTF-8".to_owned()),
                },
                Err(ureq::Error::BodyExceedsLimit(_)) => {
                    Reply::Lost(format!("the answer has more than {} bytes", self.bytes))
                }
                Err(error) => Reply::Lost(self.clean(&error.to_string())),
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
        let mut what = format!("status {}: {}", status.as_u16(), self.clean(&text));
        if status.is_redirection() {
            what = format!(
                "status {}: it redirects elsewhere, which is not followed; give the address it has now",
                status.as_u16()
            );
        }
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
            Some(key) => text.replace(key.as_str(), "[key]"),
            None => text.to_owned(),
        };
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.chars().filter(|c| !c.is_control()).take(SHOWN).collect()
    }
}

/// Whether a text is an address that requests can be sent to: `http://` or `https://`, with a host.
pub fn is_address(url: &str) -> bool {
    let scheme = url.starts_with("http://") || url.starts_with("https://");
    scheme && url.parse::<Uri>().is_ok_and(|uri| uri.host().is_some_and(|host| !host.is_empty()))
}

/// Seconds, as nearly all servers say them; a date is taken as unknown.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds: f64 = headers.get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_have_a_scheme_and_a_host() {
        assert!(is_address("http://localhost:30000") && is_address("https://example.org/v1"));
        for wrong in ["host:30000", "ftp://host", "http://", "http:// host", "/v1"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}

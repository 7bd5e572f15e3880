//! Asking one model: cache, limits, tries, corrections.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Result, anyhow};
use serde_json::{Value, json};

use super::account::Account;
use super::cache::{Cache, Stored};
use super::clock::Clock;
use super::completion;
use super::connect::connect;
use super::endpoint::{Endpoint, Role};
use super::message::{Message, Prompt, Schema, Speaker, messages_json, tokens};
use super::pace::{Pace, Slots};
use super::rejection::{Reason, Refusal, Rejection};
use crate::transport::{Reply, Transport};

/// Requests in a row without an answer after which the endpoint counts as gone.
const PATIENCE: u32 = 8;
/// The first pause before a request is sent again, and the longest.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);
/// A server that asks for more patience than this is not waited for.
const RETRY_AFTER: Duration = Duration::from_secs(15 * 60);
/// Bytes of a bad answer that are shown to the model again.
const SHOWN: usize = 4000;

/// A connection that several roles may share, with its limits.
pub struct Line {
    endpoint: Endpoint,
    transport: Transport,
    account: Account,
    pace: Pace,
    slots: Slots,
    clock: Arc<dyn Clock>,
    /// Whether the endpoint takes `response_format`.
    structured: AtomicBool,
    unanswered: AtomicU32,
}

impl Line {
    /// A connection; `roles` are those that share it, whose earlier costs count.
    ///
    /// # Errors
    /// If the key's variable is not set or the cache cannot be read.
    pub fn new(endpoint: Endpoint, roles: &[Role], cache: &Cache, clock: Arc<dyn Clock>) -> Result<Self> {
        let mut earlier = 0.0;
        for role in roles {
            earlier += cache.cost(*role)?;
        }
        Ok(Self {
            transport: connect(&endpoint)?,
            account: Account::new(endpoint.cost_limit, earlier),
            pace: Pace::new(endpoint.requests_per_minute),
            slots: Slots::new(endpoint.concurrency),
            clock,
            structured: AtomicBool::new(true),
            unanswered: AtomicU32::new(0),
            endpoint,
        })
    }

    /// What was spent.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The endpoint.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Sends JSON until `read` can use the answer; `spend` is what one answer may cost at most.
    pub(super) fn request(
        &self,
        path: &str,
        spend: f64,
        seed: &str,
        body: impl Fn(bool) -> Value,
        read: impl Fn(&str) -> Result<Stored>,
    ) -> Result<Stored, Refusal> {
        let mut why = String::new();
        for attempt in 0..self.endpoint.tries {
            let structured = self.structured.load(Ordering::Relaxed);
            let slot = self.slots.take();
            let reservation = self.account.reserve(spend)?;
            self.pace.wait(&*self.clock);
            let reply = self.transport.post(path, &body(structured), true);
            drop(slot);
            let mut asked = None;
            match reply {
                Reply::Body(text) => match read(&text) {
                    Ok(stored) => {
                        self.unanswered.store(0, Ordering::Relaxed);
                        reservation.settle(stored.cost, stored.input_tokens, stored.output_tokens);
                        return Ok(stored);
                    }
                    Err(error) => {
                        reservation.lose();
                        why = format!("{error:#}");
                    }
                },
                Reply::Lost(what) => {
                    reservation.lose();
                    why = what;
                }
                Reply::Busy { wait, what } => {
                    (why, asked) = (what, wait);
                    if asked.is_some_and(|wait| wait > RETRY_AFTER) {
                        let error = anyhow!("{} asks to wait for {asked:?}: {why}", self.endpoint.base_url);
                        return Err(Refusal::Stopped(error));
                    }
                }
                Reply::Refused { status: 400 | 422, .. } if structured => {
                    // Perhaps only the schema is too much for it: the prompt tells it in words, too.
                    self.structured.store(false, Ordering::Relaxed);
                    continue;
                }
                // One prompt may be too long or not allowed; another may do.
                Reply::Refused { status: 400 | 413 | 422, what } => {
                    return Err(Rejection::new(Reason::Declined, what).into());
                }
                Reply::Refused { what, .. } => {
                    return Err(Refusal::Stopped(anyhow!("{} refuses: {what}", self.endpoint.base_url)));
                }
            }
            if attempt + 1 < self.endpoint.tries {
                let pause = backoff(attempt, seed).max(asked.unwrap_or_default());
                if asked.is_some() {
                    self.pace.pause(&*self.clock, pause);
                }
                self.clock.sleep(pause);
            }
        }
        if self.unanswered.fetch_add(1, Ordering::Relaxed) + 1 >= PATIENCE {
            let error = anyhow!("{} gave no answer to {PATIENCE} requests: {why}", self.endpoint.base_url);
            return Err(Refusal::Stopped(error));
        }
        Err(Rejection::new(Reason::Unanswered, why).into())
    }
}

/// Doubles with every attempt; the half that is chance is drawn from what is asked, so that runs are alike.
fn backoff(attempt: u32, seed: &str) -> Duration {
    let hash = seed.bytes().fold(u64::from(attempt) + 0x9e37, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let share = 0.5 + 0.5 * (hash >> 40) as f64 / (1u64 << 24) as f64;
    PAUSE.saturating_mul(1 << attempt.min(10)).min(LONGEST).mul_f64(share)
}

/// A model in one role.
pub struct Client {
    role: Role,
    line: Arc<Line>,
    cache: Arc<Cache>,
}

impl Client {
    /// A model in a role.
    pub fn new(role: Role, line: Arc<Line>, cache: Arc<Cache>) -> Self {
        Self { role, line, cache }
    }

    /// The connection.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// Asks until `accept` takes the answer; what it finds wrong is told to the model, as often as the endpoint allows.
    ///
    /// # Errors
    /// What was wrong at last, or why everything must stop.
    pub fn ask<T>(
        &self,
        prompt: &Prompt,
        accept: impl Fn(&Value) -> Result<T, Rejection>,
    ) -> Result<T, Refusal> {
        let mut messages = prompt.messages.clone();
        let mut corrections = self.line.endpoint.corrections;
        loop {
            let stored = self.answer(&messages, &prompt.schema)?;
            let rejection = match completion::object(&stored).and_then(|value| accept(&value)) {
                Ok(accepted) => return Ok(accepted),
                Err(rejection) => rejection,
            };
            if corrections == 0 || !rejection.reason.is_correctable() {
                return Err(rejection.into());
            }
            corrections -= 1;
            let said = clip(stored.content.as_deref().unwrap_or_default());
            messages.push(Message::text(Speaker::Assistant, said));
            let wrong = format!(
                "This answer cannot be used. {rejection}\nCorrect it and give the whole JSON object again, \
                 nothing else."
            );
            messages.push(Message::text(Speaker::User, wrong));
        }
    }

    /// The answer to messages: from the cache, or asked for and written there before anyone uses it.
    fn answer(&self, messages: &[Message], schema: &Schema) -> Result<Stored, Refusal> {
        let (endpoint, shown) = (&self.line.endpoint, messages_json(messages));
        let key = Cache::key(self.role, &endpoint.model, &shown, &schema.schema);
        let _hold = self.cache.hold(&key);
        if let Some(stored) = self.cache.get(self.role, &key)? {
            self.line.account.cached();
            return Ok(stored);
        }
        let input = tokens(messages);
        let spend = endpoint.cost(input, u64::from(endpoint.max_tokens));
        let body = |structured: bool| {
            let mut body = json!({
                "model": endpoint.model,
                "messages": shown,
                "temperature": endpoint.temperature,
                "max_tokens": endpoint.max_tokens,
            });
            if structured {
                let schema = json!({"name": schema.name, "strict": true, "schema": schema.schema});
                body["response_format"] = json!({"type": "json_schema", "json_schema": schema});
            }
            body
        };
        let read = |text: &str| completion::open(text, endpoint, input);
        let stored = self.line.request("/chat/completions", spend, &key, body, read)?;
        self.cache.put(self.role, &key, &stored)?;
        Ok(stored)
    }
}

fn clip(text: &str) -> &str {
    let mut end = text.len().min(SHOWN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

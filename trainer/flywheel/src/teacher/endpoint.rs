//! Where models are asked, and what may be spent there.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::transport::is_address;

/// What a model is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Makes problems, tools and principles.
    Creator,
    /// Scores problems.
    Checker,
    /// Rewrites questions whose pictures are good.
    Repairer,
    /// Makes problems harder.
    Expander,
    /// Embeds texts.
    Embedder,
}

impl Role {
    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Role::Creator => "creator",
            Role::Checker => "checker",
            Role::Repairer => "repairer",
            Role::Expander => "expander",
            Role::Embedder => "embedder",
        }
    }
}

/// One OpenAI-compatible endpoint with its limits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// The address up to and with the version, such as `http://localhost:8000/v1`.
    pub base_url: String,
    /// The model's name there.
    pub model: String,
    /// The environment variable that holds the key; none for an endpoint without one.
    #[serde(default)]
    pub key_env: Option<String>,
    /// Price of a million input tokens, in any currency.
    #[serde(default)]
    pub input_price: f64,
    /// Price of a million output tokens, in the same currency.
    #[serde(default)]
    pub output_price: f64,
    /// Sampling temperature.
    #[serde(default = "temperature")]
    pub temperature: f64,
    /// Tokens of one answer at most.
    #[serde(default = "max_tokens")]
    pub max_tokens: u32,
    /// Seconds until a request is given up.
    #[serde(default = "timeout_s")]
    pub timeout_s: f64,
    /// Requests a minute at most.
    #[serde(default = "requests_per_minute")]
    pub requests_per_minute: f64,
    /// Requests at a time at most.
    #[serde(default = "concurrency")]
    pub concurrency: usize,
    /// What this role may cost in all, with earlier runs on the same cache; no limit if none is given.
    #[serde(default)]
    pub cost_limit: Option<f64>,
    /// How often a request without an answer is sent at most.
    #[serde(default = "tries")]
    pub tries: u32,
    /// How often the model is told what is wrong with its answer at most.
    #[serde(default = "corrections")]
    pub corrections: u32,
}

fn temperature() -> f64 {
    0.7
}
fn max_tokens() -> u32 {
    4096
}
fn timeout_s() -> f64 {
    180.0
}
fn requests_per_minute() -> f64 {
    60.0
}
fn concurrency() -> usize {
    4
}
fn tries() -> u32 {
    6
}
fn corrections() -> u32 {
    2
}

impl Endpoint {
    /// An endpoint with the default limits.
    pub fn new(base_url: impl Into<String>, model: impl Into<String>) -> Self {
        Self {
            base_url: base_url.into(),
            model: model.into(),
            key_env: None,
            input_price: 0.0,
            output_price: 0.0,
            temperature: temperature(),
            max_tokens: max_tokens(),
            timeout_s: timeout_s(),
            requests_per_minute: requests_per_minute(),
            concurrency: concurrency(),
            cost_limit: None,
            tries: tries(),
            corrections: corrections(),
        }
    }

    /// What some tokens cost.
    pub fn cost(&self, input_tokens: u64, output_tokens: u64) -> f64 {
        (input_tokens as f64 * self.input_price + output_tokens as f64 * self.output_price) / 1e6
    }

    fn check(&self, role: Role) -> Result<()> {
        let name = role.name();
        let url = &self.base_url;
        ensure!(is_address(url), "{name}: base_url {url:?} must be an address such as http://host:8000/v1");
        ensure!(!url.contains('@'), "{name}: base_url must hold no key; name its variable in key_env");
        ensure!(!self.model.is_empty(), "{name}: model is empty");
        for (field, value) in [("input_price", self.input_price), ("output_price", self.output_price)] {
            ensure!(value.is_finite() && value >= 0.0, "{name}: {field} {value} must be 0 or more");
        }
        let limit = self.cost_limit.unwrap_or_default();
        ensure!(limit.is_finite() && limit >= 0.0, "{name}: cost_limit {limit} must be 0 or more");
        let warm = (0.0..=2.0).contains(&self.temperature);
        ensure!(warm, "{name}: temperature {} must lie between 0 and 2", self.temperature);
        let time = self.timeout_s > 0.0 && self.timeout_s <= 86_400.0;
        ensure!(time, "{name}: timeout_s {} must lie between 0 and a day", self.timeout_s);
        let rate = self.requests_per_minute > 0.0 && self.requests_per_minute.is_finite();
        ensure!(rate, "{name}: requests_per_minute {} must be positive", self.requests_per_minute);
        for (field, value) in [
            ("max_tokens", u64::from(self.max_tokens)),
            ("concurrency", self.concurrency as u64),
            ("tries", u64::from(self.tries)),
        ] {
            ensure!(value > 0, "{name}: {field} must be at least 1");
        }
        Ok(())
    }
}

/// The endpoints of all roles. Those that are not named are asked where the creator is, with its limits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoints {
    /// Makes problems.
    pub creator: Endpoint,
    /// Scores them.
    #[serde(default)]
    pub checker: Option<Endpoint>,
    /// Rewrites them.
    #[serde(default)]
    pub repairer: Option<Endpoint>,
    /// Makes them harder.
    #[serde(default)]
    pub expander: Option<Endpoint>,
    /// Embeds texts; without it the embedded default does.
    #[serde(default)]
    pub embedder: Option<Endpoint>,
}

impl Endpoints {
    /// Reads TOML with one table a role.
    ///
    /// # Errors
    /// If the file cannot be read, a field is unknown or missing, or a value makes no sense.
    pub fn read(path: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("endpoints {}", path.display()))
    }

    /// Reads TOML with one table a role.
    ///
    /// # Errors
    /// If a field is unknown or missing, or a value makes no sense.
    pub fn parse(text: &str) -> Result<Self> {
        let endpoints: Self = toml::from_str(text).context("expected a table [creator] and others")?;
        for role in [Role::Creator, Role::Checker, Role::Repairer, Role::Expander] {
            endpoints.of(role).check(role)?;
        }
        if let Some(embedder) = &endpoints.embedder {
            embedder.check(Role::Embedder)?;
        }
        Ok(endpoints)
    }

    /// One endpoint for every role.
    pub fn all(endpoint: Endpoint) -> Self {
        Self { creator: endpoint, checker: None, repairer: None, expander: None, embedder: None }
    }

    /// The endpoint of a role.
    pub fn of(&self, role: Role) -> &Endpoint {
        match role {
            Role::Creator => None,
            Role::Checker => self.checker.as_ref(),
            Role::Repairer => self.repairer.as_ref(),
            Role::Expander => self.expander.as_ref(),
            Role::Embedder => self.embedder.as_ref(),
        }
        .unwrap_or(&self.creator)
    }
}

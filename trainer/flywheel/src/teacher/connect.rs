//! A connection to the endpoint of a model.

use std::time::Duration;

use anyhow::{Context, Result};

use super::endpoint::Endpoint;
use crate::transport::{Limits, Transport};

/// Bytes of an answer at most.
const BODY: u64 = 4 << 20;

/// The connection that an endpoint describes, with the key from the variable it names.
pub(super) fn connect(endpoint: &Endpoint) -> Result<Transport> {
    let key = match &endpoint.key_env {
        Some(name) => Some(
            std::env::var(name)
                .with_context(|| format!("the environment variable {name} (key_env) holds no key"))?,
        ),
        None => None,
    };
    let whole = Duration::try_from_secs_f64(endpoint.timeout_s).context("timeout_s")?;
    let limits = Limits { connect: None, whole, body: None, bytes: BODY };
    Ok(Transport::new(&endpoint.base_url, key.as_deref(), limits))
}

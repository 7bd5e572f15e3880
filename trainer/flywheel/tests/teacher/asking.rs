//! What the tests ask, and whom.

use std::sync::Arc;

use serde_json::{Value, json};
use vthinker_flywheel::teacher::{
    Client, Clock, Endpoint, Endpoints, Line, Models, Part, Principle, Prompt, Reason, Refusal, Rejection,
    Role, Schema,
};

use crate::server::{Leap, Script, cache};

pub(crate) fn prompt(text: &str) -> Prompt {
    Prompt::new(
        "Be brief.",
        vec![Part::Text(text.to_owned())],
        Schema { name: "number", schema: json!({"type": "object"}) },
    )
}

pub(crate) fn client(endpoint: Endpoint, folder: &tempfile::TempDir, clock: &Arc<Leap>) -> Client {
    let cache = cache(folder);
    let clock: Arc<dyn Clock> = Arc::clone(clock) as _;
    let line = Line::new(endpoint, &[Role::Creator], &cache, clock).unwrap();
    Client::new(Role::Creator, Arc::new(line), cache)
}

pub(crate) fn number(value: &Value) -> Result<u64, Rejection> {
    value["n"].as_u64().ok_or_else(|| Rejection::new(Reason::Malformed, "`n` is no number"))
}

pub(crate) fn reason<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Reason {
    match result {
        Err(Refusal::Rejected(rejection)) => rejection.reason,
        other => panic!("expected a rejection: {other:?}"),
    }
}

pub(crate) fn stopped<T: std::fmt::Debug>(result: Result<T, Refusal>) -> String {
    match result {
        Err(Refusal::Stopped(error)) => format!("{error:#}"),
        other => panic!("expected a stop: {other:?}"),
    }
}

pub(crate) fn models(script: &Script, folder: &tempfile::TempDir) -> Models {
    let clock: Arc<dyn Clock> = Arc::new(Leap::default());
    Models::new(&Endpoints::all(script.endpoint()), &cache(folder), &clock).unwrap()
}

pub(crate) fn principles() -> Vec<Principle> {
    let path = ["Mathematics", "Geometry", "Midpoint"].map(str::to_owned).to_vec();
    vec![Principle { path, sentence: "It halves.".to_owned() }]
}

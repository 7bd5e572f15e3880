//! Answers that come late, broken, cut off or not at all.

use std::sync::Arc;
use std::time::Duration;

use vthinker_flywheel::teacher::{Endpoint, Reason, Refusal};

use crate::asking::{client, number, prompt, reason, stopped};
use crate::server::{Act, Leap, Script, nobody};

/// The answer that a client gets through after the acts of a script, then `{"n": 7}` for ever.
fn through(acts: Vec<fn() -> Act>) -> (Result<u64, Refusal>, Script, Arc<Leap>) {
    through_in(5.0, acts)
}

fn through_in(timeout_s: f64, acts: Vec<fn() -> Act>) -> (Result<u64, Refusal>, Script, Arc<Leap>) {
    let script = Script::start(move |number, _| match acts.get(number) {
        Some(act) => act(),
        None => Act::Say("{\"n\": 7}".to_owned()),
    });
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
    let endpoint = Endpoint { timeout_s, ..script.endpoint() };
    let result = client(endpoint, &folder, &clock).ask(&prompt("A number?"), number);
    (result, script, clock)
}

#[test]
fn json_is_found_in_fences_and_after_thoughts() {
    for said in [
        "{\"n\": 7}",
        "Here it is:\n```json\n{\"n\": 7}\n```\nDone.",
        "```\n{\"n\": 7}\n```",
        "<think>{\"n\": 3}</think>\n{\"n\": 7}",
        "The answer is {\"n\": 7}.",
    ] {
        let script = Script::start(move |_, _| Act::Say(said.to_owned()));
        let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
        let got = client(script.endpoint(), &folder, &clock).ask(&prompt("A number?"), number);
        assert_eq!(got.unwrap(), 7, "{said}");
        assert_eq!(script.count(), 1, "{said}");
    }
}

#[test]
fn malformed_answers_are_corrected_with_the_reason() {
    let (got, script, _) =
        through(vec![|| Act::Say("{\"n\": ".to_owned()), || Act::Say("{\"n\": \"seven\"}".to_owned())]);
    assert_eq!(got.unwrap(), 7);
    let asked = script.asked.lock().unwrap();
    let told = asked[2]["messages"].to_string();
    assert!(told.contains("EOF while parsing") && told.contains("`n` is no number"), "{told}");
    assert_eq!(asked[2]["messages"].as_array().unwrap().len(), 6);
    // The limit of corrections holds.
    let bad: Vec<fn() -> Act> = vec![|| Act::Say("no".to_owned()); 9];
    let (got, script, _) = through(bad);
    assert_eq!(reason(got), Reason::Malformed);
    assert_eq!(script.count(), 3);
}

#[test]
fn truncation_is_told_and_then_counted() {
    let (got, script, _) = through(vec![|| Act::Finish("{\"n\": 7".to_owned(), "length")]);
    assert_eq!(got.unwrap(), 7);
    assert!(script.asked.lock().unwrap()[1]["messages"].to_string().contains("cut off after 500 tokens"));
    let (got, _, _) = through(vec![|| Act::Finish("{\"n\": 7".to_owned(), "length"); 9]);
    assert_eq!(reason(got), Reason::Truncated);
    let (got, script, _) = through(vec![|| Act::Finish(String::new(), "content_filter")]);
    assert_eq!(reason(got), Reason::Declined);
    assert_eq!(script.count(), 1);
}

#[test]
fn busy_servers_are_asked_again_later() {
    let busy = || Act::Raw(429, vec![("Retry-After", "30".to_owned())], b"slow down".to_vec());
    let broken = || Act::Raw(503, vec![], b"<html>".to_vec());
    let (got, script, clock) = through(vec![busy, broken]);
    assert_eq!(got.unwrap(), 7);
    assert_eq!(script.count(), 3);
    let slept = clock.slept.lock().unwrap().clone();
    assert!(slept.contains(&Duration::from_secs(30)), "{slept:?}");
    // The second pause doubles, with its share of chance.
    let second = slept.last().unwrap().as_secs_f64();
    assert!((1.0..=2.0).contains(&second), "{slept:?}");
    let (got, script, _) = through(vec![broken; 9]);
    assert_eq!(reason(got), Reason::Unanswered);
    assert_eq!(script.count(), 4);
}

#[test]
fn lost_answers_are_asked_again() {
    let (got, script, _) =
        through(vec![|| Act::Drop, || Act::Raw(200, vec![], b"{\"choices\": [".to_vec()), || {
            Act::Raw(200, vec![], vec![0xff, 0xfe, b'{'])
        }]);
    assert_eq!(got.unwrap(), 7);
    assert_eq!(script.count(), 4);
    let (got, script, _) = through(vec![|| Act::Raw(200, vec![], vec![b' '; 5 << 20]), || {
        Act::Raw(200, vec![], b"{\"choices\": []}".to_vec())
    }]);
    assert_eq!(got.unwrap(), 7);
    assert_eq!(script.count(), 3);
    let (got, script, _) = through_in(1.0, vec![|| Act::Late(Duration::from_millis(1500))]);
    assert_eq!(got.unwrap(), 7);
    assert_eq!(script.count(), 2);
}

#[test]
fn redirects_and_wrong_keys_stop_everything() {
    let other = Script::start(|_, _| Act::Say("{\"n\": 7}".to_owned()));
    let target = format!("{}/chat/completions", other.endpoint().base_url);
    let script = Script::start(move |_, _| Act::Raw(307, vec![("Location", target.clone())], vec![]));
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
    let why = stopped(client(script.endpoint(), &folder, &clock).ask(&prompt("A number?"), number));
    assert!(why.contains("redirects elsewhere"), "{why}");
    assert_eq!(other.count(), 0);

    // PATH stands for a key: it is set everywhere.
    let key = std::env::var("PATH").unwrap();
    let said = key.clone();
    let script = Script::start(move |_, _| Act::Raw(401, vec![], format!("bad key {said}").into_bytes()));
    let endpoint = Endpoint { key_env: Some("PATH".to_owned()), ..script.endpoint() };
    let why = stopped(client(endpoint, &folder, &clock).ask(&prompt("A number?"), number));
    assert!(why.contains("status 401: bad key [key]") && !why.contains(&key), "{why}");
    assert_eq!(script.keys.lock().unwrap()[0], format!("Bearer {}", key.trim()));
    assert_eq!(script.count(), 1);
}

#[test]
fn an_endpoint_that_is_gone_stops_everything() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
    let mut endpoint = Endpoint::new(nobody(), "m");
    endpoint.requests_per_minute = 1e9;
    let client = client(endpoint, &folder, &clock);
    let results: Vec<_> = (0..8).map(|i| client.ask(&prompt(&format!("{i}?")), number)).collect();
    let mut results = results.into_iter();
    assert_eq!(reason(results.next().unwrap()), Reason::Unanswered);
    assert!(stopped(results.next_back().unwrap()).contains("gave no answer"));
    assert_eq!(client.line().account().spent().unsure, 0);
}

#[test]
fn endpoints_without_schemas_are_asked_without() {
    let script = Script::start(|_, body| match body.get("response_format") {
        Some(_) => Act::Raw(400, vec![], b"response_format is unknown".to_vec()),
        None => Act::Say("{\"n\": 7}".to_owned()),
    });
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
    let client = client(script.endpoint(), &folder, &clock);
    assert_eq!(client.ask(&prompt("One?"), number).unwrap(), 7);
    assert_eq!(client.ask(&prompt("Two?"), number).unwrap(), 7);
    assert_eq!(script.count(), 3);
    // The form is told in words, too.
    assert!(script.asked.lock().unwrap()[0]["messages"][0].to_string().contains("JSON schema"));
}

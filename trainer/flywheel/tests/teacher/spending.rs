//! What is paid, how fast, and what is known before.

use std::sync::Arc;
use std::time::Duration;

use vthinker_flywheel::teacher::{
    Clock, Endpoint, Endpoints, Estimate, Form, FromKnowledge, FromTools, Message, Models, Role, Speaker,
    ordered, tokens,
};
use vthinker_flywheel::{Knowledge, Tools};

use crate::asking::{client, number, principles, prompt};
use crate::server::{Act, Leap, Script, cache};

#[test]
fn nothing_is_paid_twice() {
    let script = Script::start(|number, _| match number {
        0 => Act::Say("not JSON".to_owned()),
        number => Act::Say(format!("{{\"n\": {number}}}")),
    });
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
    let priced = Endpoint { input_price: 2.0, output_price: 10.0, ..script.endpoint() };
    let first = client(priced.clone(), &folder, &clock);
    assert_eq!(first.ask(&prompt("One?"), number).unwrap(), 1);
    let spent = first.line().account().spent();
    assert_eq!((spent.requests, spent.input_tokens, spent.output_tokens), (2, 2000, 1000));
    assert!((spent.cost - 0.014).abs() < 1e-9, "{spent:?}");
    drop(first);
    // A new start takes the same way, corrections and all, and knows what was spent.
    let second = client(priced, &folder, &clock);
    assert_eq!(second.ask(&prompt("One?"), number).unwrap(), 1);
    assert_eq!(script.count(), 2);
    let spent = second.line().account().spent();
    assert_eq!((spent.requests, spent.cached), (0, 2));
    assert!((spent.cost - 0.014).abs() < 1e-9);
    // The same question by several threads at once is one request.
    let answers = ordered(&["Two?"; 6], 6, |text| {
        second.ask(&prompt(text), number).map_err(|refusal| anyhow::anyhow!("{refusal}"))
    });
    assert_eq!(answers.unwrap(), [2; 6]);
    assert_eq!(script.count(), 3);
}

#[test]
fn the_cost_limit_holds_with_many_threads() {
    let script = Script::start(|_, _| Act::Say("{\"n\": 7}".to_owned()));
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
    // An answer costs 0.5, and before it comes about as much is set aside.
    let endpoint = Endpoint {
        output_price: 1000.0,
        max_tokens: 500,
        cost_limit: Some(2.2),
        concurrency: 8,
        ..script.endpoint()
    };
    let client = client(endpoint, &folder, &clock);
    let texts: Vec<String> = (0..20).map(|i| format!("{i}?")).collect();
    let got = ordered(&texts, 8, |text| match client.ask(&prompt(text), number) {
        Ok(n) => Ok(n),
        Err(refusal) => anyhow::bail!("{refusal}"),
    });
    let why = got.unwrap_err().to_string();
    assert!(why.contains("the cost limit of 2.2 is reached"), "{why}");
    assert!(script.count() <= 4, "{}", script.count());
    assert!(client.line().account().spent().cost <= 2.2);
}

#[test]
fn requests_keep_their_pace() {
    let script = Script::start(|_, _| Act::Say("{\"n\": 7}".to_owned()));
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
    let endpoint = Endpoint { requests_per_minute: 30.0, ..script.endpoint() };
    let client = client(endpoint, &folder, &clock);
    for i in 0..5 {
        client.ask(&prompt(&format!("{i}?")), number).unwrap();
    }
    assert_eq!(clock.now(), Duration::from_secs(8));
}

#[test]
fn results_keep_the_order_of_the_work() {
    let script = Script::start(|_, body| {
        let text = body["messages"][1]["content"].as_str().unwrap();
        let n: u64 = text.trim_end_matches('?').parse().unwrap();
        // Later ones come first.
        std::thread::sleep(Duration::from_millis(20 - 2 * n));
        Act::Say(format!("{{\"n\": {n}}}"))
    });
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(Leap::default()));
    let client = client(script.endpoint(), &folder, &clock);
    let texts: Vec<String> = (0..10).map(|i| format!("{i}?")).collect();
    let got = ordered(&texts, 4, |text| {
        client.ask(&prompt(text), number).map_err(|refusal| anyhow::anyhow!("{refusal}"))
    });
    assert_eq!(got.unwrap(), (0..10).collect::<Vec<u64>>());
}

#[test]
fn endpoints_are_checked_when_read() {
    let text = "[creator]\nbase_url = \"http://localhost:8000/v1\"\nmodel = \"m\"\noutput_price = 10.0\n\
                [checker]\nbase_url = \"https://example.org/v1\"\nmodel = \"judge\"\nkey_env = \"NO_SUCH_KEY\"\n";
    let endpoints = Endpoints::parse(text).unwrap();
    assert_eq!(endpoints.of(Role::Repairer).model, "m");
    assert_eq!(endpoints.of(Role::Checker).model, "judge");
    let folder = tempfile::tempdir().unwrap();
    let clock: Arc<dyn Clock> = Arc::new(Leap::default());
    let error = Models::new(&endpoints, &cache(&folder), &clock).err().unwrap();
    assert!(format!("{error:#}").contains("NO_SUCH_KEY"), "{error:#}");
    for (from, to, expected) in [
        ("http://localhost", "ftp://localhost", "creator: base_url"),
        ("http://localhost", "http://me:secret@localhost", "must hold no key"),
        ("output_price = 10.0", "output_price = -1.0", "creator: output_price"),
        ("output_price = 10.0", "output_prize = 1.0", "output_prize"),
        ("model = \"judge\"", "", "model"),
        ("model = \"judge\"", "model = \"judge\"\nconcurrency = 0", "checker: concurrency"),
    ] {
        let error = format!("{:#}", Endpoints::parse(&text.replace(from, to)).unwrap_err());
        assert!(error.contains(expected), "{expected:?} is not in {error}");
    }
}

#[test]
fn an_estimate_says_that_it_is_one() {
    let (knowledge, tools) = (Knowledge::embedded().unwrap(), Tools::embedded().unwrap());
    let mut endpoint = Endpoint::new("http://localhost/v1", "m");
    (endpoint.input_price, endpoint.output_price, endpoint.max_tokens) = (1.0, 4.0, 2000);
    let endpoints = Endpoints::all(endpoint);
    let (list, some) = (principles(), tools.iter().take(2).cloned().collect::<Vec<_>>());
    let one = FromKnowledge { principles: &list, tools: &tools, level: 1, form: Form::Choice };
    let two = FromTools { tools: &some, knowledge: &knowledge, level: 1, form: Form::Choice };
    let estimate = Estimate::new(&endpoints, (&[one], &[two]), 1000, (0.1, 0.2));
    let requests: Vec<u64> = estimate.roles.iter().map(|role| role.requests).collect();
    assert_eq!(requests, [1000, 1300, 100, 200]);
    assert_eq!(estimate.roles[0].output_tokens, 2_000_000);
    assert!((500_000..5_000_000).contains(&estimate.roles[0].input_tokens), "{estimate:?}");
    assert!(estimate.cost() > 8.0 && estimate.to_string().starts_with("estimate"), "{estimate}");
    let tokens = tokens(&[Message::text(Speaker::User, "x".repeat(400))]);
    assert_eq!(tokens, 104);
}

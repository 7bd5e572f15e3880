//! Models as creators, against a server that misbehaves.

mod server;

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use server::{Act, Leap, Script, cache, nobody, problem, scores};
use vthinker_flywheel::teacher::{
    Client, Clock, Endpoint, Endpoints, Estimate, Form, FromKnowledge, FromTools, Line, Message, Models,
    Part, Principle, Prompt, Reason, Refusal, Role, Schema, Speaker, Teacher, build, ordered,
};
use vthinker_flywheel::{Knowledge, Tools};

fn prompt(text: &str) -> Prompt {
    Prompt::new(
        "Be brief.",
        vec![Part::Text(text.to_owned())],
        Schema { name: "number", schema: json!({"type": "object"}) },
    )
}

fn client(endpoint: Endpoint, folder: &tempfile::TempDir, clock: &Arc<Leap>) -> Client {
    let cache = cache(folder);
    let clock: Arc<dyn Clock> = Arc::clone(clock) as _;
    let line = Line::new(endpoint, &[Role::Creator], &cache, clock).unwrap();
    Client::new(Role::Creator, Arc::new(line), cache)
}

fn number(value: &Value) -> Result<u64, vthinker_flywheel::teacher::Rejection> {
    value["n"]
        .as_u64()
        .ok_or_else(|| vthinker_flywheel::teacher::Rejection::new(Reason::Malformed, "`n` is no number"))
}

fn reason<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Reason {
    match result {
        Err(Refusal::Rejected(rejection)) => rejection.reason,
        other => panic!("expected a rejection: {other:?}"),
    }
}

fn stopped<T: std::fmt::Debug>(result: Result<T, Refusal>) -> String {
    match result {
        Err(Refusal::Stopped(error)) => format!("{error:#}"),
        other => panic!("expected a stop: {other:?}"),
    }
}

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

fn models(script: &Script, folder: &tempfile::TempDir) -> Models {
    let clock: Arc<dyn Clock> = Arc::new(Leap::default());
    Models::new(&Endpoints::all(script.endpoint()), &cache(folder), &clock).unwrap()
}

fn principles() -> Vec<Principle> {
    let path = ["Mathematics", "Geometry", "Midpoint"].map(str::to_owned).to_vec();
    vec![Principle { path, sentence: "It halves.".to_owned() }]
}

fn with(changes: &[(&str, Value)]) -> String {
    let mut value = problem(0);
    for (field, content) in changes {
        value[*field] = content.clone();
    }
    value.to_string()
}

#[test]
fn a_creator_makes_a_problem() {
    let fenced = format!("```json\n{}\n```", problem(5));
    let script = Script::start(move |_, _| Act::Say(fenced.clone()));
    let folder = tempfile::tempdir().unwrap();
    let (knowledge, tools) = (Knowledge::embedded().unwrap(), Tools::embedded().unwrap());
    let models = models(&script, &folder);
    let list = principles();
    let wish = FromKnowledge { principles: &list, tools: &tools, level: 2, form: Form::FillIn };
    let created = models.create_from_knowledge(&wish).unwrap();
    let problem = build(&created.proposal, "model-1").unwrap();
    assert_eq!(
        (problem.family.as_str(), problem.domain.as_str(), problem.level),
        ("model", "Mathematics", 1)
    );
    assert_eq!(problem.answer.as_deref(), Some("45"));
    assert_eq!(problem.knowledge, ["Midpoint of a segment"]);
    assert_eq!(problem.tools, ["point_mark"]);
    assert_eq!(problem.marks.len(), 1);
    assert_eq!(problem.trajectory.len(), 3);
    assert_ne!(problem.image, problem.edited_image);
    let told = script.asked.lock().unwrap()[0].to_string();
    assert!(
        told.contains("Mathematics > Geometry > Midpoint: It halves.") && told.contains("parallel_through")
    );
    let some: Vec<_> = tools.iter().take(2).cloned().collect();
    let wish = FromTools { tools: &some, knowledge: &knowledge, level: 3, form: Form::FillIn };
    models.create_from_tools(&wish).unwrap();
    let told = script.asked.lock().unwrap()[1].to_string();
    assert!(told.contains("cross_mark") && told.contains("Materials Science"));
}

#[test]
fn faulty_creations_are_told_and_rejected_by_reason() {
    let figure = problem(0)["figure_code"].as_str().unwrap().to_owned();
    let open = "from PIL import Image, ImageDraw\nim = Image.open(image_path)\nd = ImageDraw.Draw(im)\n";
    let save = "im.save('out.png')\nprint('out.png')";
    let cases: Vec<(Reason, String, &str)> = vec![
        (
            Reason::FigureCode,
            with(&[("figure_code", json!("import os\nos.remove('/etc/passwd')"))]),
            "sandbox",
        ),
        (Reason::FigureCode, with(&[("figure_code", json!("while True: pass"))]), "FuelExhausted"),
        (Reason::FigureCode, with(&[("figure_code", json!("x = 1"))]), "got 0"),
        (
            Reason::UnfitFigure,
            with(&[("figure_code", json!(figure.replace("240, 200", "241, 200")))]),
            "multiples",
        ),
        (
            Reason::UnfitFigure,
            with(&[("figure_code", json!(figure.replace("fill='black'", "fill='white'")))]),
            "empty",
        ),
        (Reason::ToolCode, with(&[("tool_code", json!("d.line("))]), "drawing 1"),
        (Reason::NoEdit, with(&[("tool_code", json!(format!("{open}{save}")))]), "changes 0 pixels"),
        (
            Reason::NoEdit,
            with(&[("tool_code", json!(format!("{open}im = im.resize((100, 100))\n{save}")))]),
            "100",
        ),
        (
            Reason::NoMarks,
            with(&[("tool_code", json!(format!("{open}d.text((20, 20), 'hello', fill='red')\n{save}")))]),
            "no point",
        ),
        (Reason::UnfitText, with(&[("question", json!(""))]), "question has 0"),
        (Reason::UnfitText, with(&[("after", json!("So it is.</think><answer>4</answer>"))]), "tag"),
        (Reason::UnfitText, with(&[("knowledge", json!([]))]), "path"),
        (Reason::UnfitChoices, with(&[("choices", json!(["1", "2", "3"]))]), "none of the choices"),
        (Reason::Malformed, with(&[("tools", json!("point_mark"))]), "invalid type"),
    ];
    let tools = Tools::embedded().unwrap();
    for (expected, answer, told) in cases {
        let script = Script::start(move |_, _| Act::Say(answer.clone()));
        let folder = tempfile::tempdir().unwrap();
        let models = models(&script, &folder);
        let list = principles();
        let wish = FromKnowledge { principles: &list, tools: &tools, level: 2, form: Form::FillIn };
        assert_eq!(reason(models.create_from_knowledge(&wish)), expected, "{told}");
        let asked = script.asked.lock().unwrap();
        assert_eq!(asked.len(), 3);
        assert!(asked[1]["messages"].to_string().contains(told), "{told}: {}", asked[1]["messages"]);
    }
}

#[test]
fn choices_become_letters() {
    let answer = with(&[("choices", json!(["10", "20", "40", "30"])), ("answer", json!("40"))]);
    let script = Script::start(move |_, _| Act::Say(answer.clone()));
    let folder = tempfile::tempdir().unwrap();
    let (tools, list) = (Tools::embedded().unwrap(), principles());
    let wish = FromKnowledge { principles: &list, tools: &tools, level: 2, form: Form::Choice };
    let created = models(&script, &folder).create_from_knowledge(&wish).unwrap();
    let problem = build(&created.proposal, "id").unwrap();
    assert_eq!(problem.answer.as_deref(), Some("C"));
    assert!(problem.prompt().ends_with("\nC. 40\nD. 30"));
}

#[test]
fn checker_repairer_and_expander_see_the_pictures() {
    let script = Script::start(|_, body| {
        let name = body["response_format"]["json_schema"]["name"].as_str().unwrap();
        Act::Say(match name {
            "problem" => problem(0).to_string(),
            "scores" => scores(3, 9, 8).to_string(),
            "repaired" => json!({"question": "Where is the middle?", "thoughts": ["I mark it."],
                "conclusion": "There.", "answer": "40", "choices": []})
            .to_string(),
            "extended" => json!({"question": "Where is the middle, and the quarter?",
                "thoughts": ["I mark it.", "I mark the quarter."], "conclusion": "There.", "answer": "20",
                "choices": [], "tools": ["cross_mark"],
                "code": "from PIL import Image, ImageDraw\nim = Image.open('out.png')\nd = ImageDraw.Draw(im)\n\
                    d.line((40, 90, 40, 110), fill='red', width=2)\nim.save('out.png')\nprint('out.png')"})
            .to_string(),
            other => panic!("{other}"),
        })
    });
    let folder = tempfile::tempdir().unwrap();
    let models = models(&script, &folder);
    let (tools, list) = (Tools::embedded().unwrap(), principles());
    let wish = FromKnowledge { principles: &list, tools: &tools, level: 1, form: Form::FillIn };
    let created = models.create_from_knowledge(&wish).unwrap();
    let drawn = build(&created.proposal, "id").unwrap();
    let found = models.check(&drawn).unwrap();
    assert_eq!(found.below(7).unwrap().reason, Reason::JudgedQuestion);
    assert!(found.below(3).is_none());
    let repaired = models.repair(&created.proposal, &drawn, &found).unwrap();
    assert_eq!(repaired.question, "Where is the middle?");
    assert_eq!(repaired.steps[0].code, created.proposal.steps[0].code);
    let how = vthinker_flywheel::teacher::Extension::Sequential;
    let extended = models.expand(&created.proposal, &drawn, how).unwrap();
    let harder = build(&extended, "id-2").unwrap();
    assert_eq!((harder.trajectory.len(), harder.marks.len(), harder.level), (5, 2, 2));
    assert_eq!(harder.tools, ["point_mark", "cross_mark"]);
    let asked = script.asked.lock().unwrap();
    let pictures = |body: &Value| body.to_string().matches("data:image/png;base64,").count();
    assert_eq!(asked.iter().map(pictures).collect::<Vec<_>>(), [0, 2, 2, 1]);
}

#[test]
fn scores_above_ten_are_refused() {
    let script = Script::start(|_, _| Act::Say(scores(11, 9, 9).to_string()));
    let folder = tempfile::tempdir().unwrap();
    let created: vthinker_flywheel::teacher::Proposal = serde_json::from_value(json!({
        "question": "q", "choices": [], "answer": "a", "figure_code": problem(0)["figure_code"],
        "steps": [{"thought": "t", "code": problem(0)["tool_code"]}], "conclusion": "c", "level": 1,
        "knowledge": [], "tools": []
    }))
    .unwrap();
    let drawn = build(&created, "id").unwrap();
    assert_eq!(reason(models(&script, &folder).check(&drawn)), Reason::Malformed);
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
    let tokens = vthinker_flywheel::teacher::tokens(&[Message::text(Speaker::User, "x".repeat(400))]);
    assert_eq!(tokens, 104);
}

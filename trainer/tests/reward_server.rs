//! A reward server that a script tells how to misbehave.

use std::fs;
use std::io::Cursor;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use burn::tensor::Device;
use serde_json::{Value, json};
use tiny_http::{Header, Response, Server};
use trainer::conversations::Pace;
use trainer::flywheel::families::select;
use trainer::flywheel::teacher::Clock;
use trainer::flywheel::{Canvas, Problem, problem_of};
use trainer::hub_folder;
use trainer::rl::reward::Weights;
use trainer::rl::reward_server::RewardServer;
use trainer::rl::rollout::{Plan, Rollout, roll_out};
use trainer::rl::settings::Settings;
use trainer::training::watch::Watch;
use vthinker_core::think::{Event, Feedback, Preparation, Sampling};

/// Status, headers and body.
type Reply = (u16, Vec<&'static str>, String);

/// A server that answers what its script says to each body, with the number of requests before; it stops when dropped.
struct Script {
    url: String,
    asked: Arc<Mutex<Vec<Value>>>,
    /// Path and `Authorization` of the last request.
    last: Arc<Mutex<(String, Option<String>)>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Script {
    fn start(act: impl Fn(&Value, usize) -> Reply + Send + 'static) -> Self {
        let server = Server::http("127.0.0.1:0").unwrap();
        let url = format!("http://{}/get_reward", server.server_addr().to_ip().unwrap());
        let (stop, asked) = (Arc::new(AtomicBool::new(false)), Arc::<Mutex<Vec<Value>>>::default());
        let last: Arc<Mutex<(String, Option<String>)>> = Arc::default();
        let (own_stop, own_asked, own_last) = (stop.clone(), asked.clone(), last.clone());
        let thread = std::thread::spawn(move || {
            while !own_stop.load(Ordering::Relaxed) {
                let Ok(Some(mut request)) = server.recv_timeout(Duration::from_millis(20)) else { continue };
                let mut text = String::new();
                request.as_reader().read_to_string(&mut text).unwrap();
                let body: Value = serde_json::from_str(&text).unwrap();
                let key = request.headers().iter().find(|header| header.field.equiv("Authorization"));
                *own_last.lock().unwrap() =
                    (request.url().to_owned(), key.map(|header| header.value.to_string()));
                let earlier = {
                    let mut asked = own_asked.lock().unwrap();
                    asked.push(body.clone());
                    asked.len() - 1
                };
                let (status, headers, reply) = act(&body, earlier);
                let length = reply.len();
                let mut response =
                    Response::new(status.into(), vec![], Cursor::new(reply), Some(length), None);
                headers.into_iter().for_each(|header| response.add_header(header.parse::<Header>().unwrap()));
                // The other side may be gone; that is its right.
                let _ = request.respond(response);
            }
        });
        Self { url, asked, last, stop, thread: Some(thread) }
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Rewards by the letters of what was written, above 0 and at most 1.5, as a real server's would be floats.
fn well(body: &Value) -> Reply {
    let rewards: Vec<f32> = responses(body).iter().map(|text| liking(text)).collect();
    (200, vec!["Content-Type: application/json"], json!({ "rewards": rewards, "extra_logs": {} }).to_string())
}

/// A model that writes ever the same length, or the same words, gets something too.
fn liking(text: &str) -> f32 {
    let letters: u32 = text.bytes().map(u32::from).sum();
    (1 + letters % 6) as f32 / 4.0
}

/// What followed the prompts, as servers written for OpenRLHF find it.
fn responses(body: &Value) -> Vec<String> {
    let texts = |name: &str| serde_json::from_value::<Vec<String>>(body[name].clone()).unwrap();
    let (queries, prompts) = (texts("query"), texts("prompts"));
    queries
        .iter()
        .zip(&prompts)
        .map(|(query, prompt)| query.strip_prefix(prompt).unwrap().to_owned())
        .collect()
}

fn raw(status: u16, body: &str) -> Reply {
    (status, vec![], body.to_owned())
}

/// A clock whose time passes at once.
#[derive(Default)]
struct Leap(Mutex<Vec<Duration>>);

impl Clock for Leap {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().iter().sum()
    }

    fn sleep(&self, time: Duration) {
        self.0.lock().unwrap().push(time);
    }
}

fn mini() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini")
}

/// Rollouts of a drawing and of reasoning problems, as a step has them.
struct Step {
    with: Preparation,
    problems: Vec<Problem>,
    rollouts: Vec<Rollout>,
    clock: Arc<Leap>,
}

impl Step {
    fn new() -> Self {
        let loaded = hub_folder::read(&mini(), &Device::flex()).unwrap();
        let with = Preparation::from(&loaded);
        let families = select(Canvas::Mini, &[], &["midpoint", "higher"].map(String::from)).unwrap();
        let problems: Vec<Problem> = (0..4).map(|i| problem_of(&families, 77, i).unwrap()).collect();
        let plan = Plan {
            group: 2,
            sampling: Sampling::greedy(),
            max_new_tokens: 160,
            feedback: Feedback::Images,
            rewards: Weights::default(),
            seed: 5,
            watch: Watch::default(),
            pace: Pace::Together { rows: 8, threads: 1 },
        };
        let rollouts = roll_out(&loaded.model, &with, &problems, &plan).unwrap();
        Self { with, problems, rollouts, clock: Arc::default() }
    }

    fn server(&self, settings: Settings) -> RewardServer {
        RewardServer::with_clock(&settings, self.clock.clone()).unwrap().unwrap()
    }

    fn judge(&self, url: &str) -> Result<Vec<Rollout>, String> {
        let mut rollouts = self.rollouts.clone();
        let settings = Settings { reward_server: Some(url.to_owned()), ..Settings::default() };
        let judged = self.server(settings).judge(&self.with, &self.problems, &mut rollouts);
        judged.map(|()| rollouts).map_err(|error| format!("{error:#}"))
    }
}

#[test]
fn the_server_sees_conversations_and_its_rewards_count() {
    let step = Step::new();
    let server = Script::start(|body, _| well(body));
    let mut judged = step.rollouts.clone();
    let rewards = Weights { server: Some(0.5), ..Weights::default() };
    let settings = Settings { reward_server: Some(server.url.clone()), rewards, ..Settings::default() };
    step.server(settings.clone()).judge(&step.with, &step.problems, &mut judged).unwrap();
    let asked = server.asked.lock().unwrap().clone();
    assert_eq!((asked.len(), server.last.lock().unwrap().0.as_str()), (1, "/get_reward"));
    let body = &asked[0];
    let written = responses(body);
    for (i, (after, before)) in judged.iter().zip(&step.rollouts).enumerate() {
        let problem = &step.problems[i / 2];
        assert_eq!(body["ids"][i], json!(problem.id));
        assert_eq!(body["labels"][i], json!(problem.answer));
        assert_eq!(body["questions"][i], json!(problem.prompt()));
        assert_eq!(
            (&body["answers"][i], &body["code_ran"][i]),
            (&json!(before.score.answer), &json!(before.score.used_tool))
        );
        let prompt = body["prompts"][i].as_str().unwrap();
        assert!(prompt.contains(&problem.question) && prompt.ends_with("assistant\n"), "{prompt}");
        assert_eq!(prompt.matches("<|image_pad|>").count(), 1, "a picture is one placeholder: {prompt}");
        assert!(written[i].contains("<code>") || !before.score.used_tool, "{}", written[i]);
        let last = before.events.iter().rev().find_map(|event| match event {
            Event::Image { image, .. } => Some(image.png.clone()),
            _ => None,
        });
        let sent = body["pictures"][i].as_str().map(|text| STANDARD.decode(text).unwrap());
        assert_eq!(sent, last);
        let part = liking(&written[i]);
        assert_eq!(after.reward.parts["server"], part);
        assert!((after.reward.total - before.reward.total - 0.5 * part).abs() < 1e-6);
    }
    assert!(body["pictures"].as_array().unwrap().iter().any(Value::is_string), "nothing was drawn");
    assert!(
        step.problems.iter().any(|p| p.answer.is_none()) && step.problems.iter().any(|p| p.answer.is_some())
    );

    let blind = Settings { reward_pictures: false, ..settings };
    step.server(blind).judge(&step.with, &step.problems, &mut step.rollouts.clone()).unwrap();
    assert!(server.asked.lock().unwrap()[1].get("pictures").is_none());
}

#[test]
fn a_server_that_misbehaves_is_asked_again() {
    let step = Step::new();
    let expected = step.judge(&Script::start(|body, _| well(body)).url).unwrap();
    for status in [408, 500, 503] {
        let server =
            Script::start(move |body, earlier| if earlier == 0 { raw(status, "oops") } else { well(body) });
        assert!(step.judge(&server.url).unwrap().iter().zip(&expected).all(|(a, b)| a.reward == b.reward));
    }
    // As many faults as there are tries but one.
    let server = Script::start(|body, earlier| match earlier {
        0 => (429, vec!["Retry-After: 7"], "busy".into()),
        1 => raw(200, "{\"rewards\": [0.5, "),
        2 => raw(200, "{\"rewards\": [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN]}"),
        3 => raw(200, "{\"rewards\": [1.0]}"),
        4 => raw(200, "{\"scores\": [1.0]}"),
        _ => well(body),
    });
    let judged = step.judge(&server.url).unwrap();
    assert!(judged.iter().zip(&expected).all(|(a, b)| a.reward == b.reward));
    assert_eq!(server.asked.lock().unwrap().len(), 6);
    assert!(step.clock.0.lock().unwrap().contains(&Duration::from_secs(7)));
}

#[test]
fn what_is_no_use_ends_with_its_fault_and_touches_no_reward() {
    let step = Step::new();
    let fault = |body: &'static str| {
        let server = Script::start(move |_, _| raw(200, body));
        let mut rollouts = step.rollouts.clone();
        let settings = Settings { reward_server: Some(server.url.clone()), ..Settings::default() };
        let error = step.server(settings).judge(&step.with, &step.problems, &mut rollouts).unwrap_err();
        assert!(rollouts.iter().zip(&step.rollouts).all(|(a, b)| a.reward == b.reward));
        assert_eq!(server.asked.lock().unwrap().len(), 6);
        format!("{error:#}")
    };
    for (body, told) in [
        ("{\"rewards\": [0, 1]}", "it gave 2 rewards for 8 conversations"),
        ("{\"rewards\": [0, 1, 2, null, 4, 5, 6, 7]}", "rewards[3] is null, expected a finite number"),
        ("{\"rewards\": [0, 1, 2, 3, 4, 5, 6, 1e300]}", "rewards[7] is 1e+300, expected a finite number"),
        ("{\"rewards\": [0, 1, 2, 3, 4, 5, 6, NaN]}", "its answer is no JSON"),
        ("[0, 1, 2, 3, 4, 5, 6, 7]", "its answer has no list `rewards`"),
        ("nothing", "its answer is no JSON"),
    ] {
        let error = fault(body);
        assert!(error.contains("no rewards in 6 tries") && error.contains(told), "{error}");
    }
}

#[test]
fn a_dead_server_is_waited_for_and_a_refusal_is_not() {
    let step = Step::new();
    let nobody = format!("http://{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap());
    let error = step.judge(&nobody).unwrap_err();
    assert!(error.contains("no rewards in 6 tries"), "{error}");
    let waited: Vec<u128> = step.clock.0.lock().unwrap().iter().map(Duration::as_millis).collect();
    assert_eq!(waited, [500, 1000, 2000, 4000, 8000]);
    let server = Script::start(|_, _| raw(401, "Unauthorized"));
    let error = step.judge(&server.url).unwrap_err();
    assert!(error.contains(&server.url) && error.contains("refuses") && error.contains("401"), "{error}");
    assert_eq!(server.asked.lock().unwrap().len(), 1);
}

#[test]
fn addresses_and_weights_are_checked_before_the_run() {
    let open = |settings: Settings| RewardServer::open(&settings).map(|server| server.is_some());
    assert!(!open(Settings::default()).unwrap());
    let no_address = Settings { reward_server: Some("host:5000".into()), ..Settings::default() };
    let error = open(no_address).unwrap_err().to_string();
    assert!(error.contains("reward_server `host:5000`: expected an address"), "{error}");
    let rewards = Weights { server: Some(1.0), ..Weights::default() };
    let error = open(Settings { rewards, ..Settings::default() }).unwrap_err().to_string();
    assert!(error.contains("there is no reward_server"), "{error}");
}

fn rl(out: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command
        .args(["rl", "--steps", "4", "--prompts", "2", "--group", "3", "--micro", "2", "--save-every", "10"])
        .args([
            "--families",
            "frame,count",
            "--code-temperature",
            "1",
            "--max-new-tokens",
            "90",
            "--attempts",
            "2",
        ])
        .arg("--model")
        .arg(mini())
        .arg("--out")
        .arg(out)
        .args(more)
        .env("VTHINKER_REWARDS_KEY", "a key");
    command.output().unwrap()
}

fn lines(out: &Path, file: &str) -> Vec<Value> {
    let text = fs::read_to_string(out.join(file)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_run_that_loses_its_server_keeps_its_steps_and_goes_on_with_another() {
    let folder = tempfile::tempdir().unwrap();
    let (out, whole) = (folder.path().join("run"), folder.path().join("whole"));
    let server = Script::start(|body, earlier| if earlier < 3 { well(body) } else { raw(403, "closed") });
    let ended = rl(&out, &["--reward-server", &server.url, "--rewards", "server=0.5"]);
    let error = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{error}");
    assert!(error.contains("asking the reward server") && error.contains(&server.url), "{error}");
    assert!(error.contains("403") && error.contains("--resume goes on"), "{error}");
    assert_eq!(server.last.lock().unwrap().1.as_deref(), Some("Bearer a key"));
    let state: Value = serde_json::from_slice(&fs::read(out.join("checkpoint/state.json")).unwrap()).unwrap();
    let step = state["step"].as_u64().unwrap();
    assert!((1..4).contains(&step) && error.contains(&format!("step {step}: sampling")), "{error}");
    assert_eq!(lines(&out, "log.jsonl").len() as u64, step);

    // It has moved. The run ends as one that never lost it.
    let other = Script::start(|body, _| well(body));
    let ended = rl(&out, &["--resume", "--reward-server", &other.url]);
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let ended = rl(&whole, &["--reward-server", &other.url, "--rewards", "server=0.5"]);
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let model = |out: &Path| fs::read(out.join("model/model.safetensors")).unwrap();
    assert!(model(&out) == model(&whole));
    for line in lines(&out, "log.jsonl") {
        let of = |name: &str| line["rewards"][name].as_f64().unwrap();
        assert!(line["phase_seconds"]["asking the reward server"].is_number(), "{line}");
        assert!(of("server") > 0.0 && of("server") <= 1.5, "{line}");
        assert!(
            line["reward"].as_f64().unwrap()
                >= of("accuracy") + 0.5 * of("format") + 0.5 * of("server") - 1e-5
        );
    }
    assert!(lines(&out, "rollouts.jsonl").iter().all(|rollout| rollout["rewards"]["server"].is_number()));

    // Other rewards from the middle on would be another run.
    let plain = folder.path().join("plain");
    assert!(rl(&plain, &[]).status.success());
    let ended = rl(&plain, &["--resume", "--reward-server", &other.url]);
    let error = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(!ended.status.success() && error.contains("the steps so far had none"), "{error}");
}

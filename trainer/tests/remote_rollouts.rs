//! Rollouts by servers, against a scripted one that runs the mini on the ids and pictures it gets.

mod rollout_server;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use burn::tensor::Device;
use rollout_server::{Act, Brain, Leap, Play, Script, mini, nobody};
use serde_json::{Value, json};
use trainer::conversations::Pace;
use trainer::flywheel::families::select;
use trainer::flywheel::{Canvas, Problem, problem_of};
use trainer::hub_folder;
use trainer::rl::objective::scores;
use trainer::rl::remote::{Remote, Staleness, push, replace_stale};
use trainer::rl::reward::Weights;
use trainer::rl::rollout::{Plan, Rollout, roll_out};
use trainer::rl::settings::Settings;
use trainer::training::batch::LearningBatch;
use trainer::training::watch::Watch;
use vthinker_core::checkpoint::Loaded;
use vthinker_core::generate::Sampler;
use vthinker_core::think::{Feedback, Preparation, Sampling};

/// Problems of every task, with rounds in which the drawn picture comes back.
fn problems(count: u64) -> Vec<Problem> {
    let names = ["midpoint", "higher", "count", "median"].map(String::from);
    let families = select(Canvas::Mini, &[], &names).unwrap();
    (0..count).map(|i| problem_of(&families, 77, i).unwrap()).collect()
}

fn plan(sampling: Sampling, group: usize) -> Plan {
    Plan {
        group,
        sampling,
        max_new_tokens: 160,
        feedback: Feedback::Images,
        rewards: Weights::default(),
        seed: 5,
        watch: Watch::default(),
        pace: Pace::Apart(2),
    }
}

struct Side {
    loaded: Loaded,
    with: Preparation,
    clock: Arc<Leap>,
}

impl Side {
    fn new() -> Self {
        let loaded = hub_folder::read(&mini(), &Device::flex()).unwrap();
        Self { with: Preparation::from(&loaded), loaded, clock: Arc::default() }
    }

    fn remote(&self, urls: &[&str], max_staleness: usize) -> Remote {
        let rollouts = urls.iter().map(|url| (*url).to_owned()).collect();
        let settings = Settings { rollouts, in_flight: 6, max_staleness, ..Settings::default() };
        Remote::with_clock(&settings, &self.loaded.config, self.clock.clone()).unwrap().unwrap()
    }

    fn local(&self, problems: &[Problem], plan: &Plan) -> Vec<Rollout> {
        roll_out(&self.loaded.model, &self.with, problems, plan).unwrap()
    }
}

fn assert_same(remote: &[Rollout], local: &[Rollout]) {
    assert_eq!(remote.len(), local.len());
    for (r, l) in remote.iter().zip(local) {
        assert_eq!(r.sample.ids, l.sample.ids, "{}", r.score.id);
        assert_eq!(r.sample.trained, l.sample.trained);
        assert!(r.sample.images == l.sample.images, "{}: other pixels", r.score.id);
        assert_eq!((&r.end, &r.reward, &r.events), (&l.end, &l.reward, &l.events));
    }
}

/// One that answers well and has the weights of step 0.
fn good(play: Play) -> Script {
    let script = Script::start(Brain::new(play), |_, _, _| Act::Well);
    "0".clone_into(&mut script.brain.version.lock().unwrap());
    script
}

#[test]
fn sglang_writes_what_this_process_would() {
    let (side, server) = (Side::new(), good(Play::Sglang));
    let (problems, plan) = (problems(6), plan(Sampling::greedy(), 1));
    let remote = side.remote(&[&server.url], 0).roll_out(&side.with, &problems, &plan, 0).unwrap();
    assert_same(&remote, &side.local(&problems, &plan));
    assert!(remote.iter().any(|r| r.sample.images.len() > 1), "no picture came back");
    let pad = side.with.tokenizer.image_pad;
    for body in server.bodies("/generate") {
        let pads = body["input_ids"].as_array().unwrap().iter().filter(|id| **id == json!(pad)).count();
        assert_eq!(pads, body["image_data"].as_array().unwrap().len(), "one placeholder a picture");
        assert_eq!(body["sampling_params"]["no_stop_trim"], true);
    }
    assert!(server.brain.busiest.load(Ordering::SeqCst) > 1, "conversations wait for each other");
}

#[test]
fn vllm_writes_what_this_process_would() {
    let (side, server) = (Side::new(), good(Play::Vllm));
    let folder = tempfile::tempdir().unwrap();
    let (problems, plan) = (problems(4), plan(Sampling::greedy(), 1));
    let remote = side.remote(&[&server.url], 0);
    let write = |to: &Path| hub_folder::write(to, &side.loaded.model, &side.loaded.config, &side.with);
    push(&remote.fleet, folder.path(), 0, write).unwrap();
    assert_eq!(*server.brain.version.lock().unwrap(), "0");
    // The pushed weights are the mini's own, which are f16 already. vLLM's answer has no stamp here: the push counts.
    let rollouts = remote.roll_out(&side.with, &problems, &plan, 0).unwrap();
    assert_same(&rollouts, &side.local(&problems, &plan));
}

#[test]
fn two_temperatures_split_the_requests_at_the_code_tags() {
    let (side, server) = (Side::new(), good(Play::Sglang));
    // Both greedy, so that tokens can be compared, but not the same.
    let sampling = Sampling { text: Sampler::default(), code: Sampler { top_p: 0.5, ..Sampler::default() } };
    let (problems, plan) = (problems(4), plan(sampling, 1));
    let remote = side.remote(&[&server.url], 0).roll_out(&side.with, &problems, &plan, 0).unwrap();
    assert_same(&remote, &side.local(&problems, &plan));
    let bodies = server.bodies("/generate");
    let inside = |body: &Value| body["sampling_params"]["top_p"].as_f64().unwrap() < 1.0;
    for body in &bodies {
        let stops = body["sampling_params"]["stop"].as_array().unwrap();
        assert_eq!(stops.contains(&json!("<code>")), !inside(body), "{stops:?}");
        assert!(stops.contains(&json!("</code>")));
        let ids: Vec<u32> = serde_json::from_value(body["input_ids"].clone()).unwrap();
        let text = side.with.tokenizer.decode(&ids);
        let turn = text.rsplit("<|im_start|>assistant").next().unwrap();
        let opened = turn.rfind("<code>") > turn.rfind("</code>");
        assert_eq!(opened, inside(body), "{turn}");
    }
    assert!(bodies.iter().any(inside) && !bodies.iter().all(inside));
}

#[test]
fn servers_that_misbehave_are_asked_again() {
    let side = Side::new();
    let server = Script::start(Brain::new(Play::Sglang), |path, _, earlier| match (path, earlier) {
        ("/model_info", 0) => Act::Raw(503, vec![], "starting".into()),
        ("/generate", 0) => Act::Raw(500, vec![], "oops".into()),
        ("/generate", 1) => Act::Raw(200, vec![], "{\"meta_info\": {\"finish".into()),
        ("/generate", 2) => Act::Raw(429, vec!["Retry-After: 7"], "busy".into()),
        ("/generate", 3) => Act::Changed(|body| {
            body["meta_info"]["finish_reason"] =
                json!({"type": "abort", "message": "Abort in waiting queue"});
        }),
        _ => Act::Well,
    });
    "0".clone_into(&mut server.brain.version.lock().unwrap());
    let (problems, plan) = (problems(3), plan(Sampling::greedy(), 1));
    let remote = side.remote(&[&server.url], 0).roll_out(&side.with, &problems, &plan, 0).unwrap();
    assert_same(&remote, &side.local(&problems, &plan));
    let server = Script::start(Brain::new(Play::Sglang), |path, _, earlier| match (path, earlier) {
        ("/generate", 0) => Act::Changed(|body| {
            body["meta_info"].as_object_mut().unwrap().remove("output_token_logprobs");
        }),
        ("/generate", 1) => Act::Changed(|body| body["meta_info"]["output_token_logprobs"] = json!([])),
        _ => Act::Well,
    });
    "0".clone_into(&mut server.brain.version.lock().unwrap());
    let again = side.remote(&[&server.url], 0).roll_out(&side.with, &problems, &plan, 0).unwrap();
    assert_same(&again, &remote);
    let slept = side.clock.slept.lock().unwrap();
    assert!(slept.len() >= 7 && slept.contains(&Duration::from_secs(7)), "{slept:?}");
}

#[test]
fn other_numbers_of_prompt_tokens_end_the_run_with_both_counts() {
    let side = Side::new();
    let problems = problems(1);
    let fault = |change: fn(&mut Value)| {
        let server = Script::start(Brain::new(Play::Sglang), move |path, _, _| match path {
            "/generate" => Act::Changed(change),
            _ => Act::Well,
        });
        let remote = side.remote(&[&server.url], 0);
        let error = remote.roll_out(&side.with, &problems, &plan(Sampling::greedy(), 1), 0).unwrap_err();
        (format!("{error:#}"), server.bodies("/generate").len())
    };
    let (error, asked) = fault(|body| {
        let tokens = body["meta_info"]["prompt_tokens"].as_u64().unwrap();
        body["meta_info"]["prompt_tokens"] = json!(tokens + 3);
    });
    let ours = {
        let local = side.local(&problems, &plan(Sampling::greedy(), 1));
        local[0].sample.trained.iter().position(|t| *t).unwrap()
    };
    assert_eq!(asked, 1, "a wrong count is not asked again");
    assert!(error.contains(&format!("`{}`", problems[0].id)), "{error}");
    assert!(error.contains(&format!("counted {} prompt tokens, the trainer {ours} (", ours + 3)), "{error}");

    let (error, _) = fault(|body| body["prompt_token_ids"][4] = json!(1));
    assert!(error.contains("read another token") && error.contains("at place 4"), "{error}");
    let (error, _) = fault(|body| body["meta_info"]["output_token_logprobs"][0][1] = json!(1_000_000));
    assert!(error.contains("wrote token 1000000") && error.contains("another model"), "{error}");
}

#[test]
fn a_dead_server_is_left_out_and_the_last_one_ends_the_run() {
    let (side, dead, other) = (Side::new(), nobody(), nobody());
    let server = good(Play::Sglang);
    let (problems, plan) = (problems(3), plan(Sampling::greedy(), 2));
    let remote = side.remote(&[&dead, &server.url], 0);
    let rollouts = remote.roll_out(&side.with, &problems, &plan, 0).unwrap();
    assert_same(&rollouts, &side.local(&problems, &plan));
    assert_eq!(remote.fleet.alive(), [server.url.as_str()]);

    let remote = side.remote(&[&dead, &other], 0);
    let error = format!("{:#}", remote.roll_out(&side.with, &problems, &plan, 0).unwrap_err());
    assert!(error.contains("no rollout server is left"), "{error}");
    assert!(error.contains(&dead) && error.contains(&other), "{error}");
    let pauses = side.clock.slept.lock().unwrap();
    assert!(pauses.contains(&Duration::from_millis(500)) && pauses.contains(&Duration::from_secs(8)));
}

#[test]
fn a_refusal_and_a_stranger_end_the_run() {
    let side = Side::new();
    let problems = problems(1);
    let fault = |script: Script| {
        let remote = side.remote(&[&script.url], 0);
        format!("{:#}", remote.roll_out(&side.with, &problems, &plan(Sampling::greedy(), 1), 0).unwrap_err())
    };
    let error = fault(Script::start(Brain::new(Play::Sglang), |path, _, _| match path {
        "/generate" => Act::Raw(400, vec![], "longer than the model's context length".into()),
        _ => Act::Well,
    }));
    assert!(error.contains("status 400: longer than the model's context length"), "{error}");
    let error = fault(Script::start(Brain::new(Play::Sglang), |_, _, _| Act::Raw(404, vec![], "?".into())));
    assert!(error.contains("neither SGLang nor vLLM"), "{error}");
    let settings = Settings { rollouts: vec!["host:30000".into()], ..Settings::default() };
    let error = Remote::open(&settings, &side.loaded.config).err().unwrap().to_string();
    assert!(error.contains("rollouts `host:30000`: expected an address"), "{error}");
}

#[test]
fn rollouts_tell_their_weights_and_too_old_ones_do_not_teach() {
    let side = Side::new();
    // The first three requests, which are those of three rollouts at most, are answered by weights of step 1, the others
    // by those of step 4.
    let server = Script::start(Brain::new(Play::Sglang), |path, _, earlier| match path {
        "/generate" if earlier < 3 => Act::Changed(|body| body["meta_info"]["weight_version"] = json!("1")),
        "/generate" => Act::Changed(|body| {
            // What a request is stamped with when weights were loaded while it ran.
            body["meta_info"]["weight_version"] = json!("5");
            body["meta_info"]["weight_versions"] =
                json!([{"version": "4", "start": 0, "end": 2}, {"version": "5", "start": 2, "end": 9}]);
        }),
        _ => Act::Well,
    });
    let (problems, plan) = (problems(1), plan(Sampling::at_temperature(1.0), 6));
    let roll_out =
        |max_staleness| side.remote(&[&server.url], max_staleness).roll_out(&side.with, &problems, &plan, 6);
    let rollouts = roll_out(4).unwrap();
    let ages: Vec<u64> = rollouts.iter().map(|r| r.origin.as_ref().unwrap().staleness).collect();
    assert!(ages.iter().all(|age| *age == 5 || *age == 2) && ages.contains(&5), "{ages:?}");
    let staleness = Staleness::of(&rollouts).unwrap();
    let dropped = ages.iter().filter(|age| **age == 5).count();
    assert_eq!((staleness.dropped, staleness.max), (dropped, if dropped == 6 { 0 } else { 2 }));
    let advantages = Rollout::advantages(&rollouts, true);
    assert!(rollouts.iter().zip(&advantages).all(|(r, a)| !r.too_stale() || *a == 0.0));

    let error = format!("{:#}", roll_out(1).unwrap_err());
    assert!(error.contains("all 6 rollouts") && error.contains("oldest stamp: 4"), "{error}");
    "default".clone_into(&mut server.brain.version.lock().unwrap());
    let foreign = good(Play::Sglang);
    "default".clone_into(&mut foreign.brain.version.lock().unwrap());
    let error = side.remote(&[&foreign.url], 9).roll_out(&side.with, &problems, &plan, 6).unwrap_err();
    assert!(format!("{error:#}").contains("oldest stamp: none of ours"), "{error:#}");
}

#[test]
fn the_server_s_log_probabilities_stand_in_for_stale_weights() {
    let (side, server) = (Side::new(), good(Play::Sglang));
    let (problems, plan) = (problems(2), plan(Sampling::at_temperature(1.0), 2));
    let rollouts = side.remote(&[&server.url], 3).roll_out(&side.with, &problems, &plan, 2).unwrap();
    let settings = Settings { repetition_penalty: 1.0, code_temperature: 1.0, ..Settings::default() };
    let rows: Vec<&Rollout> = rollouts.iter().collect();
    let samples: Vec<_> = rollouts.iter().map(|r| &r.sample).collect();
    let batch = LearningBatch::new(&samples, &side.loaded.config).unwrap();
    // The mini did not change, so what the server said is what the trainer computes.
    let ours = scores(&side.loaded.model, &batch, &settings.grpo(), &Device::flex());
    let mut old = vec![f32::NAN; ours.len()];
    replace_stale(&mut old, &rows, &settings);
    let worst = old.iter().zip(&ours).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(worst < 2e-3 && old.iter().all(|o| o.is_finite()), "{worst}");

    for other in [
        Settings { temperature: 0.7, ..settings.clone() },
        Settings { code_temperature: 0.5, ..settings.clone() },
        Settings { repetition_penalty: 1.05, ..settings.clone() },
    ] {
        let mut kept = ours.clone();
        replace_stale(&mut kept, &rows, &other);
        assert_eq!(kept, ours, "such numbers of a server are not the objective's");
    }
    let fresh = side.remote(&[&server.url], 3).roll_out(&side.with, &problems, &plan, 0).unwrap();
    let mut kept = vec![0.0; ours.len()];
    replace_stale(&mut kept, &fresh.iter().collect::<Vec<_>>(), &settings);
    assert!(kept.iter().all(|k| *k == 0.0), "weights of this step are computed here");
}

#[test]
fn weights_are_pushed_whole_and_servers_come_back() {
    let side = Side::new();
    let folder = tempfile::tempdir().unwrap();
    let broken = Arc::new(AtomicBool::new(false));
    let flag = broken.clone();
    let shaky = Script::start(Brain::new(Play::Sglang), move |path, _, _| {
        let fails = flag.load(Ordering::SeqCst) && path == "/update_weights_from_disk";
        if fails {
            Act::Raw(400, vec![], r#"{"success": false, "message": "no room"}"#.into())
        } else {
            Act::Well
        }
    });
    let steady = good(Play::Vllm);
    let remote = side.remote(&[&shaky.url, &steady.url], 0);
    let write = |to: &Path| {
        assert!(to.file_name().unwrap().to_str().unwrap().ends_with(".part"), "it appears when it is whole");
        hub_folder::write(to, &side.loaded.model, &side.loaded.config, &side.with)
    };
    let push = |step| push(&remote.fleet, folder.path(), step, write);
    let pushed = || {
        let names = fs::read_dir(folder.path().join("pushed")).unwrap();
        names.map(|e| e.unwrap().file_name().into_string().unwrap()).collect::<Vec<_>>()
    };
    push(0).unwrap();
    assert_eq!(pushed(), ["0"]);
    broken.store(true, Ordering::SeqCst);
    push(1).unwrap();
    assert_eq!((pushed(), remote.fleet.alive()), (vec!["1".to_owned()], vec![steady.url.as_str()]));
    broken.store(false, Ordering::SeqCst);
    push(2).unwrap();
    assert_eq!(remote.fleet.alive().len(), 2);
    let loads: Vec<_> = shaky.brain.loads.lock().unwrap().clone();
    let place = |step: &str| fs::canonicalize(folder.path()).unwrap().join("pushed").join(step);
    assert_eq!(loads, [place("0"), place("2")]);
    assert_eq!(*shaky.brain.version.lock().unwrap(), "2");

    let alone = side.remote(&[&shaky.url], 0);
    broken.store(true, Ordering::SeqCst);
    let error = trainer::rl::remote::push(&alone.fleet, folder.path(), 3, write).unwrap_err();
    assert!(
        format!("{error:#}").contains("no rollout server is left")
            && format!("{error:#}").contains("no room")
    );
}

fn rl(out: &Path, url: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command
        .args(["rl", "--steps", "4", "--prompts", "2", "--group", "3", "--micro", "2", "--save-every", "10"])
        .args(["--families", "frame,count", "--code-temperature", "1", "--repetition-penalty", "1"])
        .args(["--max-new-tokens", "90", "--push-every", "2", "--max-staleness", "1", "--rollouts", url])
        .arg("--model")
        .arg(mini())
        .arg("--out")
        .arg(out)
        .args(more);
    command.output().unwrap()
}

#[test]
fn a_run_pushes_its_weights_and_survives_the_loss_of_its_server() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("run");
    let lost = Arc::new(AtomicBool::new(false));
    let flag = lost.clone();
    // After the weights of step 2 came, the server wants a key.
    let server = Script::start(Brain::new(Play::Sglang), move |path, body, _| {
        if path == "/update_weights_from_disk" && body["weight_version"] == "2" {
            flag.store(true, Ordering::SeqCst);
        }
        let refuses = flag.load(Ordering::SeqCst) && path == "/generate";
        if refuses { Act::Raw(401, vec![], "Unauthorized".into()) } else { Act::Well }
    });
    let ended = rl(&out, &server.url, &[]);
    let error = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{error}");
    assert!(error.contains("step 2") && error.contains("--resume") && error.contains("401"), "{error}");
    let state: Value = serde_json::from_slice(&fs::read(out.join("checkpoint/state.json")).unwrap()).unwrap();
    assert_eq!(state["step"], 2);

    // It has moved.
    let other = Script::start(Brain::new(Play::Sglang), |_, _, _| Act::Well);
    let ended = rl(&out, &other.url, &["--resume"]);
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let log = fs::read_to_string(out.join("log.jsonl")).unwrap();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let staleness: Vec<_> = lines.iter().map(|line| line["staleness"]["max"].as_u64().unwrap()).collect();
    assert_eq!(staleness, [0, 1, 0, 1]);
    assert!(lines.iter().all(|line| line["staleness"]["dropped"] == 0));
    assert_eq!(*other.brain.version.lock().unwrap(), "2");
    assert!(out.join("pushed/2/model.safetensors").is_file());
    // The server samples with what was trained, not with what the run began with.
    let begun = fs::read(mini().join("model.safetensors")).unwrap();
    assert!(lines.iter().any(|line| line["zero_advantage_groups"] != 1.0), "no group teaches");
    assert!(fs::read(out.join("pushed/2/model.safetensors")).unwrap() != begun);
}

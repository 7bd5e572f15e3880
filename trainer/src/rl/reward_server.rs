//! A reward that somebody else's program gives, over HTTP (`docs/rewards.md`).
//!
//! The form is that of OpenRLHF's remote reward models: lists, with a place for each conversation, go there, and a list
//! of rewards comes back.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use vthinker_core::think::{Event, Preparation};

use super::remote::patience::{Answer, TRIES, patiently};
use super::remote::transport::{Reply, Transport};
use super::rollout::Rollout;
use super::settings::Settings;
use crate::flywheel::Problem;
use crate::flywheel::teacher::{Clock, SystemClock};
use crate::flywheel::transport::Limits;

/// Environment variable with the key that the server wants, if it wants one.
const KEY: &str = "VTHINKER_REWARDS_KEY";
const LIMITS: Limits = Limits {
    connect: Some(Duration::from_secs(10)),
    // A language model may read every conversation first.
    whole: Duration::from_secs(15 * 60),
    body: Some(Duration::from_secs(60)),
    bytes: 16 << 20,
};
/// Conversations in a request, so that it stays below some tens of megabytes with the pictures of `full` figures.
const MOST: usize = 64;
/// The part's name in logs and weights.
const NAME: &str = "server";

/// The server that judges a run's rollouts.
pub struct RewardServer {
    transport: Transport,
    clock: Arc<dyn Clock>,
    weight: f32,
    pictures: bool,
}

impl RewardServer {
    /// The server that the settings name, if they name one. Nothing is sent yet.
    ///
    /// # Errors
    /// If its address is none, or there is a weight for a server and no server.
    pub fn open(settings: &Settings) -> Result<Option<Self>> {
        Self::with_clock(settings, Arc::new(SystemClock::default()))
    }

    /// [`RewardServer::open`] with a clock of the caller's, so that tests need not wait.
    ///
    /// # Errors
    /// As [`RewardServer::open`].
    pub fn with_clock(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Option<Self>> {
        let weight = settings.rewards.server;
        let Some(url) = &settings.reward_server else {
            ensure!(
                weight.unwrap_or(0.0) == 0.0,
                "rewards: `server` has a weight, but there is no reward_server"
            );
            return Ok(None);
        };
        let weight = weight.unwrap_or(1.0);
        ensure!(weight.is_finite(), "rewards: the weight of `server` is {weight}, expected a number");
        let transport = Transport::new("reward_server", url, KEY, LIMITS)?;
        Ok(Some(Self { transport, clock, weight, pictures: settings.reward_pictures }))
    }

    /// The server's address.
    pub fn address(&self) -> &str {
        self.transport.base()
    }

    /// Adds the server's part to the rewards of rollouts, which are those of the problems, group by group.
    ///
    /// # Errors
    /// If it refuses a request, or gives no rewards of use in all tries.
    pub fn judge(&self, with: &Preparation, problems: &[Problem], rollouts: &mut [Rollout]) -> Result<()> {
        let group = (rollouts.len() / problems.len().max(1)).max(1);
        let of: Vec<&Problem> =
            problems.iter().flat_map(|problem| std::iter::repeat_n(problem, group)).collect();
        for (problems, rollouts) in of.chunks(MOST).zip(rollouts.chunks_mut(MOST)) {
            let body = self.body(with, problems, rollouts);
            let who = ("reward server", self.address());
            let rewards = patiently(&*self.clock, who, || true, || self.ask(&body, rollouts.len()))?
                .map_err(|fault| anyhow!("it gave no rewards in {TRIES} tries; the last time: {fault}"))?;
            for (rollout, reward) in rollouts.iter_mut().zip(rewards) {
                rollout.reward.add(NAME, reward, self.weight);
            }
        }
        Ok(())
    }

    fn body(&self, with: &Preparation, problems: &[&Problem], rollouts: &[Rollout]) -> Value {
        let texts: Vec<(String, String)> = rollouts.iter().map(|rollout| texts(with, rollout)).collect();
        let of_problems = |of: &dyn Fn(&Problem) -> Value| -> Vec<Value> {
            problems.iter().map(|problem| of(problem)).collect()
        };
        let of_rollouts =
            |of: &dyn Fn(&Rollout) -> Value| -> Vec<Value> { rollouts.iter().map(of).collect() };
        let mut body = json!({
            // OpenRLHF's.
            "query": texts.iter().map(|(prompt, response)| format!("{prompt}{response}")).collect::<Vec<_>>(),
            "prompts": texts.iter().map(|(prompt, _)| prompt).collect::<Vec<_>>(),
            "labels": of_problems(&|problem| json!(problem.answer)),
            // What else is known.
            "ids": of_problems(&|problem| json!(problem.id)),
            "tasks": of_problems(&|problem| json!(problem.task)),
            "questions": of_problems(&|problem| json!(problem.prompt())),
            "answers": of_rollouts(&|rollout| json!(rollout.score.answer)),
            "code_ran": of_rollouts(&|rollout| json!(rollout.score.used_tool)),
            "correct": of_rollouts(&|rollout| json!(rollout.score.correct)),
        });
        if self.pictures {
            body["pictures"] = of_rollouts(&|rollout| json!(picture(&rollout.events))).into();
        }
        body
    }

    fn ask(&self, body: &Value, conversations: usize) -> Answer<Vec<f32>> {
        match self.transport.post("", body, true) {
            Reply::Body(reply) => match read(&reply, conversations) {
                Ok(rewards) => Answer::Done(rewards),
                Err(what) => Answer::Again { wait: None, what },
            },
            Reply::Again { wait, what } => Answer::Again { wait, what },
            Reply::Refused(what) => Answer::Refused(what),
        }
    }
}

/// The prompt and what followed, as the model saw them, a picture being one placeholder.
fn texts(with: &Preparation, rollout: &Rollout) -> (String, String) {
    let sample = &rollout.sample;
    let pad = with.tokenizer.image_pad;
    let text = |ids: &[u32]| {
        let mut ids = ids.to_vec();
        ids.dedup_by(|next, id| next == id && *id == pad);
        with.tokenizer.decode(&ids)
    };
    let begin = sample.trained.iter().position(|trained| *trained).unwrap_or(sample.ids.len());
    (text(&sample.ids[..begin]), text(&sample.ids[begin..]))
}

/// The picture that the last code block made, if one made any, as PNG in base64.
fn picture(events: &[Event]) -> Option<String> {
    events.iter().rev().find_map(|event| match event {
        Event::Image { image, .. } => Some(STANDARD.encode(&image.png)),
        _ => None,
    })
}

/// The rewards of an answer.
fn read(reply: &Value, conversations: usize) -> Result<Vec<f32>, String> {
    let rewards = reply["rewards"].as_array().ok_or("its answer has no list `rewards`")?;
    if rewards.len() != conversations {
        return Err(format!("it gave {} rewards for {conversations} conversations", rewards.len()));
    }
    let number = |(place, value): (usize, &Value)| {
        let number = value.as_f64().map(|number| number as f32).filter(|number| number.is_finite());
        number.ok_or_else(|| format!("rewards[{place}] is {value}, expected a finite number"))
    };
    rewards.iter().enumerate().map(number).collect()
}

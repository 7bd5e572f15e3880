//! What a GRPO run will need, found out before it starts.

use std::time::Instant;

use anyhow::{Context, Result};
use burn::optim::ModuleOptimizer;
use vthinker_core::model::{Config, Qwen25Vl};

use super::problems::Problems;
use super::rollout::Rollout;
use super::sampled::Sampled;
use super::sampling::Servers;
use super::train::Run;
use crate::training::optimizer::Kind;
use crate::training::plan::{duration, tell_memory, tell_peak};
use crate::training::replicas::Replicas;
use crate::training::watch::Watch;

/// Samples the run's first step in this process, takes updates with as many rollouts as long as any may get, and tells what
/// was seen. Servers are not asked, nothing is written.
///
/// # Errors
/// If a problem is bad, or the largest micro-batch cannot be computed.
pub fn dry_run(run: &Run, model: Qwen25Vl, mut optimizer: ModuleOptimizer) -> Result<()> {
    let s = &run.settings;
    let problems = Problems::open(s)?;
    tell_memory(&model, s.tuning.precision, Kind::AdamW);
    println!("              and the KL's model, as large as the one that is trained");

    let began = Instant::now();
    let servers = Servers { rollouts: None, rewards: None };
    let sampled = run.sample(&model, &problems, 0, &servers, &Watch::default())?;
    let sampling = began.elapsed().as_secs_f64();
    let lengths = || sampled.rollouts.iter().map(|rollout| rollout.sample.ids.len());
    let line = sampled.line(0);
    println!(
        "sampled       {} rollouts of {} problems, {:.0} tokens written on average, longest conversation {}",
        sampled.rollouts.len(),
        sampled.problems.len(),
        line.tokens,
        lengths().max().unwrap_or(0)
    );
    println!(
        "              reward {:.3}, {:.0} % of groups teach, code ran in {:.0} %",
        line.reward,
        100.0 * (1.0 - line.zero_advantage_groups),
        100.0 * line.tool_rate
    );

    let largest = largest(&sampled, s.max_new_tokens, &run.config)?;
    let length = largest.sample.ids.len();
    let rollouts = apart(&largest, sampled.rollouts.len(), &run.config);
    // What matters is that every one of them is learned from.
    let advantages = (0..rollouts.len()).map(|i| if i % 2 == 0 { 1.0 } else { -1.0 }).collect();
    let step = Sampled { rollouts, advantages, problems: sampled.problems, ..Sampled::default() };
    let mut replicas = Replicas::new(&model, &run.device, &run.others, run.workers());
    let (mut model, mut updating) = (model, 0.0);
    // The first update also compiles kernels.
    for first in [true, false] {
        let began = Instant::now();
        let (new, loss, _) = run.update(model, &mut replicas, &mut optimizer, &step, 0.0)?;
        model = new;
        updating = began.elapsed().as_secs_f64();
        if first {
            println!(
                "largest step  {length} tokens a rollout, loss {loss:.3}, {updating:.2} s with start-up"
            );
        }
    }
    tell_peak();
    println!(
        "time          {sampling:.2} s of sampling as here and at most {updating:.2} s of updating a step: some {} for {} \
         steps, without checkpoints",
        duration((sampling + updating) * s.steps as f64),
        s.steps
    );
    Ok(())
}

/// The longest of the rollouts, written on with a word of its own up to the limit.
fn largest(sampled: &Sampled, max_new_tokens: usize, config: &Config) -> Result<Rollout> {
    let longest = sampled.rollouts.iter().max_by_key(|rollout| rollout.sample.ids.len());
    let mut largest = longest.context("no rollouts were sampled")?.clone();
    let sample = &mut largest.sample;
    let room = config.text.max_position_embeddings.saturating_sub(sample.ids.len());
    let more = max_new_tokens.saturating_sub(sample.targets()).min(room);
    let own =
        sample.ids.iter().zip(&sample.trained).filter(|(id, trained)| **trained && config.is_word(**id));
    let word = own.map(|(id, _)| *id).next().context("no rollout has a word in it")?;
    sample.ids.extend(vec![word; more]);
    sample.trained.extend(vec![true; more]);
    Ok(largest)
}

/// Copies of a rollout that have only the prompt in common, as real ones do at worst: each begins with another word.
fn apart(rollout: &Rollout, count: usize, config: &Config) -> Vec<Rollout> {
    let with = |word| Rollout { sample: rollout.sample.answered_with(word), ..rollout.clone() };
    config.words().cycle().take(count).map(with).collect()
}

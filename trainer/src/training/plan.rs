//! What a supervised run will need, found out before it starts.

use std::time::Instant;

use anyhow::Result;
use burn::module::Module;
use burn::optim::ModuleOptimizer;
use vthinker_core::model::Qwen25Vl;

use super::anneal::Course;
use super::learner::Learner;
use super::optimizer::Kind;
use super::sample::Sample;
use super::sft::Run;
use super::source::Source;
use super::tune::{Precision, trained_parameters};

/// Problems looked through for the longest.
const LOOKED_THROUGH: u64 = 512;
/// Steps timed after the first, which also compiles kernels.
const TIMED: usize = 3;

/// Encodes the run's first problems, takes steps with micro-batches of the longest of them, and tells what was seen.
///
/// # Errors
/// If a problem is bad, or the largest micro-batch cannot be computed.
pub fn dry_run(run: &Run, learner: Learner, optimizer: ModuleOptimizer) -> Result<()> {
    let s = &run.settings;
    Course::open(s)?;
    let source = Source::open(s)?;
    let problems = source.range(0, LOOKED_THROUGH.max(s.batch as u64))?;
    let mut lengths: Vec<(usize, usize)> = vec![];
    for (i, problem) in problems.iter().enumerate() {
        lengths.push((Sample::encode(problem, &run.preparation, s.feedback)?.ids.len(), i));
    }
    lengths.sort_unstable();
    let (longest, at) = *lengths.last().expect("there are problems");
    let median = lengths[lengths.len() / 2].0;
    println!("data          {} problems read, median {median} tokens, longest {longest}", problems.len());

    tell_memory(&learner.model, s.tuning.precision, s.optimizer);

    let largest = vec![problems[at].clone(); s.micro];
    let micro_batches = s.batch.div_ceil(s.micro);
    let batches = run.batches(&vec![largest; micro_batches].concat())?;
    let tokens: usize = batches.iter().map(|batch| batch.targets.len()).sum();
    let (mut learner, mut optimizer) = (learner, optimizer);
    let mut replicas = run.replicas(&learner);
    let mut seconds = 0.0;
    for step in 0..=TIMED {
        let began = Instant::now();
        let (grads, loss, _) = replicas.accumulate(&learner, &batches, |learner, batch, device| {
            learner.loss(batch, tokens, s.position_weight, device)
        })?;
        learner = optimizer.step(0.0, learner, grads);
        replicas.follow(&learner);
        if step == 0 {
            println!(
                "largest step  computed, loss {loss:.3}, {:.2} s with start-up",
                began.elapsed().as_secs_f64()
            );
        } else {
            seconds += began.elapsed().as_secs_f64() / TIMED as f64;
        }
    }
    tell_peak();
    println!(
        "time          {seconds:.3} s for a step of the largest samples: at most {} for {} steps, without checkpoints",
        duration(seconds * s.all_steps() as f64),
        s.all_steps()
    );
    Ok(())
}

/// Tells how many parameters there are, and what they take.
pub(crate) fn tell_memory(model: &Qwen25Vl, precision: Precision, optimizer: Kind) {
    let (all, trained) = (model.num_params(), trained_parameters(model));
    let frozen = all.saturating_sub(trained);
    let stored = if precision == Precision::Bf16 { 2 } else { 4 };
    let moments = if optimizer == Kind::Muon { 1 } else { 2 };
    println!("parameters    {all}, {trained} of them trained");
    println!(
        "memory        weights {}, gradients {}, optimizer {}; activations come on top",
        bytes(frozen * stored + trained * 4),
        bytes(trained * 4),
        bytes(trained * 4 * moments)
    );
}

/// Tells the process's peak memory, where the system does.
pub(crate) fn tell_peak() {
    if let Some(peak) = peak_memory() {
        println!("peak          {} of this process's memory so far", bytes(peak));
    }
}

/// The process's peak resident memory in bytes, where the system tells it.
fn peak_memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

fn bytes(n: usize) -> String {
    indicatif::HumanBytes(n as u64).to_string()
}

/// Seconds in words.
pub(crate) fn duration(seconds: f64) -> String {
    indicatif::HumanDuration(std::time::Duration::from_secs_f64(seconds)).to_string()
}

//! Conversations of a batch that write together, each a token in a forward pass.

use std::time::Instant;

use anyhow::Result;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use vthinker_core::generate::{ContinuousBatch, Sampler, Session};
use vthinker_core::model::Qwen25Vl;

use crate::training::sample::Sample;

/// Writes `count` tokens of each sample behind its first `prompt` ones and gives the seconds of every pass; the first is the
/// prompts'.
///
/// Tokens are sampled as a rollout's are, and the sample's own ones are then written in their place, so that no random model
/// ends early or asks for a picture.
///
/// # Errors
/// If the context is too short.
pub(super) fn write(model: &Qwen25Vl, samples: &[Sample], prompt: usize, count: usize) -> Result<Vec<f64>> {
    let mut batch = ContinuousBatch::new(model);
    let mut sessions: Vec<Session> = vec![];
    for sample in samples {
        let mut session = Session::new(model);
        let picture = sample.images[0].grid.merged_tokens(model.config().vision.spatial_merge_size) + 2;
        session.push_image(sample.images[0].clone())?;
        session.push_tokens(&sample.ids[picture..prompt])?;
        sessions.push(session);
    }
    let sampler = Sampler::at_temperature(1.0);
    let mut rng = ChaCha8Rng::seed_from_u64(0);
    let mut seconds = vec![];
    for step in 0..=count.max(1) {
        let began = Instant::now();
        let mut logits = batch.next_logits_blocking(&mut sessions.iter_mut().collect::<Vec<_>>())?;
        for logits in &mut logits {
            sampler.sample(logits, &[], &mut rng);
        }
        seconds.push(began.elapsed().as_secs_f64());
        let next = samples[0].ids[prompt + step % (samples[0].ids.len() - prompt)];
        sessions.iter_mut().try_for_each(|session| session.push_tokens(&[next]))?;
    }
    Ok(seconds)
}

//! Choosing a token from logits.

use rand::{Rng, RngExt};

use super::GenerationConfig;

/// How tokens are chosen.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Sampler {
    /// Takes the likeliest token; the fields below but the penalty then have no effect.
    pub greedy: bool,
    /// Divides the logits.
    pub temperature: f32,
    /// Samples from the likeliest tokens that together have this probability.
    pub top_p: f32,
    /// Samples from this many likeliest tokens; 0 means all.
    pub top_k: usize,
    /// Makes tokens that occurred less likely; 1 leaves them alone.
    pub repetition_penalty: f32,
}

/// A chosen token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sampled {
    /// Its id.
    pub id: u32,
    /// Its log probability at the sampler's temperature (1 if greedy) over the whole vocabulary: what a
    /// policy gradient needs, so neither penalty nor truncation is in it.
    pub logprob: f32,
}

impl Default for Sampler {
    /// Greedy.
    fn default() -> Self {
        Sampler { greedy: true, temperature: 1.0, top_p: 1.0, top_k: 0, repetition_penalty: 1.0 }
    }
}

impl From<&GenerationConfig> for Sampler {
    fn from(config: &GenerationConfig) -> Self {
        Sampler {
            greedy: !config.do_sample,
            temperature: config.temperature,
            top_p: config.top_p,
            top_k: config.top_k,
            repetition_penalty: config.repetition_penalty,
        }
    }
}

impl Sampler {
    /// Plain sampling at a temperature; 0 means greedy.
    pub fn at_temperature(temperature: f32) -> Self {
        Sampler { greedy: temperature <= 0.0, temperature, ..Default::default() }
    }

    /// Chooses a token; `history` are the tokens the penalty applies to. The logits are left penalised.
    /// NaNs are never chosen; of no usable logits, token 0 is taken with log probability minus infinity.
    pub fn sample(&self, logits: &mut [f32], history: &[u32], rng: &mut impl Rng) -> Sampled {
        let greedy = self.greedy || self.temperature <= 0.0;
        let temperature = if greedy { 1.0 } else { self.temperature };
        logits.iter_mut().filter(|l| l.is_nan()).for_each(|l| *l = f32::NEG_INFINITY);
        let normalizer = log_sum_exp(logits, temperature);
        let unpenalised = (self.repetition_penalty != 1.0).then(|| logits.to_vec());
        self.penalise(logits, history);
        let id = if greedy { argmax(logits) } else { self.draw(logits, rng) };
        let raw = unpenalised.as_deref().unwrap_or(logits).get(id).copied().unwrap_or(f32::NEG_INFINITY);
        let logprob = raw / temperature - normalizer;
        Sampled { id: id as u32, logprob: if logprob.is_nan() { f32::NEG_INFINITY } else { logprob } }
    }

    /// Divides positive and multiplies negative logits of tokens that occurred, each once.
    fn penalise(&self, logits: &mut [f32], history: &[u32]) {
        if self.repetition_penalty == 1.0 {
            return;
        }
        let mut seen = vec![false; logits.len()];
        for id in history {
            let at = *id as usize;
            if at < logits.len() && !std::mem::replace(&mut seen[at], true) {
                let factor =
                    if logits[at] > 0.0 { 1.0 / self.repetition_penalty } else { self.repetition_penalty };
                logits[at] *= factor;
            }
        }
    }

    fn draw(&self, logits: &[f32], rng: &mut impl Rng) -> usize {
        let truncated = self.top_k > 0 && self.top_k < logits.len() || self.top_p < 1.0;
        let mut candidates: Vec<usize> = (0..logits.len()).collect();
        if truncated {
            // Of equals, the first goes first.
            let order = |a: &usize, b: &usize| logits[*b].total_cmp(&logits[*a]).then(a.cmp(b));
            if self.top_k > 0 && self.top_k < candidates.len() {
                // Sorting a whole vocabulary takes longer than a small model's forward pass.
                candidates.select_nth_unstable_by(self.top_k - 1, order);
                candidates.truncate(self.top_k);
            }
            candidates.sort_unstable_by(order);
        }
        let peak = candidates.iter().map(|i| logits[*i]).fold(f32::NEG_INFINITY, f32::max);
        if !peak.is_finite() {
            return argmax(logits);
        }
        let mut weights: Vec<f32> =
            candidates.iter().map(|i| ((logits[*i] - peak) / self.temperature).exp()).collect();
        let mut total: f32 = weights.iter().sum();
        if truncated && self.top_p < 1.0 {
            let wanted = self.top_p.max(0.0) * total;
            let mut sum = 0.0;
            // The token that crosses the mark stays.
            let keep = weights.iter().position(|w| {
                sum += w;
                sum >= wanted
            });
            weights.truncate(keep.map_or(weights.len(), |last| last + 1));
            total = weights.iter().sum();
        }
        let mut left = rng.random::<f32>() * total;
        let chosen = weights.iter().position(|w| {
            left -= w;
            left < 0.0
        });
        // Rounding can leave a sliver past the last weight.
        candidates[chosen.unwrap_or_else(|| weights.iter().rposition(|w| *w > 0.0).unwrap_or(0))]
    }
}

fn argmax(logits: &[f32]) -> usize {
    let mut best = 0;
    for (at, logit) in logits.iter().enumerate() {
        // The first of equals, as the reference takes it.
        if *logit > logits[best] {
            best = at;
        }
    }
    best
}

fn log_sum_exp(logits: &[f32], temperature: f32) -> f32 {
    let peak = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max) / temperature;
    peak + logits.iter().map(|l| (l / temperature - peak).exp()).sum::<f32>().ln()
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;

    use super::*;

    fn rng() -> ChaCha8Rng {
        ChaCha8Rng::seed_from_u64(7)
    }

    #[test]
    fn greedy_takes_the_first_maximum_and_its_probability() {
        let sampled = Sampler::default().sample(&mut [1.0, 3.0, 3.0, f32::NAN], &[], &mut rng());
        assert_eq!(sampled.id, 1);
        let expected = -((-2.0f32).exp() + 2.0).ln();
        assert!((sampled.logprob - expected).abs() < 1e-6, "{}", sampled.logprob);
    }

    #[test]
    fn draws_follow_the_probabilities() {
        let sampler = Sampler::at_temperature(0.5);
        let logits = [0.0f32, 0.5, 1.0, -1.0];
        let (mut counts, mut rng) = ([0u32; 4], rng());
        for _ in 0..20_000 {
            counts[sampler.sample(&mut logits.clone(), &[], &mut rng).id as usize] += 1;
        }
        let total: f32 = logits.iter().map(|l| (l / 0.5).exp()).sum();
        for (count, logit) in counts.iter().zip(logits) {
            let expected = (logit / 0.5).exp() / total;
            assert!((*count as f32 / 20_000.0 - expected).abs() < 0.015, "{counts:?}");
        }
    }

    #[test]
    fn truncation_keeps_only_the_likeliest() {
        let logits = [0.0f32, 2.0, 1.0, 1.9];
        let mut rng = rng();
        for sampler in [
            Sampler { greedy: false, top_k: 2, ..Default::default() },
            Sampler { greedy: false, top_p: 0.6, ..Default::default() },
        ] {
            let ids: Vec<u32> =
                (0..200).map(|_| sampler.sample(&mut logits.clone(), &[], &mut rng).id).collect();
            assert!(
                ids.iter().all(|id| [1, 3].contains(id)) && ids.contains(&1) && ids.contains(&3),
                "{sampler:?}"
            );
        }
    }

    #[test]
    fn the_penalty_moves_the_choice_but_not_the_probability() {
        let sampler = Sampler { repetition_penalty: 3.0, ..Default::default() };
        let sampled = sampler.sample(&mut [2.0, 1.0], &[0, 0, 99], &mut rng());
        assert_eq!(sampled.id, 1);
        assert!((sampled.logprob - (1.0 - (2.0f32.exp() + 1.0f32.exp()).ln())).abs() < 1e-6);
    }

    #[test]
    fn hopeless_logits_do_not_panic() {
        for mut logits in [vec![], vec![f32::NAN; 3], vec![f32::NEG_INFINITY; 2]] {
            for sampler in [Sampler::default(), Sampler::at_temperature(1.0)] {
                assert_eq!(sampler.sample(&mut logits, &[1], &mut rng()).id, 0);
            }
        }
    }
}

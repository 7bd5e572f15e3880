//! How a step's rollouts lie in rows.

use crate::training::sample::Sample;

/// Puts rollouts into rows and rows into micro-batches: those of `groups` that `teaches` keeps, at most `micro` in a
/// micro-batch, as indices.
///
/// The rollouts of a problem begin with the same prompt and picture. Those of a row compute it once ([`LearningBatch::branching`]);
/// of short answers to a picture that is most of the work. Rows of about the same length lie together, for they are padded.
///
/// [`LearningBatch::branching`]: crate::training::batch::LearningBatch::branching
pub fn micro_batches<'a>(
    groups: &[Vec<usize>],
    teaches: impl Fn(&usize) -> bool,
    sample: impl Fn(usize) -> &'a Sample,
    micro: usize,
) -> Vec<Vec<Vec<usize>>> {
    let micro = micro.max(1);
    let mut rows: Vec<(usize, Vec<usize>)> = vec![];
    for group in groups {
        let mut kept: Vec<usize> = group.iter().copied().filter(&teaches).collect();
        kept.sort_by_key(|i| sample(*i).ids.len());
        while !kept.is_empty() {
            let samples: Vec<&Sample> = kept.iter().take(micro).map(|i| sample(*i)).collect();
            let (count, length) = longest_row(&samples);
            rows.push((length, kept.drain(..count).collect()));
        }
    }
    rows.sort_by_key(|(length, _)| *length);
    let mut batches: Vec<Vec<Vec<usize>>> = vec![];
    let mut room = 0;
    for (_, row) in rows {
        match batches.last_mut() {
            Some(batch) if row.len() <= room => {
                room -= row.len();
                batch.push(row);
            }
            _ => {
                room = micro - row.len();
                batches.push(vec![row]);
            }
        }
    }
    batches
}

/// How many of the samples, from the first on, are put into one row, and its length.
///
/// Attention costs the square of a row's length, all else its length. So a row grows as long as its square is no larger
/// than the sum of its samples' squares: long answers to a short prompt lie alone.
fn longest_row(samples: &[&Sample]) -> (usize, usize) {
    let prompt = |sample: &Sample| sample.trained.iter().take_while(|trained| !**trained).count();
    let shared = samples.iter().map(|sample| prompt(sample)).min().unwrap_or(0);
    let mut best = (1, samples.first().map_or(0, |sample| sample.ids.len()));
    let (mut length, mut apart) = (shared, 0);
    for (index, sample) in samples.iter().enumerate() {
        length += sample.ids.len() - shared;
        apart += sample.ids.len() * sample.ids.len();
        if length * length <= apart {
            best = (index + 1, length);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A prompt and an answer.
    fn sample(prompt: usize, answer: usize) -> Sample {
        let trained = (0..prompt + answer).map(|at| at >= prompt).collect();
        Sample { ids: vec![7; prompt + answer], trained, ..Sample::default() }
    }

    fn batches(samples: &[Sample], group: usize, micro: usize) -> Vec<Vec<Vec<usize>>> {
        let all: Vec<usize> = (0..samples.len()).collect();
        let groups: Vec<Vec<usize>> = all.chunks(group).map(<[usize]>::to_vec).collect();
        micro_batches(&groups, |i| samples[*i].targets() > 0, |i| &samples[i], micro)
    }

    #[test]
    fn short_answers_to_a_prompt_lie_in_one_row() {
        let samples: Vec<Sample> = (0..8).map(|i| sample(100, 10 + i % 4)).collect();
        assert_eq!(batches(&samples, 4, 8), [[[0, 1, 2, 3], [4, 5, 6, 7]]]);
        assert_eq!(batches(&samples, 8, 4), [[[0, 4, 1, 5]], [[2, 6, 3, 7]]]);
    }

    #[test]
    fn rows_never_cost_more_attention_than_their_samples() {
        for (prompt, answer) in [(1, 50), (10, 50), (50, 50), (100, 50), (1000, 50), (0, 9)] {
            let samples: Vec<Sample> = (0..16).map(|i| sample(prompt, answer + i)).collect();
            for row in batches(&samples, 8, 8).concat() {
                let own: usize = row.iter().map(|i| samples[*i].ids.len() - prompt).sum();
                let apart: usize = row.iter().map(|i| samples[*i].ids.len().pow(2)).sum();
                assert!((prompt + own).pow(2) <= apart, "{row:?} of prompts of {prompt}");
            }
        }
        assert!(batches(&vec![sample(2, 50); 4], 4, 4).concat().iter().all(|row| row.len() == 1));
    }

    #[test]
    fn every_rollout_that_teaches_is_in_one_row_of_its_problem_and_no_batch_is_too_large() {
        let lengths = [0, 3, 90, 4, 5, 0, 0, 60, 2, 2, 2, 200];
        let samples: Vec<Sample> = lengths.iter().map(|answer| sample(20, *answer)).collect();
        for micro in 1..6 {
            let batches = batches(&samples, 4, micro);
            assert!(batches.iter().all(|batch| (1..=micro).contains(&batch.iter().flatten().count())));
            assert!(batches.iter().flatten().all(|row| row.iter().all(|i| i / 4 == row[0] / 4)));
            let mut all: Vec<usize> = batches.into_iter().flatten().flatten().collect();
            all.sort_unstable();
            assert_eq!(all, [1, 2, 3, 4, 7, 8, 9, 10, 11]);
        }
    }
}

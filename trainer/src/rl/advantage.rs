//! Group-relative advantages.

/// Each reward against its group: `(r - mean) / (std + 1e-4)` (the reference's GRPO setting, with the sample
/// standard deviation), or `r - mean` without normalisation. A group whose rewards are all equal teaches nothing and
/// gives zeros.
pub fn group_advantages(rewards: &[f32], normalise_std: bool) -> Vec<f32> {
    // Asked of the rewards, not of the differences: the mean of equal numbers is not always that number.
    if rewards.iter().all(|r| *r == rewards[0]) {
        return vec![0.0; rewards.len()];
    }
    let n = rewards.len() as f32;
    let mean = rewards.iter().sum::<f32>() / n;
    let variance = rewards.iter().map(|r| (r - mean).powi(2)).sum::<f32>() / (n - 1.0);
    let scale = if normalise_std { variance.sqrt() + 1e-4 } else { 1.0 };
    rewards.iter().map(|r| (r - mean) / scale).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_rewards_teach_nothing() {
        for reward in [0.5, 1.5, 1.8, 1.3 + 0.5 * 0.7] {
            assert_eq!(group_advantages(&[reward; 8], true), vec![0.0; 8]);
            assert_eq!(group_advantages(&[reward; 7], false), vec![0.0; 7]);
        }
        assert_eq!(group_advantages(&[], true), Vec::<f32>::new());
    }

    #[test]
    fn known_values() {
        let a = group_advantages(&[0.0, 1.0], true);
        assert!((a[1] - 0.5 / (0.5f32.sqrt() + 1e-4)).abs() < 1e-5 && (a[0] + a[1]).abs() < 1e-6);
        assert_eq!(group_advantages(&[0.0, 1.0], false), vec![-0.5, 0.5]);
    }

    proptest! {
        #[test]
        fn sums_to_zero_and_keeps_the_order(
            r in prop::collection::vec(-2.0f32..2.0, 2..16),
            normalise: bool,
        ) {
            let a = group_advantages(&r, normalise);
            prop_assert!(a.iter().sum::<f32>().abs() < 1e-2);
            for i in 0..r.len() {
                for j in 0..r.len() {
                    prop_assert!(r[i] <= r[j] || a[i] >= a[j]);
                }
            }
        }
    }
}

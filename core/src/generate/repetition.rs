//! Noticing that a text runs in circles.

/// Says whether the end of a token sequence is one short phrase over and over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RepetitionGuard {
    /// Longest phrase looked for, in tokens.
    pub max_period: usize,
    /// How often it must stand there.
    pub repeats: usize,
    /// How many tokens the repeats must cover: short phrases need more of them, so that a row of digits
    /// or spaces is no alarm.
    pub min_tokens: usize,
}

impl Default for RepetitionGuard {
    fn default() -> Self {
        RepetitionGuard { max_period: 64, repeats: 4, min_tokens: 48 }
    }
}

impl RepetitionGuard {
    /// Whether the tail of `ids` repeats itself.
    pub fn repeats(&self, ids: &[u32]) -> bool {
        (1..=self.max_period).any(|period| {
            let span = (period * self.repeats.max(2)).max(self.min_tokens);
            span <= ids.len() && {
                let tail = &ids[ids.len() - span..];
                tail.iter().zip(&tail[period..]).all(|(a, b)| a == b)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_is_noticed_and_ordinary_text_is_not() {
        let guard = RepetitionGuard::default();
        let phrase: Vec<u32> = (0..15).collect();
        let looped: Vec<u32> = [7, 8].into_iter().chain(phrase.iter().copied().cycle().take(60)).collect();
        assert!(guard.repeats(&looped));
        assert!(!guard.repeats(&looped[..looped.len() - 5]));
        assert!(!guard.repeats(&(0..500).map(|i| i * i % 97).collect::<Vec<_>>()[..90]));
        assert!(!guard.repeats(&[5; 20]));
        assert!(guard.repeats(&[5; 48]));
        assert!(!guard.repeats(&[]));
    }
}

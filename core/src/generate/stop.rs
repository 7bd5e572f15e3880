//! Stop strings in streamed text.

/// Finds stop strings in text that comes in pieces, wherever the pieces are cut.
#[derive(Debug, Clone)]
pub struct StopMatcher {
    stops: Vec<String>,
    /// The end of the text so far, long enough to hold all but the last byte of any stop string.
    tail: String,
}

/// A stop string is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StopHit {
    /// Index of the stop string.
    pub stop: usize,
    /// Bytes of the last piece up to and including the stop string's end.
    pub keep: usize,
}

impl StopMatcher {
    /// Looks for these strings; empty ones are never found.
    pub fn new<S: Into<String>>(stops: impl IntoIterator<Item = S>) -> Self {
        StopMatcher { stops: stops.into_iter().map(Into::into).collect(), tail: String::new() }
    }

    /// The strings looked for.
    pub fn stops(&self) -> &[String] {
        &self.stops
    }

    /// Takes the next piece of text and reports the stop string that ends first in it; of several that end
    /// together, the longest. After a hit matching starts afresh.
    pub fn push(&mut self, piece: &str) -> Option<StopHit> {
        let before = self.tail.len();
        self.tail.push_str(piece);
        let ends =
            self.stops.iter().enumerate().filter(|(_, stop)| !stop.is_empty()).filter_map(|(index, stop)| {
                // A match must end in the new piece, or it would have been found before.
                let mut from = before.saturating_sub(stop.len() - 1);
                while !self.tail.is_char_boundary(from) {
                    from -= 1;
                }
                let mut found =
                    self.tail[from..].match_indices(stop.as_str()).map(|(at, _)| from + at + stop.len());
                found.find(|end| *end > before).map(|end| (end, std::cmp::Reverse(stop.len()), index))
            });
        if let Some((end, _, stop)) = ends.min() {
            self.tail.clear();
            return Some(StopHit { stop, keep: end - before });
        }
        let longest = self.stops.iter().map(String::len).max().unwrap_or(0);
        let mut cut = self.tail.len().saturating_sub(longest.saturating_sub(1));
        while !self.tail.is_char_boundary(cut) {
            cut -= 1;
        }
        self.tail.drain(..cut);
        None
    }

    /// Forgets the text so far.
    pub fn reset(&mut self) {
        self.tail.clear();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_stop_string_is_found_across_pieces() {
        let mut matcher = StopMatcher::new(["</code>", "<|im_end|>"]);
        assert_eq!(matcher.push("x = 1</co"), None);
        assert_eq!(matcher.push("de"), None);
        assert_eq!(matcher.push(">\nmore"), Some(StopHit { stop: 0, keep: 1 }));
        assert_eq!(matcher.push("<|im_end|>"), Some(StopHit { stop: 1, keep: 10 }));
    }

    #[test]
    fn the_first_to_end_wins_and_nothing_is_found_twice() {
        let mut matcher = StopMatcher::new(["abcd", "bc", ""]);
        assert_eq!(matcher.push("xabcd"), Some(StopHit { stop: 1, keep: 4 }));
        assert_eq!(matcher.push("d"), None);
    }

    proptest! {
        #[test]
        fn cutting_the_text_does_not_change_what_is_found(text in "[ab</é]{0,40}", cuts in prop::collection::vec(0usize..40, 0..6)) {
            let stops = ["</a", "éb", "aab"];
            let whole = StopMatcher::new(stops).push(&text).map(|hit| (hit.stop, hit.keep));
            let mut bounds: Vec<usize> = cuts.into_iter().filter(|cut| text.is_char_boundary(*cut) && *cut <= text.len()).collect();
            bounds.extend([0, text.len()]);
            bounds.sort_unstable();
            let mut matcher = StopMatcher::new(stops);
            let pieces = bounds.windows(2).find_map(|b| matcher.push(&text[b[0]..b[1]]).map(|hit| (hit.stop, b[0] + hit.keep)));
            prop_assert_eq!(pieces, whole);
        }
    }
}

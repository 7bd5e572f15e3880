//! Where a text crosses into code and out of it.

use vthinker_core::generate::StopMatcher;

/// Knows whether the text so far is inside a code block.
#[derive(Debug)]
pub(super) struct CodeTag {
    inside: bool,
    next: StopMatcher,
}

impl CodeTag {
    pub(super) fn new() -> Self {
        Self { inside: false, next: StopMatcher::new(["<code>"]) }
    }

    /// Whether the text so far is inside a code block.
    pub(super) fn inside(&self) -> bool {
        self.inside
    }

    /// The tag at which that changes.
    pub(super) fn next(&self) -> &'static str {
        if self.inside { "</code>" } else { "<code>" }
    }

    /// Takes the next piece of text.
    pub(super) fn push(&mut self, mut piece: &str) {
        while let Some(hit) = self.next.push(piece) {
            self.inside = !self.inside;
            self.next = StopMatcher::new([self.next()]);
            piece = &piece[hit.keep..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_wherever_the_text_is_cut() {
        let mut tag = CodeTag::new();
        let mut seen = vec![];
        for piece in ["so <co", "de>\nx = '<code>'", "</", "code", "> <code></code><code>"] {
            tag.push(piece);
            seen.push(tag.inside());
        }
        assert_eq!(seen, [false, true, true, true, true]);
        assert_eq!(tag.next(), "</code>");
    }
}

//! Strings.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::rc::Rc;

use super::heap::Charge;

/// An immutable string that knows its number of characters.
pub struct Str {
    text: Box<str>,
    chars: usize,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

impl Str {
    /// A string with the charge already taken for it.
    pub fn new(text: String, charge: Charge) -> Self {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Self { text: text.into_boxed_str(), chars, charge }
    }

    /// Number of characters (code points).
    pub fn char_len(&self) -> usize {
        self.chars
    }

    /// Whether byte and character positions are the same.
    pub fn is_ascii(&self) -> bool {
        self.chars == self.text.len()
    }
}

impl Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Str {}

impl Hash for Str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (*self.text).hash(state);
    }
}

/// Looks a string up in a map of [`Str`] without making one.
pub struct ByText<'a>(pub &'a str);

impl Hash for ByText<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl indexmap::Equivalent<Rc<Str>> for ByText<'_> {
    fn equivalent(&self, key: &Rc<Str>) -> bool {
        self.0 == &***key
    }
}

//! Names in Python's normal form: NFKC (Unicode Standard Annex 15).
//!
//! The crate of this name on crates.io knows all forms and gives a page 50 KB of perfect hash tables to load; ruff's parser
//! asks for one form of names that are not ASCII. Here the same facts take 11 KB, unpacked when such a name is first met.

mod tables;

use tables::{TABLES, Tables};

/// The forms of a text; one of them.
pub trait UnicodeNormalization {
    /// Normal form KC: taken apart, compatible characters replaced, and put together again.
    fn nfkc(self) -> std::vec::IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> std::vec::IntoIter<char> {
        let tables = &*TABLES;
        let mut text: Vec<(char, u8)> = Vec::new();
        for character in self.chars() {
            tables.decompose(character, |part| text.push((part, tables.class(part))));
        }
        // Marks between two letters stand in the order of their classes.
        for marks in text.split_mut(|(_, class)| *class == 0) {
            marks.sort_by_key(|(_, class)| *class);
        }
        compose(tables, &text).into_iter()
    }
}

fn compose(tables: &Tables, text: &[(char, u8)]) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(text.len());
    let mut letter: Option<usize> = None;
    let mut before = None;
    for &(character, class) in text {
        // A mark of the same class, or a letter in between, keeps it away.
        let free = before.is_none_or(|before| before < class);
        if let Some(at) = letter
            && free
            && let Some(both) = tables.compose(out[at], character)
        {
            out[at] = both;
            continue;
        }
        if class == 0 {
            letter = Some(out.len());
            before = None;
        } else {
            before = Some(class);
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::UnicodeNormalization;

    /// FNV-1a over characters; `make` prints the digests of the crate on crates.io.
    fn digest(text: impl Iterator<Item = char>) -> u64 {
        text.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
    }

    #[test]
    fn names_are_normalised() {
        let nfkc = |text: &str| text.nfkc().collect::<String>();
        assert_eq!(nfkc("ﬁ"), "fi");
        assert_eq!(nfkc("e\u{301}"), "é");
        assert_eq!(nfkc("𝐱²"), "x2");
        assert_eq!(nfkc("q\u{307}\u{323}"), "q\u{323}\u{307}");
        assert_eq!(nfkc("\u{1112}\u{1161}\u{11ab}"), "한");
        assert_eq!(nfkc("ΐ"), "ΐ");
        assert_eq!(nfkc(""), "");
    }

    #[test]
    fn every_character_is_as_in_the_crate_of_all_forms() {
        let all = ('\0'..=char::MAX).flat_map(|c| c.to_string().nfkc());
        assert_eq!(digest(all), 0xd180_31cd_700e_3a7b);
    }

    #[test]
    fn letters_with_marks_are_as_in_the_crate_of_all_forms() {
        let mut state = 1_u64;
        let texts = (0..200_000).map(|_| {
            let mut text = String::new();
            for _ in 0..5 {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                let random = (state >> 20) as u32;
                text.extend(char::from_u32(match random % 4 {
                    0 => 0x41 + random / 4 % 58,
                    1 => 0x300 + random / 4 % 0x70,
                    2 => random / 4 % 0x3000,
                    _ => random / 4 % 0x20000,
                }));
            }
            text
        });
        assert_eq!(digest(texts.flat_map(|text| text.nfkc())), 0xb6e1_70ec_c6bd_e70d);
    }
}

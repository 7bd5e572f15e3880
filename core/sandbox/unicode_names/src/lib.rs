//! Names of characters, for `"\N{DEGREE SIGN}"` in Python.
//!
//! The crate of this name on crates.io knows all 35,000 names and costs a page 300 KB to load; the sandbox's fonts show
//! about 2,000 characters, and these are the ones known here. ruff's parser finds this crate in place of that one.

/// Lines `NAME;HEXADECIMAL`, sorted by name.
static NAMES: &str = include_str!("names.txt");

/// The character of a name, in capitals or not.
pub fn character(name: &str) -> Option<char> {
    let name = name.to_ascii_uppercase();
    let (mut low, mut high) = (0, NAMES.len());
    while low < high {
        // The whole line around the middle.
        let middle = low + (high - low) / 2;
        let start = NAMES[..middle].rfind('\n').map_or(0, |at| at + 1);
        let end = NAMES[middle..].find('\n').map_or(NAMES.len(), |at| middle + at);
        let (known, code) = NAMES[start..end].split_once(';')?;
        match known.cmp(&name) {
            std::cmp::Ordering::Equal => return u32::from_str_radix(code, 16).ok().and_then(char::from_u32),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// The name of a character.
pub fn name(character: char) -> Option<&'static str> {
    let code = format!("{:X}", u32::from(character));
    NAMES
        .lines()
        .filter_map(|line| line.split_once(';'))
        .find(|(_, known)| *known == code)
        .map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_finds_its_character() {
        assert!(NAMES.lines().count() > 2000);
        for line in NAMES.lines() {
            let (known, code) = line.split_once(';').unwrap();
            let found = character(known).unwrap();
            assert_eq!(format!("{:X}", u32::from(found)), code);
            assert_eq!(name(found), Some(known));
        }
        assert_eq!(character("greek small letter pi"), Some('π'));
        assert_eq!(character("DEGREE SIGN"), Some('°'));
    }

    #[test]
    fn other_names_find_nothing() {
        for unknown in ["", ";", "A", "ZZZ", "DEGREE SIG", "DEGREE SIGNS", "HANGUL SYLLABLE GA"] {
            assert_eq!(character(unknown), None, "{unknown}");
        }
        assert_eq!(name('한'), None);
    }
}

//! What characters consist of.

use std::sync::LazyLock;

/// Written by `make`.
static PACKED: &[u8] = include_bytes!("tables.bin");

pub(crate) static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::unpack(PACKED).unwrap_or_default());

/// Hangul syllables are computed (The Unicode Standard, 3.12).
const SYLLABLES: u32 = 0xac00;
const LEADS: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
const TAILS: u32 = 0x11a7;
const LEAD_COUNT: u32 = 19;
const VOWEL_COUNT: u32 = 21;
const TAIL_COUNT: u32 = 28;
const SYLLABLE_COUNT: u32 = LEAD_COUNT * VOWEL_COUNT * TAIL_COUNT;

#[derive(Default)]
pub(crate) struct Tables {
    /// Characters with what they consist of, a range of `parts`.
    decompositions: Vec<(u32, usize, usize)>,
    parts: Vec<char>,
    /// Pairs that make one character.
    compositions: Vec<((u32, u32), char)>,
    /// First character, the one after the last, class.
    classes: Vec<(u32, u32, u8)>,
}

impl Tables {
    fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut tables = Self::default();
        let mut all = Stream(bytes);
        let (mut parts, mut pairs, mut classes) = (all.stream()?, all.stream()?, all.stream()?);
        let (mut character, mut first) = (0, 0);
        while !parts.0.is_empty() {
            character += parts.number()?;
            let count = parts.number()?;
            first += parts.signed()?;
            let start = tables.parts.len();
            tables.parts.push(char::from_u32(first as u32)?);
            for _ in 1..count {
                tables.parts.push(char::from_u32(parts.number()?)?);
            }
            tables.decompositions.push((character, start, tables.parts.len()));
        }
        let (mut character, mut first) = (0, 0);
        while !pairs.0.is_empty() {
            character += pairs.number()?;
            first += pairs.signed()?;
            tables.compositions.push(((first as u32, pairs.number()?), char::from_u32(character)?));
        }
        tables.compositions.sort_unstable();
        let mut end = 0;
        while !classes.0.is_empty() {
            let start = end + classes.number()?;
            end = start + classes.number()?;
            tables.classes.push((start, end, classes.number()? as u8));
        }
        Some(tables)
    }

    /// The canonical combining class of a character; 0 for letters.
    pub fn class(&self, character: char) -> u8 {
        let code = u32::from(character);
        let at = self.classes.partition_point(|(_, end, _)| *end <= code);
        self.classes.get(at).filter(|(start, ..)| *start <= code).map_or(0, |(.., class)| *class)
    }

    /// Gives what a character consists of, compatible characters replaced.
    pub fn decompose(&self, character: char, mut each: impl FnMut(char)) {
        let code = u32::from(character);
        let syllable = code.wrapping_sub(SYLLABLES);
        if syllable < SYLLABLE_COUNT {
            let (front, tail) = (syllable / TAIL_COUNT, syllable % TAIL_COUNT);
            let letters = [LEADS + front / VOWEL_COUNT, VOWELS + front % VOWEL_COUNT, TAILS + tail];
            let letters = &letters[..if tail == 0 { 2 } else { 3 }];
            letters.iter().filter_map(|code| char::from_u32(*code)).for_each(each);
            return;
        }
        match self.decompositions.binary_search_by_key(&code, |(code, ..)| *code) {
            Ok(at) => {
                let (_, from, to) = self.decompositions[at];
                self.parts[from..to].iter().copied().for_each(each);
            }
            Err(_) => each(character),
        }
    }

    /// The character that two make.
    pub fn compose(&self, a: char, b: char) -> Option<char> {
        let (a, b) = (u32::from(a), u32::from(b));
        let (lead, vowel) = (a.wrapping_sub(LEADS), b.wrapping_sub(VOWELS));
        if lead < LEAD_COUNT && vowel < VOWEL_COUNT {
            return char::from_u32(SYLLABLES + (lead * VOWEL_COUNT + vowel) * TAIL_COUNT);
        }
        let (syllable, tail) = (a.wrapping_sub(SYLLABLES), b.wrapping_sub(TAILS));
        if syllable < SYLLABLE_COUNT && syllable % TAIL_COUNT == 0 && (1..TAIL_COUNT).contains(&tail) {
            return char::from_u32(a + tail);
        }
        let at = self.compositions.binary_search_by_key(&(a, b), |(pair, _)| *pair).ok()?;
        Some(self.compositions[at].1)
    }
}

/// Bytes that are read from the front.
struct Stream<'b>(&'b [u8]);

impl<'b> Stream<'b> {
    /// A stream within, after its length.
    fn stream(&mut self) -> Option<Stream<'b>> {
        let length = self.number()? as usize;
        let (stream, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Stream(stream))
    }

    /// Seven bits a byte, the low ones first.
    fn number(&mut self) -> Option<u32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u32::from(byte & 127).checked_shl(shift)?;
            shift += 7;
            if *byte < 128 {
                return Some(value);
            }
        }
    }

    /// A number whose lowest bit says that it is negative.
    fn signed(&mut self) -> Option<i32> {
        let value = self.number()?;
        Some((value >> 1) as i32 ^ -((value & 1) as i32))
    }
}

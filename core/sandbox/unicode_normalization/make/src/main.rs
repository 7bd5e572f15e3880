//! Writes `tables.bin` for the crate above, and prints the digests that its tests compare.
//!
//!     cargo run --release -- ../src/tables.bin

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{
    canonical_combining_class, compose, decompose_canonical, decompose_compatible,
};

/// Syllables are computed, not listed.
const HANGUL: std::ops::RangeInclusive<char> = '\u{ac00}'..='\u{d7a3}';

fn main() -> std::io::Result<()> {
    let (mut parts, mut pairs, mut classes) = (Vec::new(), Vec::new(), Vec::new());
    let (mut last, mut first) = (0, 0);
    for c in ('\0'..=char::MAX).filter(|c| !HANGUL.contains(c)) {
        let mut text = Vec::new();
        decompose_compatible(c, |part| text.push(part as i64));
        if text == [c as i64] {
            continue;
        }
        number(&mut parts, (c as i64 - last) as u64);
        number(&mut parts, text.len() as u64);
        signed(&mut parts, text[0] - first);
        text[1..].iter().for_each(|part| number(&mut parts, *part as u64));
        (last, first) = (c as i64, text[0]);
    }

    let mut composed = BTreeMap::new();
    for c in ('\0'..=char::MAX).filter(|c| !HANGUL.contains(c)) {
        let mut text = Vec::new();
        decompose_canonical(c, |part| text.push(part));
        let Some((mark, front)) = text.split_last() else { continue };
        // What comes before the last mark is a character by itself, composed if need be.
        let front: Vec<char> = front.iter().copied().nfc().collect();
        if let [front] = front[..]
            && compose(front, *mark) == Some(c)
        {
            composed.insert(c as i64, (front as i64, *mark as i64));
        }
    }
    let (mut last, mut first) = (0, 0);
    for (c, (a, b)) in composed {
        number(&mut pairs, (c - last) as u64);
        signed(&mut pairs, a - first);
        number(&mut pairs, b as u64);
        (last, first) = (c, a);
    }

    let mut last = 0;
    let mut c = 0_u32;
    let class = |c: u32| char::from_u32(c).map_or(0, canonical_combining_class);
    while c <= u32::from(char::MAX) {
        let start = c;
        while class(c) == class(start) && c <= u32::from(char::MAX) {
            c += 1;
        }
        if class(start) != 0 {
            number(&mut classes, u64::from(start - last));
            number(&mut classes, u64::from(c - start));
            number(&mut classes, u64::from(class(start)));
            last = c;
        }
    }

    let mut out = Vec::new();
    for stream in [parts, pairs, classes] {
        number(&mut out, stream.len() as u64);
        out.extend(stream);
    }
    std::fs::write(std::env::args().nth(1).expect("the file to write"), out)?;

    let single = digest(('\0'..=char::MAX).flat_map(|c| c.to_string().nfkc().collect::<Vec<_>>()));
    let random = digest(random_texts().flat_map(|text| text.nfkc().collect::<Vec<_>>()));
    println!("single {single:#018x}, random {random:#018x}");
    Ok(())
}

/// FNV-1a, as in the crate's tests.
fn digest(text: impl Iterator<Item = char>) -> u64 {
    text.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// As in the crate's tests.
fn random_texts() -> impl Iterator<Item = String> {
    let mut state = 1_u64;
    (0..200_000).map(move |_| {
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
    })
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 128 {
        out.push(value as u8 & 127 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

fn signed(out: &mut Vec<u8>, value: i64) {
    number(out, if value < 0 { (-value * 2 - 1) as u64 } else { value as u64 * 2 });
}

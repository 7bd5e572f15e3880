//! Hershey's vector letters: lines and figures on a grid.
//!
//! `hershey.txt` has a line for each face: its name, the heights of its baseline and its capitals on the
//! grid, and the numbers of its characters' figures from the space on; then a line for each figure:
//! number, the left and right side, and strokes apart by spaces. A letter of a figure counts from `R`.
//!
//! The Hershey Fonts were originally created by Dr. A. V. Hershey while working at the U. S. National
//! Bureau of Standards. The format of the font data in this distribution was originally created by
//! James Hurt, Cognition, Inc., 900 Technology Park Drive, Billerica, MA 01821.

use std::sync::OnceLock;

static DATA: &str = include_str!("hershey.txt");

/// A set of letters.
pub(super) struct Face {
    /// Grid units from the line that letters stand on down to the lowest.
    pub base: i64,
    /// Grid units from that line up to the top of capitals.
    pub cap: i64,
    /// Figures of the characters from the space on.
    figures: Vec<&'static str>,
    /// Whether Cyrillic letters follow the others.
    cyrillic: bool,
}

/// A letter.
pub(super) struct Figure {
    /// Its sides on the grid.
    pub left: i64,
    pub right: i64,
    strokes: &'static str,
}

/// OpenCV's numbers of faces, in the order of the file.
const FACES: usize = 12;
/// Where in the file the italic of a face is.
const ITALICS: [(usize, usize); 4] = [(1, 8), (3, 9), (4, 10), (5, 11)];

/// The face of a number; with 16 added its italic, if it has one.
pub(super) fn face(number: u8) -> Option<&'static Face> {
    static FOUND: OnceLock<Vec<Face>> = OnceLock::new();
    let faces = FOUND.get_or_init(read);
    let upright = usize::from(number & 15);
    if upright > 7 {
        return None;
    }
    let italic = ITALICS.iter().find(|(face, _)| number & 16 != 0 && *face == upright);
    faces.get(italic.map_or(upright, |(_, place)| *place))
}

fn read() -> Vec<Face> {
    let mut lines = DATA.lines();
    let heads: Vec<&str> = lines.by_ref().take(FACES).collect();
    let mut figures: Vec<(u16, &'static str)> = Vec::new();
    for line in lines {
        if let Some((number, figure)) = line.split_once(' ')
            && let Ok(number) = number.parse()
        {
            figures.push((number, figure));
        }
    }
    let figure = |number: u16| {
        let place = figures.binary_search_by_key(&number, |entry| entry.0);
        place.ok().and_then(|place| figures.get(place)).map_or("", |entry| entry.1)
    };
    let face = |(index, head): (usize, &&str)| {
        let mut words = head.split(' ').skip(1);
        let mut height = || words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        let (base, cap) = (height(), height());
        let mut own = Vec::new();
        for word in words {
            let (first, last) = word.split_once('-').unwrap_or((word, word));
            if let (Ok(first), Ok(last)) = (first.parse::<u16>(), last.parse::<u16>()) {
                own.extend((first..=last).map(figure));
            }
        }
        Face { base, cap, figures: own, cyrillic: index == 3 }
    };
    heads.iter().enumerate().map(face).collect()
}

impl Face {
    /// The letters of a text. OpenCV takes bytes for characters, and what it lacks for question marks.
    pub fn letters<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Figure> + 'a {
        let mut bytes = text.bytes().peekable();
        std::iter::from_fn(move || {
            let first = bytes.next()?;
            let mut place = usize::from(first).checked_sub(32).filter(|place| *place < 95);
            if self.cyrillic && first >= 0x80 {
                let letter = match (first, bytes.peek()) {
                    (0xd0, Some(second @ 0x90..=0xbf)) => Some(usize::from(*second) - 17 - 32),
                    (0xd1, Some(second @ 0x80..=0x8f)) => Some(usize::from(*second) + 47 - 32),
                    _ => None,
                };
                // The other bytes of the character belong to it.
                while bytes.next_if(|byte| (0x80..0xc0).contains(byte)).is_some() {}
                place = letter;
            }
            let question = usize::from(b'?' - b' ');
            let figure = self.figures.get(place.unwrap_or(question)).copied().unwrap_or_default();
            Some(Figure::new(figure))
        })
    }
}

impl Figure {
    fn new(text: &'static str) -> Self {
        let mut sides = text.bytes().map(unit);
        let (left, right) = (sides.next().unwrap_or(0), sides.next().unwrap_or(0));
        Self { left, right, strokes: text.get(2..).unwrap_or_default() }
    }

    /// The strokes as points on the grid.
    pub fn strokes(&self) -> impl Iterator<Item = Vec<[i64; 2]>> {
        self.strokes.split(' ').map(|stroke| {
            let units: Vec<i64> = stroke.bytes().map(unit).collect();
            units.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()
        })
    }
}

fn unit(letter: u8) -> i64 {
    i64::from(letter) - i64::from(b'R')
}

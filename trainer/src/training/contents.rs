//! What the image tokens of a problem's pictures show.

use image::RgbImage;

use crate::flywheel::{Element, Hue, Problem};

/// Kinds of content: the named colours, the pen's colour, the letters A to Z.
pub const KINDS: usize = LETTERS + 26;

/// The pen's colour comes behind the named ones.
const PEN: usize = Hue::ALL.len();
/// The letters come behind the colours.
const LETTERS: usize = PEN + 1;

/// The colour that tool code draws with, magenta.
const PEN_RGB: [u8; 3] = [255, 0, 255];

/// Farthest a pixel may be from a colour to have its name: figures vary their colours by less, and no two of them
/// are nearer than twice that.
const REACH: i32 = 52;

/// Pixels of a colour that a token must hold to show it.
const LEAST: usize = 5;

/// A set of kinds, one bit each.
pub type Contents = u32;

/// The contents of the image tokens of `picture`, in reading order. Colours are counted in its pixels, letters are
/// where the problem's elements say.
///
/// `columns` and `rows` are those of the picture's image tokens.
pub fn contents(picture: &RgbImage, problem: &Problem, columns: usize, rows: usize) -> Vec<Contents> {
    let place = |x: u32, y: u32, width: u32, height: u32| {
        let cell = |v: u32, of: u32, cells: usize| (v as usize * cells / of.max(1) as usize).min(cells - 1);
        cell(y, height, rows) * columns + cell(x, width, columns)
    };
    let mut counts = vec![[0; LETTERS]; columns * rows];
    for (x, y, pixel) in picture.enumerate_pixels() {
        if let Some(kind) = colour(pixel.0) {
            counts[place(x, y, picture.width(), picture.height())][kind] += 1;
        }
    }
    let mut contents: Vec<Contents> = counts
        .iter()
        .map(|counts| {
            (0..LETTERS).filter(|kind| counts[*kind] >= LEAST).map(|kind| 1 << kind).fold(0, |a, b| a | b)
        })
        .collect();
    for element in &problem.elements {
        if let Some((letter, [x, y])) = lettered(element) {
            let at = place(x.max(0) as u32, y.max(0) as u32, problem.width, problem.height);
            contents[at] |= 1 << (LETTERS + letter);
        }
    }
    contents
}

/// The named colour nearest to a pixel, if it is near enough.
fn colour(pixel: [u8; 3]) -> Option<usize> {
    let distance = |of: [u8; 3]| -> i32 {
        pixel.iter().zip(of).map(|(a, b)| (i32::from(*a) - i32::from(b)).pow(2)).sum()
    };
    Hue::ALL
        .iter()
        .map(|hue| hue.rgb())
        .chain([PEN_RGB])
        .map(distance)
        .enumerate()
        .min_by_key(|(_, distance)| *distance)
        .filter(|(_, distance)| *distance <= REACH * REACH)
        .map(|(kind, _)| kind)
}

/// The single capital letter that an element writes, counted from A, and its place.
fn lettered(element: &Element) -> Option<(usize, [i32; 2])> {
    let Element::Text { content, position, .. } = element else { return None };
    match content.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some((usize::from(letter - b'A'), *position)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flywheel::{self, Canvas, families::select};

    #[test]
    fn names_are_told_apart() {
        for (kind, rgb) in Hue::ALL.iter().map(|hue| hue.rgb()).chain([PEN_RGB]).enumerate() {
            assert_eq!(colour(rgb), Some(kind));
            assert_eq!(colour(rgb.map(|c| c.saturating_sub(20))), Some(kind));
        }
        for ground in [[255; 3], [59; 3], [248, 253, 246], [223, 230, 232]] {
            assert_eq!(colour(ground), None);
        }
    }

    #[test]
    fn a_token_shows_the_dot_in_it_and_letters_are_found() {
        let some = |name: &str, i| {
            let families = select(Canvas::Mini, &[], &[name.to_string()]).unwrap();
            let problem = flywheel::problem_of(&families, 1, i).unwrap();
            let picture = problem.image().unwrap();
            let (columns, rows) = (problem.width as usize / 20, problem.height as usize / 20);
            let contents = contents(&picture, &problem, columns, rows);
            (problem, contents)
        };
        for i in 0..20 {
            let (problem, found) = some("dot", i);
            for element in &problem.elements {
                let Element::Point { x, y, meaning, .. } = element else { continue };
                let kind = Hue::ALL.iter().position(|hue| meaning.starts_with(hue.name())).unwrap();
                let at = (y / 20) as u32 * (problem.width / 20) + (x / 20) as u32;
                assert_ne!(found[at as usize] & (1 << kind), 0, "{} {meaning}", problem.id);
            }
            let (problem, found) = some("vertex", i);
            let letters = found.iter().map(|set| (set >> LETTERS).count_ones()).sum::<u32>();
            let written = problem.elements.iter().filter(|e| lettered(e).is_some()).count();
            assert!(written >= 3 && letters as usize == written, "{}: {letters} of {written}", problem.id);
        }
    }
}

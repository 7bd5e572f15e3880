//! A typeface, unpacked from the form in which `fonts/pack.py` writes it.

use super::curve::{Curve, Node, contour};

/// Parts of parts of a glyph; the fonts have one level.
const MAX_DEPTH: usize = 4;

/// What setting a text needs to know of a font, in its units.
pub(crate) struct Face {
    /// Units of the square in which letters are drawn.
    pub units: f32,
    /// From the baseline to the top of a line.
    pub ascent: f32,
    /// From the baseline to the bottom of a line, which is negative.
    pub descent: f32,
    advances: Vec<i32>,
    /// Characters with their glyphs, in order.
    characters: Vec<(u32, u16)>,
    glyphs: Vec<Shape>,
    nodes: Vec<Node>,
    parts: Vec<Part>,
    /// Pairs of glyphs, the left one in the upper half, with what is added between them.
    kerns: Vec<(u32, i32)>,
}

/// What a glyph is made of: a range of [`Face::nodes`] or of [`Face::parts`].
enum Shape {
    Nodes(usize, usize),
    Parts(usize, usize),
}

/// Another glyph, and where it is put.
#[derive(Clone, Copy)]
struct Part {
    glyph: u16,
    at: [i32; 2],
}

impl Face {
    /// Unpacks a font; `None` if the bytes are damaged.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut all = Stream(bytes);
        let mut next = || {
            let length = all.number()? as usize;
            let (stream, rest) = all.0.split_at_checked(length)?;
            all.0 = rest;
            Some(Stream(stream))
        };
        let (mut measures, mut steps, mut pairs) = (next()?, next()?, next()?);
        let (mut contours, mut lengths, mut flags) = (next()?, next()?, next()?);
        let (mut coordinates, mut made_of) = (next()?, next()?);
        let (mut left, mut right, mut by) = (next()?, next()?, next()?);

        let mut face = Self {
            units: measures.number()? as f32,
            ascent: measures.signed()? as f32,
            descent: measures.signed()? as f32,
            advances: Vec::new(),
            characters: Vec::new(),
            glyphs: Vec::new(),
            nodes: Vec::with_capacity(flags.0.len()),
            parts: Vec::new(),
            kerns: Vec::new(),
        };
        let mut advance = 0;
        while !steps.0.is_empty() {
            advance += steps.signed()?;
            face.advances.push(advance);
        }
        let (mut character, mut glyph) = (0, 0);
        while !pairs.0.is_empty() {
            character += pairs.number()?;
            // Counted from the glyph that would follow.
            glyph += pairs.signed()? + 1;
            face.characters.push((character, u16::try_from(glyph).ok()?));
        }
        while !contours.0.is_empty() {
            match contours.number()? {
                1 => {
                    let from = face.parts.len();
                    for _ in 0..made_of.number()? {
                        let glyph = u16::try_from(made_of.number()?).ok()?;
                        face.parts.push(Part { glyph, at: [made_of.signed()?, made_of.signed()?] });
                    }
                    face.glyphs.push(Shape::Parts(from, face.parts.len()));
                }
                count => {
                    let from = face.nodes.len();
                    let mut at = [0; 2];
                    for _ in 1..count {
                        for left in (0..lengths.number()?).rev() {
                            let flag = flags.byte()?;
                            let step = step(flag & 127, &mut coordinates)?;
                            at = [at[0] + step[0], at[1] + step[1]];
                            face.nodes.push(Node { at, on: flag < 128, last: left == 0 });
                        }
                    }
                    face.glyphs.push(Shape::Nodes(from, face.nodes.len()));
                }
            }
        }
        let (mut a, mut b) = (0, 0);
        while !left.0.is_empty() {
            let next = left.number()?;
            b = if next == 0 { b } else { 0 } + right.number()?;
            a += next;
            face.kerns.push(((a << 16) | b, by.signed()?));
        }
        Some(face)
    }

    /// The glyph of a character; 0, the sign for what is missing, if there is none.
    pub fn glyph(&self, character: char) -> u16 {
        let found = self.characters.binary_search_by_key(&u32::from(character), |(code, _)| *code);
        found.map_or(0, |at| self.characters[at].1)
    }

    /// How far the next glyph's origin is.
    pub fn advance(&self, glyph: u16) -> f32 {
        self.advances.get(usize::from(glyph)).map_or(0.0, |advance| *advance as f32)
    }

    /// What is added to the advance between two glyphs.
    pub fn kern(&self, left: u16, right: u16) -> f32 {
        let pair = (u32::from(left) << 16) | u32::from(right);
        self.kerns.binary_search_by_key(&pair, |(pair, _)| *pair).map_or(0.0, |at| self.kerns[at].1 as f32)
    }

    /// The outline of a glyph, y pointing upwards; `None` if it has no ink.
    pub fn outline(&self, glyph: u16) -> Option<Vec<Curve>> {
        let mut curves = Vec::new();
        self.trace(glyph, [0, 0], MAX_DEPTH, &mut curves);
        let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
        for point in curves.iter().flat_map(Curve::points) {
            low = [low[0].min(point.x), low[1].min(point.y)];
            high = [high[0].max(point.x), high[1].max(point.y)];
        }
        (low[0] < high[0] && low[1] < high[1]).then_some(curves)
    }

    fn trace(&self, glyph: u16, at: [i32; 2], depth: usize, curves: &mut Vec<Curve>) {
        match self.glyphs.get(usize::from(glyph)) {
            Some(Shape::Nodes(from, to)) => {
                let nodes = self.nodes[*from..*to].split_inclusive(|node| node.last);
                nodes.for_each(|nodes| contour(nodes, at, curves));
            }
            Some(Shape::Parts(from, to)) if depth > 0 => {
                for part in &self.parts[*from..*to] {
                    self.trace(part.glyph, [at[0] + part.at[0], at[1] + part.at[1]], depth - 1, curves);
                }
            }
            _ => {}
        }
    }
}

/// The step to a point by WOFF 2's table of triplets (W3C, WOFF File Format 2.0, 5.2).
fn step(flag: u8, bytes: &mut Stream) -> Option<[i32; 2]> {
    let flag = i32::from(flag);
    let mut byte = || bytes.byte().map(i32::from);
    let signed = |value: i32, positive: i32| if positive & 1 == 1 { value } else { -value };
    let (x, y) = match flag {
        0..10 => return Some([0, signed(((flag >> 1) << 8) + byte()?, flag)]),
        10..20 => return Some([signed((((flag - 10) >> 1) << 8) + byte()?, flag), 0]),
        20..84 => {
            let (kind, both) = (flag - 20, byte()?);
            (1 + (kind & 0x30) + (both >> 4), 1 + ((kind << 2) & 0x30) + (both & 15))
        }
        84..120 => {
            let kind = flag - 84;
            (1 + ((kind / 12) << 8) + byte()?, 1 + (((kind % 12) >> 2) << 8) + byte()?)
        }
        120..124 => {
            let (high, middle) = (byte()?, byte()?);
            ((high << 4) | (middle >> 4), ((middle & 15) << 8) | byte()?)
        }
        _ => ((byte()? << 8) | byte()?, (byte()? << 8) | byte()?),
    };
    Some([signed(x, flag), signed(y, flag >> 1)])
}

/// Bytes that are read from the front.
struct Stream<'b>(&'b [u8]);

impl Stream<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Seven bits a byte, the low ones first.
    fn number(&mut self) -> Option<u32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            value |= u32::from(byte & 127).checked_shl(shift)?;
            shift += 7;
            if byte < 128 {
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

#[cfg(test)]
mod tests {
    use ab_glyph::{Font, FontRef, OutlineCurve};

    use super::*;
    use crate::Typeface;
    use crate::font::font;

    const FONTS: [(Typeface, &[u8]); 4] = [
        (Typeface::Sans, include_bytes!("../../fonts/DejaVuSans.ttf")),
        (Typeface::Bold, include_bytes!("../../fonts/DejaVuSans-Bold.ttf")),
        (Typeface::Mono, include_bytes!("../../fonts/DejaVuSansMono.ttf")),
        (Typeface::Aileron, include_bytes!("../../fonts/Aileron-Regular.ttf")),
    ];

    #[test]
    fn packed_fonts_are_those_of_the_files() {
        for (typeface, bytes) in FONTS {
            let (face, file) = (font(typeface).unwrap(), FontRef::try_from_slice(bytes).unwrap());
            assert_eq!(Some(face.units), file.units_per_em());
            assert_eq!((face.ascent, face.descent), (file.ascent_unscaled(), file.descent_unscaled()));
            for character in '\0'..=char::MAX {
                assert_eq!(face.glyph(character), file.glyph_id(character).0, "{typeface:?} {character:?}");
            }
            let count = u16::try_from(file.glyph_count()).unwrap();
            for glyph in 0..count + 1 {
                let id = ab_glyph::GlyphId(glyph);
                assert_eq!(face.advance(glyph), file.h_advance_unscaled(id), "{typeface:?} {glyph}");
                let outline = file.outline(id).map(|outline| outline.curves);
                let outline = outline.map(|curves| curves.into_iter().map(curve).collect::<Vec<_>>());
                assert_eq!(face.outline(glyph), outline, "{typeface:?} {glyph}");
            }
            for (left, right) in (0..count).flat_map(|left| (0..count).map(move |right| (left, right))) {
                let ids = [left, right].map(ab_glyph::GlyphId);
                assert_eq!(face.kern(left, right), file.kern_unscaled(ids[0], ids[1]), "{left} {right}");
            }
        }
    }

    fn curve(curve: OutlineCurve) -> Curve {
        match curve {
            OutlineCurve::Line(a, b) => Curve::Line(a, b),
            OutlineCurve::Quad(a, b, c) => Curve::Quad(a, b, c),
            OutlineCurve::Cubic(..) => unreachable!("TrueType has no such curves"),
        }
    }

    #[test]
    fn damaged_fonts_are_none() {
        let bytes = include_bytes!("../../fonts/Aileron-Regular.glyphs");
        for length in 0..bytes.len() {
            assert!(Face::unpack(&bytes[..length]).is_none(), "{length}");
        }
    }
}

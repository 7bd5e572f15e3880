//! Pixels in little memory, while nobody looks at them.

use std::sync::Arc;

use image::RgbaImage;

use super::Original;
use crate::Rgba;

/// A picture that is made anew when it is next looked at, bit by bit the same.
#[derive(Debug)]
pub(super) struct Packed {
    size: [u32; 2],
    form: Form,
}

#[derive(Debug)]
enum Form {
    /// Red, green and blue, where all is opaque.
    Opaque(Box<[u8]>),
    /// Colours and how many pixels each goes on for.
    Runs(Box<[(u32, Rgba)]>),
    /// Where a picture differs from another of its size: places with lengths, and the colours there.
    Changes { from: Arc<Packed>, spans: Box<[(u32, u32)]>, colors: Box<[Rgba]> },
}

impl Packed {
    /// The smallest of the forms that takes at most three quarters of the memory, if one does. `from` is a picture of
    /// which this one may be a changed copy.
    pub fn of(image: &RgbaImage, from: Option<&Original>) -> Option<Self> {
        let size = [image.width(), image.height()];
        let (pixels, _) = image.as_raw().as_chunks();
        let from = from.filter(|from| from.packed.size == size);
        let form = from
            .and_then(|from| changes(pixels, from))
            .or_else(|| runs(pixels))
            .or_else(|| opaque(pixels))?;
        Some(Self { size, form })
    }

    /// The picture.
    pub fn unpacked(&self) -> RgbaImage {
        let [width, height] = self.size;
        let raw = match &self.form {
            Form::Opaque(bytes) => {
                bytes.as_chunks::<3>().0.iter().flat_map(|&[r, g, b]| [r, g, b, 255]).collect()
            }
            Form::Runs(runs) => {
                let mut pixels = Vec::with_capacity(width as usize * height as usize);
                runs.iter()
                    .for_each(|(count, color)| pixels.extend(std::iter::repeat_n(*color, *count as usize)));
                pixels.into_flattened()
            }
            Form::Changes { from, spans, colors } => {
                let mut raw = from.unpacked().into_raw();
                let (pixels, _) = raw.as_chunks_mut::<4>();
                let mut colors = &colors[..];
                for (at, count) in spans {
                    let (own, rest) = colors.split_at(*count as usize);
                    pixels[*at as usize..][..own.len()].copy_from_slice(own);
                    colors = rest;
                }
                raw
            }
        };
        // The forms have all pixels of the size.
        RgbaImage::from_raw(width, height, raw).unwrap_or_default()
    }
}

fn changes(pixels: &[Rgba], from: &Original) -> Option<Form> {
    /// Compared at once, as most of a picture is as it was.
    const BLOCK: usize = 64;
    let (before, _) = from.image().as_raw().as_chunks::<4>();
    let (mut spans, mut colors) = (Vec::<(u32, u32)>::new(), Vec::new());
    for (index, (new, old)) in pixels.chunks(BLOCK).zip(before.chunks(BLOCK)).enumerate() {
        if new == old {
            continue;
        }
        for (at, (new, _)) in new.iter().zip(old).enumerate().filter(|(_, (new, old))| new != old) {
            let at = (index * BLOCK + at) as u32;
            match spans.last_mut() {
                Some((start, count)) if *start + *count == at => *count += 1,
                _ => spans.push((at, 1)),
            }
            colors.push(*new);
        }
        if 2 * spans.len() + colors.len() > pixels.len() / 4 {
            return None;
        }
    }
    Some(Form::Changes { from: from.packed.clone(), spans: spans.into(), colors: colors.into() })
}

fn runs(pixels: &[Rgba]) -> Option<Form> {
    let mut runs = Vec::new();
    let mut rest = pixels;
    while let Some(color) = rest.first() {
        let count = rest.iter().take_while(|next| *next == color).count();
        runs.push((count as u32, *color));
        rest = &rest[count..];
        if runs.len() > pixels.len() / 4 {
            return None;
        }
    }
    Some(Form::Runs(runs.into()))
}

fn opaque(pixels: &[Rgba]) -> Option<Form> {
    let all = pixels.iter().all(|pixel| pixel[3] == 255);
    all.then(|| Form::Opaque(pixels.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect()))
}

#[cfg(test)]
mod tests {
    use image::Rgba;

    use super::super::Pixels;
    use super::*;

    fn noise() -> RgbaImage {
        RgbaImage::from_fn(40, 30, |x, y| {
            Rgba([(x * 7 + y * 13) as u8, (x * y) as u8, (x + 3 * y) as u8, 255])
        })
    }

    fn original(picture: RgbaImage) -> Original {
        let awake = Pixels::from(picture);
        let at_rest = awake.at_rest(None);
        Original::new(awake, &at_rest).unwrap()
    }

    fn form(image: &RgbaImage, from: Option<&Original>) -> &'static str {
        let packed = Packed::of(image, from);
        assert!(packed.as_ref().is_none_or(|packed| packed.unpacked() == *image));
        match packed.map(|packed| packed.form) {
            None => "none",
            Some(Form::Opaque(_)) => "opaque",
            Some(Form::Runs(_)) => "runs",
            Some(Form::Changes { .. }) => "changes",
        }
    }

    #[test]
    fn every_form_gives_the_picture_back() {
        let mut picture = noise();
        assert_eq!(form(&picture, None), "opaque");
        let from = original(picture.clone());
        for x in 5..35 {
            picture.put_pixel(x, 29, Rgba([255, 0, 0, 255]));
        }
        picture.put_pixel(39, 29, Rgba([1, 2, 3, 4]));
        assert_eq!(form(&picture, Some(&from)), "changes");
        assert_eq!(form(&picture, None), "none");
        assert_eq!(form(&RgbaImage::from_pixel(9, 9, Rgba([1, 2, 3, 4])), Some(&from)), "runs");
        assert_eq!(form(&RgbaImage::new(0, 5), None), "runs");
        assert_eq!(form(&noise(), Some(&original(RgbaImage::new(40, 30)))), "opaque");
    }
}

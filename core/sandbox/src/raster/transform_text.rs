//! The printed form of a transform, which can be read back.

use std::fmt;
use std::str::FromStr;

use super::Resample;
use super::filter::{Filter, KERNELS};
use super::transform::{Transform, Transpose};
use crate::{CanvasId, Mode, Rgba};

impl fmt::Display for Transform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Copy => f.write_str("copy"),
            Self::Crop => f.write_str("crop"),
            Self::Convert(mode) => write!(f, "convert {}", mode.name()),
            Self::Resize(filter) => write!(f, "resize {}", filter.name()),
            Self::Rotate { degrees, resample, expand, center, fill } => {
                write!(f, "rotate {degrees} {}", resample.name())?;
                if *expand {
                    f.write_str(" expand")?;
                }
                if let Some([x, y]) = center {
                    write!(f, " center {x} {y}")?;
                }
                if *fill != [0; 4] {
                    write!(f, " fill {}", Hex(*fill))?;
                }
                Ok(())
            }
            Self::Transpose(turn) => {
                let name = Transpose::ALL.iter().find(|entry| entry.0 == *turn).map_or("", |entry| entry.1);
                write!(f, "transpose {}", name.to_ascii_lowercase())
            }
            Self::Filter(Filter::GaussianBlur(sigma)) => write!(f, "filter gaussian_blur {sigma}"),
            Self::Filter(Filter::BoxBlur(radius)) => write!(f, "filter box_blur {radius}"),
            Self::Filter(Filter::Kernel(index)) => {
                write!(f, "filter {}", KERNELS[*index % KERNELS.len()].0.to_ascii_lowercase())
            }
            Self::Invert => f.write_str("invert"),
            Self::Blend(with, share) => write!(f, "blend {} {share}", with.0),
            Self::Composite(with, mask) => write!(f, "composite {} {}", with.0, mask.0),
            Self::Over(over, [x, y]) => write!(f, "over {} {x} {y}", over.0),
            Self::Band(channel) => write!(f, "band {channel}"),
            Self::Merge(mode, bands) => {
                write!(f, "merge {}", mode.name())?;
                bands.iter().try_for_each(|band| write!(f, " {}", band.0))
            }
            Self::Alpha(alpha) => write!(f, "alpha {}", alpha.0),
            Self::Flood([x, y], color, threshold) => write!(f, "flood {x} {y} {} {threshold}", Hex(*color)),
            Self::SwapRedBlue => f.write_str("swap_red_blue"),
            Self::Grey => f.write_str("grey"),
            Self::Lookup(table) => {
                f.write_str("lookup ")?;
                table.iter().try_for_each(|value| write!(f, "{value:02x}"))
            }
            Self::Array => f.write_str("array"),
        }
    }
}

struct Hex(Rgba);

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b, a] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}{a:02x}")
    }
}

/// A text that is no printed [`Transform`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a transform: expected a printed form such as `crop` or `resize bicubic`")]
pub struct UnknownTransform(String);

impl FromStr for Transform {
    type Err = UnknownTransform;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut words = Words(text.split_whitespace());
        words.transform().ok_or_else(|| UnknownTransform(text.to_owned()))
    }
}

struct Words<'a>(std::str::SplitWhitespace<'a>);

impl Words<'_> {
    fn read<T: FromStr>(&mut self) -> Option<T> {
        self.0.next()?.parse().ok()
    }

    fn id(&mut self) -> Option<CanvasId> {
        self.read().map(CanvasId)
    }

    fn color(&mut self) -> Option<Rgba> {
        let digits = self.0.next()?.strip_prefix('#')?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        (digits.len() == 8).then(|| value.to_be_bytes())
    }

    fn transform(&mut self) -> Option<Transform> {
        Some(match self.0.next()? {
            "copy" => Transform::Copy,
            "crop" => Transform::Crop,
            "convert" => Transform::Convert(Mode::parse(self.0.next()?)?),
            "resize" => Transform::Resize(Resample::parse(self.0.next()?)?),
            "rotate" => self.rotate()?,
            "transpose" => {
                let name = self.0.next()?;
                let entry = Transpose::ALL.iter().find(|entry| entry.1.eq_ignore_ascii_case(name))?;
                Transform::Transpose(entry.0)
            }
            "filter" => Transform::Filter(match self.0.next()? {
                "gaussian_blur" => Filter::GaussianBlur(self.read()?),
                "box_blur" => Filter::BoxBlur(self.read()?),
                name => {
                    Filter::Kernel(KERNELS.iter().position(|kernel| kernel.0.eq_ignore_ascii_case(name))?)
                }
            }),
            "invert" => Transform::Invert,
            "blend" => Transform::Blend(self.id()?, self.read()?),
            "composite" => Transform::Composite(self.id()?, self.id()?),
            "over" => Transform::Over(self.id()?, [self.read()?, self.read()?]),
            "band" => Transform::Band(self.read()?),
            "merge" => {
                let mode = Mode::parse(self.0.next()?)?;
                let bands = std::iter::from_fn(|| self.id()).collect();
                Transform::Merge(mode, bands)
            }
            "alpha" => Transform::Alpha(self.id()?),
            "flood" => Transform::Flood([self.read()?, self.read()?], self.color()?, self.read()?),
            "swap_red_blue" => Transform::SwapRedBlue,
            "grey" => Transform::Grey,
            "lookup" => {
                let digits = self.0.next()?;
                let mut table = Box::new([0; 256]);
                for (index, value) in table.iter_mut().enumerate() {
                    *value = u8::from_str_radix(digits.get(2 * index..2 * index + 2)?, 16).ok()?;
                }
                Transform::Lookup(table)
            }
            "array" => Transform::Array,
            _ => return None,
        })
    }

    fn rotate(&mut self) -> Option<Transform> {
        let degrees = self.read()?;
        let resample = Resample::parse(self.0.next()?)?;
        let (mut expand, mut center, mut fill) = (false, None, [0; 4]);
        while let Some(word) = self.0.next() {
            match word {
                "expand" => expand = true,
                "center" => center = Some([self.read()?, self.read()?]),
                "fill" => fill = self.color()?,
                _ => return None,
            }
        }
        Some(Transform::Rotate { degrees, resample, expand, center, fill })
    }
}

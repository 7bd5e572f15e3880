//! The printed form of a transform, which can be read back.

use std::fmt;
use std::str::FromStr;

use super::filter::{Filter, KERNELS, MAX_WINDOW};
use super::transform::{Transform, Transpose};
use super::{Chop, Resample};
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
            Self::Filter(Filter::Convolution { side, weights, scale, offset }) => {
                write!(f, "filter kernel {side} {scale} {offset}")?;
                weights.iter().take(usize::from(*side).pow(2)).try_for_each(|weight| write!(f, " {weight}"))
            }
            Self::Filter(Filter::Rank(size, rank)) => write!(f, "filter rank {size} {rank}"),
            Self::Filter(Filter::Mode(size)) => write!(f, "filter mode {size}"),
            Self::Filter(Filter::Unsharp(radius, percent, threshold)) => {
                write!(f, "filter unsharp_mask {radius} {percent} {threshold}")
            }
            Self::LookupBands(tables) => {
                f.write_str("lookup_bands")?;
                for table in tables {
                    f.write_str(" ")?;
                    table.iter().try_for_each(|value| write!(f, "{value:02x}"))?;
                }
                Ok(())
            }
            Self::Chop(chop, with, scale, offset) => {
                write!(f, "chop {} {} {scale} {offset}", chop.name(), with.0)
            }
            Self::Roll([x, y]) => write!(f, "roll {x} {y}"),
            Self::Reduce([x, y]) => write!(f, "reduce {x} {y}"),
            Self::Warp { map, resample, fill } => write_map(f, "warp", map, *resample, *fill),
            Self::Quad { map, resample, fill } => write_map(f, "quad", map, *resample, *fill),
            Self::Quantize(colors) => write!(f, "quantize {colors}"),
            Self::Gradient(false) => f.write_str("gradient linear"),
            Self::Gradient(true) => f.write_str("gradient radial"),
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

fn write_map(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    map: &[f64; 8],
    resample: Resample,
    fill: Rgba,
) -> fmt::Result {
    write!(f, "{name} {} {}", resample.name(), Hex(fill))?;
    map.iter().try_for_each(|value| write!(f, " {value}"))
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

fn table(digits: &str) -> Option<[u8; 256]> {
    let mut table = [0; 256];
    for (index, value) in table.iter_mut().enumerate() {
        *value = u8::from_str_radix(digits.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(table)
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
                "kernel" => {
                    let (side, scale, offset): (u8, _, _) = (self.read()?, self.read()?, self.read()?);
                    let mut weights = [0.0; 25];
                    for weight in weights.iter_mut().take(if side == 5 { 25 } else { 9 }) {
                        *weight = self.read()?;
                    }
                    Filter::Convolution { side, weights, scale, offset }
                }
                "rank" => Filter::Rank(self.window()?, self.read()?),
                "mode" => Filter::Mode(self.window()?),
                "unsharp_mask" => Filter::Unsharp(self.read()?, self.read()?, self.read()?),
                name => {
                    Filter::Kernel(KERNELS.iter().position(|kernel| kernel.0.eq_ignore_ascii_case(name))?)
                }
            }),
            "invert" => Transform::Invert,
            "lookup_bands" => {
                let mut tables = Vec::new();
                for digits in self.0.by_ref() {
                    tables.push(table(digits)?);
                }
                Transform::LookupBands(tables)
            }
            "chop" => {
                let name = self.0.next()?;
                let chop = Chop::ALL.iter().find(|entry| entry.1 == name)?.0;
                Transform::Chop(chop, self.id()?, self.read()?, self.read()?)
            }
            "roll" => Transform::Roll([self.read()?, self.read()?]),
            "reduce" => {
                let factors: [u32; 2] = [self.read()?, self.read()?];
                Transform::Reduce(factors.map(|factor| factor.max(1)))
            }
            name @ ("warp" | "quad") => {
                let (resample, fill) = (Resample::parse(self.0.next()?)?, self.color()?);
                let mut map = [0.0; 8];
                for value in &mut map {
                    *value = self.read()?;
                }
                match name {
                    "warp" => Transform::Warp { map, resample, fill },
                    _ => Transform::Quad { map, resample, fill },
                }
            }
            "quantize" => Transform::Quantize(self.read()?),
            "gradient" => Transform::Gradient(self.0.next()? == "radial"),
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
            "lookup" => Transform::Lookup(Box::new(table(self.0.next()?)?)),
            "array" => Transform::Array,
            _ => return None,
        })
    }

    /// The side of a window; no file may ask for more than scripts can.
    fn window(&mut self) -> Option<u32> {
        self.read().filter(|side| (1..=MAX_WINDOW).contains(side))
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

//! Few colours for many: median cut.

use std::collections::BTreeMap;

use super::Canvas;
use crate::{Mode, Rgba};

/// More different colours than this are told apart more coarsely.
const MOST: usize = 65_536;

/// How much a difference counts for the choice of the axis: roughly what the eye sees of it.
const WEIGHTS: [i32; 3] = [77, 150, 29];

type Color = [u8; 3];

/// The picture with at most `colors` colours, in mode P.
pub(super) fn quantize(canvas: &Canvas, colors: u32) -> Canvas {
    let colors = colors.clamp(1, 256) as usize;
    let color_of = |pixel: &image::Rgba<u8>| [pixel.0[0], pixel.0[1], pixel.0[2]];
    let mut counts: BTreeMap<Color, u64> = BTreeMap::new();
    for pixel in canvas.pixels.pixels() {
        *counts.entry(color_of(pixel)).or_default() += 1;
    }
    let mut shift = 0;
    let coarse = |color: Color, shift: u32| color.map(|value| value >> shift);
    let mut cells: BTreeMap<Color, u64> = counts.clone();
    while cells.len() > MOST {
        shift += 1;
        cells = BTreeMap::new();
        for (color, count) in &counts {
            *cells.entry(coarse(*color, shift)).or_default() += count;
        }
    }
    let boxes = cut(cells.into_iter().collect(), colors);
    let box_of: BTreeMap<Color, usize> = boxes
        .iter()
        .enumerate()
        .flat_map(|(index, own)| own.cells.iter().map(move |(color, _)| (*color, index)))
        .collect();
    let own_box = |color: Color| box_of.get(&coarse(color, shift)).copied().unwrap_or(0);
    let mut sums = vec![[0_u64; 4]; boxes.len()];
    for (color, count) in &counts {
        let sum = &mut sums[own_box(*color)];
        for (total, value) in sum.iter_mut().zip(color) {
            *total += u64::from(*value) * count;
        }
        sum[3] += count;
    }
    let palette: Vec<Color> = sums
        .iter()
        .map(|sum| std::array::from_fn(|axis| (0.5 + sum[axis] as f64 / sum[3].max(1) as f64) as u8))
        .collect();
    let nearest: BTreeMap<Color, Rgba> = counts
        .keys()
        .map(|color| {
            let index = closest(&palette, *color, own_box(*color));
            let [r, g, b] = palette.get(index).copied().unwrap_or_default();
            (*color, [r, g, b, index as u8])
        })
        .collect();
    let mut out = canvas.clone();
    out.mode = Mode::Palette;
    for pixel in out.pixels.pixels_mut() {
        pixel.0 = nearest.get(&color_of(pixel)).copied().unwrap_or_default();
    }
    out
}

/// The nearest colour; of equals the colour's own, then the one nearest to that.
fn closest(palette: &[Color], color: Color, own: usize) -> usize {
    let off = |a: Color, b: Color| -> i32 {
        a.iter().zip(b).map(|(x, y)| (i32::from(*x) - i32::from(y)).pow(2)).sum()
    };
    let home = palette.get(own).copied().unwrap_or_default();
    let key = |index: usize| (off(palette[index], color), index != own, off(palette[index], home), index);
    (0..palette.len()).min_by_key(|index| key(*index)).unwrap_or(0)
}

struct ColorBox {
    cells: Vec<(Color, u64)>,
    count: u64,
}

impl ColorBox {
    fn new(cells: Vec<(Color, u64)>) -> Self {
        let count = cells.iter().map(|(_, count)| count).sum();
        Self { cells, count }
    }

    fn range(&self, axis: usize) -> i32 {
        let values = || self.cells.iter().map(|(color, _)| i32::from(color[axis]));
        values().max().unwrap_or(0) - values().min().unwrap_or(0)
    }

    /// The brighter and the darker half along the axis that matters most; neither is empty.
    fn split(mut self) -> [Self; 2] {
        let spread = [0, 1, 2].map(|axis| self.range(axis) * WEIGHTS[axis]);
        let mut axis = 0;
        for other in 1..3 {
            if spread[other] > spread[axis] {
                axis = other;
            }
        }
        crate::sorting::sort_by(&mut self.cells, |(a, _), (b, _)| b[axis].cmp(&a[axis]));
        let mut seen = 0;
        let half = self.cells.iter().position(|(_, count)| {
            seen += count;
            seen * 2 > self.count
        });
        let value = |index: usize| self.cells[index].0[axis];
        let middle = value(half.unwrap_or(0));
        let mut at = self.cells.partition_point(|(color, _)| color[axis] >= middle);
        if at == self.cells.len() {
            let darkest = value(at - 1);
            at = self.cells.partition_point(|(color, _)| color[axis] > darkest);
        }
        let dark = self.cells.split_off(at);
        [Self::new(self.cells), Self::new(dark)]
    }
}

/// Cuts the fullest box until there are enough.
fn cut(cells: Vec<(Color, u64)>, colors: usize) -> Vec<ColorBox> {
    if cells.is_empty() {
        return Vec::new();
    }
    let mut boxes = vec![ColorBox::new(cells)];
    while boxes.len() < colors {
        let fullest = (0..boxes.len()).filter(|index| boxes[*index].cells.len() > 1);
        let Some(fullest) = fullest.max_by_key(|index| boxes[*index].count) else { break };
        let halves = boxes.remove(fullest).split();
        boxes.splice(fullest..fullest, halves);
    }
    boxes
}

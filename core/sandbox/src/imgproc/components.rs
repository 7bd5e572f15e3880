//! Connected regions.

use super::Mat;

/// Numbers the regions of what is not 0, in OpenCV's order: by the first pixel that a scan meets, with
/// eight neighbours by the first block of 2 x 2. Gives how many there are with the background.
pub fn label(src: &Mat<u8>, eight: bool) -> (usize, Mat<i32>) {
    let mut labels: Mat<i32> = src.like();
    let mut count = 0;
    let mut waiting = Vec::new();
    let block = if eight { 2 } else { 1 };
    for top in (0..src.rows).step_by(block) {
        for left in (0..src.cols).step_by(block) {
            for y in top..(top + block).min(src.rows) {
                for x in left..(left + block).min(src.cols) {
                    let at = y * src.cols + x;
                    if src.data[at] != 0 && labels.data[at] == 0 {
                        count += 1;
                        labels.data[at] = count;
                        waiting.push(at);
                        spread(src, &mut labels, &mut waiting, count, eight);
                    }
                }
            }
        }
    }
    (count as usize + 1, labels)
}

/// Gives a label to all that is connected to the waiting pixels.
fn spread(src: &Mat<u8>, labels: &mut Mat<i32>, waiting: &mut Vec<usize>, label: i32, eight: bool) {
    while let Some(at) = waiting.pop() {
        let (x, y) = (at % src.cols, at / src.cols);
        for near_y in y.saturating_sub(1)..=(y + 1).min(src.rows - 1) {
            for near_x in x.saturating_sub(1)..=(x + 1).min(src.cols - 1) {
                let near = near_y * src.cols + near_x;
                let touches = eight || near_x == x || near_y == y;
                if touches && src.data[near] != 0 && labels.data[near] == 0 {
                    labels.data[near] = label;
                    waiting.push(near);
                }
            }
        }
    }
}

/// Of each region: left, top, width, height, area; and its centre.
pub fn measure(labels: &Mat<i32>, count: usize) -> (Vec<[i32; 5]>, Vec<[f64; 2]>) {
    let mut boxes = vec![[i32::MAX, i32::MAX, i32::MIN, i32::MIN, 0]; count];
    let mut sums = vec![[0.0; 2]; count];
    for (at, label) in labels.data.iter().enumerate() {
        let (x, y) = ((at % labels.cols) as i32, (at / labels.cols) as i32);
        let found = &mut boxes[*label as usize];
        *found = [found[0].min(x), found[1].min(y), found[2].max(x), found[3].max(y), found[4] + 1];
        let sum = &mut sums[*label as usize];
        *sum = [sum[0] + f64::from(x), sum[1] + f64::from(y)];
    }
    let centers = sums.iter().zip(&boxes).map(|(sum, found)| sum.map(|value| value / f64::from(found[4])));
    let centers = centers.collect();
    for found in &mut boxes {
        found[2] = found[2].wrapping_sub(found[0]).wrapping_add(1);
        found[3] = found[3].wrapping_sub(found[1]).wrapping_add(1);
    }
    (boxes, centers)
}

/// What a flood may enter.
pub struct Flood<'a> {
    /// How far below and above a value may be, for each channel.
    pub below: &'a [f64],
    /// See `below`.
    pub above: &'a [f64],
    /// Compares with the first pixel rather than with the neighbour.
    pub fixed: bool,
    /// Enters diagonally.
    pub eight: bool,
}

/// Marks in `mask` (2 larger than the picture, not 0 where closed) with `mark` what a flood from a pixel
/// reaches, and gives how many pixels, and the box around them: left, top, right, bottom.
pub fn flood(
    src: &Mat<f64>,
    mask: &mut [u8],
    [x, y]: [usize; 2],
    mark: u8,
    how: &Flood,
) -> (usize, [usize; 4]) {
    let width = src.cols + 2;
    let place = |x: usize, y: usize| (y + 1) * width + x + 1;
    let (mut count, mut bounds) = (0, [x, y, x, y]);
    if mask[place(x, y)] != 0 {
        return (0, bounds);
    }
    let pixel = |x: usize, y: usize| &src.data[(y * src.cols + x) * src.channels..][..src.channels];
    let first = pixel(x, y);
    mask[place(x, y)] = mark;
    let mut waiting = vec![(x, y)];
    while let Some((x, y)) = waiting.pop() {
        count += 1;
        bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        let own = if how.fixed { first } else { pixel(x, y) };
        for near_y in y.saturating_sub(1)..=(y + 1).min(src.rows - 1) {
            for near_x in x.saturating_sub(1)..=(x + 1).min(src.cols - 1) {
                let touches = how.eight || near_x == x || near_y == y;
                if !touches || mask[place(near_x, near_y)] != 0 {
                    continue;
                }
                let near = pixel(near_x, near_y);
                let alike = near.iter().zip(own).enumerate().all(|(channel, (near, own))| {
                    let difference = near - own;
                    (-how.below[channel]..=how.above[channel]).contains(&difference)
                });
                if alike {
                    mask[place(near_x, near_y)] = mark;
                    waiting.push((near_x, near_y));
                }
            }
        }
    }
    (count, bounds)
}

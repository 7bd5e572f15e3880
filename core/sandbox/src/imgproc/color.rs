//! Colour spaces of bytes with OpenCV's fixed-point arithmetic.

/// A pixel as blue, green, red.
pub type Bgr = [u8; 3];

fn descale(value: i32, bits: u32) -> i32 {
    (value + (1 << (bits - 1))) >> bits
}

fn byte(value: i32) -> u8 {
    value.clamp(0, 255) as u8
}

/// Grey.
pub fn grey([b, g, r]: Bgr) -> u8 {
    descale(i32::from(b) * 3735 + i32::from(g) * 19235 + i32::from(r) * 9798, 15) as u8
}

/// The weights between RGB and luma with two differences of colour, in 14 bits.
pub struct Luma {
    /// Weights of red's and blue's difference from luma.
    forward: [i32; 2],
    /// Red from its difference, green from both, blue from its.
    back: [i32; 4],
}

/// YCrCb.
pub const YCRCB: Luma = Luma { forward: [11682, 9241], back: [22987, -11698, -5636, 29049] };
/// YUV.
pub const YUV: Luma = Luma { forward: [14369, 8061], back: [18678, -9519, -6472, 33292] };

impl Luma {
    /// Luma and the differences of red and blue.
    pub fn from_bgr(&self, [b, g, r]: Bgr) -> [u8; 3] {
        let [b, g, r] = [b, g, r].map(i32::from);
        let y = descale(b * 1868 + g * 9617 + r * 4899, 14);
        let red = descale((r - y) * self.forward[0] + (128 << 14), 14);
        let blue = descale((b - y) * self.forward[1] + (128 << 14), 14);
        [y, red, blue].map(byte)
    }

    /// The colour of luma and the differences of red and blue.
    pub fn to_bgr(&self, [y, red, blue]: [u8; 3]) -> Bgr {
        let (y, red, blue) = (i32::from(y), i32::from(red) - 128, i32::from(blue) - 128);
        let b = y + descale(blue * self.back[3], 14);
        let g = y + descale(blue * self.back[2] + red * self.back[1], 14);
        let r = y + descale(red * self.back[0], 14);
        [b, g, r].map(byte)
    }
}

/// `numerator / divisor` in 12 bits, rounded.
fn reciprocal(numerator: i32, divisor: i32) -> i32 {
    if divisor == 0 { 0 } else { super::round(f64::from(numerator << 12) / f64::from(divisor)) as i32 }
}

/// Hue in steps of `range` a turn, saturation, value.
pub fn hsv([b, g, r]: Bgr, range: i32) -> [u8; 3] {
    let [b, g, r] = [b, g, r].map(i32::from);
    let value = b.max(g).max(r);
    let spread = value - b.min(g).min(r);
    let saturation = descale(spread * reciprocal(255, value), 12);
    let sector = if value == r {
        g - b
    } else if value == g {
        b - r + 2 * spread
    } else {
        r - g + 4 * spread
    };
    let hue =
        descale(sector * super::round(f64::from(range << 12) / (6.0 * f64::from(spread.max(1)))) as i32, 12);
    let hue = if hue < 0 { hue + range } else { hue };
    [byte(hue), saturation as u8, value as u8]
}

/// Which of the four levels blue, green and red have in each sixth of the colour circle.
const SECTORS: [[usize; 3]; 6] = [[1, 3, 0], [1, 0, 2], [3, 0, 1], [0, 2, 1], [0, 1, 3], [2, 1, 0]];

/// The sixth of the circle of a hue, and how far in it.
fn sector(hue: f32, range: f32) -> ([usize; 3], f32) {
    let turn = hue * (6.0 / range);
    let turn = turn - (turn / 6.0).floor() * 6.0;
    let number = turn.floor();
    match SECTORS.get(number.max(0.0) as usize) {
        Some(levels) => (*levels, turn - number),
        None => (SECTORS[0], 0.0),
    }
}

/// The colour of hue (of `range` a turn), saturation and value, these of 0 to 1.
pub fn from_hsv([h, s, v]: [f32; 3], range: f32) -> [f32; 3] {
    if s == 0.0 {
        return [v; 3];
    }
    let (levels, part) = sector(h, range);
    let level = [v, v * (1.0 - s), v * (1.0 - s * part), v * (1.0 - s * (1.0 - part))];
    levels.map(|at| level[at])
}

/// Hue, lightness and saturation of blue, green and red of 0 to 1.
pub fn hls([b, g, r]: [f32; 3], range: f32) -> [f32; 3] {
    let most = b.max(g).max(r);
    let least = b.min(g).min(r);
    let spread = most - least;
    let lightness = (most + least) * 0.5;
    if spread <= f32::EPSILON {
        return [0.0, lightness, 0.0];
    }
    let saturation = if lightness < 0.5 { spread / (most + least) } else { spread / (2.0 - most - least) };
    [turn([b, g, r], most, 60.0 / spread) * (range / 360.0), lightness, saturation]
}

fn turn([b, g, r]: [f32; 3], most: f32, scale: f32) -> f32 {
    let hue = if most == r {
        (g - b) * scale
    } else if most == g {
        (b - r) * scale + 120.0
    } else {
        (r - g) * scale + 240.0
    };
    if hue < 0.0 { hue + 360.0 } else { hue }
}

/// Hue, saturation and value of blue, green and red of 0 to 1.
pub fn hsv_of_floats([b, g, r]: [f32; 3], range: f32) -> [f32; 3] {
    let most = b.max(g).max(r);
    let spread = most - b.min(g).min(r);
    let saturation = spread / (most.abs() + f32::EPSILON);
    [turn([b, g, r], most, 60.0 / (spread + f32::EPSILON)) * (range / 360.0), saturation, most]
}

/// The colour of hue, lightness and saturation.
pub fn from_hls([h, l, s]: [f32; 3], range: f32) -> [f32; 3] {
    if s == 0.0 {
        return [l; 3];
    }
    let high = if l <= 0.5 { l * (1.0 + s) } else { l + s - l * s };
    let low = 2.0 * l - high;
    let (levels, part) = sector(h, range);
    let level = [high, low, low + (high - low) * (1.0 - part), low + (high - low) * part];
    levels.map(|at| level[at])
}

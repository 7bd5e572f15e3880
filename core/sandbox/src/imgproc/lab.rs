//! The colour spaces CIE Lab, Luv and XYZ.

use super::round;

/// From linear sRGB (red, green, blue) to XYZ.
const TO_XYZ: [[f64; 3]; 3] =
    [[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]];
/// From XYZ to linear sRGB.
const FROM_XYZ: [[f64; 3]; 3] =
    [[3.240479, -1.53715, -0.498535], [-0.969256, 1.875991, 0.041556], [0.055648, -0.204043, 1.057311]];
/// XYZ of white.
const WHITE: [f64; 3] = [0.950456, 1.0, 1.088754];

fn apply(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

/// sRGB's curve, undone.
pub fn linear(value: f64) -> f64 {
    if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
}

/// sRGB's curve.
pub fn curved(value: f64) -> f64 {
    if value <= 0.0031308 { value * 12.92 } else { 1.055 * libm::pow(value, 1.0 / 2.4) - 0.055 }
}

/// The cube root that is straight near 0.
fn root(value: f64) -> f64 {
    if value > 216.0 / 24389.0 { libm::cbrt(value) } else { value * (841.0 / 108.0) + 16.0 / 116.0 }
}

/// The fixed-point tables that turn bytes into Lab.
pub struct ByteLab {
    gamma: Vec<i32>,
    roots: Vec<i32>,
    weights: [[i32; 3]; 3],
}

impl ByteLab {
    /// Makes the tables; `curve` undoes sRGB's curve.
    pub fn new(curve: bool) -> Self {
        let gamma = (0..256).map(|i| {
            let value = f64::from(i) / 255.0;
            round(255.0 * 8.0 * if curve { linear(value) } else { value }) as i32
        });
        let roots = (0..3072).map(|i| round(32768.0 * root(f64::from(i) / (255.0 * 8.0))) as i32);
        let mut weights = [[0; 3]; 3];
        for (row, (from, white)) in weights.iter_mut().zip(TO_XYZ.iter().zip(WHITE)) {
            *row = from.map(|weight| round(4096.0 * weight / white) as i32);
        }
        Self { gamma: gamma.collect(), roots: roots.collect(), weights }
    }

    /// Lab of blue, green, red.
    pub fn convert(&self, [b, g, r]: [u8; 3]) -> [u8; 3] {
        let [b, g, r] = [b, g, r].map(|value| self.gamma[usize::from(value)]);
        let [x, y, z] = self.weights.map(|row| {
            let sum = (r * row[0] + g * row[1] + b * row[2] + 2048) >> 12;
            self.roots.get(sum.max(0) as usize).copied().unwrap_or(32768)
        });
        let descale = |value: i32| ((value + 16384) >> 15).clamp(0, 255) as u8;
        [
            descale(296 * y - ((16 * 255 * 32768 + 50) / 100)),
            descale(500 * (x - y) + 128 * 32768),
            descale(200 * (y - z) + 128 * 32768),
        ]
    }
}

/// XYZ of linear or curved blue, green, red of 0 to 1.
pub fn xyz([b, g, r]: [f64; 3]) -> [f64; 3] {
    apply(&TO_XYZ, [r, g, b])
}

/// Blue, green, red of XYZ.
pub fn from_xyz(v: [f64; 3]) -> [f64; 3] {
    let [r, g, b] = apply(&FROM_XYZ, v);
    [b, g, r]
}

/// Lab (0 to 100, -127 to 127) of blue, green, red of 0 to 1.
pub fn lab(bgr: [f64; 3], curve: bool) -> [f64; 3] {
    let [x, y, z] = xyz(bgr.map(|v| if curve { linear(v.clamp(0.0, 1.0)) } else { v }));
    let [fx, fy, fz] = [x / WHITE[0], y, z / WHITE[2]].map(root);
    let lightness = if y > 216.0 / 24389.0 { 116.0 * fy - 16.0 } else { y * 24389.0 / 27.0 };
    [lightness, 500.0 * (fx - fy), 200.0 * (fy - fz)]
}

/// Blue, green, red of Lab.
pub fn from_lab([l, a, b]: [f64; 3], curve: bool) -> [f64; 3] {
    let (y, fy) = if l <= 8.0 {
        let y = l * 27.0 / 24389.0;
        (y, 841.0 / 108.0 * y + 16.0 / 116.0)
    } else {
        let fy = (l + 16.0) / 116.0;
        (fy * fy * fy, fy)
    };
    let cube = |f: f64| if f <= 6.0 / 29.0 { (f - 16.0 / 116.0) * 108.0 / 841.0 } else { f * f * f };
    let (x, z) = (cube(a / 500.0 + fy) * WHITE[0], cube(fy - b / 200.0) * WHITE[2]);
    from_xyz([x, y, z]).map(|v| if curve { curved(v.clamp(0.0, 1.0)) } else { v })
}

/// Where white is in the plane of u and v.
fn white_uv() -> [f64; 2] {
    let sum = WHITE[0] + 15.0 * WHITE[1] + 3.0 * WHITE[2];
    [4.0 * WHITE[0] / sum, 9.0 * WHITE[1] / sum]
}

/// Luv of blue, green, red of 0 to 1.
pub fn luv(bgr: [f64; 3], curve: bool) -> [f64; 3] {
    let [x, y, z] = xyz(bgr.map(|v| if curve { linear(v.clamp(0.0, 1.0)) } else { v }));
    let [un, vn] = white_uv();
    let l = if y > 216.0 / 24389.0 { 116.0 * libm::cbrt(y) - 16.0 } else { y * 24389.0 / 27.0 };
    let sum = (x + 15.0 * y + 3.0 * z).max(f64::from(f32::EPSILON));
    [l, 13.0 * l * (4.0 * x / sum - un), 13.0 * l * (9.0 * y / sum - vn)]
}

/// Blue, green, red of Luv.
pub fn from_luv([l, u, v]: [f64; 3], curve: bool) -> [f64; 3] {
    let [un, vn] = white_uv();
    let y = if l <= 8.0 { l * 27.0 / 24389.0 } else { libm::pow((l + 16.0) / 116.0, 3.0) };
    if l == 0.0 {
        return [0.0; 3];
    }
    let (u, v) = (u / (13.0 * l) + un, v / (13.0 * l) + vn);
    let x = 9.0 * u / (4.0 * v) * y;
    let z = (12.0 - 3.0 * u - 20.0 * v) / (4.0 * v) * y;
    from_xyz([x, y, z]).map(|v| if curve { curved(v.clamp(0.0, 1.0)) } else { v })
}

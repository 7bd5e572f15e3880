//! The stage on which a family lays out one figure: random choices and the style they share.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::figure::{Figure, Place};
use super::palette::Hue;

const SIDES: [i32; 2] = [100, 120];
const FONTS: [&str; 3] = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf"];

/// A figure in the making with its source of chance.
pub struct Scene<'r> {
    rng: &'r mut ChaCha8Rng,
    /// The figure.
    pub figure: Figure,
    /// Difficulty: 1, 2 or 3.
    pub level: u8,
}

impl<'r> Scene<'r> {
    /// An empty figure of random size, tint, noise and font, and a random level.
    pub fn new(rng: &'r mut ChaCha8Rng) -> Self {
        let level = match rng.random_range(0..20u32) {
            0..8 => 1,
            8..15 => 2,
            _ => 3,
        };
        let size = (pick(rng, &SIDES), pick(rng, &SIDES));
        let background = [(); 3].map(|()| rng.random_range(238..=255u8));
        let shade = rng.random_range(20..=75u8);
        let figure = Figure::new(size, background, [shade; 3], pick(rng, &FONTS));
        let mut scene = Self { rng, figure, level };
        if scene.chance(0.15) {
            scene.grid(background);
        }
        if scene.chance(0.4) {
            scene.noise(background);
        }
        scene
    }

    /// Width in pixels.
    pub fn width(&self) -> i32 {
        self.figure.width
    }

    /// Height in pixels.
    pub fn height(&self) -> i32 {
        self.figure.height
    }

    /// An integer from `low` to `high`, both included; `low` if there is none between.
    pub fn int(&mut self, low: i32, high: i32) -> i32 {
        self.rng.random_range(low..=high.max(low))
    }

    /// True with a probability.
    pub fn chance(&mut self, p: f64) -> bool {
        self.rng.random_bool(p)
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, options: &[T]) -> T {
        pick(self.rng, options)
    }

    /// In random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        items.shuffle(self.rng);
    }

    /// Up to five different colours.
    pub fn hues(&mut self, n: usize) -> Vec<Hue> {
        let mut hues = Hue::ALL.to_vec();
        self.shuffle(&mut hues);
        hues.truncate(n);
        hues
    }

    /// A shade of a colour.
    pub fn shade(&mut self, hue: Hue) -> [u8; 3] {
        hue.rgb().map(|c| (i32::from(c) + self.int(-14, 14)).clamp(0, 255) as u8)
    }

    /// A place at least `margin` pixels from every border.
    pub fn place(&mut self, margin: i32) -> Place {
        let (right, bottom) = (self.width() - 1 - margin, self.height() - 1 - margin);
        (self.int(margin, right), self.int(margin, bottom))
    }

    /// Places at least `gap` pixels from each other; `None` if they find no room.
    pub fn scatter(&mut self, n: usize, margin: i32, gap: i32) -> Option<Vec<Place>> {
        let mut places: Vec<Place> = Vec::with_capacity(n);
        for _ in 0..40 * n {
            if places.len() == n {
                break;
            }
            let place = self.place(margin);
            if places.iter().all(|other| distance(place, *other) >= f64::from(gap)) {
                places.push(place);
            }
        }
        (places.len() == n).then_some(places)
    }

    /// Draws a dot in a shade of a colour.
    pub fn dot(&mut self, place: Place, hue: Hue, r: i32) {
        let color = self.shade(hue);
        self.figure.dot(place, r, color, &format!("{hue} dot"));
    }

    fn grid(&mut self, background: [u8; 3]) {
        let color = background.map(|c| c - 18);
        let step = self.pick(&[10, 20, 25]);
        let (w, h) = (self.width(), self.height());
        for x in (step..w).step_by(step as usize) {
            self.figure.backdrop_line((x, 0), (x, h - 1), color);
        }
        for y in (step..h).step_by(step as usize) {
            self.figure.backdrop_line((0, y), (w - 1, y), color);
        }
    }

    fn noise(&mut self, background: [u8; 3]) {
        let color = background.map(|c| c - 30);
        let n = self.int(8, 40);
        let specks: Vec<Place> = (0..n).map(|_| self.place(0)).collect();
        self.figure.specks(&specks, color);
    }
}

fn pick<T: Copy>(rng: &mut ChaCha8Rng, options: &[T]) -> T {
    options[rng.random_range(0..options.len() as u32) as usize]
}

/// Distance of two places.
pub fn distance(a: Place, b: Place) -> f64 {
    f64::from(a.0 - b.0).hypot(f64::from(a.1 - b.1))
}

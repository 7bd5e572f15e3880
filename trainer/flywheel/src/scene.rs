//! The stage on which a family lays out one figure: random choices and the style they share.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::draft::Canvas;
use crate::figure::{Figure, Library, Place, Style, Wear};
use crate::palette::Hue;

const MINI_SIDES: [i32; 2] = [100, 120];
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
    /// An empty figure of random looks, and a random level.
    pub fn new(rng: &'r mut ChaCha8Rng, canvas: Canvas) -> Self {
        let level = match rng.random_range(0..20u32) {
            0..8 => 1,
            8..15 => 2,
            _ => 3,
        };
        match canvas {
            Canvas::Mini => Self::mini(rng, level),
            Canvas::Full => Self::full(rng, level),
        }
    }

    fn mini(rng: &'r mut ChaCha8Rng, level: u8) -> Self {
        let size = (pick(rng, &MINI_SIDES), pick(rng, &MINI_SIDES));
        let background = [(); 3].map(|()| rng.random_range(238..=255u8));
        let shade = rng.random_range(20..=75u8);
        let font = pick(rng, &FONTS);
        let style =
            Style { background, ink: [shade; 3], font, library: Library::Pillow, wear: Wear::default() };
        let mut scene = Self { rng, figure: Figure::new(size, style), level };
        if scene.chance(0.15) {
            scene.grid(background, &[10, 20, 25]);
        }
        if scene.chance(0.4) {
            scene.noise(background);
        }
        scene
    }

    fn full(rng: &'r mut ChaCha8Rng, level: u8) -> Self {
        let mut side = || 20 * rng.random_range(12..=28);
        let size = (side(), side());
        let background =
            if rng.random_bool(0.3) { [255; 3] } else { [(); 3].map(|()| rng.random_range(228..=255u8)) };
        let ink = [(); 3].map(|()| rng.random_range(10..=70u8));
        let library = pick(rng, &[Library::Pillow, Library::Pillow, Library::OpenCv, Library::Matplotlib]);
        let noise = if rng.random_bool(0.2) { rng.random_range(1..=5) } else { 0 };
        let jpeg = if rng.random_bool(0.3) { rng.random_range(60..=95) } else { 0 };
        let wear = Wear { noise, seed: rng.random_range(0..1000), jpeg };
        let style = Style { background, ink, font: pick(rng, &FONTS), library, wear };
        let mut scene = Self { rng, figure: Figure::new(size, style), level };
        if scene.chance(0.15) {
            scene.grid(background, &[20, 40, 50]);
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

    /// The shorter side in pixels, by which families scale what they draw.
    pub fn side(&self) -> i32 {
        self.width().min(self.height())
    }

    /// A height of letters that can be read: 13 pixels on the smallest figures, more on larger ones.
    pub fn letter_size(&self) -> i32 {
        (self.side() / 24).clamp(13, 20)
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

    fn grid(&mut self, background: [u8; 3], steps: &[i32]) {
        let color = background.map(|c| c - 18);
        let step = self.pick(steps);
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

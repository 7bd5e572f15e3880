//! How a figure looks, apart from what it shows.

/// The library that a figure's code draws with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Library {
    /// Pillow: exact shapes without smoothing.
    Pillow,
    /// OpenCV: smoothed lines, stroke letters.
    OpenCv,
    /// matplotlib on axes that are the picture's pixels.
    Matplotlib,
}

/// What happens to a finished figure, as happens to pictures that people send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wear {
    /// Standard deviation of added noise in grey levels; 0 for none.
    pub noise: u8,
    /// Seed of the noise.
    pub seed: u32,
    /// Quality of JPEG compression; 0 for none.
    pub jpeg: u8,
}

/// Colours, letters and library of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Colour of the ground.
    pub background: [u8; 3],
    /// Colour of structure: axes, sides, letters.
    pub ink: [u8; 3],
    /// A DejaVu file name; OpenCV has its own letters.
    pub font: &'static str,
    /// The library.
    pub library: Library,
    /// What happens to the finished picture.
    pub wear: Wear,
}

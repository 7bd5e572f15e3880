//! The colours that figures use and questions name.

/// A colour with a name. The model's pen is magenta, which no figure uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Hue {
    Red,
    Blue,
    Green,
    Orange,
    Purple,
}

/// The colour that tool code draws with.
pub const PEN: &str = "magenta";

impl Hue {
    /// All colours.
    pub const ALL: [Hue; 5] = [Hue::Red, Hue::Blue, Hue::Green, Hue::Orange, Hue::Purple];

    /// The name in questions and answers.
    pub fn name(self) -> &'static str {
        match self {
            Hue::Red => "red",
            Hue::Blue => "blue",
            Hue::Green => "green",
            Hue::Orange => "orange",
            Hue::Purple => "purple",
        }
    }

    /// The typical colour; figures vary it a little.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Hue::Red => [225, 30, 30],
            Hue::Blue => [30, 60, 225],
            Hue::Green => [20, 155, 45],
            Hue::Orange => [248, 150, 15],
            Hue::Purple => [125, 25, 150],
        }
    }
}

/// A colour darkened so far that letters in it can be read on any ground: plain orange is too pale for that.
pub(crate) fn for_letters(color: [u8; 3]) -> [u8; 3] {
    color.map(|c| (u16::from(c) * 3 / 4) as u8)
}

impl std::fmt::Display for Hue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

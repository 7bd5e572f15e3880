//! The patch grid of one picture.

/// How many patches a picture has along time, height and width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Grid {
    /// Frames (after temporal patching); 1 for a picture.
    pub t: usize,
    /// Patches along the height.
    pub h: usize,
    /// Patches along the width.
    pub w: usize,
}

impl Grid {
    /// The grid of a still picture.
    pub fn image(h: usize, w: usize) -> Self {
        Grid { t: 1, h, w }
    }

    /// Patches in all.
    pub fn patches(&self) -> usize {
        self.t * self.h * self.w
    }

    /// Tokens the language model sees when `merge` x `merge` patches become one.
    pub fn merged_tokens(&self, merge: usize) -> usize {
        self.t * (self.h / merge) * (self.w / merge)
    }
}

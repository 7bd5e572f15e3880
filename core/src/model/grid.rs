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

    /// Whether squares of `merge` x `merge` patches cover the grid.
    pub fn divides_into(&self, merge: usize) -> bool {
        self.patches() > 0 && self.h.is_multiple_of(merge) && self.w.is_multiple_of(merge)
    }

    /// Tokens the language model sees when `merge` x `merge` patches become one.
    pub fn merged_tokens(&self, merge: usize) -> usize {
        self.t * (self.h / merge) * (self.w / merge)
    }
}

impl std::fmt::Display for Grid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} x {} x {}", self.t, self.h, self.w)
    }
}

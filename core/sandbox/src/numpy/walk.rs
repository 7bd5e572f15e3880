//! Visiting the elements of a strided array in order, run by run.

/// Where in its buffer an array's elements lie, visited in index order. Neighbouring dimensions that
/// one stride can cross are joined, so that a contiguous array is one run.
pub(crate) struct Walk {
    shape: Vec<usize>,
    strides: Vec<isize>,
    index: Vec<usize>,
    at: isize,
    left: usize,
}

impl Walk {
    /// A walk that begins at `offset`.
    pub fn new(shape: &[usize], strides: &[isize], offset: usize) -> Self {
        let left = shape.iter().product();
        let mut joined: Vec<(usize, isize)> = Vec::with_capacity(shape.len());
        for (&side, &stride) in shape.iter().zip(strides) {
            if side == 1 {
                continue;
            }
            match joined.last_mut() {
                Some((outer, step)) if *step == stride.wrapping_mul(side as isize) => {
                    *outer = outer.wrapping_mul(side);
                    *step = stride;
                }
                _ => joined.push((side, stride)),
            }
        }
        if joined.is_empty() {
            joined.push((1, 0));
        }
        Self {
            index: vec![0; joined.len()],
            shape: joined.iter().map(|j| j.0).collect(),
            strides: joined.iter().map(|j| j.1).collect(),
            at: offset as isize,
            left,
        }
    }

    /// Elements not yet visited.
    pub fn left(&self) -> usize {
        self.left
    }

    /// The next run of at most `most` elements: first place, stride and length; `None` at the end.
    pub fn run(&mut self, most: usize) -> Option<(usize, isize, usize)> {
        if self.left == 0 || most == 0 {
            return None;
        }
        let last = self.shape.len() - 1;
        let stride = self.strides[last];
        let count = (self.shape[last] - self.index[last]).min(most);
        let start = self.at as usize;
        self.left -= count;
        self.index[last] += count;
        self.at = self.at.wrapping_add(stride.wrapping_mul(count as isize));
        let mut axis = last;
        while self.index[axis] == self.shape[axis] && axis > 0 {
            self.at = self.at.wrapping_sub(self.strides[axis].wrapping_mul(self.shape[axis] as isize));
            self.index[axis] = 0;
            axis -= 1;
            self.index[axis] += 1;
            self.at = self.at.wrapping_add(self.strides[axis]);
        }
        Some((start, stride, count))
    }
}

//! Pictures as rows of pixels.

/// A picture of `rows` x `cols` pixels with `channels` values each, row by row.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // the fields are what they say
pub struct Mat<T> {
    pub rows: usize,
    pub cols: usize,
    pub channels: usize,
    pub data: Vec<T>,
}

impl<T: Copy + Default> Mat<T> {
    /// A picture of zeros.
    pub fn zeros(rows: usize, cols: usize, channels: usize) -> Self {
        Self { rows, cols, channels, data: vec![T::default(); rows * cols * channels] }
    }

    /// A picture of the given values, of which there must be as many as it has places.
    pub fn new(rows: usize, cols: usize, channels: usize, data: Vec<T>) -> Self {
        debug_assert_eq!(data.len(), rows * cols * channels);
        Self { rows, cols, channels, data }
    }

    /// A picture of the same size.
    pub fn like<U: Copy + Default>(&self) -> Mat<U> {
        Mat::zeros(self.rows, self.cols, self.channels)
    }

    /// Values in a row.
    pub fn stride(&self) -> usize {
        self.cols * self.channels
    }

    /// A row.
    pub fn row(&self, y: usize) -> &[T] {
        let stride = self.stride();
        &self.data[y * stride..][..stride]
    }

    /// A row to write to.
    pub fn row_mut(&mut self, y: usize) -> &mut [T] {
        let stride = self.stride();
        &mut self.data[y * stride..][..stride]
    }

    /// One value.
    pub fn at(&self, y: usize, x: usize, channel: usize) -> T {
        self.data[(y * self.cols + x) * self.channels + channel]
    }

    /// The same picture with every value changed.
    pub fn map<U: Copy + Default>(&self, change: impl Fn(T) -> U) -> Mat<U> {
        let data = self.data.iter().map(|value| change(*value)).collect();
        Mat { rows: self.rows, cols: self.cols, channels: self.channels, data }
    }

    /// One channel.
    pub fn channel(&self, channel: usize) -> Mat<T> {
        let values = self.data.iter().skip(channel).step_by(self.channels.max(1));
        Mat { rows: self.rows, cols: self.cols, channels: 1, data: values.copied().collect() }
    }
}

/// The nearest integer, halves to the even one, as OpenCV rounds.
pub fn round(value: f64) -> f64 {
    libm::rint(value)
}

/// A number as a byte: rounded and cut off at both ends.
pub fn saturate(value: f64) -> u8 {
    // A cast of NaN gives 0.
    round(value).clamp(0.0, 255.0) as u8
}

//! Kernels of derivatives.

/// The weights of Sobel's filter for a derivative of `order` (0 smooths) with `size` taps.
pub fn sobel(order: usize, size: usize) -> Vec<i32> {
    let size = if size == 1 && order > 0 { 3 } else { size };
    let mut kernel = vec![1];
    // Smoothing and differences, one step of each at a time.
    for step in 0..size - 1 {
        let sign = if step < size - 1 - order { 1 } else { -1 };
        let mut next = vec![0; kernel.len() + 1];
        for (at, value) in kernel.iter().enumerate() {
            next[at] += value * sign;
            next[at + 1] += value;
        }
        kernel = next;
    }
    kernel
}

/// The weights of Scharr's filter.
pub fn scharr(order: usize) -> Vec<i32> {
    if order == 0 { vec![3, 10, 3] } else { vec![-1, 0, 1] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kernels_are_sobels() {
        assert_eq!(sobel(1, 3), [-1, 0, 1]);
        assert_eq!(sobel(0, 5), [1, 4, 6, 4, 1]);
        assert_eq!(sobel(1, 5), [-1, -2, 0, 2, 1]);
        assert_eq!(sobel(2, 3), [1, -2, 1]);
        assert_eq!(sobel(1, 1), [-1, 0, 1]);
        assert_eq!(sobel(0, 1), [1]);
    }
}

//! How the merged patches of a picture fall into attention windows.

/// An order of merge units (squares of patches that become one token) in which every window is
/// contiguous and windows of equal size are neighbours, so that one batched product serves them all.
/// Attention does not care about order within a window or picture, so blocks of both kinds can work in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WindowPlan {
    /// Unit indices (row-major) in window order.
    pub order: Vec<usize>,
    /// Runs of (windows, units in each), in that order.
    pub runs: Vec<(usize, usize)>,
}

impl WindowPlan {
    /// Cuts a grid of `rows` x `columns` units into windows of side `side`; those at the right and
    /// bottom edge may be smaller.
    pub fn new(rows: usize, columns: usize, side: usize) -> Self {
        let mut windows: Vec<Vec<usize>> = Vec::new();
        for top in (0..rows).step_by(side) {
            for left in (0..columns).step_by(side) {
                let (bottom, right) = (rows.min(top + side), columns.min(left + side));
                windows.push(
                    (top..bottom)
                        .flat_map(|row| (left..right).map(move |column| row * columns + column))
                        .collect(),
                );
            }
        }
        windows.sort_by_key(|window| std::cmp::Reverse(window.len()));
        let runs = windows.chunk_by(|a, b| a.len() == b.len()).map(|run| (run.len(), run[0].len())).collect();
        WindowPlan { order: windows.concat(), runs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_of_equal_size_are_neighbours_and_every_unit_appears_once() {
        let plan = WindowPlan::new(6, 10, 4);
        assert_eq!(plan.runs, [(2, 16), (3, 8), (1, 4)]);
        let mut units = plan.order.clone();
        units.sort_unstable();
        assert_eq!(units, (0..60).collect::<Vec<_>>());
        // The first window is the top left 4 x 4 square.
        assert_eq!(plan.order[..5], [0, 1, 2, 3, 10]);
    }

    #[test]
    fn a_side_that_divides_has_no_remainder_window() {
        assert_eq!(WindowPlan::new(8, 4, 4).runs, [(2, 16)]);
    }
}

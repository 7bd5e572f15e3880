//! The four cells.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Which of both pictures a model answers rightly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Right on the original picture.
    pub original: bool,
    /// Right on the edited picture.
    pub edited: bool,
}

impl Cell {
    /// Whether the drawing decides: wrong without it, right with it.
    pub fn is_hard(self) -> bool {
        !self.original && self.edited
    }
}

/// How many problems fell where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cells {
    counts: [[usize; 2]; 2],
    /// Problems without an edited picture.
    pub failed: usize,
}

impl Cells {
    /// Problems of a cell.
    pub fn count(&self, cell: Cell) -> usize {
        self.counts[usize::from(cell.original)][usize::from(cell.edited)]
    }
}

impl FromIterator<Option<Cell>> for Cells {
    fn from_iter<I: IntoIterator<Item = Option<Cell>>>(cells: I) -> Self {
        let mut counted = Self::default();
        for cell in cells {
            match cell {
                Some(cell) => {
                    counted.counts[usize::from(cell.original)][usize::from(cell.edited)] += 1;
                }
                None => counted.failed += 1,
            }
        }
        counted
    }
}

impl fmt::Display for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:24} {:>14} {:>14}", "", "edited wrong", "edited right")?;
        for (original, name) in [(false, "original wrong"), (true, "original right")] {
            let count = |edited| self.count(Cell { original, edited });
            let kept = if original { "" } else { "  <- kept" };
            writeln!(f, "{name:24} {:>14} {:>14}{kept}", count(false), count(true))?;
        }
        if self.failed > 0 {
            writeln!(f, "left out, since their code fails in the sandbox: {}", self.failed)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_every_cell() {
        let cell = |original, edited| Some(Cell { original, edited });
        let cells: Cells = [cell(false, true), cell(false, true), cell(true, true), cell(true, false), None]
            .into_iter()
            .collect();
        let expected = "                           edited wrong   edited right\n\
                        original wrong                        0              2  <- kept\n\
                        original right                        1              1\n\
                        left out, since their code fails in the sandbox: 1\n";
        assert_eq!(cells.to_string(), expected);
    }
}

//! The symbol of a cell of a Latin square whose row and column leave one open.

use vthinker_core::think::Task;

use super::board::{Ruled, board, rule};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{line, line_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "latin_cell",
    task: Task::Reasoning,
    domain: "Logic",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["One in each row and column", "Last free cell"],
    tools: &["level_line", "upright_line"],
    draft,
    solve,
};

const SYMBOLS: [[&str; 6]; 3] =
    [["1", "2", "3", "4", "5", "6"], ["A", "B", "C", "D", "E", "F"], ["K", "L", "M", "N", "P", "R"]];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level) + 3;
    let symbols = scene.pick(&SYMBOLS);
    // A Latin square by shifts with rows, columns and symbols shuffled.
    let [mut rows, mut columns, mut names] = [(); 3].map(|()| (0..n).collect::<Vec<_>>());
    scene.shuffle(&mut rows);
    scene.shuffle(&mut columns);
    scene.shuffle(&mut names);
    let at = |row: usize, column: usize| names[(rows[row] + columns[column]) % n];
    let [row, column] = [(); 2].map(|()| scene.int(0, n as i32 - 1) as usize);
    let answer = at(row, column);
    // Of each other symbol at least one of its places in the row and the column is shown.
    let mut shown: Vec<(usize, usize)> = Vec::new();
    for symbol in (0..n).filter(|symbol| *symbol != answer) {
        let in_row = (0..n).find(|c| at(row, *c) == symbol)?;
        let in_column = (0..n).find(|r| at(*r, column) == symbol)?;
        match scene.int(0, 4) {
            0 | 1 => shown.push((row, in_row)),
            2 | 3 => shown.push((in_column, column)),
            _ => shown.extend([(row, in_row), (in_column, column)]),
        }
    }
    let both = shown.iter().any(|(r, _)| *r == row) && shown.iter().any(|(_, c)| *c == column);
    if !both {
        return None;
    }
    for r in 0..n {
        for c in 0..n {
            if r != row && c != column && scene.chance(0.3) {
                shown.push((r, c));
            }
        }
    }
    let board = board(scene, (n as i32, n as i32), 10, 24)?;
    let width = scene.int(1, 2);
    rule(scene, &board, width);
    let size = board.cell / 2;
    let field = |r: usize, c: usize| -> Place { (c as i32, r as i32) };
    for (r, c) in &shown {
        scene.figure.text(board.centre(field(*r, *c)), symbols[at(*r, *c)], size, "symbol");
    }
    scene.figure.text(board.centre(field(row, column)), "?", size, "wanted");
    let last = n - 1;
    let marks = vec![
        line(board.centre(field(row, 0)), board.centre(field(row, last))),
        line(board.centre(field(0, column)), board.centre(field(last, column))),
    ];
    let list = symbols[..n].join(", ");
    let used: Vec<&str> = (0..n).filter(|s| *s != answer).map(|s| symbols[s]).collect();
    Draft::reasoning(
        format!(
            "Each of {list} stands once in every row and every column. Which of them belongs in the place of the \
             question mark?"
        ),
        marks,
        "I draw a line along the row of the question mark and one along its column.",
        format!("On the two lines stand {}, so {} is left.", used.join(", "), symbols[answer]),
        symbols[answer],
    )
    .map(|draft| draft.wrong(used))
}

/// By elimination: the symbol that neither shares the column nor the row.
fn solve(seen: &Seen) -> Option<Solved> {
    let ruled = Ruled::of(seen)?;
    let at = seen.texts("wanted").first()?.1;
    let (column, row) = ruled.field(at);
    let taken: Vec<&str> = seen
        .texts("symbol")
        .into_iter()
        .filter(|(_, p)| {
            let field = ruled.field(*p);
            field.0 == column || field.1 == row
        })
        .map(|symbol| symbol.0)
        .collect();
    let listed = seen.question.strip_prefix("Each of ")?.split(" stands").next()?;
    let left: Vec<&str> = listed.split(", ").filter(|symbol| !taken.contains(symbol)).collect();
    let [answer] = left[..] else { return None };
    let middle = |k: usize, i: i32| ruled.corner[k] + (f64::from(i) + 0.5) * ruled.cell;
    let last = ruled.columns - 1;
    let marks = vec![
        line_mark([middle(0, 0), at[1]], [middle(0, last), at[1]]),
        line_mark([at[0], middle(1, 0)], [at[0], middle(1, last)]),
    ];
    Solved::reasoning(answer, marks)
}

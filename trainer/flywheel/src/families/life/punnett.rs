//! Which cells of a Punnett square show a trait?

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::palette::for_letters;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "punnett_cells",
    task: Task::Reasoning,
    domain: "Biology",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["One-gene cross", "Two-gene cross", "Test cross"],
    tools: &["box_outline"],
    draft,
    solve,
};

/// Pixels between a cell and the box drawn into it.
const INSET: i32 = 5;

/// What is asked: the words, and for each gene whether it must be dominant.
const ASKED: [(&str, &[Option<bool>]); 9] = [
    ("show the dominant form of the trait", &[Some(true)]),
    ("show the recessive form of the trait", &[Some(false)]),
    ("carry one large and one small letter", &[None]),
    ("are dominant in the first gene and recessive in the second", &[Some(true), Some(false)]),
    ("are recessive in the first gene and dominant in the second", &[Some(false), Some(true)]),
    ("are recessive in both genes", &[Some(false), Some(false)]),
    ("are dominant in both genes", &[Some(true), Some(true)]),
    ("are recessive in the first gene", &[Some(false)]),
    ("are recessive in the second gene", &[None, Some(false)]),
];

fn fits(question: &str, row: &str, column: &str) -> bool {
    let Some((words, wanted)) = ASKED.iter().rev().find(|(words, _)| question.contains(words)) else {
        return false;
    };
    let alleles: Vec<(char, char)> = row.chars().zip(column.chars()).collect();
    if words.starts_with("carry") {
        return alleles.iter().all(|(a, b)| a.is_uppercase() != b.is_uppercase());
    }
    wanted
        .iter()
        .zip(&alleles)
        .all(|(wanted, (a, b))| wanted.is_none_or(|w| w == (a.is_uppercase() || b.is_uppercase())))
}

fn gametes(scene: &mut Scene, genes: &[char]) -> Vec<String> {
    let pairs: Vec<[char; 2]> = genes
        .iter()
        .map(|g| {
            let small = g.to_ascii_lowercase();
            scene.pick(&[[*g, small], [*g, small], [*g, *g], [small, small]])
        })
        .collect();
    let mut all = vec![String::new()];
    for pair in pairs {
        all = all.iter().flat_map(|start| pair.map(|allele| format!("{start}{allele}"))).collect();
    }
    all
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one gene, dominant or recessive; level 2: two genes, one of which is asked; level 3: both are.
    let letters = scene.pick(&[['A', 'B'], ['D', 'E'], ['G', 'H'], ['R', 'T'], ['B', 'D'], ['A', 'F']]);
    let genes = if scene.level == 1 { &letters[..1] } else { &letters[..] };
    let (columns, rows) = (gametes(scene, genes), gametes(scene, genes));
    let n = columns.len() as i32;
    let asked = match scene.level {
        1 => scene.int(0, 2),
        2 => scene.int(7, 8),
        _ => scene.int(3, 6),
    };
    let (words, _) = ASKED[asked as usize];
    let size = scene.letter_size();
    let cell = ((scene.side() - size * 3) / (n + 1)).min(90);
    if cell < 30 {
        return None;
    }
    let left = (scene.width() - (n - 1) * cell) / 2;
    let top = (scene.height() - (n - 1) * cell) / 2;
    let ink = scene.figure.ink;
    let colors = scene.hues(2);
    let tints = [0, 1].map(|i| for_letters(scene.shade(colors[i])));
    for i in 0..=n {
        let (x, y) = (left + i * cell, top + i * cell);
        scene.figure.line((x, top), (x, top + n * cell), 2, ink, "upright line of the table");
        scene.figure.line((left, y), (left + n * cell, y), 2, ink, "level line of the table");
    }
    for i in 0..n {
        let (x, y) = (left + i * cell + cell / 2, top + i * cell + cell / 2);
        scene.figure.text_in((x, top - size), &columns[i as usize], size, tints[0], "gamete of a column");
        scene.figure.text_in((left - size * 3 / 2, y), &rows[i as usize], size, tints[1], "gamete of a row");
    }
    if left < size * 3
        || top < size * 2
        || left + n * cell > scene.width() - 4
        || top + n * cell > scene.height() - 4
    {
        return None;
    }
    let mut marks = Vec::new();
    for (j, row) in rows.iter().enumerate() {
        for (i, column) in columns.iter().enumerate() {
            if fits(words, row, column) {
                let (x, y) = (left + i as i32 * cell, top + j as i32 * cell);
                marks.push(Mark::Box {
                    x0: (x + INSET) as f32,
                    y0: (y + INSET) as f32,
                    x1: (x + cell - INSET) as f32,
                    y1: (y + cell - INSET) as f32,
                });
            }
        }
    }
    let count = marks.len();
    if count == 0 || count > 12 {
        return None;
    }
    let all = n * n;
    Some(
        Draft::reasoning(
            format!(
                "The table crosses the gametes of two parents; a large letter is dominant. In how many of its {all} cells would \
                 stand offspring that {words}?"
            ),
            marks,
            "Each cell joins the letters of its column and its row. I frame the cells that fit.",
            format!("{count} of the {all} cells are framed, so the answer is {count}."),
            count,
        )?
        .wrong([all as usize - count, count + 1, count + 2, count.saturating_sub(1), 2 * count]),
    )
}

/// By going through the cells of the table as it is drawn.
fn solve(seen: &Seen) -> Option<Solved> {
    let mut xs: Vec<f64> = seen.lines("upright line of the table").iter().map(|[a, _]| a[0]).collect();
    let mut ys: Vec<f64> = seen.lines("level line of the table").iter().map(|[a, _]| a[1]).collect();
    xs.sort_by(f64::total_cmp);
    ys.sort_by(f64::total_cmp);
    let head = |all: Vec<(&str, [f64; 2])>, k: usize, low: f64, high: f64| {
        all.into_iter().find(|(_, at)| at[k] > low && at[k] < high).map(|(text, _)| text.to_owned())
    };
    let mut marks = Vec::new();
    for y in ys.windows(2) {
        let row = head(seen.texts("gamete of a row"), 1, y[0], y[1])?;
        for x in xs.windows(2) {
            let column = head(seen.texts("gamete of a column"), 0, x[0], x[1])?;
            if fits(seen.question, &row, &column) {
                let inset = f64::from(INSET);
                marks.push(Mark::Box {
                    x0: (x[0] + inset) as f32,
                    y0: (y[0] + inset) as f32,
                    x1: (x[1] - inset) as f32,
                    y1: (y[1] - inset) as f32,
                });
            }
        }
    }
    Solved::reasoning(marks.len(), marks)
}

//! From kinds of question to a problem: what is asked for, the words, and the rest of the figure.

use super::board::Board;
use super::clause::Clause;
use super::filler::fill;
use crate::draft::Draft;
use crate::figure::Place;
use crate::geometry::{point as point_of, point_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

/// A kind of place that a question can ask for.
pub(super) struct Kind {
    /// Words that all stand in its phrases and together in those of no kind before it.
    pub(super) words: &'static [&'static str],
    /// Puts what is needed on the board.
    pub(super) make: fn(&mut Board) -> Option<Ask>,
    /// Finds the place again.
    pub(super) find: fn(&Clause) -> Option<Point>,
}

/// A place that is asked for.
pub(super) struct Ask {
    /// What the answer calls it.
    pub(super) name: String,
    /// Its description, such as `the centre of the red circle`.
    pub(super) phrase: String,
    /// Whether the description holds the name already.
    pub(super) bare: bool,
    pub(super) at: Place,
}

impl Ask {
    /// A place that gets a new name.
    pub(super) fn new(board: &mut Board, phrase: String, at: Place) -> Option<Self> {
        Some(Self { name: board.letter()?, phrase, bare: false, at })
    }
}

/// Fewest and most elements of a figure.
const COUNT: (usize, usize) = (3, 14);

/// A figure with one to three places asked for, by the level, and other elements around.
pub(super) fn draft(scene: &mut Scene, kinds: &[Kind]) -> Option<Draft> {
    let (least, most) = match scene.level {
        1 => (1, 1),
        2 => (1, 2),
        _ => (2, 3),
    };
    let wanted = scene.int(least, most) as usize;
    let total = element_count(scene);
    let mut order: Vec<&Kind> = kinds.iter().collect();
    scene.shuffle(&mut order);
    let mut board = Board::new(scene);
    let mut asks: Vec<Ask> = Vec::new();
    for kind in order {
        if asks.len() == wanted {
            break;
        }
        let before = board.state.clone();
        match board.tries(kind.make) {
            // Points asked for lie apart, so that each mark can be told from the others.
            Some(ask) if board.count() <= COUNT.1 && asks.iter().all(|other| apart(other, &ask)) => {
                asks.push(ask)
            }
            _ => board.state = before,
        }
    }
    if asks.len() < least as usize {
        return None;
    }
    fill(&mut board, total);
    if board.count() < COUNT.0 {
        return None;
    }
    let question = question(board.scene, &asks);
    board.finish();
    let names = asks.iter().map(|ask| ask.name.clone()).collect();
    let marks = asks.iter().map(|ask| point_of(ask.at)).collect();
    Some(Draft::drawing(question, marks)?.named(names))
}

fn apart(a: &Ask, b: &Ask) -> bool {
    (a.at.0 - b.at.0).abs().max((a.at.1 - b.at.1).abs()) >= 10
}

/// Over all levels about a normal distribution of mean 8 and variance 4.
fn element_count(scene: &mut Scene) -> usize {
    let mean = [6.5, 8.3, 10.0][usize::from(scene.level.clamp(1, 3)) - 1];
    // The sum of twelve even numbers from 0 to 1 has the variance 1.
    let sum: f64 = (0..12).map(|_| f64::from(scene.int(0, 1000)) / 1000.0).sum();
    (mean + 1.4 * (sum - 6.0)).round().clamp(COUNT.0 as f64, COUNT.1 as f64) as usize
}

fn question(scene: &mut Scene, asks: &[Ask]) -> String {
    let named = scene.chance(0.5);
    let verb = match named {
        true => scene.pick(&["Mark", "Find and mark", "Locate and mark"]),
        false => scene.pick(&["Mark", "Put a mark on", "Mark exactly"]),
    };
    let parts: Vec<String> = asks
        .iter()
        .map(|Ask { name, phrase, bare, .. }| match (bare, named) {
            (true, _) => phrase.clone(),
            (false, true) => format!("{name}, {phrase}"),
            (false, false) => format!("{phrase} ({name})"),
        })
        .collect();
    match &parts[..] {
        [only] => format!("{verb} {only}."),
        [first @ .., last] => format!("{verb} {}; and {last}.", first.join("; ")),
        [] => String::new(),
    }
}

/// Finds all places of the question again, in its order.
pub(super) fn solve(seen: &Seen, kinds: &[Kind]) -> Option<Solved> {
    let marks = seen.question.trim_end_matches('.').split(';').map(|text| {
        let clause = Clause::read(seen, text)?;
        let kind = kinds.iter().find(|kind| kind.words.iter().all(|word| text.contains(word)))?;
        Some(point_mark((kind.find)(&clause)?))
    });
    Solved::drawing(marks.collect::<Option<_>>()?)
}

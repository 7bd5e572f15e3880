//! Mark places that carry a name or stand for themselves.

use vthinker_core::think::Task;

use super::ask::{self, Ask, Kind};
use super::board::Board;
use super::clause::{between, is, least};
use super::exact::{along, step, times_in, whole_direction};
use super::feature::to_segment;
use super::filler::WORDS;
use crate::Element;
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "perception_surface",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 6,
    canvas: Canvas::Full,
    knowledge: &["Projection to the axes"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    ask::draft(scene, &KINDS)
}

fn solve(seen: &Seen) -> Option<Solved> {
    ask::solve(seen, &KINDS)
}

const KINDS: [Kind; 10] = [
    Kind {
        words: &["the word"],
        make: word,
        find: |clause| {
            let word = clause.words().find(|word| WORDS.contains(word))?;
            clause.seen.labelled(word)
        },
    },
    Kind {
        words: &["middle of the"],
        make: symbol,
        find: |clause| {
            let (_, named) = clause.text.split_once("middle of the ")?;
            clause.symbols().into_iter().find(|(meaning, _)| named.starts_with(meaning)).map(|(_, at)| at)
        },
    },
    Kind {
        words: &["lettered end", "segment"],
        make: lettered_end,
        find: |clause| {
            let name = clause.seen.named(clause.name)?;
            least(clause.segment(0)?, |end| between(end, name))
        },
    },
    Kind {
        words: &["vertex", "angle"],
        make: vertex,
        find: |clause| {
            let wanted = format!("{} angle", clause.hues.first()?);
            clause.things().find_map(|element| match element {
                Element::Angle { vertex: [x, y], meaning, .. } if is(meaning, &wanted) => {
                    Some(point((*x, *y)))
                }
                _ => None,
            })
        },
    },
    Kind {
        words: &["lettered centre", "circle"],
        make: lettered_centre,
        find: |clause| Some(clause.circle(0)?.0),
    },
    Kind {
        words: &["lettered point on", "circle"],
        make: on_circle,
        find: |clause| {
            let (centre, r) = clause.circle(0)?;
            clause.best_letter(|at| (between(at, centre) - r).abs())
        },
    },
    Kind {
        words: &["lettered point on", "segment"],
        make: on_segment,
        find: |clause| {
            let [a, b] = clause.segment(0)?;
            clause.best_letter(|at| to_segment(at, a, b))
        },
    },
    Kind {
        words: &["corner", "triangle"],
        make: corner,
        find: |clause| {
            let name = clause.seen.named(clause.name)?;
            let ends = clause.seen.lines("side of the triangle").into_iter().flatten();
            least(ends, |end| between(end, name))
        },
    },
    Kind {
        words: &["dot"],
        make: dot,
        find: |clause| {
            let wanted = format!("{} dot", clause.hues.first()?);
            clause.things().find_map(|element| match element {
                Element::Point { x, y, meaning, .. } if is(meaning, &wanted) => Some(point((*x, *y))),
                _ => None,
            })
        },
    },
    Kind { words: &["point"], make: lettered, find: |clause| clause.seen.named(clause.name) },
];

fn bare(name: String, phrase: String, at: Place) -> Option<Ask> {
    Some(Ask { name, phrase, bare: true, at })
}

fn lettered(board: &mut Board) -> Option<Ask> {
    let at = board.scene.place(12);
    let name = board.point(at, &[], "point")?;
    bare(name.clone(), format!("point {name}"), at)
}

fn dot(board: &mut Board) -> Option<Ask> {
    let at = board.scene.place(10);
    let hue = board.dot(at, &[], "")?;
    Ask::new(board, format!("the {hue} dot"), at)
}

fn symbol(board: &mut Board) -> Option<Ask> {
    let at = board.scene.place(12);
    let (hue, kind) = board.symbol(at, "")?;
    Ask::new(board, format!("the middle of the {hue} {kind}"), at)
}

fn word(board: &mut Board) -> Option<Ask> {
    let (at, word) = (board.scene.place(24), board.scene.pick(&WORDS));
    if board.state.complete.contains(&word) {
        return None;
    }
    board.word(at, word)?;
    board.state.complete.push(word);
    Ask::new(board, format!("the middle of the word {word}"), at)
}

fn lettered_end(board: &mut Board) -> Option<Ask> {
    let (a, direction) = (board.scene.place(12), step(board.scene));
    let length = f64::from(board.scene.side() * board.scene.int(20, 45) / 100);
    let b = along(a, direction, times_in(length, direction));
    let hue = board.segment(a, b, &[], "")?;
    let name = board.point(a, &[point(a)], "end of a segment")?;
    Some(Ask { name, phrase: format!("the lettered end of the {hue} segment"), bare: false, at: a })
}

fn vertex(board: &mut Board) -> Option<Ask> {
    let at = board.scene.place(16);
    let (first, size) = (board.scene.int(0, 180), board.scene.int(35, 140));
    let reach = f64::from(board.scene.side() * board.scene.int(14, 22) / 100);
    let hue = board.angle(at, first, size, reach)?;
    let name = board.point(at, &[point(at)], "vertex of an angle")?;
    Some(Ask { name, phrase: format!("the vertex of the {hue} angle"), bare: false, at })
}

fn lettered_centre(board: &mut Board) -> Option<Ask> {
    let at = board.scene.place(30);
    let r = board.scene.side() * board.scene.int(10, 22) / 100;
    let hue = board.circle(at, r, &[], "")?;
    let name = board.point(at, &[], "centre of a circle")?;
    Some(Ask { name, phrase: format!("the lettered centre of the {hue} circle"), bare: false, at })
}

fn on_circle(board: &mut Board) -> Option<Ask> {
    let centre = board.scene.place(30);
    let (x, y, h) = whole_direction(board.scene);
    let k = (board.scene.side() * board.scene.int(10, 22) / 100 / h).max(1);
    let hue = board.circle(centre, k * h, &[], "")?;
    let at = along(centre, (x, y), k);
    let name = board.point(at, &[point(at)], "point on a circle")?;
    Some(Ask { name, phrase: format!("the lettered point on the {hue} circle"), bare: false, at })
}

fn on_segment(board: &mut Board) -> Option<Ask> {
    let (a, direction) = (board.scene.place(12), step(board.scene));
    let length = f64::from(board.scene.side() * board.scene.int(28, 55) / 100);
    let times = times_in(length, direction);
    let hue = board.segment(a, along(a, direction, times), &[], "")?;
    let at = along(a, direction, board.scene.int(times / 4, times * 3 / 4));
    let name = board.point(at, &[point(at)], "point on a segment")?;
    Some(Ask { name, phrase: format!("the lettered point on the {hue} segment"), bare: false, at })
}

fn corner(board: &mut Board) -> Option<Ask> {
    if board.state.complete.contains(&"triangle") {
        return None;
    }
    let corners = [board.scene.place(20), board.scene.place(20), board.scene.place(20)];
    let least = f64::from(board.scene.side()) * 0.25;
    let mut names = Vec::new();
    for (i, corner) in corners.iter().enumerate() {
        let next = corners[(i + 1) % 3];
        if distance(*corner, next) < least {
            return None;
        }
        board.ink_line(*corner, next, &[point(*corner), point(next)], "side of the triangle")?;
    }
    for corner in corners {
        names.push(board.point(corner, &[point(corner)], "corner of the triangle")?);
    }
    board.state.complete.push("triangle");
    bare(names[0].clone(), format!("corner {} of the large triangle", names[0]), corners[0])
}

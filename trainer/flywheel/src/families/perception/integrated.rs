//! Mark places that have to be computed from the figure.

use vthinker_core::think::Task;

use super::ask::{self, Kind};
use super::clause::{Clause, between};
use super::semantic::curve_of;
use super::{computed, triangles};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, crossing_of_lines, foot_of, minus, plus, times, unit};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "perception_integrated",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 6,
    canvas: Canvas::Full,
    knowledge: &["Finding the centre", "Midpoint by means", "Incentre", "Centroid", "Value at a place"],
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

const KINDS: [Kind; 13] = [
    Kind {
        words: &["second point", "circle"],
        make: computed::second_point,
        find: |clause| {
            // The chord's midpoint is the foot of the centre, and halves the way from one end to the other.
            let (from, (centre, _)) = (clause.lettered(0)?, clause.circle(1)?);
            let middle = foot_of(centre, clause.segment(0)?);
            Some(at(from, middle, 2.0))
        },
    },
    Kind {
        words: &["centre of the", "circle"],
        make: computed::centre,
        find: |clause| Some(clause.circle(0)?.0),
    },
    Kind {
        words: &["midpoint of the"],
        make: computed::midpoint,
        find: |clause| {
            let [a, b] = clause.segment(0)?;
            Some(at(a, b, 0.5))
        },
    },
    Kind {
        words: &["foot of the"],
        make: computed::foot,
        find: |clause| Some(foot_of(clause.lettered(0)?, clause.segment(0)?)),
    },
    Kind {
        words: &["mirror image"],
        make: computed::mirror_image,
        find: |clause| {
            let p = clause.lettered(0)?;
            Some(at(p, foot_of(p, clause.segment(0)?), 2.0))
        },
    },
    Kind { words: &["straight"], make: computed::function_value, find: function_value },
    Kind {
        words: &["halfway between"],
        make: computed::halfway,
        find: |clause| {
            let (_, named) = clause.text.split_once("halfway between the ")?;
            let (first, second) = named.split_once(" and the ")?;
            let place = |text: &str| {
                clause.symbols().into_iter().find(|(meaning, _)| text.starts_with(meaning)).map(|(_, at)| at)
            };
            Some(at(place(first)?, place(second)?, 0.5))
        },
    },
    Kind {
        words: &["of the way from"],
        make: computed::part_of_way,
        find: |clause| {
            let share = if clause.text.contains("third") { 1.0 / 3.0 } else { 0.25 };
            Some(at(clause.lettered(0)?, clause.lettered(1)?, share))
        },
    },
    Kind {
        words: &["made longer"],
        make: computed::longer,
        find: |clause| crossing_of_lines(clause.segment(0)?, clause.segment(1)?),
    },
    Kind {
        words: &["parallelogram"],
        make: computed::fourth_corner,
        find: |clause| {
            let [a, b, c] = [clause.lettered(0)?, clause.lettered(1)?, clause.lettered(2)?];
            Some(at(b, at(a, c, 0.5), 2.0))
        },
    },
    Kind {
        words: &["incentre"],
        make: triangles::incentre,
        find: |clause| {
            // Where the bisectors of two angles meet.
            let [a, b, c] = clause.triangle()?;
            let bisector = |p: Point, q: Point, r: Point| {
                [p, plus(p, times(plus(unit(minus(q, p)), unit(minus(r, p))), 100.0))]
            };
            crossing_of_lines(bisector(a, b, c), bisector(b, c, a))
        },
    },
    Kind {
        words: &["centroid"],
        make: triangles::centroid,
        find: |clause| {
            // Where two medians meet.
            let [a, b, c] = clause.triangle()?;
            crossing_of_lines([a, at(b, c, 0.5)], [b, at(a, c, 0.5)])
        },
    },
    Kind {
        words: &["circumcentre"],
        make: triangles::circumcentre,
        find: |clause| {
            let [a, b, c] = clause.triangle()?;
            let bisector = |p: Point, q: Point| {
                let (middle, way) = (at(p, q, 0.5), minus(q, p));
                [middle, plus(middle, [-way[1], way[0]])]
            };
            crossing_of_lines(bisector(a, b), bisector(b, c))
        },
    },
];

/// The place of the curve whose x is that of a lettered one.
fn function_value(clause: &Clause) -> Option<Point> {
    let [x, y] = clause.lettered(0)?;
    let (curve, [from, to]) = curve_of(clause.seen, &format!("{} curve", clause.hues.first()?))?;
    let found = [x, curve.y(x)];
    ((from..=to).contains(&x) && between(found, [x, y]) > 1.0).then_some(found)
}

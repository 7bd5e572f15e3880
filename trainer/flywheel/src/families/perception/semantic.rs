//! Mark places that the structure of the figure describes.

use vthinker_core::think::Task;

use super::ask::{self, Kind};
use super::clause::{between, is, least};
use super::curve::Curve;
use super::feature::to_segment;
use super::{lying, meeting};
use crate::Element;
use crate::draft::{Canvas, Draft, Family};

use crate::geometry::{at, crossing_of_lines, foot_of, minus, norm, plus, times, unit};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "perception_semantic",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 6,
    canvas: Canvas::Full,
    knowledge: &["Crossing as common solution", "Tangent and radius", "Touching circles", "Roots"],
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

const KINDS: [Kind; 12] = [
    Kind {
        words: &["end of the", "segment", "circle"],
        make: lying::end_by_circle,
        find: |clause| {
            let (centre, _) = clause.circle(1)?;
            let [a, b] = clause.segment(0)?;
            let (near, far) = if between(a, centre) < between(b, centre) { (a, b) } else { (b, a) };
            Some(if clause.text.contains("inside") { near } else { far })
        },
    },
    Kind {
        words: &["circle touch"],
        make: meeting::touching_circles,
        find: |clause| {
            let ((c1, r1), (c2, _)) = (clause.circle(0)?, clause.circle(1)?);
            Some(plus(c1, times(unit(minus(c2, c1)), r1)))
        },
    },
    Kind {
        words: &["segment touches", "circle"],
        make: meeting::tangent,
        find: |clause| Some(foot_of(clause.circle(1)?.0, clause.segment(0)?)),
    },
    Kind {
        words: &["segment cross"],
        make: meeting::crossing,
        find: |clause| crossing_of_lines(clause.segment(0)?, clause.segment(1)?),
    },
    Kind {
        words: &["segment share"],
        make: meeting::shared_end,
        find: |clause| {
            let other = clause.segment(1)?;
            least(clause.segment(0)?, |end| between(end, other[0]).min(between(end, other[1])))
        },
    },
    Kind { words: &["meets the x axis"], make: meeting::curve_and_axis, find: root },
    Kind {
        words: &["est point of the", "curve"],
        make: lying::turning_point,
        find: |clause| {
            let (curve, [from, to]) = curve_of(clause.seen, &format!("{} curve", clause.hues.first()?))?;
            let sign = if clause.text.contains("highest") { 1.0 } else { -1.0 };
            let steps = ((to - from) * 2.0) as i32;
            let places = (0..=steps).map(|i| from + f64::from(i) / 2.0).map(|x| [x, curve.y(x)]);
            least(places, |[_, y]| sign * y)
        },
    },
    Kind {
        words: &["of the two angles"],
        make: lying::larger_angle,
        find: |clause| {
            let larger = clause.text.contains("larger");
            let angles = clause.things().filter_map(|element| match element {
                Element::Angle { vertex: [x, y], dir1, dir2, .. } => Some((point((*x, *y)), dir2 - dir1)),
                _ => None,
            });
            let sign = if larger { -1.0 } else { 1.0 };
            angles.min_by(|a, b| (sign * a.1).total_cmp(&(sign * b.1))).map(|(at, _)| at)
        },
    },
    Kind {
        words: &["symbol", "circle"],
        make: lying::symbol_inside,
        find: |clause| {
            let (centre, r) = clause.circle(0)?;
            let inside = |(_, at): &(&str, Point)| between(*at, centre) < r;
            clause.symbols().into_iter().find(inside).map(|(_, at)| at)
        },
    },
    Kind {
        words: &["dot", "circle"],
        make: lying::dot_on_circle,
        find: |clause| {
            let (centre, r) = clause.circle(0)?;
            least(clause.dots(), |at| (between(at, centre) - r).abs())
        },
    },
    Kind {
        words: &["dot", "segment"],
        make: lying::dot_on_segment,
        find: |clause| {
            let [a, b] = clause.segment(0)?;
            least(clause.dots(), |at| to_segment(at, a, b))
        },
    },
    Kind {
        words: &["segment leaves", "circle"],
        make: meeting::leaving,
        find: |clause| {
            let ((centre, r), [a, b]) = (clause.circle(1)?, clause.segment(0)?);
            let (inner, outer) = if between(a, centre) < r { (a, b) } else { (b, a) };
            // The distance from the centre grows from the inner end outwards, so halving finds the border.
            let (mut low, mut high) = (0.0, 1.0);
            for _ in 0..40 {
                let middle = (low + high) / 2.0;
                let inside = norm(minus(at(inner, outer, middle), centre)) < r;
                if inside { low = middle } else { high = middle }
            }
            Some(at(inner, outer, low))
        },
    },
];

/// Where the curve changes sides of the axis, left or right of its turning point.
fn root(clause: &super::clause::Clause) -> Option<Point> {
    let (curve, [from, to]) = curve_of(clause.seen, &format!("{} curve", clause.hues.first()?))?;
    let [[_, axis], _] = *clause.seen.lines("x axis").first()?;
    let steps = ((to - from) * 4.0) as i32;
    let places: Vec<f64> = (0..=steps).map(|i| from + f64::from(i) / 4.0).collect();
    let mut meets =
        places.windows(2).filter(|w| (curve.y(w[0]) - axis) * (curve.y(w[1]) - axis) <= 0.0).map(|w| w[1]);
    let x = if clause.text.contains("left") { meets.next() } else { meets.next_back() }?;
    Some([x, axis])
}

/// The curve of a meaning and its domain.
pub(super) fn curve_of(seen: &Seen, wanted: &str) -> Option<(Curve, [f64; 2])> {
    seen.elements.iter().find_map(|element| match element {
        Element::FunctionCurve { expression, domain, meaning } if is(meaning, wanted) => {
            Some((Curve::parse(expression)?, *domain))
        }
        _ => None,
    })
}

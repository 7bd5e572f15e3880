//! The angle of a path that bends between two parallels.

use vthinker_core::think::Task;

use super::side_label::{ANGLE, angle_label, inside};
use crate::Element;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{line_mark, minus, plus, times, unit, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "zigzag_angle",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Zigzag angle", "Alternate angles"],
    tools: &["parallel_through_point"],
    draft,
    solve,
};

/// Half the length of the helping parallel as a share of the shorter side of the picture.
const REACH: f64 = 0.24;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: level parallels, the angle at the bend; level 2: oblique ones; level 3: an angle at a parallel, and one
    // of the others is given by its supplement.
    let level = scene.level;
    let step = if level == 1 { 5 } else { 1 };
    let [upper, lower] = [scene.int(25 / step, 70 / step) * step, scene.int(25 / step, 70 / step) * step];
    let side = f64::from(scene.side());
    let tilt = if level == 1 { 0.0 } else { f64::from(scene.int(-25, 25)).to_radians() };
    let along = [tilt.cos(), tilt.sin()];
    let down = [-along[1], along[0]];
    let flip = if scene.chance(0.5) { 1.0 } else { -1.0 };
    let heights = [0.2, 0.2].map(|share: f64| share * side * f64::from(scene.int(75, 130)) / 100.0);
    let slope = |degrees: i32, height: f64| height / f64::from(degrees).to_radians().tan();
    let offsets = [slope(upper, heights[0]), slope(lower, heights[1])];
    let middle = [f64::from(scene.width()) / 2.0, f64::from(scene.height()) / 2.0];
    let bend = plus(middle, times(along, flip * offsets[0].max(offsets[1]) * 0.5));
    let go = |u: f64, v: f64| plus(bend, plus(times(along, flip * u), times(down, v)));
    let (p, r) = (go(-offsets[0], -heights[0]), go(-offsets[1], heights[1]));
    let spread = side * 0.42;
    // Each parallel goes on to both sides of its corner.
    let lines = [(p, -heights[0]), (r, heights[1])].map(|(_, v)| {
        let u = -(offsets[0] + offsets[1]) / 2.0;
        [go(u - spread, v), go(u + spread, v)]
    });
    let mut ends = lines.as_flattened().to_vec();
    ends.extend([p, r, bend]);
    if ends.iter().any(|e| !inside(scene, *e, 8.0)) || offsets.iter().any(|o| *o > spread * 1.5) {
        return None;
    }
    let hues = scene.hues(2);
    let (color, path) = (scene.shade(hues[0]), scene.shade(hues[1]));
    for [from, to] in lines {
        scene.figure.line(whole(from), whole(to), 2, color, &format!("{} line", hues[0]));
    }
    let [p, bend, r] = [p, bend, r].map(whole);
    scene.figure.line(p, bend, 2, path, "path");
    scene.figure.line(bend, r, 2, path, "path");
    // Rays along the parallels towards the side of the bend, or away from it for a supplement.
    let ray = |from: (i32, i32), way: f64| plus(point(from), times(along, way * flip * 40.0));
    let outer = level == 3 && scene.chance(0.5);
    let (way, shown) = if outer { (-1.0, 180 - upper) } else { (1.0, upper) };
    angle_label(scene, p, [ray(p, way), point(bend)], &format!("{shown}°"), ANGLE)?;
    let sum = upper + lower;
    let (at_bend, at_foot) = if level == 3 {
        (format!("{sum}°"), "?".to_owned())
    } else {
        ("?".to_owned(), format!("{lower}°"))
    };
    angle_label(scene, bend, [point(p), point(r)], &at_bend, ANGLE)?;
    angle_label(scene, r, [ray(r, 1.0), point(bend)], &at_foot, ANGLE)?;
    let answer = if level == 3 { lower } else { sum };
    let mark = parallel(point(bend), along, side);
    if mark.points().iter().any(|[x, y]| !inside(scene, [f64::from(*x), f64::from(*y)], 2.0)) {
        return None;
    }
    let question = match scene.int(0, 1) {
        0 => {
            format!("The two {} lines are parallel. How large is the angle with the question mark?", hues[0])
        }
        _ => {
            format!("What is the unknown angle if the {} lines never meet, however far they go on?", hues[0])
        }
    };
    let first = if outer { format!("180 - {shown} = {upper}") } else { upper.to_string() };
    let after = if level == 3 {
        format!(
            "It divides the angle of {sum} degrees into {first} and the rest, {answer}, which equals the unknown angle."
        )
    } else {
        format!("It divides the unknown angle into {first} and {lower} degrees, together {answer}.")
    };
    let degrees = |v: i32| format!("{v} degrees");
    Draft::reasoning(
        question,
        vec![mark],
        "I draw a third parallel through the bend, because alternate angles at parallels are equal.",
        after,
        degrees(answer),
    )
    .map(|d| d.wrong([180 - answer, upper, (sum - 2 * upper).abs(), answer + 10, 360 - sum].map(degrees)))
}

fn parallel(bend: Point, along: Point, side: f64) -> vthinker_core::judge::Mark {
    line_mark(plus(bend, times(along, -side * REACH)), plus(bend, times(along, side * REACH)))
}

/// By sums of the labels, those at obtuse angles of the parallels counted from 180, and checked by measuring.
fn solve(seen: &Seen) -> Option<Solved> {
    let [p, q] = *seen.lines(&format!("{} line", seen.hues().first()?)).first()?;
    let path = seen.lines("path");
    let bend = path.first()?[1];
    let mut angles = Vec::new();
    for element in seen.elements {
        if let Element::Angle { vertex, dir1, dir2, .. } = element {
            let turn = (dir2 - dir1).rem_euclid(360.0);
            angles.push((point((vertex[0], vertex[1])), turn.min(360.0 - turn)));
        }
    }
    let (mut known, mut unknown) = ([None; 2], None);
    for ((text, _), (vertex, size)) in seen.texts(ANGLE).into_iter().zip(angles) {
        match text.trim_end_matches('°').parse::<f64>() {
            Ok(value) if vertex == bend => known[0] = Some(value),
            Ok(value) => {
                let value = if size > 90.0 { 180.0 - value } else { value };
                known[1] = Some(known[1].unwrap_or(0.0) + value);
            }
            Err(_) => unknown = Some(size),
        }
    }
    let answer = match known {
        [None, Some(sum)] => sum,
        [Some(whole), Some(part)] => whole - part,
        _ => return None,
    };
    let mark = parallel(bend, unit(minus(q, p)), f64::from(seen.width.min(seen.height)));
    ((unknown? - answer).abs() < 3.0).then(|| Solved::reasoning(format!("{answer} degrees"), vec![mark]))?
}

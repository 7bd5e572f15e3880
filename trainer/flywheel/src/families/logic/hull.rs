//! Draw the convex hull of some dots.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{angle, minus};
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "convex_hull",
    task: Task::Instruction,
    domain: "Computer Science",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Convex hull"],
    tools: &["hull_outline"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: few dots; level 2: more; level 3: of one colour among two.
    let n = match scene.level {
        1 => scene.int(5, 6),
        2 => scene.int(7, 10),
        _ => scene.int(6, 8),
    } as usize;
    let others = if scene.level == 3 { scene.int(3, 5) as usize } else { 0 };
    let gap = scene.side() / 8;
    let places = scene.scatter(n + others, 14, gap)?;
    let hues = scene.hues(2);
    let r = scene.int(4, 6);
    for (i, place) in places.iter().enumerate() {
        scene.dot(*place, hues[usize::from(i >= n)], r);
    }
    let dots: Vec<Point> = places[..n].iter().copied().map(point).collect();
    let hull = hull(dots);
    // A corner that is almost straight may be there or not, and inside dots show that it is no ring of all.
    let k = hull.len();
    let place = |i: usize| crate::geometry::whole(hull[i % k]);
    if k == n || (0..k).any(|i| angle([place(i), place(i + 1)], [place(i + 1), place(i + 2)]) < 9.0) {
        return None;
    }
    let hue = hues[0];
    let question = match (scene.level, scene.int(0, 1)) {
        (3, 0) => format!("Draw the convex hull of the {hue} dots."),
        (3, _) => format!("Draw the shape of a rubber band that is stretched around all {hue} dots."),
        (_, 0) => "Draw the convex hull of the dots.".to_owned(),
        _ => "Draw the shape of a rubber band that is stretched around all dots.".to_owned(),
    };
    Draft::drawing(question, vec![outline(&hull)])
}

fn outline(corners: &[Point]) -> Mark {
    let points = corners.iter().chain(corners.first()).map(|p| p.map(|v| v as f32)).collect();
    Mark::Polyline { points }
}

fn cross(o: Point, a: Point, b: Point) -> f64 {
    let (u, v) = (minus(a, o), minus(b, o));
    u[0] * v[1] - u[1] * v[0]
}

/// By sorting from left to right and keeping what turns one way, below and above.
fn hull(mut dots: Vec<Point>) -> Vec<Point> {
    dots.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    let half = |dots: &mut dyn Iterator<Item = Point>| {
        let mut kept: Vec<Point> = Vec::new();
        for dot in dots {
            while let [.., a, b] = kept[..]
                && cross(a, b, dot) <= 0.0
            {
                kept.pop();
            }
            kept.push(dot);
        }
        kept.pop();
        kept
    };
    let mut below = half(&mut dots.iter().copied());
    below.extend(half(&mut dots.iter().rev().copied()));
    below
}

/// By walking around: the next corner is the dot that leaves all others on one side.
fn solve(seen: &Seen) -> Option<Solved> {
    let all = || Hue::ALL.iter().flat_map(|hue| seen.points(&format!("{hue} dot"))).collect();
    let dots: Vec<Point> = seen.hues().first().map_or_else(all, |hue| seen.points(&format!("{hue} dot")));
    let start = *dots.iter().min_by(|a, b| a[0].total_cmp(&b[0]))?;
    let mut corners = vec![start];
    while corners.len() <= dots.len() {
        let at = *corners.last()?;
        let next = *dots
            .iter()
            .find(|next| **next != at && dots.iter().all(|dot| cross(at, **next, *dot) >= 0.0))?;
        if next == start {
            return Solved::drawing(vec![outline(&corners)]);
        }
        corners.push(next);
    }
    None
}

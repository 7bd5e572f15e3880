//! Mark the vanishing point of a drawing in perspective.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, crossing_of_lines, minus, point_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "vanishing_point",
    task: Task::Perception,
    domain: "Art",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["One vanishing point", "Horizon at eye level"],
    tools: &["vanishing_lines", "line_intersection"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a road; level 2: a road and a wall; level 3: two walls, drawn over a short way only.
    let (w, h) = (f64::from(scene.width()), f64::from(scene.height()));
    let share = |scene: &mut Scene, low, high| f64::from(scene.int(low, high)) / 100.0;
    let eye = [w * share(scene, 30, 70), h * share(scene, 25, 50)];
    let reach = match scene.level {
        1 => share(scene, 60, 75),
        2 => share(scene, 50, 65),
        _ => share(scene, 40, 52),
    };
    let base = h * 0.94;
    // Near ends of edges that run into the depth; a wall has an upper and a lower one at the same side.
    let mut walls: Vec<[Point; 2]> = Vec::new();
    let mut edges: Vec<Point> = Vec::new();
    if scene.level < 3 {
        let left = w * share(scene, 8, 30);
        let right = w * share(scene, 65, 92);
        edges.extend([[left, base], [right, base]]);
    }
    if scene.level > 1 {
        let left = [w * share(scene, 3, 7), 0.0];
        let right = [w * share(scene, 93, 97), 0.0];
        let sides = if scene.level == 2 { vec![scene.pick(&[left, right])] } else { vec![left, right] };
        for [x, _] in sides {
            let top = h * share(scene, 4, 14);
            let low = if scene.level == 2 { h * share(scene, 60, 75) } else { h * share(scene, 75, 95) };
            walls.push([[x, top], [x, low]]);
        }
    }
    if edges.iter().any(|p| walls.iter().any(|[_, q]| (p[0] - q[0]).abs() < w * 0.05)) {
        return None;
    }
    let (ink, hues, pen) = (scene.figure.ink, scene.hues(2), scene.int(2, 3));
    let (stone, earth) =
        (scene.shade(hues[0]).map(|c| c / 4 + 180), scene.shade(hues[1]).map(|c| c / 4 + 180));
    let far = |p: Point| whole(at(p, eye, reach));
    if let [a, b] = edges[..] {
        scene.figure.polygon(&[whole(a), whole(b), far(b), far(a)], earth, "road");
    }
    for [a, b] in &walls {
        scene.figure.polygon(&[whole(*a), whole(*b), far(*b), far(*a)], stone, "side of a wall");
        let n = scene.int(3, 5);
        for i in 0..=n {
            // Posts come closer to each other with the distance.
            let depth = f64::from(i) / f64::from(n);
            let t = reach * depth * 1.6 / (1.0 + 0.6 * depth);
            scene.figure.line(whole(at(*a, eye, t)), whole(at(*b, eye, t)), pen, ink, "post");
        }
        edges.extend([*a, *b]);
    }
    let drawn: Vec<[Point; 2]> = edges.iter().map(|p| [point(whole(*p)), point(far(*p))]).collect();
    for [a, b] in &drawn {
        scene.figure.line(whole(*a), whole(*b), pen, ink, "edge into the depth");
    }
    // The exact place follows from the two edges that differ most in direction.
    let slope = |[a, b]: &[Point; 2]| {
        let d = minus(*b, *a);
        d[1].atan2(d[0])
    };
    let turn = |p: &[Point; 2], q: &[Point; 2]| (slope(p) - slope(q)).sin().abs();
    let pairs = (0..drawn.len()).flat_map(|i| (0..i).map(move |k| (i, k)));
    let (i, k) =
        pairs.max_by(|a, b| turn(&drawn[a.0], &drawn[a.1]).total_cmp(&turn(&drawn[b.0], &drawn[b.1])))?;
    if turn(&drawn[i], &drawn[k]) < 0.5 {
        return None;
    }
    let mark = crossing_of_lines(drawn[i], drawn[k])?;
    let question = scene.pick(&[
        "Mark the vanishing point of this drawing in perspective.",
        "The drawn edges are parallel in space. Mark the point of the picture at which they seem to meet.",
    ]);
    Draft::drawing(question, vec![point_mark(mark)])
}

/// By the point with the least squared distance from all edges.
fn solve(seen: &Seen) -> Option<Solved> {
    let (mut aa, mut ab, mut bb, mut ac, mut bc) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for [p, q] in seen.lines("edge into the depth") {
        let [dx, dy] = minus(q, p);
        let length = dx.hypot(dy);
        // The line is a x + b y = c.
        let (a, b) = (-dy / length, dx / length);
        let c = a * p[0] + b * p[1];
        (aa, ab, bb, ac, bc) = (aa + a * a, ab + a * b, bb + b * b, ac + a * c, bc + b * c);
    }
    let det = aa * bb - ab * ab;
    (det.abs() > 1e-6).then_some(())?;
    Solved::drawing(vec![point_mark([(ac * bb - bc * ab) / det, (aa * bc - ab * ac) / det])])
}

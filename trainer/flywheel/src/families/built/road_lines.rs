//! Draw the edges of a road on to where they seem to meet.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, crossing_of_lines, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "road_lines",
    task: Task::Instruction,
    domain: "Art",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["One vanishing point"],
    tools: &["vanishing_lines", "extended_line"],
    draft,
    solve,
};

const NEAR: &str = "near edge";
const FAR: &str = "far edge";

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a road; level 2: a road cut off sooner; level 3: a box seen from the front and above.
    let (w, h) = (f64::from(scene.width()), f64::from(scene.height()));
    let mut share = |low: i32, high: i32| f64::from(scene.int(low, high)) / 100.0;
    let (eye, base, reach) = ([w * share(25, 75), h * share(8, 28)], h * share(88, 96), share(35, 60));
    let reach = if scene.level == 2 { reach - 0.1 } else { reach };
    let mut share = |low: i32, high: i32| f64::from(scene.int(low, high)) / 100.0;
    let (left, right) = (w * share(5, 35), w * share(60, 95));
    let (ink, hue, pen) = (scene.figure.ink, scene.hues(1)[0], scene.int(2, 3));
    let pale = scene.shade(hue).map(|c| c / 4 + 180);
    let mut near = vec![[left, base], [right, base]];
    if scene.level == 3 {
        let top = h * f64::from(scene.int(50, 65)) / 100.0;
        near = vec![[left, top], [right, top]];
        let corners = [[left, top], [right, top], [right, base], [left, base]].map(whole);
        scene.figure.polygon(&corners, pale, "front of a box");
        for i in 0..4 {
            let meaning = if i == 0 { NEAR } else { "edge of the front" };
            scene.figure.line(corners[i], corners[(i + 1) % 4], pen, ink, meaning);
        }
    }
    let far: Vec<Point> = near.iter().map(|p| point(whole(at(*p, eye, reach)))).collect();
    let near: Vec<Point> = near.iter().map(|p| point(whole(*p))).collect();
    let [a, b, c, d] = [near[0], near[1], far[1], far[0]];
    scene.figure.polygon(&[a, b, c, d].map(whole), pale, "ground between the edges");
    for [p, q] in [[a, d], [b, c]] {
        scene.figure.line(whole(p), whole(q), pen, ink, "edge into the depth");
    }
    scene.figure.line(whole(d), whole(c), pen, ink, FAR);
    let meeting = crossing_of_lines([a, d], [b, c])?;
    let apart = (c[0] - d[0]).hypot(c[1] - d[1]);
    if meeting[1] < 6.0 || apart < w * 0.12 || meeting[0] < 6.0 || meeting[0] > w - 7.0 {
        return None;
    }
    let question = match (scene.level, scene.int(0, 1)) {
        (3, 0) => {
            "Draw the two upper edges that lead into the depth on from the back of the box to their vanishing point."
        }
        (3, _) => "The box is drawn in perspective. Carry its two receding upper edges on until they meet.",
        (_, 0) => "Draw the two edges of the road on from its far end to their vanishing point.",
        _ => "The road is drawn in perspective. Carry its two edges on from the far end until they meet.",
    };
    Draft::drawing(question, vec![segment_mark(d, meeting), segment_mark(c, meeting)])
}

/// By similar triangles: the edges are as far apart at the far end as the rest of the way is long.
fn solve(seen: &Seen) -> Option<Solved> {
    let edges = seen.lines("edge into the depth");
    let [[a, d], [b, c]] = edges[..] else { return None };
    let (near, far) = ((b[0] - a[0]).hypot(b[1] - a[1]), (c[0] - d[0]).hypot(c[1] - d[1]));
    // The far end is cut parallel to the near one, to within a pixel.
    let share = near / (near - far);
    let ends = [at(a, d, share), at(b, c, share)];
    let meeting = [(ends[0][0] + ends[1][0]) / 2.0, (ends[0][1] + ends[1][1]) / 2.0];
    Solved::drawing(vec![segment_mark(d, meeting), segment_mark(c, meeting)])
}

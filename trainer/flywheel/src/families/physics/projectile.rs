//! Where does a thrown ball come down?

use vthinker_core::think::Task;

use super::axes::{Axes, Reading, Scale};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point_mark, segment_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "projectile_landing",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Symmetric flight", "Top of a throw"],
    tools: &["axis_of_symmetry", "point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: from the origin; level 2: from elsewhere; level 3: from a height, back to which it comes.
    let step = scene.pick(&[1, 2, 4]);
    let start = if scene.level == 1 { 0 } else { scene.int(1, 3) * step };
    let half = scene.int(3, 6) * step - if step > 1 { scene.int(0, 1) } else { 0 };
    let (top, landing) = (start + half, start + 2 * half);
    let ticks = landing / step + 1;
    let (tall, ledge) = (scene.int(3, 5), if scene.level == 3 { scene.int(1, 2) } else { 0 });
    let axes = Axes::draw(
        scene,
        &Scale { title: "distance (m)", step, ticks },
        &Scale { title: "height (m)", step: 1, ticks: tall },
    )?;
    if axes.unit()[0] < 5.0 {
        return None;
    }
    let rise = f64::from(tall) - f64::from(ledge) - 0.4;
    let until = f64::from(scene.int(135, 165)) / 100.0;
    let height = |u: f64| f64::from(ledge) + rise * (1.0 - (u - 1.0).powi(2));
    let places: Vec<_> = (0..=36)
        .map(|i| until * f64::from(i) / 36.0)
        .map(|u| axes.at(f64::from(start) + u * f64::from(half), height(u)))
        .collect();
    let (hue, width, ink) = (scene.hues(1)[0], scene.int(2, 3), scene.figure.ink);
    let color = scene.shade(hue);
    if ledge > 0 {
        let (floor, edge) = (axes.at(f64::from(start), 0.0), axes.at(f64::from(start), f64::from(ledge)));
        scene.figure.line(floor, edge, 3, ink, "wall of the platform");
        scene.figure.line(axes.at(0.0, f64::from(ledge)), edge, 3, ink, "platform");
    }
    scene.figure.polyline(&places, width, color, "path of the ball");
    let last = *places.last()?;
    scene.figure.dot(last, 5, color, "ball");
    let question = if ledge > 0 {
        "A ball is thrown from the edge of a platform; its path is shown as far as it has flown. At which distance \
         on the scale will it be as high as the platform again?"
    } else {
        "A ball is thrown from the ground; its path is shown as far as it has flown. At which distance on the scale \
         will it hit the ground?"
    };
    let axis = f64::from(top);
    let marks = vec![
        segment_mark(axes.spot(axis, height(1.0)), axes.spot(axis, 0.0)),
        point_mark(axes.spot(f64::from(landing), f64::from(ledge))),
    ];
    Some(
        Draft::reasoning(
            question,
            marks,
            "A throw rises and falls in mirror images, so I draw the upright axis through its highest point and mark \
             the start's image on the other side.",
            format!(
                "The top lies at {top} m, which is {half} m after the start at {start} m. The same again gives \
                 {top} + {half} = {landing} m."
            ),
            format!("{landing} m"),
        )?
        .wrong([2 * top, landing - step, landing + step, top, landing + 2 * step].map(|n| format!("{n} m"))),
    )
}

/// By the two places of equal height, left and right, whose middle is the axis.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Reading::of(seen)?;
    let path = seen.lines("path of the ball");
    let (start, end) = (path.first()?[0], path.last()?[1]);
    let rising = path.iter().find(|[a, b]| a[1] >= end[1] && b[1] <= end[1] && a[1] > b[1])?;
    let share = (rising[0][1] - end[1]) / (rising[0][1] - rising[1][1]);
    let left = rising[0][0] + share * (rising[1][0] - rising[0][0]);
    let axis = (left + end[0]) / 2.0;
    let top: Point = path.iter().map(|p| p[1]).min_by(|a, b| a[1].total_cmp(&b[1]))?;
    let landing = axes.x([2.0 * axis - start[0], 0.0]).round();
    let axis = axes.spot((axes.x(start) + landing) / 2.0, 0.0)[0];
    let floor = axes.origin[1];
    let marks =
        vec![segment_mark([axis, top[1]], [axis, floor]), point_mark([axes.spot(landing, 0.0)[0], start[1]])];
    Solved::reasoning(format!("{landing} m"), marks)
}

//! The height of something by its shadow and that of a stick.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::side_label::write;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "shadow_height",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Shadow triangles"],
    tools: &["shadow_rays", "ray"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a whole multiple; level 2: multiples of one half; level 3: the shadow is asked for.
    let level = scene.level;
    let twice = if level == 1 { 2 * scene.int(2, 5) } else { scene.int(3, 9) };
    // Lengths in half units, so that all labels are whole or end in .5.
    let stick = 2 * scene.int(1, 4);
    let dark = 2 * scene.int(1, 5);
    let (tower, long) = (stick * twice / 2, dark * twice / 2);
    let size = f64::from(scene.letter_size());
    let (w, h) = (f64::from(scene.width()), f64::from(scene.height()));
    let gap = 4.0 * size;
    let pixels = ((w - 5.0 * size - gap) / f64::from(long + dark)).min((h - 5.0 * size) / f64::from(tower));
    let scale = |v: i32| f64::from(v) * pixels;
    if scale(stick) < 20.0 || scale(dark) < 3.0 * size || scale(tower) < 45.0 || twice == 2 {
        return None;
    }
    let ground = h - 2.5 * size;
    let flip = scene.chance(0.5);
    let x = |v: f64| if flip { w - v } else { v };
    let total = scale(long + dark) + gap;
    let start = (w - total) / 2.0 + size;
    let foot = [start, start + scale(long) + gap].map(|v| x(v).round() as i32);
    let tips = [start + scale(long), start + scale(long) + gap + scale(dark)].map(|v| x(v).round() as i32);
    let y = ground.round() as i32;
    let hues = scene.hues(2);
    let ink = scene.figure.ink;
    scene.figure.line((4, y), (scene.width() - 5, y), 1, ink, "ground");
    let grey = ink.map(|c| (f64::from(c) * 0.4 + 90.0) as u8);
    let tall = scene.pick(&["tower", "tree", "mast"]);
    let heights = [scale(tower), scale(stick)].map(|v| v.round() as i32);
    for (i, what) in [tall, "stick"].into_iter().enumerate() {
        scene.figure.line((foot[i], y), (tips[i], y), 4, grey, &format!("shadow of the {what}"));
        let color = scene.shade(hues[i]);
        let thick = if i == 0 { scene.int(4, 7) } else { 3 };
        scene.figure.line((foot[i], y), (foot[i], y - heights[i]), thick, color, what);
    }
    let word = |v: i32| if v % 2 == 0 { format!("{} m", v / 2) } else { format!("{}.5 m", v / 2) };
    let asked_shadow = level == 3;
    let side = if flip { 1.0 } else { -1.0 };
    let labels = [
        (tower, foot[0], heights[0], "height", !asked_shadow),
        (stick, foot[1], heights[1], "height", false),
    ];
    for (v, foot, height, what, hidden) in labels {
        let text = if hidden { "?".into() } else { word(v) };
        let reach = 0.35 * size * text.len() as f64 + 8.0;
        let owner = if foot == labels[0].1 { tall } else { "stick" };
        let place = [f64::from(foot) + side * reach, ground - f64::from(height) / 2.0];
        write(scene, place, &text, &format!("{what} of the {owner}"))?;
    }
    for (v, i, owner, hidden) in [(long, 0, tall, asked_shadow), (dark, 1, "stick", false)] {
        let text = if hidden { "?".into() } else { word(v) };
        let place = [f64::from(foot[i] + tips[i]) / 2.0, ground + size * 1.2];
        write(scene, place, &text, &format!("length of the shadow of the {owner}"))?;
    }
    let marks = (0..2).map(|i| segment_mark(point((foot[i], y - heights[i])), point((tips[i], y)))).collect();
    let (question, answer) = if asked_shadow {
        (format!("The sun shines on a {tall} and a stick. How long is the shadow of the {tall}?"), long)
    } else {
        (format!("The sun shines on a {tall} and a stick. How high is the {tall}?"), tower)
    };
    let times = f64::from(twice) / 2.0;
    let (known, base) = if asked_shadow { ("tall", dark) } else { ("long", stick) };
    let more = if asked_shadow {
        format!("The {tall} is {times} times as {known} as the stick")
    } else {
        format!("The shadow of the {tall} is {times} times as {known} as that of the stick")
    };
    Draft::reasoning(
        question,
        marks,
        "I draw the rays of the sun from both tops to the ends of their shadows: they are parallel.",
        format!("So the triangles are similar. {more}, and {times} * {} gives {}.", word(base), word(answer)),
        word(answer),
    )
    .map(|d| {
        let added = if asked_shadow { tower + dark - stick } else { long + stick - dark };
        d.wrong(
            [added, if asked_shadow { tower } else { long }, answer + 2, answer + 4, answer - 1].map(word),
        )
    })
}

/// By measuring with the scale of the stick.
fn solve(seen: &Seen) -> Option<Solved> {
    let tall = ["tower", "tree", "mast"].into_iter().find(|what| !seen.lines(what).is_empty())?;
    let length = |what: &str| {
        let [p, q]: [Point; 2] = *seen.lines(what).first()?;
        Some((p[0] - q[0]).abs() + (p[1] - q[1]).abs())
    };
    let label = |what: &str| seen.texts(what).first()?.0.split(' ').next()?.parse::<f64>().ok();
    let shadow = |what: &str| format!("shadow of the {what}");
    let [small, dark] = [label("height of the stick")?, label("length of the shadow of the stick")?];
    let (known, base, measured) = match label(&format!("height of the {tall}")) {
        Some(high) => (high / small, dark, length(&shadow(tall))? / length(&shadow("stick"))?),
        None => (
            label(&format!("length of the shadow of the {tall}"))? / dark,
            small,
            length(tall)? / length("stick")?,
        ),
    };
    if (measured / known - 1.0).abs() > 0.08 {
        return None;
    }
    let marks: Option<Vec<Mark>> = [tall, "stick"]
        .into_iter()
        .map(|what| Some(segment_mark(seen.lines(what).first()?[1], seen.lines(&shadow(what)).first()?[1])))
        .collect();
    Solved::reasoning(format!("{} m", known * base), marks?)
}

//! Draw the ray past the top of a wall, or the shadow behind it.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, crossing_of_lines, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "shadow_edge",
    task: Task::Instruction,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Shadow border"],
    tools: &["shadow_rays"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a ray past one wall; level 2: past one of two; level 3: the shadow of one of two.
    let level = scene.level;
    let (w, h) = (scene.width(), scene.height());
    let ground = h - scene.int(20, h / 6);
    let left = scene.chance(0.5);
    let flip = |x: i32| if left { x } else { w - 1 - x };
    let lamp = (flip(scene.int(w / 12, w / 4)), scene.int(14, h / 4));
    let walls = if level == 1 { 1 } else { 2 };
    let hues = scene.hues(3);
    let thick = scene.int(3, 5);
    let mut feet: Vec<i32> = (0..walls).map(|_| scene.int(w * 35 / 100, w * 75 / 100)).collect();
    feet.sort_unstable();
    if feet.windows(2).any(|pair| pair[1] - pair[0] < w / 6) {
        return None;
    }
    let chosen = scene.int(0, walls - 1) as usize;
    let (ink, light) = (scene.figure.ink, scene.shade(hues[2]));
    let mut mark = None;
    let mut last = 0.0;
    for (i, foot) in feet.iter().enumerate() {
        let tall = scene.int(h / 7, h / 3);
        let (foot, top) = ((flip(*foot), ground), (flip(*foot), ground - tall));
        let reach = crossing_of_lines(
            [point(lamp), point(top)],
            [[0.0, f64::from(ground)], [f64::from(w), f64::from(ground)]],
        )?;
        // Shadows apart from each other and from the next wall.
        let from_lamp = |x: f64| if left { x } else { f64::from(w - 1) - x };
        let next = feet.get(i + 1).map_or(f64::from(w - 6), |x| f64::from(x - 10));
        if from_lamp(reach[0]) > next
            || from_lamp(reach[0]) - from_lamp(point(foot)[0]) < 24.0
            || last > from_lamp(point(foot)[0])
        {
            return None;
        }
        last = from_lamp(reach[0]);
        let color = scene.shade(hues[i]);
        scene.figure.line(foot, top, thick, color, &format!("{} wall", hues[i]));
        if i == chosen {
            mark = Some(if level == 3 {
                segment_mark(point(foot), reach)
            } else {
                segment_mark(point(lamp), reach)
            });
        }
    }
    scene.figure.line((2, ground), (w - 3, ground), 2, ink, "ground");
    scene.figure.dot(lamp, 6, light, "lamp");
    for k in 0..8 {
        // Short strokes around the lamp.
        let turn = f64::from(45 * k).to_radians();
        let spot = |r: f64| {
            let [x, y] = point(lamp);
            whole([x + r * turn.cos(), y + r * turn.sin()])
        };
        scene.figure.backdrop_line(spot(9.0), spot(13.0), light);
    }
    let hue = hues[chosen];
    let question = match (level, scene.int(0, 1)) {
        (1, 0) => {
            "Draw the ray of the lamp that just passes the top of the wall, as far as the ground.".to_owned()
        }
        (1, _) => "Draw the ray from the lamp that borders the shadow of the wall on the ground.".to_owned(),
        (2, 0) => format!(
            "Draw the ray of the lamp that just passes the top of the {hue} wall, as far as the ground."
        ),
        (2, _) => {
            format!("Draw the ray from the lamp that borders the shadow of the {hue} wall on the ground.")
        }
        (_, 0) => {
            format!("Draw the shadow that the {hue} wall throws on the ground, as a segment from its foot.")
        }
        _ => {
            format!("The lamp shines. Draw the part of the ground that lies in the shadow of the {hue} wall.")
        }
    };
    Draft::drawing(question, vec![mark?])
}

/// By similar triangles: the shadow is to the wall as the way from the lamp is to the rest of its height.
fn solve(seen: &Seen) -> Option<Solved> {
    let lamp = *seen.points("lamp").first()?;
    let wall = match seen.hues().first() {
        Some(hue) => *seen.lines(&format!("{hue} wall")).first()?,
        None => crate::Hue::ALL.iter().find_map(|hue| seen.lines(&format!("{hue} wall")).first().copied())?,
    };
    let [foot, top]: [Point; 2] = wall;
    let share = (foot[1] - top[1]) / (top[1] - lamp[1]);
    let end = [at(lamp, foot, 1.0 + share)[0], foot[1]];
    let whole_ray = seen.words().any(|word| word == "ray");
    Solved::drawing(vec![segment_mark(if whole_ray { lamp } else { foot }, end)])
}

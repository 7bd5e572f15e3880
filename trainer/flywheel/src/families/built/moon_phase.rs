//! Which phase of the Moon does a place on its orbit give?

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::{width, write};
use crate::figure::Place;
use crate::geometry::{minus, plus, segment_mark, times, unit, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "moon_phase",
    task: Task::Reasoning,
    domain: "Astronomy",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Phase from geometry", "Lit side", "Waxing from the north"],
    tools: &["segment", "perpendicular_through_point"],
    draft,
    solve,
};

/// The phases by eighths of the orbit, anticlockwise from the side of the Sun.
const PHASES: [&str; 8] = [
    "new moon",
    "waxing crescent",
    "first quarter",
    "waxing gibbous",
    "full moon",
    "waning gibbous",
    "last quarter",
    "waning crescent",
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: new, full and half moons; level 2: all eight; level 3: about a week later.
    let size = scene.letter_size();
    let side = scene.side();
    let (orbit, r) = (side * 3 / 10, side / 20);
    let (ink, hues) = (scene.figure.ink, scene.hues(2));
    let (earth, light) = (scene.shade(hues[0]), scene.pick(&[[240, 170, 20], [230, 140, 30]]));
    let sun = scene.int(0, 3);
    let towards: Point = [[-1.0, 0.0], [0.0, -1.0], [1.0, 0.0], [0.0, 1.0]][sun as usize];
    let shift = f64::from(side) * 0.06;
    let middle = [f64::from(scene.width()) / 2.0, f64::from(scene.height()) / 2.0];
    let centre = whole(minus(middle, times(towards, shift)));
    let across = [towards[1], towards[0]];
    // Rays from the Sun at the border.
    let mut rays = Vec::new();
    let begin = plus(point(centre), times(towards, f64::from(orbit) * 1.65));
    for k in -2..=2 {
        let from = whole(plus(begin, times(across, f64::from(k * orbit) / 2.4)));
        let to = whole(plus(point(from), times(towards, f64::from(orbit) * -0.28)));
        if [from, to]
            .iter()
            .any(|p| p.0 < 2 || p.1 < 2 || p.0 >= scene.width() - 2 || p.1 >= scene.height() - 2)
        {
            return None;
        }
        scene.figure.arrow(from, to, 2, light, "ray of sunlight");
        rays.extend([from, to]);
    }
    scene.figure.ring(centre, orbit, ink, Some(1), "orbit of the Moon");
    scene.figure.ring(centre, r * 3 / 2, earth, None, "Earth");
    let step = if scene.level == 1 { 2 } else { 1 };
    let eighth = scene.int(0, 7) / step * step;
    // The eighths are counted anticlockwise as seen on the picture, whose y points down.
    let spot = |eighth: i32| {
        let base = (-towards[1]).atan2(towards[0]);
        let angle = base + f64::from(eighth) * std::f64::consts::FRAC_PI_4;
        whole(plus(point(centre), [f64::from(orbit) * angle.cos(), -f64::from(orbit) * angle.sin()]))
    };
    let moon = spot(eighth);
    let later = (eighth + if scene.level == 3 { 2 } else { 0 }) % 8;
    scene.figure.ring(moon, r, [205, 205, 205], None, "Moon");
    scene.figure.ring(moon, r, ink, Some(1), "rim of the Moon");
    let out = unit(minus(point(moon), point(centre)));
    let name = whole(plus(point(moon), times(out, f64::from(r + width("Moon", size) / 2 + 2))));
    let clear =
        |p: &Place| (p.0 - name.0).abs() > width("Moon", size) / 2 + 5 || (p.1 - name.1).abs() > size * 4 / 5;
    // The widths of letters are estimates.
    let room = width("Moon", size) / 2 + 6;
    if !rays.iter().all(clear) || name.0 < room || name.0 > scene.width() - room {
        return None;
    }
    write(scene, name, "Moon", "name of the Moon")?;
    // The name of the Earth keeps out of the line of sight to a Moon below.
    let down = if spot(later).1 > centre.1 + orbit / 2 { -1 } else { 1 };
    let below = (centre.0, centre.1 + down * (r * 3 / 2 + size * 4 / 5));
    write(scene, below, "Earth", "name of the Earth")?;
    let view = "The picture looks down on the north pole of the Earth; the Moon moves anticlockwise and the arrows are \
                sunlight.";
    let answer = PHASES[later as usize];
    let wrong = [8 - later, later + 4, later + 2, later + 1, later + 6].map(|k| PHASES[(k % 8) as usize]);
    let lit = match later {
        0 => "the side that faces the Earth is dark",
        4 => "the side that faces the Earth is lit",
        1 | 7 => "less than half of the side that faces the Earth is lit",
        3 | 5 => "more than half of the side that faces the Earth is lit",
        _ => "half of the side that faces the Earth is lit",
    };
    let growth = match later {
        0 | 4 => "",
        1..4 => ", and it moves away from the Sun, so the lit part grows",
        _ => ", and it moves back towards the Sun, so the lit part shrinks",
    };
    let place = point(spot(later));
    let cut = times(across, f64::from(r) + 5.0);
    let terminator = segment_mark(minus(place, cut), plus(place, cut));
    let sight = segment_mark(point(centre), place);
    if scene.level == 3 {
        let ring = Mark::Circle { x: place[0] as f32, y: place[1] as f32, r: r as f32 };
        return Some(
            Draft::reasoning(
                format!("{view} Which phase will be seen about a week after the moment shown?"),
                vec![ring, sight, terminator],
                "In a week the Moon goes a quarter of its orbit. I draw it there, with the line of sight and the border between its \
                 lit and its dark half.",
                format!("There {lit}{growth}. That is the {answer}."),
                answer,
            )?
            .wrong(wrong),
        );
    }
    Some(
        Draft::reasoning(
            format!("{view} Which phase of the Moon is seen from the Earth?"),
            vec![sight, terminator],
            "I draw the line of sight from the Earth and, across the sunlight, the border between the Moon's lit and dark half.",
            format!("Here {lit}{growth}. That is the {answer}."),
            answer,
        )?
        .wrong(wrong),
    )
}

/// By the angle from the Sun to the Moon as the Earth sees it.
fn solve(seen: &Seen) -> Option<Solved> {
    let [from, to] = *seen.lines("ray of sunlight").first()?;
    let (centre, _) = *seen.circles("Earth").first()?;
    let (mut moon, r) = *seen.circles("Moon").first()?;
    let sun = minus(from, to);
    let week = seen.question.contains("week");
    if week {
        // A quarter turn anticlockwise on a picture whose y points down.
        let [x, y] = minus(moon, centre);
        moon = plus(centre, [y, -x]);
    }
    let [x, y] = minus(moon, centre);
    let angle = (-y).atan2(x) - (-sun[1]).atan2(sun[0]);
    let eighth = (angle / std::f64::consts::FRAC_PI_4).round().rem_euclid(8.0) as usize;
    let across = times(unit([-sun[1], sun[0]]), r + 5.0);
    let mut marks = vec![segment_mark(centre, moon), segment_mark(minus(moon, across), plus(moon, across))];
    if week {
        marks.push(Mark::Circle { x: moon[0] as f32, y: moon[1] as f32, r: r as f32 });
    }
    Solved::reasoning(PHASES.get(eighth)?, marks)
}

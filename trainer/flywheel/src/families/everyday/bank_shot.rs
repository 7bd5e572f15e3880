//! Draw the path of a ball to another by way of a cushion.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "bank_shot",
    task: Task::Instruction,
    domain: "Sport",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Bank shot"],
    tools: &["reflected_ray", "reflected_point"],
    draft,
    solve,
};

const SIDES: [&str; 4] = ["upper", "lower", "left", "right"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let (w, h) = (scene.width(), scene.height());
    let edge = scene.int(14, 24);
    let (right, bottom) = (w - 1 - edge, h - 1 - edge);
    let r = scene.letter_size() / 2;
    let [a, b] =
        [(); 2].map(|()| (scene.int(edge + 3 * r, right - 3 * r), scene.int(edge + 3 * r, bottom - 3 * r)));
    if distance(a, b) < f64::from(scene.side()) * 0.3 {
        return None;
    }
    let (first, second) = match scene.level {
        1 => (scene.pick(&[0, 1]), None),
        2 => (scene.int(0, 3) as usize, None),
        _ => {
            let (level, upright) = (scene.int(0, 1) as usize, scene.int(2, 3) as usize);
            if scene.chance(0.5) { (level, Some(upright)) } else { (upright, Some(level)) }
        }
    };
    let walls = [edge, bottom, edge, right];
    // The mirror image of a place behind a cushion; level cushions turn heights round, the others widths.
    let mirrored = |p: Place, side: usize| {
        if side < 2 { (p.0, 2 * walls[side] - p.1) } else { (2 * walls[side] - p.0, p.1) }
    };
    let aim = match second {
        Some(side) => mirrored(mirrored(b, side), first),
        None => mirrored(b, first),
    };
    let hit = |from: Place, to: Place, side: usize| -> Option<[f64; 2]> {
        let (from, to) = (crate::seen::point(from), crate::seen::point(to));
        let k = usize::from(side < 2);
        let t = (f64::from(walls[side]) - from[k]) / (to[k] - from[k]);
        let at = crate::geometry::at(from, to, t);
        let along = 1 - k;
        let (low, high) = [(edge, right), (edge, bottom)][along];
        let clear = f64::from(2 * r);
        let inside = at[along] > f64::from(low) + clear && at[along] < f64::from(high) - clear;
        (t.is_finite() && (0.05..0.95).contains(&t) && inside).then_some(at)
    };
    let one = hit(a, aim, first)?;
    let mut points = vec![crate::seen::point(a), one];
    if let Some(side) = second {
        // Seen from the first cushion on, the ball aims at the image behind the second alone.
        let from = crate::geometry::whole(one);
        points.push(hit(from, mirrored(b, side), side)?);
    }
    points.push(crate::seen::point(b));
    // The straight pieces must be long enough to see.
    if points.windows(2).any(|p| crate::geometry::norm(crate::geometry::minus(p[0], p[1])) < f64::from(3 * r))
    {
        return None;
    }
    let hue = scene.pick(&[crate::Hue::Green, crate::Hue::Blue]);
    let cloth = scene.shade(hue).map(|c| (i32::from(c) / 3 + 165) as u8);
    let wood = [120, 80, 45];
    scene.figure.rectangle((edge, edge), (right, bottom), cloth, true, "table");
    for (side, (from, to)) in [
        ((edge, edge), (right, edge)),
        ((edge, bottom), (right, bottom)),
        ((edge, edge), (edge, bottom)),
        ((right, edge), (right, bottom)),
    ]
    .into_iter()
    .enumerate()
    {
        scene.figure.line(from, to, 4, wood, &format!("{} cushion", SIDES[side]));
    }
    let mut hues = vec![crate::Hue::Red, crate::Hue::Orange, crate::Hue::Purple];
    scene.shuffle(&mut hues);
    for (ball, hue) in [a, b].into_iter().zip(&hues) {
        let color = scene.shade(*hue);
        scene.figure.dot(ball, r, color, &format!("{hue} ball"));
    }
    let way = match second {
        Some(side) => format!("first from the {} and then from the {} cushion", SIDES[first], SIDES[side]),
        None => format!("from the {} cushion", SIDES[first]),
    };
    let question = scene.pick(&[
        "The {a} ball, rolled without spin, is to bounce {way} and hit the {b} ball. Draw the path of its middle.",
        "Draw the path on which the middle of the {a} ball rolls to that of the {b} ball when it bounces {way}. Balls \
         count as points.",
    ]);
    let question =
        question.replace("{a}", hues[0].name()).replace("{b}", hues[1].name()).replace("{way}", &way);
    Draft::drawing(question, vec![Mark::Polyline { points: points.iter().map(pixels).collect() }])
}

fn pixels(p: &Point) -> [f32; 2] {
    [p[0] as f32, p[1] as f32]
}

/// By unfolding: along one axis at a time, the distances to a cushion share the way in their ratio.
fn solve(seen: &Seen) -> Option<Solved> {
    let hues = seen.hues();
    let ball = |i: usize| seen.points(&format!("{} ball", hues.get(i)?)).first().copied();
    let (a, b) = (ball(0)?, ball(1)?);
    let named: Vec<&str> = seen.words().filter(|word| SIDES.contains(word)).collect();
    let cushion = |name: &str| -> Option<(usize, f64)> {
        let [p, _] = *seen.lines(&format!("{name} cushion")).first()?;
        let k = usize::from(name == "upper" || name == "lower");
        Some((k, p[k]))
    };
    let mut points = vec![pixels(&a)];
    match named[..] {
        [name] => {
            let (k, wall) = cushion(name)?;
            let (near, far) = ((a[k] - wall).abs(), (b[k] - wall).abs());
            let mut at = crate::geometry::at(a, b, near / (near + far));
            at[k] = wall;
            points.push(pixels(&at));
        }
        [first, second] => {
            // Each coordinate runs evenly over the whole way, turning at its cushion.
            let ((k, wall), (l, other)) = (cushion(first)?, cushion(second)?);
            let total = |k: usize, wall: f64| (a[k] - wall).abs() + (b[k] - wall).abs();
            let (s, t) = ((a[k] - wall).abs() / total(k, wall), (a[l] - other).abs() / total(l, other));
            let run = |k: usize, wall: f64, u: f64| {
                let gone = u * total(k, wall);
                let near = (a[k] - wall).abs();
                let side = (a[k] - wall).signum();
                wall + side * (near - gone).abs()
            };
            let mut hit = |u: f64| {
                let mut at = [0.0; 2];
                at[k] = run(k, wall, u);
                at[l] = run(l, other, u);
                points.push(pixels(&at));
            };
            hit(s);
            hit(t);
        }
        _ => return None,
    }
    points.push(pixels(&b));
    Solved::drawing(vec![Mark::Polyline { points }])
}

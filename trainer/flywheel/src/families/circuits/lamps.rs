//! How many lamps of a circuit with switches glow?

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::norm;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "lamps_lit",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Closed loop", "Same node"],
    tools: &["node_colouring", "circle_around"],
    draft,
    solve,
};

/// Pixels by which a ring stands off a lamp.
const RING: i32 = 6;

/// A wire from place to place with a switch in its middle; returns nothing, the figure tells the rest.
fn switch(scene: &mut Scene, from: Place, to: Place, closed: bool) {
    let ink = scene.figure.ink;
    let gap = scene.side() / 14;
    let upright = from.0 == to.0;
    let middle = ((from.0 + to.0) / 2, (from.1 + to.1) / 2);
    let [a, b] = [-gap / 2, gap / 2]
        .map(|d| if upright { (middle.0, middle.1 + d) } else { (middle.0 + d, middle.1) });
    scene.figure.line(from, a, 2, ink, "wire");
    scene.figure.line(b, to, 2, ink, "wire");
    let (long, wide) = (gap * 4 / 5, gap * 3 / 5);
    let tip = match (closed, upright) {
        (true, _) => b,
        (false, true) => (a.0 + wide, a.1 + long),
        (false, false) => (a.0 + long, a.1 - wide),
    };
    scene.figure.line(a, tip, 3, ink, "lever of a switch");
    for contact in [a, b] {
        scene.figure.dot(contact, 3, ink, "contact");
    }
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a switch at every lamp; level 2: switches in the upper wire too; level 3: in the lower wire as well.
    let n = scene.int(2, 3) as usize + usize::from(scene.level > 1) + usize::from(scene.level > 2);
    let side = scene.side();
    let margin = side / 9;
    let (left, right, top, bottom) = (margin, scene.width() - margin, margin, scene.height() - margin);
    let step = (right - left) / n as i32;
    let r = side / 18;
    if step < 5 * r / 2 || bottom - top < 8 * r {
        return None;
    }
    let ink = scene.figure.ink;
    let (hue, middle) = (scene.hues(1)[0], (top + bottom) / 2);
    let color = scene.shade(hue);
    // The source.
    scene.figure.line((left, top), (left, middle - 4), 2, ink, "wire");
    scene.figure.line((left, middle + 4), (left, bottom), 2, ink, "wire");
    scene.figure.line((left - r, middle - 4), (left + r, middle - 4), 2, ink, "plate of the source");
    scene.figure.line((left - r / 2, middle + 4), (left + r / 2, middle + 4), 4, ink, "plate of the source");
    let (mut fed, mut back) = (true, true);
    let (mut rings, mut broken) = (Vec::new(), Vec::new());
    for i in 0..n {
        let (from, x) = (left + step * i as i32, left + step * (i as i32 + 1));
        for (y, live, possible) in [(top, &mut fed, scene.level > 1), (bottom, &mut back, scene.level > 2)] {
            if possible && i > 0 && scene.chance(0.45) {
                let closed = scene.chance(0.65);
                switch(scene, (from, y), (x, y), closed);
                *live &= closed;
            } else {
                scene.figure.line((from, y), (x, y), 2, ink, "wire");
            }
        }
        let at = (x, top + (bottom - top) * 7 / 10);
        let closed = scene.chance(0.65);
        switch(scene, (x, top), (x, at.1 - r), closed);
        scene.figure.line((x, at.1 + r), (x, bottom), 2, ink, "wire");
        scene.figure.ring(at, r, color, Some(2), "lamp");
        let d = f64::from(r) * std::f64::consts::FRAC_1_SQRT_2;
        let d = d.round() as i32 - 1;
        scene.figure.line((at.0 - d, at.1 - d), (at.0 + d, at.1 + d), 2, color, "cross of a lamp");
        scene.figure.line((at.0 - d, at.1 + d), (at.0 + d, at.1 - d), 2, color, "cross of a lamp");
        if i + 1 < n {
            scene.figure.dot((x, top), 3, ink, "joint");
            scene.figure.dot((x, bottom), 3, ink, "joint");
        }
        if closed && fed && back {
            rings.push(Mark::Circle { x: at.0 as f32, y: at.1 as f32, r: (r + RING) as f32 });
        } else {
            broken.push(if closed { "a switch on its way is open" } else { "its own switch is open" });
        }
    }
    let count = rings.len();
    if count == 0 || (count == n && scene.chance(0.7)) {
        return None;
    }
    let question = scene.pick(&[
        "How many lamps glow with the switches as they are drawn?",
        "The switches stand as drawn. How many of the lamps are lit?",
    ]);
    let dark = if broken.is_empty() {
        "no lamp is cut off".to_owned()
    } else {
        format!("{} stay dark, because {}", broken.len(), broken.join(" or "))
    };
    Some(
        Draft::reasoning(
            question,
            rings,
            "A lamp glows if an unbroken way leads from one pole of the source through it to the other. I ring each lamp \
             that has such a way.",
            format!("Of the {n} lamps {count} lie in a closed loop; {dark}. So {count} glow."),
            count,
        )?
        .wrong((0..=n).filter(|k| *k != count)),
    )
}

/// By joining all places that wires and closed switches connect.
fn solve(seen: &Seen) -> Option<Solved> {
    let mut ways = seen.lines("wire");
    let contacts = seen.points("contact");
    let near = |a: Point, b: Point| norm([a[0] - b[0], a[1] - b[1]]) < 3.0;
    let levers = seen.lines("lever of a switch");
    ways.extend(levers.into_iter().filter(|[_, tip]| contacts.iter().any(|c| near(*c, *tip))));
    let reach = |start: Point| {
        let mut found = vec![start];
        let mut i = 0;
        while i < found.len() {
            let here = found[i];
            for [a, b] in &ways {
                for (p, q) in [(*a, *b), (*b, *a)] {
                    if near(p, here) && !found.iter().any(|f| near(*f, q)) {
                        found.push(q);
                    }
                }
            }
            i += 1;
        }
        found
    };
    let plates = seen.lines("plate of the source");
    let pole = |i: usize| plates.get(i).map(|[a, b]| [((a[0] + b[0]) / 2.0).round(), a[1]]);
    let (upper, lower) = (reach(pole(0)?), reach(pole(1)?));
    let lit = |centre: Point, r: f64| {
        let touches = |found: &[Point], y: f64| found.iter().any(|p| near(*p, [centre[0], y]));
        touches(&upper, centre[1] - r) && touches(&lower, centre[1] + r)
    };
    let rings: Vec<Mark> = seen
        .circles("lamp")
        .into_iter()
        .filter(|(centre, r)| lit(*centre, *r))
        .map(|([x, y], r)| Mark::Circle { x: x as f32, y: y as f32, r: r as f32 + RING as f32 })
        .collect();
    Solved::reasoning(rings.len(), rings)
}

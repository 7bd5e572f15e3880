//! The height of a place between contour lines: the lines crossed on the way from a place of known height.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{segment, segment_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "contour_height",
    task: Task::Reasoning,
    domain: "Geography",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Height of a contour", "Summit and hollow"],
    tools: &["segment", "count_marks"],
    draft,
    solve,
};

/// A closed curve around a centre: the distance by direction, for the outermost line.
struct Ground {
    centre: Place,
    reach: f64,
    waves: [(f64, f64); 3],
    lines: i32,
}

impl Ground {
    fn shape(&self, a: f64) -> f64 {
        let mut sum = 1.0;
        for (k, (size, phase)) in (1..).zip(self.waves) {
            sum += size * (f64::from(k) * a + phase).cos();
        }
        sum
    }

    /// The place on a line, counted from 1 at the innermost, in a direction.
    fn place(&self, line: i32, a: f64) -> Place {
        let r = self.reach * self.shape(a) * (f64::from(line) + 0.3) / (f64::from(self.lines) + 0.3);
        (self.centre.0 + (r * a.cos()).round() as i32, self.centre.1 + (r * a.sin()).round() as i32)
    }

    /// How many lines a place lies out from the centre.
    fn level(&self, (x, y): Place) -> f64 {
        let (dx, dy) = (f64::from(x - self.centre.0), f64::from(y - self.centre.1));
        let r = dx.hypot(dy);
        r / (self.reach * self.shape(dy.atan2(dx))) * (f64::from(self.lines) + 0.3) - 0.3
    }
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let lines = 4 + i32::from(scene.level);
    let (w, h) = (scene.width(), scene.height());
    let mut wave = |most: i32| (f64::from(scene.int(0, most)) / 100.0, f64::from(scene.int(0, 628)) / 100.0);
    let waves = [wave(12), wave(12), wave(7)];
    let ground = Ground {
        centre: (w / 2 + scene.int(-size, size), h / 2 + scene.int(-size, size)),
        reach: f64::from(scene.side()) * 0.36,
        waves,
        lines,
    };
    if ground.reach / f64::from(lines) < 13.0 {
        return None;
    }
    let hollow = scene.level > 1 && scene.chance(0.5);
    // Q is the place whose height is given, P the one asked for; a mean slant keeps the way between them clear.
    let known = if scene.level == 1 { lines } else { scene.int(1, lines) };
    let asked = scene.int(1, lines);
    if (known - asked).abs() < 2 {
        return None;
    }
    let a = f64::from(scene.int(0, 628)) / 100.0;
    let b = a + f64::from(scene.int(-50, 50)) / 100.0;
    let (q, p) = (ground.place(known, a), ground.place(asked, b));
    let edge = size * 3 / 2;
    let inside = |(x, y): Place| (edge..w - edge).contains(&x) && (edge..h - edge).contains(&y);
    if !inside(q) || !inside(p) || distance(p, q) < f64::from(2 * size) {
        return None;
    }
    // The way must cross each line between the two once, and no other.
    let steps = 24;
    let levels: Vec<f64> = (0..=steps)
        .map(|i| {
            let mix = |a: i32, b: i32| a + (b - a) * i / steps;
            ground.level((mix(q.0, p.0), mix(q.1, p.1)))
        })
        .collect();
    let sign = if asked > known { 1.0 } else { -1.0 };
    if levels.windows(2).any(|pair| (pair[1] - pair[0]) * sign < -0.02) {
        return None;
    }
    let hue = scene.pick(&[crate::Hue::Orange, crate::Hue::Green]);
    let color = scene.shade(hue).map(|c| (i32::from(c) * 3 / 5 + 40) as u8);
    for line in 1..=lines {
        let around: Vec<Place> =
            (0..=72).map(|i| ground.place(line, f64::from(i % 72) * 5f64.to_radians())).collect();
        let whole = |(x, y): &Place| *x >= 2 && *y >= 2 && *x < w - 2 && *y < h - 2;
        if !around.iter().all(whole) {
            return None;
        }
        scene.figure.polyline(&around, 1, color, &format!("contour line {line}"));
    }
    let ink = scene.figure.ink;
    let c = ground.centre;
    let what = if hollow { "pond" } else { "peak" };
    if hollow {
        scene.figure.ellipse(c, (size / 2, size / 3), [70, 120, 220], None, "pond");
    } else {
        let r = size / 3;
        scene.figure.polygon(&[(c.0, c.1 - r), (c.0 + r, c.1 + r), (c.0 - r, c.1 + r)], ink, "peak");
    }
    let step = scene.pick(&[5, 10, 20, 50]);
    let base = step * scene.int(4, 24);
    for (place, name) in [(q, "Q"), (p, "P")] {
        scene.figure.dot(place, size / 4, ink, "place");
        // Names stand on the outer side of their place, off its line.
        let (dx, dy) = (f64::from(place.0 - c.0), f64::from(place.1 - c.1));
        let long = dx.hypot(dy).max(1.0);
        let off = f64::from(size) * 0.8;
        let side = if name == "Q" { 1.0 } else { -1.0 };
        let at = (
            place.0 - (side * off * dy / long).round() as i32,
            place.1 + (side * off * dx / long).round() as i32,
        );
        scene.figure.name(place, at, name, size);
    }
    let up = if hollow { 1 } else { -1 };
    let answer = base + up * step * (asked - known);
    let count = (asked - known).abs();
    let uphill = answer > base;
    Draft::reasoning(
        format!(
            "The contour lines around the {what} are drawn every {step} metres of height. Q lies on a line at {base} \
             metres. At what height in metres is P?"
        ),
        vec![segment(q, p)],
        "I join Q and P to count the contour lines from one to the other.",
        format!(
            "From the line of Q the segment goes on to {count} more lines, the last of them that of P, and {} the \
             {what}, so {}. {base} {} {count} times {step} is {answer}.",
            if asked < known { "towards" } else { "away from" },
            if uphill { "uphill" } else { "downhill" },
            if uphill { "+" } else { "-" },
        ),
        answer,
    )
    .map(|draft| {
        draft.wrong([answer + step, answer - step, base - (answer - base), answer + 2 * step, base])
    })
}

/// By how many lines enclose each of the two places.
fn solve(seen: &Seen) -> Option<Solved> {
    let (q, p) = (seen.named("Q")?, seen.named("P")?);
    let numbers = seen.numbers();
    let [step, base] = numbers[..] else { return None };
    // A place on a line counts as inside of it: the curves are tested from a point moved a little to the centre.
    let centre = seen.symbols("pond").into_iter().chain(seen.symbols("peak")).next()?;
    let around = |place: Point| {
        let inward = crate::geometry::unit(crate::geometry::minus(centre, place));
        let moved = crate::geometry::plus(place, crate::geometry::times(inward, 4.0));
        (1..)
            .map(|i| seen.lines(&format!("contour line {i}")))
            .take_while(|line| !line.is_empty())
            .filter(|line| encloses(line, moved))
            .count() as f64
    };
    let inwards = around(p) - around(q);
    let rise = if seen.symbols("pond").is_empty() { step } else { -step };
    Solved::reasoning(base + rise * inwards, vec![segment_mark(q, p)])
}

/// Whether a ray to the right from a place crosses a closed curve an odd number of times.
fn encloses(curve: &[[Point; 2]], [x, y]: Point) -> bool {
    curve
        .iter()
        .filter(|[a, b]| (a[1] > y) != (b[1] > y) && a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) > x)
        .count()
        % 2
        == 1
}

//! Chord, radius and distance from the centre of a circle.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::side_label::{polar, side_label, write};
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::geometry::{at, foot_of, minus, norm, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "chord_distance",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Perpendicular from the centre", "Pythagoras"],
    tools: &["perpendicular_foot", "segment"],
    draft,
    solve,
};

/// Two sides and the hypotenuse of right triangles in whole numbers.
const TRIPLES: [[i32; 3]; 6] = [[3, 4, 5], [5, 12, 13], [8, 15, 17], [7, 24, 25], [20, 21, 29], [12, 35, 37]];
/// Radii with two such triangles each: half a chord and its distance, twice.
const PAIRS: [[i32; 5]; 4] =
    [[25, 7, 24, 15, 20], [25, 24, 7, 20, 15], [50, 30, 40, 14, 48], [65, 33, 56, 52, 39]];

struct Chord {
    ends: [Point; 2],
    length: i32,
    distance: i32,
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the distance of a chord; level 2: the length of a chord; level 3: the distance of two parallel chords.
    let level = scene.level;
    let side = f64::from(scene.side());
    let size = f64::from(scene.letter_size());
    let radius = side * f64::from(scene.int(32, 37)) / 100.0;
    let centre = [f64::from(scene.width() / 2), f64::from(scene.height() / 2) - size * 0.7];
    let (r, sizes) = if level == 3 {
        let [r, half, distance, other, far] = scene.pick(&PAIRS);
        (r, vec![[half, distance], [other, far]])
    } else {
        let [a, b, c] = scene.pick(&TRIPLES);
        let k = scene.int(1, (60 / c).max(1));
        let (a, b) = if scene.chance(0.5) { (a, b) } else { (b, a) };
        (c * k, vec![[a * k, b * k]])
    };
    // Not so short or so near the rim or the centre that the figure becomes unclear.
    if sizes.iter().flatten().any(|s| f64::from(*s) < 0.25 * f64::from(r)) {
        return None;
    }
    let turn = scene.int(0, 359);
    let opposite = level == 3 && scene.chance(0.6);
    let hue = scene.hues(1)[0];
    let (color, ink, width) = (scene.shade(hue), scene.figure.ink, scene.int(1, 3));
    let unit = scene.pick(&["cm", "m", "mm"]);
    let middle = whole(centre);
    scene.figure.ring(middle, radius.round() as i32, ink, Some(width), "circle");
    scene.figure.dot(middle, 3, ink, "centre of the circle");
    let mut chords = Vec::new();
    for (i, [half, distance]) in sizes.into_iter().enumerate() {
        let way = f64::from(turn) + if i == 1 && opposite { 180.0 } else { 0.0 };
        let open = f64::from(half).atan2(f64::from(distance)).to_degrees();
        let ends = [polar(centre, radius, way - open), polar(centre, radius, way + open)];
        let places = ends.map(whole);
        scene.figure.line(places[0], places[1], 2, color, "chord");
        chords.push(Chord { ends: places.map(point), length: 2 * half, distance });
    }
    let unclear = chords.len() == 2 && !opposite && (chords[0].distance - chords[1].distance).abs() * 5 < r;
    if unclear {
        return None;
    }
    name_place(scene, middle, "M", whole(polar(centre, 10.0, f64::from(turn))))?;
    let bottom = [f64::from(scene.width() / 2), f64::from(scene.height()) - size];
    write(scene, bottom, &format!("radius {r} {unit}"), "radius of the circle")?;
    if level == 2 {
        let foot = foot_of(centre, chords[0].ends);
        scene.figure.line(middle, whole(foot), 2, ink, "distance of the chord");
        let away = chords[0].ends[0];
        side_label(
            scene,
            [centre, foot],
            away,
            &format!("{} {unit}", chords[0].distance),
            "length of the distance",
        )?;
    } else {
        for chord in &chords {
            // On the side where there is more room, clear of the perpendicular and the radius.
            let foot = foot_of(centre, chord.ends);
            let near = norm(minus(foot, centre)) < radius * 0.4;
            let away = if near { centre } else { at(centre, foot, 3.0) };
            side_label(
                scene,
                [foot, chord.ends[1]],
                away,
                &format!("{} {unit}", chord.length),
                "length of the chord",
            )?;
        }
    }
    problem(&chords, middle, r, unit, level, opposite)
}

fn problem(
    chords: &[Chord],
    middle: (i32, i32),
    r: i32,
    unit: &str,
    level: u8,
    opposite: bool,
) -> Option<Draft> {
    let marks = marks(&chords.iter().map(|c| c.ends).collect::<Vec<_>>(), point(middle), level == 2);
    let [half, distance] = [chords[0].length / 2, chords[0].distance];
    let with = |v: i32| format!("{v} {unit}");
    match (level, chords) {
        (1, _) => Draft::reasoning(
            "The label beside the chord gives its length. How far is the chord from the centre M of the circle?",
            marks,
            "I draw the perpendicular from M to the chord, which meets it in its middle, and the radius to one end.",
            format!("They make a right triangle with hypotenuse {r} and leg {half}, so the other leg is {distance}."),
            with(distance),
        )
        .map(|d| d.wrong([half, r - half, 2 * distance, r - distance, distance + 1].map(with))),
        (2, _) => Draft::reasoning(
            "The distance of the chord from the centre M is given. How long is the chord?",
            marks,
            "I draw the radius from M to an end of the chord, which makes a right triangle with half of the chord.",
            format!(
                "The hypotenuse is {r} and a leg {distance}, so half of the chord is {half} and the chord {}.",
                2 * half
            ),
            with(2 * half),
        )
        .map(|d| d.wrong([half, r + distance, 2 * r - distance, 2 * half + 2, 2 * half - 2].map(with))),
        (_, [first, second]) => {
            let (a, b) = (first.distance, second.distance);
            let answer = if opposite { a + b } else { (a - b).abs() };
            let how = if opposite { "on both sides of M, so the sum" } else { "on one side of M, so the difference" };
            Draft::reasoning(
                "The two chords are parallel, and their labels give their lengths. How far are they from each other?",
                marks,
                "I draw the common perpendicular through M, which halves both chords, and a radius to each chord.",
                format!("The right triangles give the distances {a} and {b} from M. The chords lie {how} counts: {answer}."),
                with(answer),
            )
            .map(|d| d.wrong([a, b, a + b, (a - b).abs(), (first.length - second.length).abs()].map(with)))
        }
        _ => None,
    }
}

/// The perpendicular of one chord or the common one of two, and the radius to the first end of each.
fn marks(chords: &[[Point; 2]], middle: Point, radius_only: bool) -> Vec<Mark> {
    let feet: Vec<Point> = chords.iter().map(|ends| foot_of(middle, *ends)).collect();
    let mut marks: Vec<Mark> = chords.iter().map(|ends| segment_mark(middle, ends[0])).collect();
    match feet[..] {
        [foot] if !radius_only => marks.insert(0, segment_mark(middle, foot)),
        [first, second] => {
            // On one side of the centre the farther perpendicular covers the nearer one.
            let far = if norm(minus(first, middle)) > norm(minus(second, middle)) { first } else { second };
            let between = minus(first, middle)[0] * minus(second, middle)[0]
                + minus(first, middle)[1] * minus(second, middle)[1];
            let path = if between > 0.0 { segment_mark(middle, far) } else { segment_mark(first, second) };
            marks.insert(0, path);
        }
        _ => {}
    }
    marks
}

/// By Pythagoras with the labels, and by the sides of the centre on which the chords lie.
fn solve(seen: &Seen) -> Option<Solved> {
    let number = |text: &str| text.split(' ').find_map(|word| word.parse::<f64>().ok());
    let (radius, _) = *seen.texts("radius of the circle").first()?;
    let (r, unit) = (number(radius)?, radius.split(' ').next_back()?);
    let middle = *seen.points("centre of the circle").first()?;
    let chords = seen.lines("chord");
    let known: Vec<f64> =
        seen.texts("length of the chord").iter().filter_map(|(text, _)| number(text)).collect();
    let other = |leg: f64| (r * r - leg * leg).sqrt();
    let answer = match (&known[..], &chords[..]) {
        ([chord], [_]) => other(chord / 2.0),
        ([], [_]) => 2.0 * other(number(seen.texts("length of the distance").first()?.0)?),
        ([a, b], [first, second]) => {
            let side =
                |[p, q]: [Point; 2], m: Point| (q[0] - p[0]) * (m[1] - p[1]) - (q[1] - p[1]) * (m[0] - p[0]);
            let around = side(*first, middle) * side(*first, second[0]);
            // The centre lies between the chords if both see it on the side of the other.
            let back = side(*second, middle) * side(*second, first[0]);
            let [a, b] = [other(a / 2.0), other(b / 2.0)];
            if around > 0.0 && back > 0.0 { a + b } else { (a - b).abs() }
        }
        _ => return None,
    };
    Solved::reasoning(format!("{} {unit}", answer.round()), marks(&chords, middle, known.is_empty()))
}

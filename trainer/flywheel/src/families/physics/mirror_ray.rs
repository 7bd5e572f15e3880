//! Which place does a ray hit after a mirror or two?

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::figure::Place;
use crate::geometry::{
    at, crossing_of_lines, dot, foot_of, minus, norm, plus, segment_mark, times, unit, whole,
};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "mirror_ray",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Law of reflection", "Corner mirror"],
    tools: &["reflected_ray", "surface_normal"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the ray is drawn up to the mirror; level 2: only its beginning; level 3: two mirrors.
    let (w, h, side) = (f64::from(scene.width()), f64::from(scene.height()), f64::from(scene.side()));
    let margin = 2.2 * f64::from(scene.letter_size());
    let tilt = if scene.level == 1 { 0.0 } else { f64::from(scene.int(-14, 14)).to_radians() };
    let along = [tilt.cos(), tilt.sin()];
    let floor = [w / 2.0, h - margin];
    let reach = w / 2.0 - margin * 0.6;
    // All that is drawn lies on whole pixels, and the ray is followed from there.
    let glass =
        [minus(floor, times(along, reach)), plus(floor, times(along, reach))].map(|p| point(whole(p)));
    let mut mirrors = vec![glass];
    let along = unit(minus(glass[1], glass[0]));
    let normal = [along[1], -along[0]];
    let from_left = scene.chance(0.5);
    let turn = if from_left { 1.0 } else { -1.0 };
    let lean = f64::from(scene.int(25, 62)).to_radians();
    let first = plus(floor, times(along, f64::from(scene.int(-30, 30)) / 100.0 * w));
    let come = plus(times(along, turn * lean.sin()), times(normal, -lean.cos()));
    let source = whole(minus(first, times(come, side * f64::from(scene.int(50, 70)) / 100.0)));
    let shown = if scene.level == 1 { 1.0 } else { 0.5 };
    let end = whole(at(point(source), first, shown));
    let first = crossing_of_lines([point(source), point(end)], glass)?;
    let come = unit(minus(point(end), point(source)));
    let mut way = minus(come, times(normal, 2.0 * dot(come, normal)));
    let mut path = vec![point(source), first];
    if scene.level == 3 {
        let wall = (if from_left { w - margin * 0.8 } else { margin * 0.8 }).round();
        let share = (wall - first[0]) / way[0];
        let second = plus(first, times(way, share));
        mirrors.push([[wall, margin], [wall, h - 1.4 * margin]]);
        if !(margin * 1.3..h - 2.4 * margin).contains(&second[1]) || norm(minus(second, first)) < side * 0.25
        {
            return None;
        }
        way[0] = -way[0];
        path.push(second);
    }
    let last = *path.last()?;
    let far = side * f64::from(scene.int(38, 52)) / 100.0;
    let spread = f64::from(scene.int(15, 20)).to_radians();
    let before = scene.int(0, 3);
    let targets: Vec<Place> = (0..4)
        .map(|i| {
            let (sin, cos) = (f64::from(i - before) * spread).sin_cos();
            let turned = [way[0] * cos - way[1] * sin, way[0] * sin + way[1] * cos];
            whole(plus(last, times(turned, far)))
        })
        .collect();
    let inside = |p: Place| {
        let p = point(p);
        let above = dot(minus(p, mirrors[0][0]), normal) > margin * 0.6;
        let beside = mirrors.get(1).is_none_or(|m| (p[0] - m[0][0]).abs() > margin * 0.6);
        above && beside && p[0] > margin && p[1] > margin && p[0] < w - margin && p[1] < h - margin
    };
    let clear = |p: &Place| distance(*p, source) > 2.0 * margin;
    if !inside(source) || !targets.iter().all(|p| inside(*p) && clear(p)) {
        return None;
    }
    let ink = scene.figure.ink;
    let width = scene.int(3, 5);
    for [a, b] in &mirrors {
        let (a, b) = (whole(*a), whole(*b));
        if [a, b].iter().any(|p| p.0 < 3 || p.1 < 3 || p.0 > scene.width() - 4 || p.1 > scene.height() - 4) {
            return None;
        }
        scene.figure.line(a, b, width, ink, "mirror");
    }
    let hues = scene.hues(2);
    let (light, spots) = (scene.shade(hues[0]), scene.shade(hues[1]));
    scene.figure.arrow(source, end, 2, light, "ray of light");
    scene.figure.dot(source, 5, light, "lamp");
    let mut letters: Vec<char> = "PQRSTUV".chars().collect();
    scene.shuffle(&mut letters);
    for (place, letter) in targets.iter().zip(&letters) {
        scene.figure.dot(*place, 4, spots, "target");
        name_place(scene, *place, &letter.to_string(), whole(last))?;
    }
    let hit = targets[before as usize];
    let mut corners: Vec<Place> = path.iter().copied().map(whole).collect();
    corners[0] = end;
    corners.push(hit);
    if scene.level == 1 {
        corners.remove(0);
    }
    let marks = corners.windows(2).map(|p| segment_mark(point(p[0]), point(p[1]))).collect();
    let mirrors = if mirrors.len() == 1 { "the mirror" } else { "both mirrors" };
    let answer = letters[before as usize];
    Some(
        Draft::reasoning(
            format!(
                "A narrow beam of light leaves the lamp along the arrow and falls on {mirrors}. Which of the points {} does it reach?",
                listing(&letters[..4])
            ),
            marks,
            "I follow the beam: at a mirror it leaves with the same angle to the normal as it came, on the other side.",
            format!("The reflected beam runs straight into {answer} and passes the other points."),
            answer,
        )?
        .wrong(letters[..4].iter().filter(|l| **l != answer)),
    )
}

fn listing(letters: &[char]) -> String {
    let mut letters: Vec<String> = letters.iter().map(char::to_string).collect();
    letters.sort_unstable();
    letters.join(", ")
}

/// By the mirror image of the ray's start, from which the reflected ray seems to come.
fn solve(seen: &Seen) -> Option<Solved> {
    let [mut start, mut on] = *seen.lines("ray of light").first()?;
    let mut mirrors = seen.lines("mirror");
    let reaches = |[a, b]: [Point; 2], p: Point| dot(minus(p, a), minus(p, b)) < 0.0;
    let drawn_up_to = mirrors.iter().any(|m| norm(minus(foot_of(on, *m), on)) < 3.0);
    let mut marks = Vec::new();
    let mut tail = on;
    for _ in 0..2 {
        let next = mirrors.iter().position(|m| {
            crossing_of_lines([start, on], *m)
                .is_some_and(|p| reaches(*m, p) && dot(minus(p, start), minus(on, start)) > 0.0)
        });
        let Some(next) = next else { break };
        let mirror = mirrors.remove(next);
        let hit = crossing_of_lines([start, on], mirror)?;
        if !(marks.is_empty() && drawn_up_to) {
            marks.push(segment_mark(tail, hit));
        }
        let image = minus(times(foot_of(start, mirror), 2.0), start);
        (start, on, tail) = (image, plus(hit, minus(hit, image)), hit);
        if drawn_up_to {
            break;
        }
    }
    let off = |p: Point| {
        let ahead = dot(minus(p, tail), minus(on, start)) > 0.0;
        if ahead { norm(minus(p, foot_of(p, [start, on]))) } else { f64::INFINITY }
    };
    let (name, place) = seen.all_named().into_iter().min_by(|a, b| off(a.1).total_cmp(&off(b.1)))?;
    marks.push(segment_mark(tail, place));
    Solved::reasoning(name, marks)
}

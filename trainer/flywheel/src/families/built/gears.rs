//! How often and which way does the last gear of a train turn?

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::write;
use crate::figure::Place;
use crate::geometry::{minus, norm, segment, segment_mark, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "gear_train",
    task: Task::Reasoning,
    domain: "Engineering",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Direction by counting", "Idler gear"],
    tools: &["linked_nodes", "arrow"],
    draft,
    solve,
};

/// Numbers of teeth.
const TEETH: [i32; 8] = [8, 10, 12, 12, 15, 16, 18, 20];
/// Attempts to place a gear.
const TRIES: usize = 20;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: two or three gears; level 2: three or four; level 3: four or five and one that drives nothing.
    let n = scene.int(1, 2) + i32::from(scene.level);
    let spare = if scene.level == 3 { 1 } else { 0 };
    let size = scene.letter_size();
    let module = f64::from(size) * f64::from(scene.int(34, 42)) / 100.0;
    let radius = |teeth: i32| module * f64::from(teeth) / 2.0;
    let mut gears: Vec<(Place, i32)> = Vec::new();
    for i in 0..n + spare {
        // A gear that touches the one before and no other.
        let gear = (0..TRIES).find_map(|_| {
            let teeth = scene.pick(&TEETH);
            if i == 0 {
                return Some(((0, 0), teeth));
            }
            let before = if i < n { i - 1 } else { scene.int(0, n - 2) };
            let ((x, y), other) = gears[before as usize];
            let far = radius(teeth) + radius(other) + module * 0.25;
            let (sin, cos) = f64::from(scene.int(0, 359)).to_radians().sin_cos();
            let place = whole([f64::from(x) + far * cos, f64::from(y) + far * sin]);
            let near = |(at, other): &&(Place, i32)| {
                distance(*at, place) < radius(teeth) + radius(*other) + 1.6 * module
            };
            (gears.iter().filter(near).count() == 1).then_some((place, teeth))
        })?;
        gears.push(gear);
    }
    // Into the picture.
    let edge = |far: fn(i32, i32) -> i32, k: usize, sign: i32| {
        gears.iter().map(|((x, y), t)| [*x, *y][k] + sign * (radius(*t) as i32 + size)).reduce(far)
    };
    let (left, right) = (edge(i32::min, 0, -1)?, edge(i32::max, 0, 1)?);
    let (top, bottom) = (edge(i32::min, 1, -1)?, edge(i32::max, 1, 1)?);
    let (free_x, free_y) = (scene.width() - (right - left), scene.height() - (bottom - top));
    if free_x < 0 || free_y < 0 {
        return None;
    }
    let (dx, dy) = (scene.int(0, free_x) - left, scene.int(0, free_y) - top);
    gears.iter_mut().for_each(|((x, y), _)| (*x, *y) = (*x + dx, *y + dy));
    let (first, last) = (gears[0].1, gears[n as usize - 1].1);
    let least = (1..=last).find(|turns| turns * first % last == 0)?;
    let turns = least * scene.int(1, (20 / least).max(1));
    if first == last || turns > 24 {
        return None;
    }
    let answer = turns * first / last;
    let hues = scene.hues(5);
    for (i, ((x, y), teeth)) in gears.iter().enumerate() {
        let color = scene.shade(hues[i % 5]).map(|c| c / 2 + 112);
        let phase = f64::from(scene.int(0, 99)) / 100.0;
        let r = radius(*teeth);
        let corners: Vec<Place> = (0..teeth * 4)
            .map(|k| {
                let out = if k % 4 < 2 { r + 0.45 * module } else { r - 0.5 * module };
                let slant = if k % 4 == 0 || k % 4 == 3 { 0.12 } else { -0.12 };
                let (sin, cos) = ((f64::from(k) / 4.0 + phase + slant) / f64::from(*teeth)
                    * std::f64::consts::TAU)
                    .sin_cos();
                whole([f64::from(*x) + out * cos, f64::from(*y) + out * sin])
            })
            .collect();
        scene.figure.polygon(&corners, color, "gear");
        let mut text = (*x, *y);
        let name = if i == 0 {
            "P"
        } else if i as i32 == n - 1 {
            "Q"
        } else {
            ""
        };
        if !name.is_empty() {
            text.1 += size * 3 / 5;
            scene.figure.name((*x, *y), (*x, *y - size * 3 / 5), name, size);
        }
        write(scene, text, &teeth.to_string(), "number of teeth")?;
        let meaning = "centre of a gear".to_owned();
        scene.figure.note(crate::Element::Point { x: *x, y: *y, label: String::new(), meaning });
    }
    let clockwise = scene.chance(0.5);
    let way = |same: bool| if same == clockwise { "clockwise" } else { "anticlockwise" };
    let same = n % 2 == 1;
    let marks = gears[..n as usize].windows(2).map(|p| segment(p[0].0, p[1].0)).collect();
    let other = (turns * last + first / 2) / first;
    Some(
        Draft::reasoning(
            format!(
                "The numbers are teeth. Gear P turns {turns} times {}. How often and in which direction does gear Q turn?",
                way(true)
            ),
            marks,
            "I join the centres of the gears that mesh, from P to Q. At each contact the direction changes and the number of \
             teeth that pass is the same.",
            format!(
                "There are {} contacts, so Q turns {}. {turns} x {first} teeth pass, and {} / {last} = {answer}.",
                n - 1,
                way(same),
                turns * first
            ),
            format!("{answer} times {}", way(same)),
        )?
        .wrong([
            format!("{answer} times {}", way(!same)),
            format!("{other} times {}", way(same)),
            format!("{turns} times {}", way(same)),
            format!("{other} times {}", way(!same)),
        ]),
    )
}

/// By the centres that are as far apart as their teeth demand, followed from P to Q.
fn solve(seen: &Seen) -> Option<Solved> {
    let centres = seen.points("centre of a gear");
    let teeth: Vec<f64> =
        seen.texts("number of teeth").iter().filter_map(|(text, _)| text.parse().ok()).collect();
    let gap = |i: usize, k: usize| norm(minus(centres[i], centres[k])) / (teeth[i] + teeth[k]);
    let all: Vec<(usize, usize)> = (0..centres.len()).flat_map(|i| (0..i).map(move |k| (i, k))).collect();
    let least = all.iter().map(|(i, k)| gap(*i, *k)).min_by(f64::total_cmp)?;
    let mesh: Vec<(usize, usize)> = all.into_iter().filter(|(i, k)| gap(*i, *k) < least * 1.06).collect();
    let of = |p: Point| centres.iter().position(|c| norm(minus(*c, p)) < 2.0);
    let (from, to) = (of(seen.named("P")?)?, of(seen.named("Q")?)?);
    let mut ways = vec![vec![from]];
    let mut chain = None;
    while let Some(way) = ways.pop() {
        let end = *way.last()?;
        if end == to {
            chain = Some(way);
            break;
        }
        for (i, k) in &mesh {
            let next = if *i == end {
                *k
            } else if *k == end {
                *i
            } else {
                continue;
            };
            if !way.contains(&next) {
                ways.push(way.iter().copied().chain([next]).collect());
            }
        }
    }
    let chain = chain?;
    let turns = seen.numbers().first()? * teeth[from] / teeth[to];
    let clockwise = seen.words().any(|w| w == "clockwise") == (chain.len() % 2 == 1);
    let way = if clockwise { "clockwise" } else { "anticlockwise" };
    let marks = chain.windows(2).map(|p| segment_mark(centres[p[0]], centres[p[1]])).collect();
    Solved::reasoning(format!("{} times {way}", turns.round()), marks)
}

//! The stride of an animal from its track.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::write;
use crate::geometry::{minus, norm, plus, segment_mark, times, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "stride",
    task: Task::Reasoning,
    domain: "Zoology",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Stride", "Direction of a track"],
    tools: &["segment", "map_scale_bar"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a level track, a whole number of bars; level 2: any stride, slanted; level 3: a speed is asked for.
    let size = scene.letter_size();
    let bar = scene.pick(&[10, 20, 50]);
    let tenths = if scene.level == 1 { 10 * scene.int(2, 4) } else { 5 * scene.int(3, 8) };
    let stride = bar * tenths / 10;
    if bar * tenths % 10 != 0 {
        return None;
    }
    let pixels = scene.int(scene.width() / 14, scene.width() / 6);
    let long = f64::from(pixels * tenths) / 10.0;
    let tilt = if scene.level == 1 { 0.0 } else { f64::from(scene.int(-20, 20)).to_radians() };
    let (along, side) = ([tilt.cos(), tilt.sin()], [-tilt.sin(), tilt.cos()]);
    let n = 4;
    let gauge = f64::from(scene.int(scene.side() / 14, scene.side() / 9));
    let r = (gauge * 0.45).max(5.0);
    let track = scene.height() * 2 / 5;
    let half = long * f64::from(n - 1) / 4.0;
    let middle = [f64::from(scene.width()) / 2.0, f64::from(track)];
    let turn = scene.pick(&[1.0, -1.0]);
    let prints: Vec<_> = (0..n)
        .map(f64::from)
        .map(|i| {
            let foot = if i % 2.0 == 0.0 { turn } else { -turn };
            let on = plus(middle, times(along, i * long / 2.0 - half));
            whole(plus(on, times(side, foot * gauge)))
        })
        .collect();
    let floor = scene.height() - size * 3;
    let margin = (2.2 * r) as i32;
    let inside =
        |p: &(i32, i32)| p.0 > margin && p.1 > margin && p.0 < scene.width() - margin && p.1 < floor - margin;
    if !prints.iter().all(inside) || long < 4.5 * r {
        return None;
    }
    let earth = scene.pick(&[[110, 84, 60], [84, 76, 70], [96, 100, 84]]);
    let toes = scene.pick(&[3, 4]);
    for print in &prints {
        let at = point(*print);
        scene.figure.ellipse(*print, (r as i32, (r * 0.85) as i32), earth, None, "print");
        // Toes lie ahead.
        for k in 0..toes {
            let spread = (f64::from(k) / f64::from(toes - 1) - 0.5) * 1.7;
            let toe =
                plus(at, plus(times(along, r * 1.5 * spread.cos()), times(side, r * 1.4 * spread.sin())));
            scene.figure.ellipse(
                whole(toe),
                ((r * 0.32) as i32 + 1, (r * 0.32) as i32 + 1),
                earth,
                None,
                "toe",
            );
        }
    }
    let ink = scene.figure.ink;
    let left = size * 2;
    scene.figure.line((left, floor), (left + pixels, floor), 3, ink, "scale bar");
    for x in [left, left + pixels] {
        scene.figure.line((x, floor - 5), (x, floor + 5), 2, ink, "end of the scale bar");
    }
    write(
        scene,
        (left + pixels / 2 + size, floor + size + 4),
        &format!("{bar} cm"),
        "length of the scale bar",
    )?;
    let mark = segment_mark(point(prints[0]), point(prints[2]));
    let (question, answer, end, unit) = if scene.level == 3 {
        let rate = scene.int(2, 4);
        (
            format!(
                "An animal ran on two legs and left this track. It made {rate} strides a second; a stride leads from a print to the next \
                 print of the same foot. How fast did it run?"
            ),
            stride * rate,
            format!(" With {rate} of them a second that is {} cm/s.", stride * rate),
            "cm/s",
        )
    } else {
        (
            "An animal walked on two legs and left this track. How long is its stride, from a print to the next print of the same \
             foot?"
                .to_owned(),
            stride,
            String::new(),
            "cm",
        )
    };
    Some(
        Draft::reasoning(
            question,
            vec![mark],
            "Left and right prints alternate, so a stride joins the first print with the third.",
            format!(
                "That line is {} times as long as the bar of {bar} cm, which makes {stride} cm.{end}",
                f64::from(tenths) / 10.0
            ),
            format!("{answer} {unit}"),
        )?
        .wrong(
            [answer / 2, answer + bar, answer * 2, answer * 3 / 2, answer + 5].map(|v| format!("{v} {unit}")),
        ),
    )
}

/// By the prints in their order along the track.
fn solve(seen: &Seen) -> Option<Solved> {
    let mut prints = seen.symbols("print");
    prints.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let (a, b): (Point, Point) = (*prints.first()?, *prints.get(2)?);
    let [from, to] = *seen.lines("scale bar").first()?;
    let (text, _) = *seen.texts("length of the scale bar").first()?;
    let bar: f64 = text.strip_suffix(" cm")?.parse().ok()?;
    // Strides are told in halves of the bar.
    let stride = (norm(minus(b, a)) / norm(minus(to, from)) * 2.0).round() / 2.0 * bar;
    let answer = match seen.numbers().first() {
        Some(rate) => format!("{} cm/s", stride * rate),
        None => format!("{stride} cm"),
    };
    Solved::reasoning(answer, vec![segment_mark(a, b)])
}

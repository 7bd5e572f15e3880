//! A heart rate from the spacing of an electrocardiogram.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "heart_rate",
    task: Task::Reasoning,
    domain: "Medicine",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Heart rate by spacing", "Grid of the electrocardiogram"],
    tools: &["distance_between", "equal_parts"],
    draft,
    solve,
};

/// Small squares between two beats and beats a minute at 0.04 s a square.
const RATES: [(i32, i32); 9] =
    [(10, 150), (15, 100), (20, 75), (25, 60), (30, 50), (12, 125), (16, 94), (18, 83), (24, 63)];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: beats on the thick lines; level 2: anywhere; level 3: faster paper, where a square is half as long.
    let small = scene.int(3, 5);
    let (spacing, slow) = scene.pick(if scene.level == 1 { &RATES[..5] } else { &RATES[..] });
    let fast = scene.level == 3;
    // Half a beat could be rounded either way.
    if fast && spacing == 16 {
        return None;
    }
    let rate = if fast { (3000.0 / f64::from(spacing)).round() as i32 } else { slow };
    let (w, h) = (scene.width(), scene.height());
    let across = w / small;
    // The first beat, in small squares.
    let first = if scene.level == 1 { 5 * scene.int(1, 3) } else { scene.int(4, 16) };
    if first + spacing > across - 4 {
        return None;
    }
    let (thin, thick) = scene.pick(&[([246, 214, 214], [232, 168, 168]), ([214, 232, 218], [160, 200, 170])]);
    let ground = scene.figure.style().background;
    scene.figure.backdrop_polygon(&[(0, 0), (w, 0), (w, h), (0, h)], ground);
    for i in 0..=w / small {
        let x = i * small;
        if i % 5 == 0 {
            scene.figure.line((x, 0), (x, h - 1), 1, thick, "thick line of the paper");
        } else {
            scene.figure.backdrop_line((x, 0), (x, h - 1), thin);
        }
    }
    for i in 0..=h / small {
        let y = i * small;
        scene.figure.backdrop_line((0, y), (w - 1, y), if i % 5 == 0 { thick } else { thin });
    }
    let rest = scene.int(h / 2, h * 2 / 3);
    let tall = scene.int(h / 5, h * 2 / 5);
    let (tall, dip) = (f64::from(tall), f64::from(tall) * 0.2);
    // One beat in small squares from its peak and in heights of the peak.
    let shape: [(f64, f64); 16] = [
        (-5.2, 0.0),
        (-4.6, 0.07),
        (-4.0, 0.11),
        (-3.4, 0.07),
        (-2.8, 0.0),
        (-1.2, 0.0),
        (-0.8, -dip / tall * 0.6),
        (0.0, 1.0),
        (0.8, -dip / tall),
        (1.2, 0.0),
        (2.4, 0.0),
        (3.2, 0.06),
        (3.8, 0.14),
        (4.4, 0.2),
        (4.8, 0.21),
        (5.2, 0.0),
    ];
    let mut places = vec![(0, rest)];
    let mut beat = first - 3 * spacing;
    while beat < across + 6 {
        for (x, y) in shape {
            let at = ((f64::from(beat) + x) * f64::from(small), f64::from(rest) - y * tall);
            let at = crate::geometry::whole([at.0, at.1]);
            if at.0 > 0 && at.0 < w {
                places.push(at);
            }
        }
        beat += spacing;
    }
    places.push((w - 1, rest));
    let ink = scene.figure.ink;
    let pen = scene.int(2, 3);
    scene.figure.polyline(&places, pen, ink, "trace");
    let top = (f64::from(rest) - tall).round() as i32;
    let start = if first > spacing { first - spacing * ((first - 1) / spacing) } else { first };
    let (a, b) = ((start * small, top), ((start + spacing) * small, top));
    let time = if fast { "0.1 s" } else { "0.2 s" };
    let factor = if fast { "600" } else { "300" };
    let large = f64::from(spacing) / 5.0;
    Some(
        Draft::reasoning(
            format!(
                "On this electrocardiogram a large square is {time} wide. What is the heart rate, in beats per minute, to the \
                 nearest whole number?"
            ),
            vec![segment(a, b)],
            "The rate follows from the time between two beats, so I join two neighbouring peaks.",
            format!("The peaks are {large} large squares apart, and {factor} / {large} gives {rate} beats per minute."),
            rate,
        )?
        .wrong([rate * 2, rate / 2, rate + 10, rate - 15, rate + 25]),
    )
}

/// By the peaks of the trace and the thick lines of the paper.
fn solve(seen: &Seen) -> Option<Solved> {
    let mut lines: Vec<f64> = seen.lines("thick line of the paper").iter().map(|[a, _]| a[0]).collect();
    lines.sort_by(f64::total_cmp);
    let large = lines.get(1)? - lines.first()?;
    let trace = seen.lines("trace");
    let top = trace.iter().map(|[_, b]| b[1]).min_by(f64::total_cmp)?;
    let mut peaks: Vec<[f64; 2]> = trace.iter().map(|[_, b]| *b).filter(|b| b[1] < top + 1.5).collect();
    peaks.dedup();
    let (a, b) = (*peaks.first()?, *peaks.get(1)?);
    let seconds = (b[0] - a[0]) / large * seen.numbers().first()?;
    Solved::reasoning((60.0 / seconds).round(), vec![segment_mark(a, b)])
}

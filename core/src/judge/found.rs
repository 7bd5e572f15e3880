//! The marks in what a script drew.

use vthinker_sandbox::DrawOp;

use super::canvas_frame::Frames;
use super::mark::{Mark, Xy, gap, to_line};
use super::stroke::{Stroke, strokes};

/// Arms of a cross are at most this long.
const CROSS: f32 = 24.0;
/// Dashes and the gaps between them are at most this long.
const DASH: f32 = 16.0;

/// The marks that drawing operations leave on the picture, in drawing order.
///
/// Small filled shapes, crosses and single pixels are points; lines are segments (dashes joined) or polylines;
/// outlined ellipses are circles; rectangles are boxes. Text is a comment, not a mark. Marks on crops and
/// resized copies are given in pixels of the picture. Pass the operations of the whole conversation.
pub fn found_marks(ops: &[DrawOp]) -> Vec<Mark> {
    let mut frames = Frames::default();
    let mut found = Vec::new();
    for op in ops {
        frames.follow(op);
        if let Some(frame) = frames.of(op.canvas) {
            found.extend(strokes(op, frame).into_iter().filter(|s| s.mark.is_finite()));
        }
    }
    join_dashes(join_crosses(found)).into_iter().map(|stroke| stroke.mark).collect()
}

fn ends(stroke: &Stroke) -> Option<[Xy; 2]> {
    match stroke.mark {
        Mark::Segment { x0, y0, x1, y1 } => Some([[x0, y0], [x1, y1]]),
        _ => None,
    }
}

/// Two short strokes through the same middle are one point.
fn join_crosses(strokes: Vec<Stroke>) -> Vec<Stroke> {
    let mut joined: Vec<Stroke> = Vec::with_capacity(strokes.len());
    for stroke in strokes {
        let crossing = joined.last().and_then(|last| crossing(last, &stroke));
        match (crossing, joined.last_mut()) {
            (Some([x, y]), Some(last)) => last.mark = Mark::Point { x, y },
            _ => joined.push(stroke),
        }
    }
    joined
}

fn crossing(first: &Stroke, second: &Stroke) -> Option<Xy> {
    let ([a, b], [c, d]) = (ends(first)?, ends(second)?);
    let middle = |p: Xy, q: Xy| [(p[0] + q[0]) / 2.0, (p[1] + q[1]) / 2.0];
    let (m, n) = (middle(a, b), middle(c, d));
    let short = gap(a, b) <= CROSS && gap(c, d) <= CROSS;
    let across = to_line(c, a, b) >= gap(c, d) / 4.0;
    (short && across && gap(m, n) <= 3.0).then(|| middle(m, n))
}

/// Three or more short strokes in a row along one line are one dashed segment.
fn join_dashes(strokes: Vec<Stroke>) -> Vec<Stroke> {
    let mut joined = Vec::with_capacity(strokes.len());
    let mut rest = &strokes[..];
    while let Some(first) = rest.first() {
        let run = dashes(rest);
        match (run >= 3, ends(first), ends(&rest[run - 1])) {
            (true, Some([a, _]), Some([_, b])) => {
                let mark = Mark::Segment { x0: a[0], y0: a[1], x1: b[0], y1: b[1] };
                joined.push(Stroke { mark, color: first.color });
                rest = &rest[run..];
            }
            _ => {
                joined.push(first.clone());
                rest = &rest[1..];
            }
        }
    }
    joined
}

/// How many strokes from the first on are dashes of one line; at least 1.
fn dashes(strokes: &[Stroke]) -> usize {
    let Some([start, first_end]) = ends(&strokes[0]) else { return 1 };
    if gap(start, first_end) > DASH {
        return 1;
    }
    let mut last_end = first_end;
    let mut run = 1;
    for stroke in &strokes[1..] {
        let Some([a, b]) = ends(stroke) else { break };
        let onward = gap(start, b) > gap(start, a) && gap(start, a) + 0.5 >= gap(start, last_end);
        // The far end sets the direction: short dashes on whole pixels turn by a lot.
        let straight = to_line(first_end, start, b) <= 1.5 && to_line(a, start, b) <= 1.5;
        if stroke.color != strokes[0].color
            || gap(a, b) > DASH
            || gap(last_end, a) > DASH
            || !onward
            || !straight
        {
            break;
        }
        last_end = b;
        run += 1;
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;
    use vthinker_sandbox::{CanvasId, DrawKind};

    const RED: [u8; 4] = [255, 0, 0, 255];

    fn on(canvas: u32, kind: DrawKind) -> DrawOp {
        DrawOp { canvas: CanvasId(canvas), line: 1, kind, opencv: None }
    }

    fn line(points: &[Xy]) -> DrawOp {
        on(0, DrawKind::Line { points: points.to_vec(), color: RED, width: 2.0 })
    }

    fn ellipse(canvas: u32, bbox: [f32; 4], filled: bool) -> DrawOp {
        let (fill, outline) = if filled { (Some(RED), None) } else { (None, Some(RED)) };
        on(canvas, DrawKind::Ellipse { bbox, fill, outline, width: 1.0 })
    }

    #[test]
    fn ellipses_are_points_or_circles() {
        assert_eq!(
            found_marks(&[
                ellipse(0, [47.0, 57.0, 53.0, 63.0], true),
                ellipse(0, [30.0, 30.0, 70.0, 70.0], false)
            ]),
            vec![Mark::Point { x: 50.0, y: 60.0 }, Mark::Circle { x: 50.0, y: 50.0, r: 20.0 }]
        );
    }

    #[test]
    fn a_cross_is_a_point() {
        let ops = [line(&[[46.0, 46.0], [54.0, 54.0]]), line(&[[54.0, 46.0], [46.0, 54.0]])];
        assert_eq!(found_marks(&ops), vec![Mark::Point { x: 50.0, y: 50.0 }]);
    }

    #[test]
    fn dashes_are_one_segment() {
        let ops: Vec<_> = (0..8u8)
            .map(|i| f32::from(i) * 10.0)
            .map(|x| line(&[[x, 20.0 + x / 2.0], [x + 5.0, 22.0 + x / 2.0]]))
            .collect();
        let marks = found_marks(&ops);
        assert_eq!(marks, vec![Mark::Segment { x0: 0.0, y0: 20.0, x1: 75.0, y1: 57.0 }]);
    }

    #[test]
    fn long_strokes_in_a_row_stay_apart() {
        let ops = [line(&[[0.0, 0.0], [40.0, 0.0]]), line(&[[40.0, 0.0], [80.0, 0.0]])];
        assert_eq!(found_marks(&ops).len(), 2);
    }

    #[test]
    fn marks_on_an_enlarged_crop_are_given_on_the_picture() {
        let derive = |from, how: &str, size, region| DrawKind::Derive {
            from: CanvasId(from),
            how: how.into(),
            size,
            region,
        };
        let ops = [
            on(0, DrawKind::Open { path: "input.png".into(), size: [120, 120] }),
            on(1, derive(0, "crop", [40, 40], Some([20.0, 60.0, 60.0, 100.0]))),
            on(2, derive(1, "resize", [80, 80], None)),
            ellipse(2, [18.0, 38.0, 22.0, 42.0], true),
        ];
        assert_eq!(found_marks(&ops), vec![Mark::Point { x: 30.0, y: 80.0 }]);
    }

    #[test]
    fn a_blank_canvas_is_not_the_picture() {
        let new = on(5, DrawKind::New { size: [50, 50], color: RED, mode: Default::default() });
        assert!(found_marks(&[new, ellipse(5, [1.0, 1.0, 5.0, 5.0], true)]).is_empty());
    }

    #[test]
    fn a_closed_upright_path_is_a_box() {
        let ops = [line(&[[10.0, 10.0], [60.0, 10.0], [60.0, 40.0], [10.0, 40.0], [10.0, 10.0]])];
        assert_eq!(found_marks(&ops), vec![Mark::Box { x0: 10.0, y0: 10.0, x1: 60.0, y1: 40.0 }]);
    }

    #[test]
    fn numbers_that_are_none_are_dropped() {
        assert!(found_marks(&[ellipse(0, [f32::NAN, 0.0, 4.0, 4.0], true)]).is_empty());
    }
}

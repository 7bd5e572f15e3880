//! Whether a drawing shows what was asked, and nothing that hides a guess.

use serde::{Deserialize, Serialize};
use vthinker_sandbox::DrawOp;

use super::found::found_marks;
use super::mark::Mark;

/// How a drawing compares with the marks expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MarkVerdict {
    /// For each expected mark the index in `found` of the mark that stands for it.
    pub matched: Vec<Option<usize>>,
    /// Found marks that stand for nothing and belong to no matched mark.
    pub extra: usize,
    /// Everything expected was drawn, and not more than a third of that besides.
    pub pass: bool,
    /// The marks found in the drawing.
    pub found: Vec<Mark>,
    /// For each expected mark the distance in pixels of the mark that stands for it, or else of the nearest
    /// comparable one, if there is one.
    pub distance: Vec<Option<f32>>,
}

impl MarkVerdict {
    /// Share of the expected marks that the drawing has, from 0 to 1; 0 if more was drawn besides than is forgiven,
    /// and where none is expected. Exactly 1 where it passes.
    pub fn share(&self) -> f32 {
        let expected = self.matched.len();
        if expected == 0 || self.extra > expected / 3 {
            return 0.0;
        }
        self.matched.iter().flatten().count() as f32 / expected as f32
    }
}

/// The tolerance used unless a task states its own: 5 % of the picture's diagonal, at least 4 pixels.
pub fn default_tolerance(width: u32, height: u32) -> f32 {
    (0.05 * (width as f32).hypot(height as f32)).max(4.0)
}

/// Compares what a script drew with the marks expected, one to one, within `tolerance` pixels.
///
/// Marks beside the expected ones are forgiven as long as they decorate (a dot at the foot of an altitude, the
/// little square of a right angle) or double a mark; any other counts as `extra`, so that drawing everywhere
/// does not pass.
pub fn judge_marks(expected: &[Mark], ops: &[DrawOp], tolerance: f32) -> MarkVerdict {
    let mut found = found_marks(ops);
    if !expected.iter().any(|m| matches!(m, Mark::Polyline { .. })) {
        found = found.into_iter().flat_map(explode).collect();
    }
    let distances: Vec<Vec<Option<f32>>> =
        expected.iter().map(|mark| found.iter().map(|other| mark.distance(other)).collect()).collect();
    let matched = assign(&distances, found.len(), tolerance);
    let distance = matched
        .iter()
        .zip(&distances)
        .map(|(hit, row)| match hit {
            Some(j) => row[*j],
            None => row.iter().flatten().copied().reduce(f32::min),
        })
        .collect();
    let hits: Vec<&Mark> = matched.iter().flatten().map(|&j| &found[j]).collect();
    let belongs = |mark: &Mark, hit: &Mark| {
        // A second mark like the first must sit on it: beside it, it would be a second guess.
        let rival = std::mem::discriminant(mark) == std::mem::discriminant(hit)
            && mark.extent() >= hit.extent() / 2.0;
        let reach = tolerance * if rival { 0.5 } else { 1.5 };
        mark.points().iter().all(|p| hit.nearest(*p) <= reach)
    };
    let extra = (0..found.len())
        .filter(|j| !matched.contains(&Some(*j)))
        .filter(|j| !hits.iter().any(|hit| belongs(&found[*j], hit)))
        .count();
    let pass = !expected.is_empty() && matched.iter().all(Option::is_some) && extra <= expected.len() / 3;
    MarkVerdict { matched, extra, pass, found, distance }
}

/// A path as its strokes, so that one call may draw several expected segments.
fn explode(mark: Mark) -> Vec<Mark> {
    match mark {
        Mark::Polyline { points } => points
            .windows(2)
            .map(|w| Mark::Segment { x0: w[0][0], y0: w[0][1], x1: w[1][0], y1: w[1][1] })
            .collect(),
        other => vec![other],
    }
}

/// Kuhn's algorithm, nearest pairs first: as many expected marks as possible get a found mark of their own.
fn assign(distances: &[Vec<Option<f32>>], found: usize, tolerance: f32) -> Vec<Option<usize>> {
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (i, row) in distances.iter().enumerate() {
        for (j, d) in row.iter().enumerate() {
            pairs.extend(d.filter(|d| *d <= tolerance).map(|d| (d, i, j)));
        }
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut options = vec![Vec::new(); distances.len()];
    let mut owner: Vec<Option<usize>> = vec![None; found];
    let mut taken = vec![false; distances.len()];
    for &(_, i, j) in &pairs {
        options[i].push(j);
        if !taken[i] && owner[j].is_none() {
            owner[j] = Some(i);
            taken[i] = true;
        }
    }
    for i in (0..distances.len()).filter(|i| !taken[*i]) {
        augment(i, &options, &mut owner, &mut vec![false; found]);
    }
    let mut matched = vec![None; distances.len()];
    for (j, i) in owner.iter().enumerate() {
        if let Some(i) = i {
            matched[*i] = Some(j);
        }
    }
    matched
}

fn augment(i: usize, options: &[Vec<usize>], owner: &mut [Option<usize>], seen: &mut [bool]) -> bool {
    for &j in &options[i] {
        if std::mem::replace(&mut seen[j], true) {
            continue;
        }
        if owner[j].is_none_or(|other| augment(other, options, owner, seen)) {
            owner[j] = Some(i);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use vthinker_sandbox::{CanvasId, DrawKind};

    const PEN: [u8; 4] = [255, 0, 255, 255];

    fn op(kind: DrawKind) -> DrawOp {
        DrawOp { canvas: CanvasId(0), line: 1, kind, opencv: None }
    }

    fn dot(x: f32, y: f32) -> DrawOp {
        op(DrawKind::Ellipse {
            bbox: [x - 3.0, y - 3.0, x + 3.0, y + 3.0],
            fill: Some(PEN),
            outline: None,
            width: 1.0,
        })
    }

    fn line(points: &[[f32; 2]]) -> DrawOp {
        op(DrawKind::Line { points: points.to_vec(), color: PEN, width: 2.0 })
    }

    fn point(x: f32, y: f32) -> Mark {
        Mark::Point { x, y }
    }

    #[test]
    fn a_point_within_tolerance_passes_and_another_fails() {
        assert!(judge_marks(&[point(50.0, 50.0)], &[dot(53.0, 54.0)], 6.0).pass);
        let off = judge_marks(&[point(50.0, 50.0)], &[dot(56.0, 58.0)], 6.0);
        assert!(!off.pass);
        assert_eq!(off.distance, vec![Some(10.0)]);
    }

    #[test]
    fn the_share_of_marks_counts_each_once_and_forgives_no_carpet() {
        let expected = [point(20.0, 20.0), point(50.0, 50.0), point(80.0, 80.0)];
        let share = |drawn: &[DrawOp]| judge_marks(&expected, drawn, 6.0).share();
        assert_eq!(share(&[dot(20.0, 20.0), dot(50.0, 50.0), dot(80.0, 80.0)]), 1.0);
        // Twice the same dot in the place of two dots is one.
        assert_eq!(share(&[dot(20.0, 20.0), dot(20.0, 20.0), dot(80.0, 80.0)]), 2.0 / 3.0);
        assert_eq!(share(&[dot(20.0, 20.0), dot(20.0, 80.0), dot(80.0, 20.0)]), 0.0);
        assert_eq!(share(&[]), 0.0);
        assert_eq!(judge_marks(&[], &[], 6.0).share(), 0.0);
    }

    #[test]
    fn carpet_bombing_fails() {
        let ops: Vec<_> =
            (0..100u8).map(|i| dot(f32::from(i % 10) * 12.0, f32::from(i / 10) * 12.0)).collect();
        let verdict = judge_marks(&[point(50.0, 50.0)], &ops, 8.0);
        assert!(verdict.matched[0].is_some());
        assert!(!verdict.pass, "{} extra", verdict.extra);
    }

    #[test]
    fn two_guesses_fail() {
        assert!(!judge_marks(&[point(50.0, 50.0)], &[dot(50.0, 50.0), dot(58.0, 50.0)], 8.0).pass);
    }

    #[test]
    fn nothing_drawn_fails_even_where_nothing_is_expected() {
        assert!(!judge_marks(&[point(1.0, 1.0)], &[], 8.0).pass);
        assert!(!judge_marks(&[], &[], 8.0).pass);
    }

    #[test]
    fn an_altitude_may_show_its_foot_and_its_right_angle() {
        let altitude = Mark::Segment { x0: 60.0, y0: 20.0, x1: 60.0, y1: 100.0 };
        let ops = [
            line(&[[60.0, 20.0], [60.0, 100.0]]),
            dot(60.0, 100.0),
            line(&[[60.0, 93.0], [67.0, 93.0], [67.0, 100.0]]),
        ];
        assert!(judge_marks(&[altitude], &ops, 8.0).pass);
    }

    #[test]
    fn one_call_may_draw_two_segments() {
        let expected = [
            Mark::Segment { x0: 10.0, y0: 10.0, x1: 60.0, y1: 10.0 },
            Mark::Segment { x0: 60.0, y0: 10.0, x1: 60.0, y1: 80.0 },
        ];
        assert!(judge_marks(&expected, &[line(&[[10.0, 10.0], [60.0, 10.0], [60.0, 80.0]])], 6.0).pass);
    }

    #[test]
    fn a_greedy_trap_is_still_matched() {
        // The nearest pair is (first expected, second found): greed alone would leave the second expected out.
        let expected = [point(50.0, 50.0), point(58.0, 50.0)];
        let ops = [dot(44.0, 50.0), dot(52.0, 50.0)];
        assert!(judge_marks(&expected, &ops, 7.0).pass);
    }

    proptest! {
        #[test]
        fn a_drawn_mark_is_its_own_match(
            dots in prop::collection::vec((0f32..160.0, 0f32..160.0), 1..8),
            shift in 0f32..3.0,
        ) {
            let expected: Vec<_> = dots.iter().map(|&(x, y)| point(x, y)).collect();
            let ops: Vec<_> = dots.iter().rev().map(|&(x, y)| dot(x + shift, y)).collect();
            let verdict = judge_marks(&expected, &ops, 4.0);
            prop_assert!(verdict.pass);
            let mut used: Vec<_> = verdict.matched.iter().flatten().collect();
            used.sort();
            used.dedup();
            prop_assert_eq!(used.len(), expected.len(), "one to one");
        }

        #[test]
        fn marks_far_off_never_pass(x in 0f32..60.0, y in 0f32..160.0) {
            prop_assert!(!judge_marks(&[point(x + 80.0, y)], &[dot(x, y)], 8.0).pass);
        }
    }
}

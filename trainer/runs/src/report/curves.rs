//! The curves of every figure of the logs, short enough for a page.

use serde::Serialize;

use super::read::Run;

/// Points of a curve at most; longer ones are shown as means of neighbours.
const POINTS: usize = 1500;

/// One figure, a curve for every run that has it.
#[derive(Debug, Serialize)]
pub(super) struct Curve {
    name: String,
    lines: Vec<Line>,
}

/// The curve of one run.
#[derive(Debug, Serialize)]
struct Line {
    /// Index of the run.
    run: usize,
    /// Log lines that a point is the mean of.
    mean_of: usize,
    steps: Vec<u64>,
    values: Vec<f64>,
}

/// All figures, in the order in which the logs first have them.
pub(super) fn curves(runs: &[Run]) -> Vec<Curve> {
    names(runs)
        .into_iter()
        .map(|name| Curve {
            lines: runs.iter().enumerate().filter_map(|(run, of)| line(run, &points(of, &name))).collect(),
            name,
        })
        .collect()
}

/// The names of all figures.
pub(super) fn names(runs: &[Run]) -> Vec<String> {
    let mut names: Vec<String> = vec![];
    let mut seen = std::collections::HashSet::new();
    for (name, _) in runs.iter().flat_map(|run| &run.figures).flatten() {
        if seen.insert(name.as_str()) {
            names.push(name.clone());
        }
    }
    names
}

/// Step and value where a run has a figure.
pub(super) fn points(run: &Run, name: &str) -> Vec<(u64, f64)> {
    let value = |line: &Vec<(String, f64)>| line.iter().find(|(n, _)| n == name).map(|(_, value)| *value);
    run.steps
        .iter()
        .zip(&run.figures)
        .filter_map(|(step, line)| Some((*step, value(line)?)))
        .filter(|(_, value)| value.is_finite())
        .collect()
}

fn line(run: usize, points: &[(u64, f64)]) -> Option<Line> {
    if points.is_empty() {
        return None;
    }
    let mean_of = points.len().div_ceil(POINTS);
    let (steps, values) = points
        .chunks(mean_of)
        .map(|chunk| {
            (chunk[chunk.len() / 2].0, chunk.iter().map(|(_, v)| v).sum::<f64>() / chunk.len() as f64)
        })
        .unzip();
    Some(Line { run, mean_of, steps, values })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_curves_become_means() {
        let points: Vec<(u64, f64)> = (0..4000).map(|i| (i, f64::from(i as u32 % 2))).collect();
        let line = line(0, &points).unwrap();
        assert_eq!((line.mean_of, line.steps.len()), (3, 1334));
        assert!(line.values.iter().all(|v| *v > 0.2 && *v < 0.8 || *v == 1.0));
        let short = super::line(0, &points[..5]).unwrap();
        assert_eq!(short.values, [0.0, 1.0, 0.0, 1.0, 0.0]);
    }
}

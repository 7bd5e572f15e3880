//! Against contourpy's serial algorithm: `tests/goldens/make_contours.py`.

use serde_json::Value;

use super::*;
use crate::mpl::colormap::Extend;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().filter_map(Value::as_f64).collect()
}

fn area(lines: &[Polyline]) -> f64 {
    let cross = |line: &Polyline| line.windows(2).map(|p| p[0][0] * p[1][1] - p[1][0] * p[0][1]).sum::<f64>();
    lines.iter().map(cross).sum::<f64>() / 2.0
}

fn length(lines: &[Polyline]) -> f64 {
    let step = |p: &[[f64; 2]]| libm::hypot(p[1][0] - p[0][0], p[1][1] - p[0][1]);
    lines.iter().flat_map(|line| line.windows(2)).map(step).sum()
}

#[test]
fn contours_run_as_contourpy_traces_them() {
    let golden: Value =
        serde_json::from_str(include_str!("../../../tests/goldens/contours.json")).expect("valid");
    for case in golden["grids"].as_array().expect("a list") {
        let columns = case["columns"].as_u64().expect("a count") as usize;
        let values = numbers(&case["values"]);
        let rows = values.len() / columns;
        let points: Vec<[f64; 2]> =
            (0..values.len()).map(|at| [(at % columns) as f64, (at / columns) as f64]).collect();
        let grid = Grid { columns, rows, points: &points, values: &values };
        for line in case["lines"].as_array().expect("a list") {
            let [level, count, total] = numbers(line)[..] else { panic!() };
            let lines = grid.lines(level);
            assert_eq!(lines.len() as f64, count, "lines at {level} of {values:?}");
            assert!(
                (length(&lines) - total).abs() < 1e-9,
                "length at {level}: {}, not {total}",
                length(&lines)
            );
        }
        for band in case["areas"].as_array().expect("a list") {
            let [low, high, size, total] = numbers(band)[..] else { panic!() };
            let lines = grid.area(low, high);
            assert!(
                (area(&lines) - size).abs() < 1e-9,
                "area of {low} to {high}: {}, not {size}",
                area(&lines)
            );
            assert!((length(&lines) - total).abs() < 1e-9, "border of {low} to {high}");
        }
    }
    for case in golden["levels"].as_array().expect("a list") {
        let [low, high, count] = numbers(&case["data"])[..] else { panic!() };
        let levels = auto_levels(low, high, count as usize, false, Extend::Neither);
        let wanted = numbers(&case["levels"]);
        assert_eq!(levels.len(), wanted.len(), "{low} to {high}: {levels:?}, not {wanted:?}");
        assert!(levels.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1e-9), "{levels:?}, not {wanted:?}");
    }
}

#[test]
fn broken_grids_have_no_contours() {
    let points = [[0.0; 2]; 4];
    let hole = [0.0, 1.0, f64::NAN, 2.0];
    let grid = Grid { columns: 2, rows: 2, points: &points, values: &hole };
    assert!(grid.lines(0.5).is_empty() && grid.area(0.2, 0.7).is_empty());
    let torn = Grid { columns: 9, rows: 2, points: &points, values: &hole };
    assert!(torn.lines(0.5).is_empty() && !torn.is_whole());
}

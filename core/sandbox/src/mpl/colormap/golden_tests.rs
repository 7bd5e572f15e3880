//! Against what the real matplotlib answers: `tests/goldens/make_colormaps.py`.

use serde_json::Value;

use super::*;

fn golden() -> Value {
    serde_json::from_str(include_str!("../../../tests/goldens/colormaps.json")).expect("valid")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|v| v.as_f64().unwrap_or(f64::NAN)).collect()
}

fn bytes(color: Color, more: f64) -> Vec<f64> {
    color[..3].iter().map(|v| (v * 255.0 + more).floor()).collect()
}

#[test]
fn every_map_has_the_colours_of_matplotlib() {
    let (golden, mut wrong, mut off) = (golden(), Vec::new(), 0);
    for (name, case) in golden["maps"].as_object().expect("maps") {
        let Some(map) = Colormap::named(name) else {
            wrong.push(format!("{name} is missing"));
            continue;
        };
        assert_eq!(map.entries.len() as u64, case["n"].as_u64().expect("a count"), "{name}");
        for (index, at) in numbers(&golden["at"]).into_iter().enumerate() {
            for (kind, map, more, slack) in [
                ("cut", map.clone(), 0.0, 1.0),
                ("rounded", map.clone(), 0.5, 1.0),
                ("reversed", map.reversed(), 0.0, 1.0),
                ("seven", map.resampled(7), 0.0, 2.0),
            ] {
                let (color, wanted) = (bytes(map.at(at), more), numbers(&case[kind][index]));
                let far = color.iter().zip(&wanted).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
                off += usize::from(far > 0.0);
                // Between entries of a map of narrow waves there is nothing to interpolate.
                let waves = kind == "seven" && matches!(name.as_str(), "flag" | "prism");
                // A byte that lies on the border between two may fall to either side.
                if far > slack && !waves {
                    wrong.push(format!("{name} {kind} at {at}: {color:?}, not {wanted:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(off < 150, "{off} colours are one step off");
}

#[test]
fn own_maps_interpolate() {
    let golden = golden();
    let stops =
        [(0.0, [1.0, 0.0, 0.0, 1.0]), (0.3, [0.0, 1.0, 0.0, 128.0 / 255.0]), (1.0, [0.0, 0.0, 1.0, 1.0])];
    let map = Colormap::from_list("own", &stops, 17, 1.5);
    for (at, wanted) in
        numbers(&golden["at"]).into_iter().zip(golden["from_list"].as_array().expect("a list"))
    {
        for (a, b) in map.at(at).into_iter().zip(numbers(wanted)) {
            assert!((a - b).abs() < 1e-9, "{at}: {a}, not {b}");
        }
    }
}

#[test]
fn norms_bring_data_where_matplotlib_does() {
    let golden = golden();
    let bounds = vec![0.0, 1.0, 2.5, 7.0, 100.0];
    let boundary = |colors, extend| Norm::Boundary { bounds: bounds.clone(), colors, clip: false, extend };
    for (name, wanted) in golden["norms"].as_object().expect("norms") {
        let norm = match name.as_str() {
            "linear" => Norm::linear(0.5, 10.0),
            "clipped" => Norm::Linear { low: 0.5, high: 10.0, clip: true },
            "log" => Norm::Log { low: 0.5, high: 100.0, clip: false },
            "boundary" => boundary(256, Extend::Neither),
            "boundary_few" => boundary(4, Extend::Neither),
            "boundary_both" => boundary(256, Extend::Both),
            "two_slope" => Norm::TwoSlope { center: 2.5, low: 0.0, high: 100.0 },
            "centered" => Norm::linear(-4.0, 6.0),
            "power" => Norm::Power { gamma: 0.5, low: 0.0, high: 100.0, clip: false },
            "symlog" => {
                Norm::SymLog { threshold: 1.0, scale: 1.0, base: 10.0, low: -10.0, high: 100.0, clip: false }
            }
            other => panic!("{other}"),
        };
        for (value, wanted) in numbers(&golden["values"]).into_iter().zip(numbers(wanted)) {
            let got = norm.apply(value);
            // JSON has no infinities.
            let same = (got - wanted).abs() < 1e-12 || !got.is_finite() && !wanted.is_finite();
            assert!(same, "{name} of {value}: {got}, not {wanted}");
        }
    }
}

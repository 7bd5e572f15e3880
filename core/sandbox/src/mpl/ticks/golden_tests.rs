//! Against what the real matplotlib answers: `tests/goldens/make_ticks.py`.

use serde_json::Value;

use super::*;

fn golden() -> Value {
    serde_json::from_str(include_str!("../../../tests/goldens/ticks.json")).expect("valid")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|v| v.as_f64().expect("a number")).collect()
}

fn locator(kind: &str) -> Locator {
    match kind {
        "auto" => Locator::MaxN(MaxN::default()),
        "max5" => Locator::MaxN(MaxN::with_bins(Some(5))),
        "integer" => Locator::MaxN(MaxN { integer: true, ..MaxN::with_bins(Some(10)) }),
        "pruned" => Locator::MaxN(MaxN {
            prune: Prune::Both,
            steps: MaxN::valid_steps(&[1.0, 2.0, 5.0, 10.0]).expect("valid"),
            ..MaxN::with_bins(Some(6))
        }),
        "symmetric" => Locator::MaxN(MaxN { symmetric: true, least: 4, ..MaxN::with_bins(Some(7)) }),
        "linear" => Locator::Linear(5),
        "multiple" => Locator::Multiple(0.25, 0.1),
        "auto_minor" => Locator::AutoMinor(None),
        "log" => Locator::Log(Log::major(10.0)),
        "log2" => Locator::Log(Log::major(2.0)),
        "log_minor" => Locator::Log(Log::minor(10.0)),
        "log_all" => Locator::Log(Log { subs: Subs::All, ..Log::major(10.0) }),
        "log_subs" => {
            Locator::Log(Log { base: 10.0, subs: Subs::These(vec![1.0, 2.0, 5.0]), most: Some(12) })
        }
        other => panic!("{other}"),
    }
}

#[test]
fn ticks_stand_where_matplotlib_puts_them() {
    let (golden, mut wrong) = (golden(), Vec::new());
    for case in golden["locators"].as_array().expect("a list") {
        let [low, high] = numbers(&case["view"])[..] else { panic!() };
        let room = case["room"].as_u64().expect("a count") as usize;
        let view = View { low, high, room, least_positive: 1e-3, solid: false };
        let kind = case["kind"].as_str().expect("a name");
        let places = locator(kind).places(&view, &numbers(&case["major"])).expect("few");
        let wanted = numbers(&case["places"]);
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-12 * b.abs().max((high - low).abs());
        if places.len() != wanted.len() || !places.iter().zip(&wanted).all(near) {
            wrong.push(format!("{kind} {low}..{high} in {room}: {places:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn labels(kind: &str, places: &[f64], low: f64, high: f64) -> Labels {
    let scalar = Scalar::default();
    let log = |style| LogLabels::new(style, 10.0, false);
    let scalar = match kind {
        "scalar" => scalar,
        "no_offset" => Scalar { offset: OffsetRule::Never, ..scalar },
        "offset" => Scalar { offset: OffsetRule::These(5.0), ..scalar },
        "math" => Scalar { math: true, ..scalar },
        "limits" => Scalar { limits: (-2, 3), ..scalar },
        "plain" => Scalar { scientific: false, ..scalar },
        other => {
            let percent = Percent { whole: 100.0, decimals: None, symbol: "%".into() };
            let engineering = Engineering { unit: "Hz".into(), decimals: None, separator: " ".into() };
            let each = |label: &dyn Fn(f64) -> String| places.iter().map(|place| label(*place)).collect();
            let ticks = match other {
                "percent" => each(&|place| percent.label(place, low, high)),
                "percent1" => {
                    let percent = Percent { whole: 1.0, decimals: Some(1), ..percent };
                    each(&|place| percent.label(place, low, high))
                }
                "engineering" => each(&|place| engineering.label(place)),
                "engineering2" => {
                    let plain =
                        Engineering { unit: String::new(), decimals: Some(2), separator: String::new() };
                    each(&|place| plain.label(place))
                }
                "log" => log(LogStyle::Scientific).labels(places, low, high),
                "log_powers" => LogLabels::new(LogStyle::Scientific, 10.0, true).labels(places, low, high),
                "log_math" => log(LogStyle::Mathtext).labels(places, low, high),
                "log_plain" => log(LogStyle::Plain).labels(places, low, high),
                "log_exponent" => log(LogStyle::Exponent).labels(places, low, high),
                other => panic!("{other}"),
            };
            return Labels { ticks, offset: String::new() };
        }
    };
    scalar.labels(places, low, high)
}

#[test]
fn labels_read_as_matplotlib_writes_them() {
    let (golden, mut wrong) = (golden(), Vec::new());
    for case in golden["formatters"].as_array().expect("a list") {
        let [low, high] = numbers(&case["view"])[..] else { panic!() };
        let kind = case["kind"].as_str().expect("a name");
        let labels = labels(kind, &numbers(&case["places"]), low, high);
        let wanted: Vec<_> = case["labels"].as_array().expect("a list").iter().map(Value::as_str).collect();
        let offset = case["offset"].as_str().unwrap_or(&labels.offset);
        if labels.ticks.iter().map(|l| Some(l.as_str())).ne(wanted.iter().copied()) || offset != labels.offset
        {
            wrong.push(format!("{kind} {low}..{high}: {labels:?}, not {wanted:?} {offset:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn too_many_ticks_are_refused() {
    let view = View { low: 0.0, high: 1.0, room: 9, least_positive: 1.0, solid: false };
    assert_eq!(Locator::Multiple(1e-9, 0.0).places(&view, &[]), Err(TooMany(1e9 + 3.0)));
    assert_eq!(Locator::Multiple(0.0, 0.0).places(&view, &[]), Ok(Vec::new()));
    let wide = View { low: 1e-300, high: 1e300, ..view };
    assert!(Locator::Log(Log { most: Some(100_000), ..Log::major(1.0001) }).places(&wide, &[]).is_ok());
    let broken = View { low: f64::NAN, high: f64::INFINITY, ..view };
    assert!(Locator::MaxN(MaxN::default()).places(&broken, &[]).is_ok_and(|places| places.len() < 20));
}

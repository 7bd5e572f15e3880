//! Against what the real matplotlib sets: `tests/goldens/make_mathtext.py`.

use serde_json::Value;

use super::*;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().filter_map(Value::as_f64).collect()
}

/// Differences of a formula that is 100 pixels large.
fn differences(case: &Value) -> Vec<String> {
    let formula = case["formula"].as_str().expect("text");
    let layout = match lay_out(formula, 100.0) {
        Ok(layout) => layout,
        Err(error) => return vec![error],
    };
    let mut wrong = Vec::new();
    let [width, height, depth] = numbers(&case["box"])[..] else { panic!() };
    let own = [layout.width, layout.height + layout.depth, layout.depth];
    for (name, a, b) in [("width", own[0], width), ("height", own[1], height), ("depth", own[2], depth)] {
        // The real prime comes from another typeface.
        if (a - b).abs() > 4.0 && !formula.contains('\'') {
            wrong.push(format!("{name} {a}, not {b}"));
        }
    }
    let (mut glyphs, mut rules) = (Vec::new(), Vec::new());
    for mark in &layout.marks {
        match mark {
            Mark::Glyph { character, at, size, stretch, .. } => {
                glyphs.push((*character, at[0], -at[1], *size, *stretch != [1.0; 2]));
            }
            Mark::Rule { bbox: [x, y, w, h] } => rules.push([*x, -y - h, *w, *h]),
        }
    }
    let wanted = case["glyphs"].as_array().expect("a list");
    if wanted.len() != glyphs.len() {
        wrong.push(format!("{} glyphs, not {}", glyphs.len(), wanted.len()));
    }
    for ((character, x, y, size, stretched), wanted) in glyphs.into_iter().zip(wanted) {
        let [wx, wy, mut ws] = numbers(wanted)[..] else { panic!() };
        let sign = wanted[0].as_str().expect("a character");
        if "∑∫∏".contains(character) {
            ws *= std::f64::consts::SQRT_2;
        }
        let far = (x - wx).abs().max(if stretched { 0.0 } else { (y - wy).abs().max((size - ws).abs()) });
        if !sign.starts_with(character) && character != '′' || far > 3.5 {
            wrong.push(format!("{character} {x:.1} {y:.1} {size:.1}, not {sign} {wx:.1} {wy:.1} {ws:.1}"));
        }
    }
    let wanted = case["rules"].as_array().expect("a list");
    if wanted.len() != rules.len() {
        wrong.push(format!("{} rules, not {}", rules.len(), wanted.len()));
    }
    let mut wanted: Vec<_> = wanted.iter().map(numbers).collect();
    wanted.sort_by(|a, b| a[0].total_cmp(&b[0]));
    rules.sort_by(|a, b| a[0].total_cmp(&b[0]));
    for (rule, wanted) in rules.into_iter().zip(wanted) {
        if rule.iter().zip(&wanted).any(|(a, b)| (a - b).abs() > 3.0) {
            wrong.push(format!("rule {rule:.1?}, not {wanted:.1?}"));
        }
    }
    wrong.into_iter().map(|what| format!("{formula}: {what}")).collect()
}

#[test]
fn formulas_stand_as_matplotlib_sets_them() {
    let golden: Value =
        serde_json::from_str(include_str!("../../../tests/goldens/mathtext.json")).expect("valid");
    let wrong: Vec<String> = golden.as_array().expect("a list").iter().flat_map(differences).collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_no_formula_is_refused() {
    for text in ["$\\frac{a}$", "$\\nosuch$", "${a$", "$a}$", "$\\left( a$", "$x^2^3$", "$x_$", "$\\sqrt$"] {
        assert!(lay_out(text, 20.0).is_err(), "{text}");
    }
    let nested = format!("${}x{}$", "{".repeat(5000), "}".repeat(5000));
    assert!(lay_out(&nested, 20.0).is_err());
    assert!(lay_out(&format!("${}x$", "\\hat".repeat(5000)), 20.0).is_err());
    assert!(is_math("$x$") && !is_math("$5") && !is_math("\\$5 and \\$6") && !is_math("plain"));
}

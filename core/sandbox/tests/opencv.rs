//! OpenCV's functions against real OpenCV (`goldens/make_cv2.py`), hostile arguments, and costs.

use image::DynamicImage;
use serde_json::Value;
use vthinker_sandbox::{Execution, Limits, Sandbox};

fn input() -> DynamicImage {
    image::load_from_memory(include_bytes!("goldens/cv2_input.png")).expect("cv2_input.png is a PNG")
}

fn run(source: &str, limits: Limits) -> Execution {
    Sandbox::with_image(input(), "/input/image.png", limits).run(source)
}

/// How far an element of a case's result may be off; all others are equal, floats to 5 digits.
fn tolerance(name: &str) -> f64 {
    match name {
        // OpenCV multiplies and adds in another order or in half the precision where it has SIMD.
        "bilateral" | "resize linear" | "resize cubic" | "warp nearest cubic" | "hsv back" | "xyz" => 1.0,
        // OpenCV interpolates in tables of these curves; ours are exact.
        "lab" | "hls" => 1.0,
        "lab back" => 2.0,
        "luv" => 18.0,
        "float colours" => 2.0,
        // Our maps are broken lines.
        "color map" => 1.0,
        // OpenCV sums hundreds of thousands in single precision.
        "match coefficients" => 8.0,
        // The weights of places between pixels are of other precision.
        "resize floats" => 0.001,
        _ => 0.0,
    }
}

/// Where two results differ; the first few of it.
fn differences(golden: &Value, made: &Value, tolerance: f64, path: &str, found: &mut Vec<String>) {
    if let (Value::Object(a), Value::Object(b)) = (golden, made) {
        if a["dtype"] != b["dtype"] || a["shape"] != b["shape"] {
            found.push(format!(
                "{path}: {} {} but OpenCV has {} {}",
                b["dtype"], b["shape"], a["dtype"], a["shape"]
            ));
            return;
        }
        differences(&a["some"], &b["some"], tolerance, path, found);
        // The sums tell every single difference, so they count only where none is allowed.
        let float = a["dtype"].as_str().is_some_and(|name| name.starts_with("float"));
        if tolerance == 0.0 && !float {
            differences(&a["sums"], &b["sums"], 0.0, &format!("{path} sums"), found);
        }
        return;
    }
    if let (Value::Array(a), Value::Array(b)) = (golden, made) {
        if a.len() != b.len() {
            found.push(format!("{path}: {} items but OpenCV has {}", b.len(), a.len()));
            return;
        }
        for (index, (a, b)) in a.iter().zip(b).enumerate() {
            differences(a, b, tolerance, &format!("{path}[{index}]"), found);
        }
        return;
    }
    let close = match (golden.as_f64(), made.as_f64()) {
        (Some(a), Some(b)) => {
            (a - b).abs() <= tolerance + 2e-5 * a.abs().max(1.0) * f64::from(u8::from(golden.is_f64()))
        }
        _ => golden == made,
    };
    if !close {
        found.push(format!("{path}: {made} but OpenCV has {golden}"));
    }
}

#[test]
fn functions_give_opencvs_results() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("goldens/cv2.json")).expect("cv2.json is a list");
    let frame: [String; 2] =
        serde_json::from_str(include_str!("goldens/cv2_frame.json")).expect("cv2_frame.json is two texts");
    let limits = Limits { fuel: 2_000_000_000, output: 8 << 20, ..Limits::default() };
    let mut wrong = Vec::new();
    for case in &cases {
        let (name, source) = (case["name"].as_str().unwrap_or(""), case["source"].as_str().unwrap_or(""));
        let execution = run(&[&frame[0], source, &frame[1]].concat(), limits);
        if let Some(error) = execution.error {
            wrong.push(format!("{name}: {error}"));
            continue;
        }
        let printed = execution.stdout.replace("NaN", "null").replace("Infinity", "null");
        let made: Value = serde_json::from_str(&printed).unwrap_or(Value::Null);
        let mut found = Vec::new();
        differences(&case["result"], &made, tolerance(name), name, &mut found);
        wrong.extend(found.into_iter().take(4));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases.len() >= 70, "the goldens are whole");
}

#[test]
fn hostile_arguments_end_in_errors() {
    let tame =
        ["cv2.error", "TypeError", "ValueError", "OverflowError", "AttributeError", "NotImplementedError"];
    let limits = ["MemoryExhausted", "FuelExhausted"];
    let source = include_str!("goldens/cv2_hostile.py");
    let prelude = "import cv2\nimport numpy as np\ng = np.zeros((20, 30), np.uint8)\nc = np.zeros((20, 30, 3), np.uint8)\n\
                   f = np.full((20, 30), np.nan, np.float32)\ne = np.zeros((0, 5), np.uint8)\n\
                   p = np.array([[1, 2], [8, 3], [5, 9]], np.int32)\n";
    let mut fine = 0;
    for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let execution = run(&format!("{prelude}{line}\n"), Limits::default());
        match execution.error {
            None => fine += 1,
            Some(error) => assert!(
                tame.contains(&error.kind.as_str()) || limits.contains(&error.kind.as_str()),
                "{line}: {error}"
            ),
        }
    }
    assert!(fine > 10, "some of these are legal: {fine}");
}

#[test]
fn common_work_on_large_pictures_is_affordable() {
    for (work, most) in [
        ("cv2.GaussianBlur(a, (5, 5), 0)", 3_000_000),
        ("cv2.Canny(g, 50, 150)", 12_000_000),
        ("cv2.cvtColor(a, cv2.COLOR_BGR2HSV)", 2_000_000),
        ("cv2.resize(a, (500, 500))", 3_000_000),
        ("cv2.findContours(g, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)", 3_000_000),
        ("cv2.warpAffine(a, np.float32([[1, 0, 9], [0, 1, 4]]), (1000, 1000))", 4_000_000),
    ] {
        let source = format!(
            "import cv2\nimport numpy as np\na = np.zeros((1000, 1000, 3), np.uint8)\ng = np.zeros((1000, 1000), np.uint8)\n{work}\n"
        );
        let execution = run(&source, Limits::default());
        assert!(execution.error.is_none(), "{work}: {:?}", execution.error);
        assert!(execution.fuel < most, "{work}: {} steps", execution.fuel);
    }
}

//! Drawing scripts against real Pillow (`goldens/make_drawing.py`), replay, and hostile arguments.

use image::RgbaImage;
use vthinker_sandbox::{Execution, Limits, Sandbox, replay};

const TILE: u32 = 48;
const COLUMNS: u32 = 8;

const IMPORTS: &str = "from PIL import Image, ImageDraw, ImageFont, ImageColor, ImageOps, ImageFilter\n";

/// The widest difference of a channel that a case may have; all others are equal to Pillow.
fn tolerance(name: &str) -> u8 {
    match name {
        // Pillow shrinks by whole factors first.
        "thumbnail" => 3,
        _ => 0,
    }
}

fn run(source: &str) -> Execution {
    let input = RgbaImage::from_pixel(TILE, TILE, image::Rgba([255; 4]));
    let mut sandbox = Sandbox::with_image(input, "/input/image.png", Limits::default());
    sandbox.run(&format!("{IMPORTS}{source}"))
}

fn run_well(name: &str, source: &str) -> Execution {
    let execution = run(source);
    assert!(execution.error.is_none(), "{name}: {:?}", execution.error);
    execution
}

fn cases() -> Vec<(String, String)> {
    let cases: serde_json::Value =
        serde_json::from_str(include_str!("goldens/drawing.json")).expect("drawing.json is JSON");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    cases
        .as_array()
        .expect("a list of cases")
        .iter()
        .map(|case| {
            let base = match &case["base"] {
                serde_json::Value::Null => "'white'".to_owned(),
                serde_json::Value::Array(parts) => {
                    let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
                    format!("({})", parts.join(","))
                }
                other => other.to_string(),
            };
            let mode = case["mode"].as_str().unwrap_or("RGB");
            let source = format!(
                "im=Image.new('{mode}',({TILE},{TILE}),{base})\nd=ImageDraw.Draw(im)\n{}\nim.save('out.png')\n",
                text(&case["source"])
            );
            (text(&case["name"]), source)
        })
        .collect()
}

fn golden_sheet() -> RgbaImage {
    image::load_from_memory(include_bytes!("goldens/drawing.png")).expect("drawing.png is a PNG").into_rgba8()
}

#[test]
fn scripts_give_pillows_pixels() {
    let sheet = golden_sheet();
    let mut wrong = Vec::new();
    for (index, (name, source)) in (0..).zip(cases()) {
        let execution = run_well(&name, &source);
        let made = &execution.images.first().unwrap_or_else(|| panic!("{name}: no image")).image;
        assert_eq!(made.dimensions(), (TILE, TILE), "{name}");
        let (left, top) = (index % COLUMNS * TILE, index / COLUMNS * TILE);
        let (mut count, mut widest) = (0, 0);
        for (x, y, pixel) in made.enumerate_pixels() {
            let golden = sheet.get_pixel(left + x, top + y);
            let off = pixel.0.iter().zip(golden.0).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0);
            if off > tolerance(&name) {
                eprintln!("{name}: {x},{y}: {:?}, Pillow has {:?}", pixel.0, golden.0);
                count += 1;
                widest = widest.max(off);
            }
        }
        if count > 0 {
            wrong.push(format!("{name}: {count} pixels differ, by {widest} at most"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn replaying_the_operations_gives_the_same_pixels() {
    let base = RgbaImage::from_pixel(TILE, TILE, image::Rgba([255; 4]));
    for (name, source) in cases() {
        let execution = run_well(&name, &source);
        let made = &execution.images[0];
        let json = serde_json::to_string(&execution.ops).expect("operations are JSON");
        let ops: Vec<vthinker_sandbox::DrawOp> = serde_json::from_str(&json).expect("and can be read back");
        assert_eq!(ops, execution.ops, "{name}");
        assert!(replay(&base, &ops, made.canvas) == *made.image, "{name}: the replay differs");
    }
}

#[test]
fn text_boxes_are_within_two_pixels_of_pillow() {
    let cases: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("goldens/text.json")).expect("text.json is JSON");
    assert!(cases.len() > 200);
    for case in cases {
        let (text, size, anchor) = (&case["text"], &case["size"], &case["anchor"]);
        let source = format!(
            "d=ImageDraw.Draw(Image.new('RGB',(10,10)))\nf=ImageFont.truetype('DejaVuSans.ttf',{size})\n\
             print(list(d.textbbox((50,40),{text},font=f,anchor={anchor})))\n\
             print(f.getlength({text}) if {length} else 0)",
            length = if case["length"].is_null() { "False" } else { "True" },
        );
        let output = run_well("text", &source).stdout;
        let mut lines = output.lines();
        let bbox: Vec<f64> = serde_json::from_str(lines.next().unwrap_or_default()).expect("four numbers");
        for (own, golden) in bbox.iter().zip(case["bbox"].as_array().expect("a box")) {
            let off = (own - golden.as_f64().expect("a number")).abs();
            assert!(off <= 2.0, "{case}: {bbox:?}");
        }
        let length: f64 = lines.next().unwrap_or_default().parse().expect("a length");
        let golden = case["length"].as_f64().unwrap_or(0.0);
        assert!((length - golden).abs() <= 0.5, "{case}: length {length}");
    }
}

#[test]
fn text_looks_like_pillows() {
    let golden = image::load_from_memory(include_bytes!("goldens/text.png")).expect("a PNG").into_luma8();
    let source = "im=Image.new('L',(200,32),255)\nf=ImageFont.truetype('arial.ttf',20)\n\
                  ImageDraw.Draw(im).text((4,4),'Triangle ABC, 37.5',fill=0,font=f)\nim.save('t.png')";
    let execution = run_well("text", source);
    let made = &execution.images[0].image;
    let (mut off, mut ink) = (0_u64, 0_u64);
    for (own, golden) in made.pixels().zip(golden.pixels()) {
        off += u64::from(own.0[0].abs_diff(golden.0[0]));
        ink += u64::from(255 - golden.0[0]);
    }
    // Measured: a few percent of the ink; FreeType's hinting moves the bars of letters.
    let share = off as f64 / ink as f64;
    assert!(share < 0.25, "{share} of the ink differs");
}

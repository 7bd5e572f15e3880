//! What a script drew, for the test that draws it again in a browser.

use std::io::Cursor;

use base64::{Engine, engine::general_purpose::STANDARD};
use image::{ImageFormat, RgbaImage};
use serde_json::{Value, json};

use crate::Case;
use crate::verdict::sandbox;

/// The events of a conversation that runs this one script: its start, its strokes, its pictures.
pub fn drawing(case: &Case) -> Value {
    let execution = sandbox(case).run(&case.source);
    let input = case.picture().map(|picture| file(0, &picture.into_rgba8()));
    let pictures = execution.images.iter().map(|output| file(output.canvas.0, &output.image));
    json!({
        "name": case.name,
        "input": input,
        "ops": execution.ops,
        "pictures": pictures.collect::<Vec<_>>(),
    })
}

fn file(canvas: u32, image: &RgbaImage) -> Value {
    let mut png = Cursor::new(Vec::new());
    image.write_to(&mut png, ImageFormat::Png).expect("a picture can be encoded");
    json!({
        "canvas": canvas,
        "width": image.width(),
        "height": image.height(),
        "png": STANDARD.encode(png.into_inner()),
    })
}

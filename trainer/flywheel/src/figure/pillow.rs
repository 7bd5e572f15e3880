//! Shapes in Pillow's words.

use super::shape::{Place, Shape};
use super::style::Style;
use super::{places, rgb};

/// The lines of a program up to the saved file.
pub(super) fn code((width, height): Place, style: &Style, shapes: &[Shape]) -> String {
    let statements: Vec<String> = shapes.iter().map(|shape| statement(shape, style)).collect();
    format!(
        "from PIL import Image, ImageDraw, ImageFont\nim = Image.new(\"RGB\", ({width}, {height}), {})\n\
         d = ImageDraw.Draw(im)\n{}\nim.save(\"figure.png\")",
        rgb(style.background),
        statements.join("\n"),
    )
}

fn statement(shape: &Shape, style: &Style) -> String {
    match shape {
        Shape::Specks { places: at, color } => format!("d.point([{}], fill={})", places(at), rgb(*color)),
        Shape::Line { from, to, width, color } => {
            let width = width.map(|width| format!(", width={width}")).unwrap_or_default();
            format!("d.line(({}, {}, {}, {}), fill={}{width})", from.0, from.1, to.0, to.1, rgb(*color))
        }
        Shape::Polyline { places: at, width, color } => {
            format!("d.line([{}], fill={}, width={width}, joint=\"curve\")", places(at), rgb(*color))
        }
        Shape::Ellipse { centre: (x, y), radii: (a, b), color, outline } => {
            format!("d.ellipse(({}, {}, {}, {}), {})", x - a, y - b, x + a, y + b, paint(*color, *outline))
        }
        Shape::Arc { centre: (x, y), radius: r, from, to, width, color } => format!(
            "d.arc(({}, {}, {}, {}), {from}, {to}, fill={}, width={width})",
            x - r,
            y - r,
            x + r,
            y + r,
            rgb(*color)
        ),
        Shape::Rectangle { from, to, color, outline } => {
            format!("d.rectangle(({}, {}, {}, {}), {})", from.0, from.1, to.0, to.1, paint(*color, *outline))
        }
        Shape::Polygon { corners, color } => {
            format!("d.polygon([{}], fill={})", places(corners), rgb(*color))
        }
        Shape::Text { at: (x, y), content, size, color } => format!(
            "d.text(({x}, {y}), \"{content}\", fill={}, font=ImageFont.truetype(\"{}\", {size}), anchor=\"mm\")",
            rgb(*color),
            style.font
        ),
    }
}

fn paint(color: [u8; 3], outline: Option<i32>) -> String {
    match outline {
        None => format!("fill={}", rgb(color)),
        Some(width) => format!("outline={}, width={width}", rgb(color)),
    }
}

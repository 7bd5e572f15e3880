//! Shapes in matplotlib's words, on axes whose units are the picture's pixels.

use super::shape::{Place, Shape};
use super::style::Style;

/// Points of 1/72 inch in a pixel at 100 dots per inch.
const POINTS: f64 = 0.72;

/// The lines of a program up to the saved file.
pub(super) fn code((width, height): Place, style: &Style, shapes: &[Shape]) -> String {
    let statements: Vec<String> = shapes.iter().map(|shape| statement(shape, style)).collect();
    let [w, h] = [width, height].map(|side| f64::from(side) / 100.0);
    // A pixel's middle is its whole coordinate, as in Pillow.
    let [right, bottom] = [width, height].map(|side| f64::from(side) - 0.5);
    format!(
        "import matplotlib.pyplot as plt\nfrom matplotlib.patches import Arc, Ellipse, Polygon, Rectangle\n\
         fig = plt.figure(figsize=({w}, {h}), dpi=100, facecolor={})\nax = fig.add_axes([0, 0, 1, 1])\n\
         ax.set_xlim(-0.5, {right})\nax.set_ylim({bottom}, -0.5)\nax.axis(\"off\")\n{}\n\
         fig.savefig(\"figure.png\", dpi=100)",
        hex(style.background),
        statements.join("\n"),
    )
}

fn statement(shape: &Shape, style: &Style) -> String {
    match shape {
        Shape::Specks { places, color } => {
            let (xs, ys) = columns(places);
            format!("ax.scatter([{xs}], [{ys}], s=0.5, color={}, linewidths=0)", hex(*color))
        }
        Shape::Line { from, to, width, color } => line(&[*from, *to], width.unwrap_or(1), *color),
        Shape::Polyline { places, width, color } => line(places, *width, *color),
        Shape::Ellipse { centre, radii: (a, b), color, outline } => {
            format!("ax.add_patch(Ellipse({centre:?}, {}, {}, {}))", 2 * a, 2 * b, paint(*color, *outline))
        }
        Shape::Arc { centre, radius, from, to, width, color } => format!(
            "ax.add_patch(Arc({centre:?}, {d}, {d}, theta1={from}, theta2={to}, color={}, linewidth={:.2}, zorder=2))",
            hex(*color),
            f64::from(*width) * POINTS,
            d = 2 * radius,
        ),
        Shape::Rectangle { from, to, color, outline } => format!(
            "ax.add_patch(Rectangle({from:?}, {}, {}, {}))",
            to.0 - from.0,
            to.1 - from.1,
            paint(*color, *outline)
        ),
        Shape::Polygon { corners, color } => {
            format!("ax.add_patch(Polygon([{}], {}))", super::places(corners), paint(*color, None))
        }
        Shape::Text { at: (x, y), content, size, color } => format!(
            "ax.text({x}, {y}, \"{content}\", fontsize={:.1}, color={}, ha=\"center\", va=\"center\"{})",
            f64::from(*size) * POINTS,
            hex(*color),
            match style.font {
                "DejaVuSans-Bold.ttf" => ", fontweight=\"bold\"",
                "DejaVuSansMono.ttf" => ", family=\"monospace\"",
                _ => "",
            }
        ),
    }
}

fn line(places: &[Place], width: i32, color: [u8; 3]) -> String {
    let (xs, ys) = columns(places);
    format!("ax.plot([{xs}], [{ys}], color={}, linewidth={:.2})", hex(color), f64::from(width) * POINTS)
}

fn columns(places: &[Place]) -> (String, String) {
    let join = |values: Vec<String>| values.join(", ");
    (
        join(places.iter().map(|p| p.0.to_string()).collect()),
        join(places.iter().map(|p| p.1.to_string()).collect()),
    )
}

fn paint(color: [u8; 3], outline: Option<i32>) -> String {
    match outline {
        None => format!("facecolor={}, edgecolor=\"none\", zorder=2", hex(color)),
        Some(width) => {
            format!(
                "fill=False, edgecolor={}, linewidth={:.2}, zorder=2",
                hex(color),
                f64::from(width) * POINTS
            )
        }
    }
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("\"#{r:02x}{g:02x}{b:02x}\"")
}

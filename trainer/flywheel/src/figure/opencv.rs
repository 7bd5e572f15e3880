//! Shapes in OpenCV's words; its letters are ASCII only.

use super::places;
use super::shape::{Place, Shape};
use super::style::Style;

/// The lines of a program up to the saved file.
pub(super) fn code((width, height): Place, style: &Style, shapes: &[Shape]) -> String {
    let statements: Vec<String> = shapes.iter().map(statement).collect();
    let lettered = shapes.iter().any(|shape| matches!(shape, Shape::Text { .. }));
    let lettering = if lettered {
        "def letter(text, x, y, size, color):\n    \
         scale = cv2.getFontScaleFromHeight(cv2.FONT_HERSHEY_SIMPLEX, int(size * 0.72), 1)\n    \
         (w, h), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, scale, 1)\n    \
         cv2.putText(im, text, (x - w // 2, y + h // 2), cv2.FONT_HERSHEY_SIMPLEX, scale, color, 1, cv2.LINE_AA)\n"
    } else {
        ""
    };
    let ground = match style.background {
        // A number for all channels is written quicker than one for each.
        [grey, green, blue] if grey == green && grey == blue => grey.to_string(),
        color => bgr(color),
    };
    format!(
        "import cv2\nimport numpy as np\nim = np.full(({height}, {width}, 3), {ground}, np.uint8)\n{lettering}{}\n\
         cv2.imwrite(\"figure.png\", im)",
        statements.join("\n"),
    )
}

/// Whether OpenCV has the letters.
pub(super) fn can_letter(shapes: &[Shape]) -> bool {
    shapes.iter().all(|shape| !matches!(shape, Shape::Text { content, .. } if !content.is_ascii()))
}

fn statement(shape: &Shape) -> String {
    match shape {
        Shape::Specks { places: at, color } => {
            format!("for x, y in [{}]:\n    im[y, x] = {}", places(at), bgr(*color))
        }
        Shape::Line { from, to, width, color } => {
            format!("cv2.line(im, {from:?}, {to:?}, {}, {}, cv2.LINE_AA)", bgr(*color), width.unwrap_or(1))
        }
        Shape::Polyline { places: at, width, color } => format!(
            "cv2.polylines(im, [np.array([{}], np.int32)], False, {}, {width}, cv2.LINE_AA)",
            places(at),
            bgr(*color)
        ),
        Shape::Ellipse { centre, radii, color, outline } => format!(
            "cv2.ellipse(im, {centre:?}, {radii:?}, 0, 0, 360, {}, {}, cv2.LINE_AA)",
            bgr(*color),
            outline.unwrap_or(-1)
        ),
        Shape::Arc { centre, radius, from, to, width, color } => format!(
            "cv2.ellipse(im, {centre:?}, ({radius}, {radius}), 0, {from}, {to}, {}, {width}, cv2.LINE_AA)",
            bgr(*color)
        ),
        Shape::Rectangle { from, to, color, outline } => {
            format!("cv2.rectangle(im, {from:?}, {to:?}, {}, {})", bgr(*color), outline.unwrap_or(-1))
        }
        Shape::Polygon { corners, color } => format!(
            "cv2.fillPoly(im, [np.array([{}], np.int32)], {}, cv2.LINE_AA)",
            places(corners),
            bgr(*color)
        ),
        Shape::Text { at: (x, y), content, size, color } => {
            format!("letter(\"{content}\", {x}, {y}, {size}, {})", bgr(*color))
        }
    }
}

fn bgr([r, g, b]: [u8; 3]) -> String {
    format!("({b}, {g}, {r})")
}

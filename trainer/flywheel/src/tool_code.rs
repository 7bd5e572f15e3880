//! The Python that the model should write: few skeletons, only the drawing lines differ.

use vthinker_core::judge::Mark;

use crate::figure::{Library, Place};
use crate::palette::PEN;

/// How tool code draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pen {
    /// Pillow or OpenCV.
    pub library: Library,
    /// Width of lines in pixels.
    pub width: i32,
    /// Radius of points in pixels.
    pub dot: i32,
    /// Height of letters in pixels.
    pub letters: i32,
}

impl Pen {
    /// The pen on the mini's figures.
    pub const MINI: Pen = Pen { library: Library::Pillow, width: 2, dot: 3, letters: 12 };
}

/// Code that draws the marks with the mini's pen, saves the picture and prints its path. Coordinates are whole
/// pixels, each written once.
pub fn tool_code(marks: &[Mark]) -> String {
    tool_code_with(&Pen::MINI, marks, &[])
}

/// Code that draws marks and labels with a pen, saves the picture and prints its path.
pub(crate) fn tool_code_with(pen: &Pen, marks: &[Mark], labels: &[(Place, String)]) -> String {
    match pen.library {
        Library::OpenCv if labels.iter().all(|(_, text)| text.is_ascii()) => opencv(pen, marks, labels),
        _ => pillow(pen, marks, labels),
    }
}

/// The code of a later round: it opens what the last one saved, or draws on in the same session.
pub(crate) fn later(code: &str, reopens: bool) -> String {
    if reopens {
        return code.replace("(image_path)", "(\"out.png\")");
    }
    let opens = |line: &&str| {
        line.starts_with("im = Image.open")
            || line.starts_with("im = cv2.imread")
            || line.starts_with("d = ImageDraw")
    };
    code.lines().filter(|line| !opens(line)).collect::<Vec<_>>().join("\n")
}

fn pillow(pen: &Pen, marks: &[Mark], labels: &[(Place, String)]) -> String {
    let mut lines = drawing(pen, marks);
    for ((x, y), text) in labels {
        lines.push(format!(
            "d.text(({x}, {y}), \"{text}\", fill=\"{PEN}\", font=ImageFont.truetype(\"DejaVuSans.ttf\", {}), \
             anchor=\"mm\")",
            pen.letters
        ));
    }
    let font = if labels.is_empty() { "" } else { ", ImageFont" };
    format!(
        "from PIL import Image, ImageDraw{font}\nim = Image.open(image_path)\nd = ImageDraw.Draw(im)\n{}\n\
         im.save(\"out.png\")\nprint(\"out.png\")",
        lines.join("\n")
    )
}

fn drawing(pen: &Pen, marks: &[Mark]) -> Vec<String> {
    let points: Vec<String> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Point { x, y } => Some(format!("({x:.0}, {y:.0})")),
            _ => None,
        })
        .collect();
    if points.len() > 1 && points.len() == marks.len() {
        return vec![
            format!("for p in [{}]:", points.join(", ")),
            format!("    d.circle(p, {}, fill=\"{PEN}\")", pen.dot),
        ];
    }
    marks.iter().map(|mark| stroke(pen, mark)).collect()
}

fn stroke(pen: &Pen, mark: &Mark) -> String {
    let width = pen.width;
    match mark {
        Mark::Point { x, y } => format!("d.circle(({x:.0}, {y:.0}), {}, fill=\"{PEN}\")", pen.dot),
        Mark::Segment { x0, y0, x1, y1 } | Mark::Line { x0, y0, x1, y1 } => {
            format!("d.line(({x0:.0}, {y0:.0}, {x1:.0}, {y1:.0}), fill=\"{PEN}\", width={width})")
        }
        Mark::Circle { x, y, r } => {
            format!("d.circle(({x:.0}, {y:.0}), {r:.0}, outline=\"{PEN}\", width={width})")
        }
        Mark::Box { x0, y0, x1, y1 } => {
            format!("d.rectangle(({x0:.0}, {y0:.0}, {x1:.0}, {y1:.0}), outline=\"{PEN}\", width={width})")
        }
        Mark::Polyline { points } => {
            format!("d.line([{}], fill=\"{PEN}\", width={width})", places(points))
        }
    }
}

/// Magenta in OpenCV's order of channels.
const BGR: &str = "(255, 0, 255)";

fn opencv(pen: &Pen, marks: &[Mark], labels: &[(Place, String)]) -> String {
    let mut lines: Vec<String> = marks.iter().map(|mark| opencv_stroke(pen, mark)).collect();
    for ((x, y), text) in labels {
        // A Hershey letter is about 0.6 of its height wide.
        let left = x - (text.len() as i32 * pen.letters * 3) / 10;
        let scale = f64::from(pen.letters) / 30.0;
        lines.push(format!(
            "cv2.putText(im, \"{text}\", ({left}, {}), cv2.FONT_HERSHEY_SIMPLEX, {scale:.2}, {BGR}, 1, \
             cv2.LINE_AA)",
            y + pen.letters / 3
        ));
    }
    let numpy = if marks.iter().any(|mark| matches!(mark, Mark::Polyline { .. })) {
        "import numpy as np\n"
    } else {
        ""
    };
    format!(
        "import cv2\n{numpy}im = cv2.imread(image_path)\n{}\ncv2.imwrite(\"out.png\", im)\nprint(\"out.png\")",
        lines.join("\n")
    )
}

fn opencv_stroke(pen: &Pen, mark: &Mark) -> String {
    let width = pen.width;
    match mark {
        Mark::Point { x, y } => format!("cv2.circle(im, ({x:.0}, {y:.0}), {}, {BGR}, -1)", pen.dot),
        Mark::Segment { x0, y0, x1, y1 } | Mark::Line { x0, y0, x1, y1 } => {
            format!("cv2.line(im, ({x0:.0}, {y0:.0}), ({x1:.0}, {y1:.0}), {BGR}, {width})")
        }
        Mark::Circle { x, y, r } => {
            format!("cv2.circle(im, ({x:.0}, {y:.0}), {r:.0}, {BGR}, {width})")
        }
        Mark::Box { x0, y0, x1, y1 } => {
            format!("cv2.rectangle(im, ({x0:.0}, {y0:.0}), ({x1:.0}, {y1:.0}), {BGR}, {width})")
        }
        Mark::Polyline { points } => {
            format!("cv2.polylines(im, [np.array([{}], np.int32)], False, {BGR}, {width})", places(points))
        }
    }
}

fn places(points: &[[f32; 2]]) -> String {
    let points: Vec<String> = points.iter().map(|[x, y]| format!("({x:.0}, {y:.0})")).collect();
    points.join(", ")
}

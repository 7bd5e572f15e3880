//! The Python that the model should write: one skeleton, only the drawing lines differ.

use vthinker_core::judge::Mark;

use super::palette::PEN;

/// Code that draws the marks on the picture, saves it and prints its path. Coordinates are whole pixels, each
/// written once.
pub fn tool_code(marks: &[Mark]) -> String {
    format!(
        "from PIL import Image, ImageDraw\nim = Image.open(image_path)\nd = ImageDraw.Draw(im)\n{}\n\
         im.save(\"out.png\")\nprint(\"out.png\")",
        drawing(marks).join("\n")
    )
}

fn drawing(marks: &[Mark]) -> Vec<String> {
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
            format!("    d.circle(p, 3, fill=\"{PEN}\")"),
        ];
    }
    marks.iter().map(stroke).collect()
}

fn stroke(mark: &Mark) -> String {
    match mark {
        Mark::Point { x, y } => format!("d.circle(({x:.0}, {y:.0}), 3, fill=\"{PEN}\")"),
        Mark::Segment { x0, y0, x1, y1 } | Mark::Line { x0, y0, x1, y1 } => {
            format!("d.line(({x0:.0}, {y0:.0}, {x1:.0}, {y1:.0}), fill=\"{PEN}\", width=2)")
        }
        Mark::Circle { x, y, r } => {
            format!("d.circle(({x:.0}, {y:.0}), {r:.0}, outline=\"{PEN}\", width=2)")
        }
        Mark::Box { x0, y0, x1, y1 } => {
            format!("d.rectangle(({x0:.0}, {y0:.0}, {x1:.0}, {y1:.0}), outline=\"{PEN}\", width=2)")
        }
        Mark::Polyline { points } => {
            let points: Vec<String> = points.iter().map(|[x, y]| format!("({x:.0}, {y:.0})")).collect();
            format!("d.line([{}], fill=\"{PEN}\", width=2)", points.join(", "))
        }
    }
}

//! The script's problems: a segment on an empty ground, of which a part is to be found.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::pick;
use crate::teacher::{Form, Proposal, Step};

/// How repaired questions begin.
pub(super) const REPAIRED: &str = "Look closely.";

/// A horizontal segment of which an even share is asked for in pixels.
pub(super) fn segment(rng: &mut ChaCha8Rng, (level, form): (u8, Form)) -> Proposal {
    let (width, height) = (20 * rng.random_range(12..=24), 20 * rng.random_range(10..=20));
    let parts = pick(rng, &[2, 3, 4]);
    let step = rng.random_range(10..=(width - 60) / parts);
    let length = parts * step;
    let x0 = rng.random_range(20..=width - 20 - length);
    let y = rng.random_range(30..=height - 60);
    let ink = pick(rng, &["black", "navy", "darkgreen", "maroon"]);
    let ground = rng.random_range(235..=255);
    let figure_code = format!(
        "from PIL import Image, ImageDraw\nim = Image.new(\"RGB\", ({width}, {height}), ({ground}, {ground}, \
         {ground}))\nd = ImageDraw.Draw(im)\nd.line(({x0}, {y}, {}, {y}), fill=\"{ink}\", width=3)\nd.circle(({x0}, \
         {y}), 5, fill=\"{ink}\")\nd.circle(({}, {y}), 5, fill=\"{ink}\")\nim.save(\"figure.png\")\n\
         print(\"figure.png\")",
        x0 + length,
        x0 + length,
    );
    let at = x0 + step;
    let code = format!(
        "from PIL import Image, ImageDraw\nim = Image.open(image_path)\nd = ImageDraw.Draw(im)\n\
         d.line(({at}, {}, {at}, {}), fill=\"magenta\", width=2)\nim.save(\"out.png\")\nprint(\"out.png\")",
        y - 12,
        y + 12,
    );
    let name = ["half", "third", "quarter"][*parts as usize - 2];
    let choices = match form {
        Form::FillIn => vec![],
        Form::Choice => [step + 7, step, step + 19, step + 31].iter().map(ToString::to_string).collect(),
    };
    Proposal {
        question: format!("How many pixels long is a {name} of the segment?"),
        choices,
        answer: step.to_string(),
        figure_code,
        steps: vec![Step {
            thought: format!("The first {name} ends where a stroke divides the segment."),
            code,
        }],
        conclusion: format!("The stroke lies {step} pixels from the left end."),
        level,
        knowledge: vec![],
        tools: vec![],
    }
}

/// One more stroke near the top, away from the segment; `number` keeps strokes apart.
pub(super) fn further_mark(rng: &mut ChaCha8Rng, number: usize) -> (String, String) {
    let y = 4 + 8 * number;
    let length = rng.random_range(30..=180);
    let code = format!(
        "from PIL import Image, ImageDraw\nim = Image.open(\"out.png\")\nd = ImageDraw.Draw(im)\n\
         d.line((10, {y}, {}, {y}), fill=\"magenta\", width=2)\nim.save(\"out.png\")\nprint(\"out.png\")",
        10 + length,
    );
    ("A second stroke marks the other row.".to_owned(), code)
}

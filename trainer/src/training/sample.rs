//! One problem as tokens, pictures and a loss mask.

use anyhow::{Context, Result};
use image::RgbImage;
use vthinker_core::input::Patches;
use vthinker_core::model::Sequence;
use vthinker_core::think::{
    Content, Feedback, IMAGE_PATH, Piece, Preparation, encode_content, encode_prompt, feedback, prompt,
};
use vthinker_sandbox::{Limits, Sandbox};

use super::contents::{Contents, contents};
use super::pointing::named_points;
use crate::flywheel::{Problem, Segment};

/// A training sequence.
#[derive(Debug, Clone, Default)]
pub struct Sample {
    /// Token ids; a picture is its vision start, pads and vision end.
    pub ids: Vec<u32>,
    /// Whether the token at this place is learned: the model's own words are, the prompt, images and what the
    /// sandbox said are not.
    pub trained: Vec<bool>,
    /// Pictures in reading order.
    pub images: Vec<Patches>,
    /// What the image tokens show, in reading order; none where it is not known.
    pub contents: Vec<Contents>,
    /// Learned tokens that spell a point, each with the image token that holds the point in the latest picture.
    pub pointing: Vec<Pointing>,
}

/// A learned token that spells part of a point's coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointing {
    /// Index of the token.
    pub at: usize,
    /// Index of the image token.
    pub image_token: usize,
}

impl Sample {
    /// Adds a stretch of context.
    pub fn push(&mut self, piece: Piece, trained: bool, with: &Preparation) {
        let ids = piece.ids(with);
        self.trained.extend(std::iter::repeat_n(trained, ids.len()));
        self.ids.extend(ids);
        if let Piece::Image(patches) = piece {
            self.images.push(patches);
        }
    }

    /// The same with another first learned token: an answer that differs from its beginning on.
    pub(crate) fn answered_with(&self, word: u32) -> Self {
        let mut sample = self.clone();
        if let Some(at) = sample.trained.iter().position(|trained| *trained) {
            sample.ids[at] = word;
        }
        sample
    }

    /// Writes a problem out as the conversation that the loop would have had: the same prompt, the code run in the
    /// same sandbox, its result fed back in the same words.
    ///
    /// # Errors
    /// If the picture cannot be read or a code block of the problem fails.
    pub fn encode(problem: &Problem, with: &Preparation, kind: Feedback) -> Result<Self> {
        let bad = || format!("problem `{}`", problem.id);
        let image = problem.image().with_context(bad)?;
        let canvas = with.processor.canvas(&image).with_context(bad)?;
        let messages = prompt(problem.task, &problem.prompt(), &canvas);
        let mut sample = Sample::default();
        for piece in encode_prompt(with, &messages, std::slice::from_ref(&canvas))? {
            sample.show(&piece, &canvas, problem, with);
            sample.push(piece, false, with);
        }
        let rgba = image::DynamicImage::ImageRgb8(canvas).into_rgba8();
        let mut sandbox = Sandbox::with_image(rgba, IMAGE_PATH, Limits::default());
        let mut text = String::new();
        let last = problem.trajectory.len().saturating_sub(1);
        for (i, segment) in problem.trajectory.iter().enumerate() {
            match segment {
                Segment::Text(words) => text.push_str(words),
                Segment::Code(source) => {
                    text.push_str(&format!("<code>\n```python\n{source}\n```\n</code>"));
                    sample.learn(std::mem::take(&mut text), with)?;
                    if i == last {
                        break;
                    }
                    let run = sandbox.run(source);
                    if let Some(error) = &run.error {
                        anyhow::bail!("problem `{}`: its code fails: {error}", problem.id);
                    }
                    let fed_back = feedback(&run, kind);
                    for (content, piece) in fed_back.iter().zip(encode_content(with, &fed_back)?) {
                        if let Content::Image(picture) = content {
                            sample.show(&piece, picture, problem, with);
                        }
                        sample.push(piece, false, with);
                    }
                }
            }
        }
        if !text.is_empty() {
            sample.learn(text, with)?;
            sample.push(Piece::Tokens(vec![with.tokenizer.im_end]), true, with);
        }
        Ok(sample)
    }

    /// Notes what the tokens of a piece about to be added show, if it is a picture.
    fn show(&mut self, piece: &Piece, picture: &RgbImage, problem: &Problem, with: &Preparation) {
        if let Piece::Image(Patches { grid, .. }) = piece {
            let merge = with.processor.config().merge_size;
            self.contents.extend(contents(picture, problem, grid.w / merge, grid.h / merge));
        }
    }

    fn learn(&mut self, text: String, with: &Preparation) -> Result<()> {
        for piece in encode_content(with, &[Content::Text(text)])? {
            if let Piece::Tokens(ids) = &piece {
                self.point(ids, with);
            }
            self.push(piece, true, with);
        }
        Ok(())
    }

    /// Notes which of the tokens about to be added spell points of the latest picture.
    fn point(&mut self, ids: &[u32], with: &Preparation) {
        let Some(grid) = self.images.last().map(|image| image.grid) else { return };
        let merge = with.processor.config().merge_size;
        let side = with.processor.config().factor() as usize;
        let (rows, columns) = (grid.h / merge, grid.w / merge);
        let Some(last) = self.ids.iter().rposition(|id| *id == with.tokenizer.image_pad) else { return };
        let first = last + 1 - rows * columns;
        let mut text = String::new();
        let starts: Vec<usize> = ids
            .iter()
            .map(|id| {
                let start = text.len();
                text.push_str(&with.tokenizer.decode(&[*id]));
                start
            })
            .collect();
        for point in named_points(&text) {
            let (row, column) = (point.y / side, point.x / side);
            if column >= columns || row >= rows {
                continue;
            }
            let image_token = first + row * columns + column;
            for (i, start) in starts.iter().enumerate() {
                if (point.start..point.end).contains(start) {
                    self.pointing.push(Pointing { at: self.ids.len() + i, image_token });
                }
            }
        }
    }

    /// Tokens and pictures as the model reads them.
    pub fn sequence(&self) -> Sequence<'_> {
        Sequence { ids: &self.ids, images: self.images.iter().collect() }
    }

    /// Number of learned tokens.
    pub fn targets(&self) -> usize {
        self.trained.iter().filter(|t| **t).count()
    }
}

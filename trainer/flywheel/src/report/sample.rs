//! Problems as the page shows them.

use std::collections::BTreeMap;
use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use image::codecs::jpeg::JpegEncoder;
use serde::Serialize;

use crate::Problem;

/// Quality of pictures that JPEG keeps in fewer bytes.
const JPEG: u8 = 80;

/// A problem with its pictures as data addresses.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Sample {
    family: String,
    domain: String,
    task: String,
    level: u8,
    question: String,
    choices: Vec<String>,
    answer: Option<String>,
    reasoning: String,
    knowledge: Vec<String>,
    tools: Vec<String>,
    before: String,
    after: String,
}

/// The first problems of every family in turn, up to a number.
pub(super) fn choose(problems: &[Problem], number: usize) -> Vec<Sample> {
    let mut families: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        families.entry(&problem.family).or_default().push(problem);
    }
    let longest = families.values().map(Vec::len).max().unwrap_or(0);
    (0..longest)
        .flat_map(|place| families.values().filter_map(move |of| of.get(place)))
        .take(number)
        .map(|problem| sample(problem))
        .collect()
}

fn sample(problem: &Problem) -> Sample {
    Sample {
        family: problem.family.clone(),
        domain: problem.domain.clone(),
        task: problem.task.to_string(),
        level: problem.level,
        question: problem.question.clone(),
        choices: problem.choices.clone(),
        answer: problem.answer.clone(),
        reasoning: problem.cot_with_code(),
        knowledge: problem.knowledge.clone(),
        tools: problem.tools.clone(),
        before: address(&problem.image),
        after: address(&problem.edited_image),
    }
}

/// A picture in the smallest of its forms: WebP keeps flat figures exactly in few bytes, JPEG is for noisy ones.
fn address(png: &[u8]) -> String {
    let mut forms = vec![("png", png.to_vec())];
    if let Ok(picture) = image::load_from_memory_with_format(png, image::ImageFormat::Png) {
        let picture = picture.into_rgb8();
        let (mut webp, mut jpeg) = (Cursor::new(Vec::new()), Vec::new());
        if picture.write_to(&mut webp, image::ImageFormat::WebP).is_ok() {
            forms.push(("webp", webp.into_inner()));
        }
        if JpegEncoder::new_with_quality(&mut jpeg, JPEG).encode_image(&picture).is_ok() {
            forms.push(("jpeg", jpeg));
        }
    }
    let smallest = forms.into_iter().min_by_key(|(_, bytes)| bytes.len());
    smallest
        .map_or(String::new(), |(kind, bytes)| format!("data:image/{kind};base64,{}", STANDARD.encode(bytes)))
}

//! Problems on disk: V-Interaction and V-Perception rows beside a folder of images.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::Element;
use crate::expand::Expansion;
use crate::problem::{Problem, Segment, letter};

const INTERACTION: &str = "interaction.jsonl";
const PERCEPTION: &str = "perception.jsonl";
const IMAGES: &str = "images";

/// A row of either file: the published fields of its data set, then our own. Perception rows carry
/// `python_code` and `element_arrtibute` (spelled as published), interaction rows the other code fields.
#[derive(Debug, Serialize, Deserialize)]
struct Row {
    id: String,
    question: String,
    image: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    original_img_code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    python_code: Option<String>,
    #[serde(rename = "element_arrtibute", default, skip_serializing_if = "Vec::is_empty")]
    elements: Vec<Element>,
    edited_image: String,
    tool_code: String,
    #[serde(rename = "CoT_with_code")]
    cot_with_code: String,
    /// A text for reasoning, the marks' coordinates for perception, else null.
    answer: serde_json::Value,
    task: Task,
    family: String,
    domain: String,
    level: u8,
    marks: Vec<Mark>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mark_names: Vec<String>,
    width: u32,
    height: u32,
    trajectory: Vec<Segment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    choices: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    knowledge: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tools: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expansion: Option<Expansion>,
}

fn row(problem: &Problem, image: &str, edited: &str) -> Row {
    let perception = problem.task == Task::Perception;
    let code = Some(problem.original_img_code.clone());
    let answer = match &problem.answer {
        Some(text) => text.as_str().into(),
        None if perception => coordinates(&problem.marks, &problem.mark_names),
        None => serde_json::Value::Null,
    };
    Row {
        id: problem.id.clone(),
        question: problem.prompt(),
        image: image.to_owned(),
        original_img_code: code.clone().filter(|_| !perception),
        python_code: code.filter(|_| perception),
        elements: if perception { problem.elements.clone() } else { vec![] },
        edited_image: edited.to_owned(),
        tool_code: problem.tool_code().to_owned(),
        cot_with_code: problem.cot_with_code(),
        answer,
        task: problem.task,
        family: problem.family.clone(),
        domain: problem.domain.clone(),
        level: problem.level,
        marks: problem.marks.clone(),
        mark_names: problem.mark_names.clone(),
        width: problem.width,
        height: problem.height,
        trajectory: problem.trajectory.clone(),
        choices: problem.choices.clone(),
        knowledge: problem.knowledge.clone(),
        tools: problem.tools.clone(),
        expansion: problem.expansion.clone(),
    }
}

/// V-Perception's answer: a dictionary of whole pixel coordinates, by the question's names if it has any.
fn coordinates(marks: &[Mark], names: &[String]) -> serde_json::Value {
    let entry = |(i, mark): (usize, &Mark)| {
        let points: Vec<[i64; 2]> = mark.points().iter().map(|p| p.map(|v| v.round() as i64)).collect();
        let value = match points[..] {
            [point] => serde_json::json!(point),
            _ => serde_json::json!(points),
        };
        (names.get(i).cloned().unwrap_or_else(|| format!("mark_{}", i + 1)), value)
    };
    serde_json::Value::Object(marks.iter().enumerate().map(entry).collect())
}

/// Writes a folder of problems.
pub struct Writer {
    folder: PathBuf,
    interaction: BufWriter<File>,
    perception: BufWriter<File>,
}

impl Writer {
    /// Makes the folder, or empties the two lists in it.
    pub fn create(folder: &Path) -> Result<Self> {
        let images = folder.join(IMAGES);
        fs::create_dir_all(&images).with_context(|| format!("cannot make {}", images.display()))?;
        let list = |name| {
            let path = folder.join(name);
            File::create(&path)
                .map(BufWriter::new)
                .with_context(|| format!("cannot write {}", path.display()))
        };
        Ok(Self { folder: folder.to_owned(), interaction: list(INTERACTION)?, perception: list(PERCEPTION)? })
    }

    /// Writes one problem.
    pub fn write(&mut self, problem: &Problem) -> Result<()> {
        let image = format!("{IMAGES}/{}.png", problem.id);
        let edited = format!("{IMAGES}/{}-edited.png", problem.id);
        for (name, bytes) in [(&image, &problem.image), (&edited, &problem.edited_image)] {
            let path = self.folder.join(name);
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        let list =
            if problem.task == Task::Perception { &mut self.perception } else { &mut self.interaction };
        let row = serde_json::to_string(&row(problem, &image, &edited))?;
        writeln!(list, "{row}").context("cannot write the list of problems")
    }

    /// Writes what is still buffered.
    pub fn finish(mut self) -> Result<()> {
        self.interaction.flush()?;
        self.perception.flush()?;
        Ok(())
    }
}

/// Reads a folder that [`Writer`] wrote: perception first, then interaction, each in order.
pub fn read_dir(path: &Path) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for name in [PERCEPTION, INTERACTION] {
        let file = path.join(name);
        if !file.exists() {
            continue;
        }
        let reader =
            BufReader::new(File::open(&file).with_context(|| format!("cannot open {}", file.display()))?);
        for (number, line) in reader.lines().enumerate() {
            let place = || format!("{}, line {}", file.display(), number + 1);
            let line = line.with_context(place)?;
            if line.trim().is_empty() {
                continue;
            }
            let row: Row = serde_json::from_str(&line).with_context(place)?;
            problems.push(restore(path, row).with_context(place)?);
        }
    }
    if problems.is_empty() {
        bail!("{} holds no problems: expected {PERCEPTION} or {INTERACTION} with rows", path.display());
    }
    Ok(problems)
}

fn without_choices(mut text: String, choices: &[String]) -> String {
    let lines: Vec<String> =
        choices.iter().enumerate().map(|(place, choice)| format!("\n{}. {choice}", letter(place))).collect();
    if text.ends_with(&lines.concat()) {
        text.truncate(text.len() - lines.concat().len());
    }
    text
}

fn restore(folder: &Path, row: Row) -> Result<Problem> {
    let load = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    Ok(Problem {
        image: load(&row.image)?,
        edited_image: load(&row.edited_image)?,
        id: row.id,
        task: row.task,
        family: row.family,
        domain: row.domain,
        level: row.level,
        question: without_choices(row.question, &row.choices),
        original_img_code: row.original_img_code.or(row.python_code).unwrap_or_default(),
        elements: row.elements,
        trajectory: row.trajectory,
        width: row.width,
        height: row.height,
        answer: row.answer.as_str().map(str::to_owned),
        marks: row.marks,
        mark_names: row.mark_names,
        choices: row.choices,
        knowledge: row.knowledge,
        tools: row.tools,
        expansion: row.expansion,
    })
}

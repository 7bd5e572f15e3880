//! A row of VTBench: one picture, three tasks.

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use vthinker_core::think::Task;

use super::columns::Kind;
use super::picture::Picture;
use super::published::words;
use super::record::Record;
use super::row::Row;
use crate::Problem;

/// Texts and pictures of a row; empty where a task is missing.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // the fields are VTBench's
pub struct BenchRow {
    #[serde(deserialize_with = "words")]
    pub id: String,
    #[serde(skip)]
    pub image: Picture,
    #[serde(skip)]
    pub annotation_instruction: Picture,
    #[serde(skip)]
    pub annotation_perception: Picture,
    #[serde(deserialize_with = "words")]
    pub question_reasoning: String,
    #[serde(deserialize_with = "words")]
    pub answer_reasoning: String,
    #[serde(deserialize_with = "words")]
    pub question_perception: String,
    #[serde(deserialize_with = "words")]
    pub question_instruction: String,
    #[serde(deserialize_with = "words")]
    pub answer_instruction: String,
    #[serde(deserialize_with = "words")]
    pub domain: String,
    #[serde(rename = "dataset-entity", deserialize_with = "words")]
    pub entity: String,
}

impl BenchRow {
    /// A row of problems about the same picture, at most one of each task.
    ///
    /// # Errors
    /// If there is none, or pictures or tasks do not fit together.
    pub fn of(problems: &[Problem]) -> Result<Self> {
        let first = problems.first().context("a row of VTBench needs a problem")?;
        let mut row = BenchRow {
            id: first.id.clone(),
            image: Picture::embedded(format!("{}.png", first.id), first.image.clone()),
            domain: first.domain.clone(),
            entity: first.family.clone(),
            ..BenchRow::default()
        };
        for problem in problems {
            ensure!(problem.image == first.image, "{} and {} differ in their pictures", problem.id, first.id);
            let question = match problem.task {
                Task::Perception => &mut row.question_perception,
                Task::Instruction => &mut row.question_instruction,
                Task::Reasoning => &mut row.question_reasoning,
            };
            ensure!(question.is_empty(), "two problems of one row have the task {:?}", problem.task);
            *question = problem.prompt();
            let edited =
                Picture::embedded(format!("{}-edited.png", problem.id), problem.edited_image.clone());
            match problem.task {
                Task::Perception => row.annotation_perception = edited,
                Task::Instruction => {
                    row.annotation_instruction = edited;
                    row.answer_instruction = problem.tool_code().to_owned();
                }
                Task::Reasoning => row.answer_reasoning = problem.answer.clone().unwrap_or_default(),
            }
        }
        Ok(row)
    }

    /// From a row of a file.
    ///
    /// # Errors
    /// If a field has another form.
    pub fn from_record(mut record: Record) -> Result<Self> {
        let mut row: BenchRow =
            serde_json::from_value(Value::Object(record.fields)).context("a field's form")?;
        row.image = record.pictures.remove("image").unwrap_or_default();
        row.annotation_instruction = record.pictures.remove("annotation_instruction").unwrap_or_default();
        row.annotation_perception = record.pictures.remove("annotation_perception").unwrap_or_default();
        Ok(row)
    }

    /// As a row of a file.
    ///
    /// # Errors
    /// Never for texts; the signature is that of `serde_json`.
    pub fn into_record(self) -> Result<Record> {
        let fields = match serde_json::to_value(&self)? {
            Value::Object(fields) => fields,
            other => bail!("a row became {other}"),
        };
        let pictures = [
            ("image", self.image),
            ("annotation_instruction", self.annotation_instruction),
            ("annotation_perception", self.annotation_perception),
        ];
        let pictures = pictures.into_iter().map(|(name, picture)| (name.to_owned(), picture)).collect();
        Ok(Record { fields, pictures })
    }

    /// The problems: one for every task that has a question.
    ///
    /// # Errors
    /// If a picture cannot be loaded.
    pub fn problems(self, load: &dyn Fn(&str) -> Result<Vec<u8>>) -> Result<Vec<Problem>> {
        let image = self.image.png(load).context("field `image`")?;
        let entity = if self.entity.is_empty() { "vtbench" } else { &self.entity };
        let tasks = [
            (Task::Perception, self.question_perception, self.annotation_perception, None),
            (Task::Instruction, self.question_instruction, self.annotation_instruction, None),
            (Task::Reasoning, self.question_reasoning, Picture::default(), Some(self.answer_reasoning)),
        ];
        let mut problems = Vec::new();
        for (task, question, annotation, answer) in tasks {
            if question.is_empty() {
                continue;
            }
            let fields = json!({
                "id": format!("{}-{}", self.id, name(task)),
                "task": task,
                "question": question,
                "answer": answer,
                "family": entity,
                "domain": self.domain,
            });
            let Value::Object(fields) = fields else { bail!("a row is no object") };
            let image = Picture { path: None, bytes: Some(image.clone()) };
            let pictures = [("image".to_owned(), image), ("edited_image".to_owned(), annotation)].into();
            problems.push(Row::restore(Record { fields, pictures }, Kind::Bench, load)?);
        }
        Ok(problems)
    }
}

fn name(task: Task) -> &'static str {
    match task {
        Task::Perception => "perception",
        Task::Instruction => "instruction",
        Task::Reasoning => "reasoning",
    }
}

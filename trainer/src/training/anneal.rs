//! A last stage at a low rate on chosen data.
//!
//! Thyme ends its supervised training so, at 1e-6 on problems of mathematics. Here a table `anneal` in a recipe adds the
//! stage to a run's end, or, with `--resume`, to the end of a run that is over: weights and optimizer go on.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use vthinker_core::think::Task;

use super::schedule::{Decline, Schedule};
use super::settings::Settings;
use super::source::Source;
use crate::flywheel::Problem;

/// The table `anneal` of a supervised recipe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Anneal {
    /// Steps after the last of the run.
    pub steps: usize,
    /// Learning rate of the first of them; the others fall from it by half a cosine to the run's `floor`.
    pub lr: f64,
    /// Folder of problems; without it, those of the run.
    pub data: Option<PathBuf>,
    /// Tasks learned; none means those of the run.
    pub tasks: Vec<Task>,
    /// Problem families, by name; none means those of the run.
    pub families: Vec<String>,
}

impl Default for Anneal {
    /// Thyme's rate.
    fn default() -> Self {
        Self { steps: 100, lr: 1e-6, data: None, tasks: vec![], families: vec![] }
    }
}

impl Settings {
    /// Steps in all, those of annealing among them.
    pub fn all_steps(&self) -> usize {
        self.steps + self.anneal.as_ref().map_or(0, |anneal| anneal.steps)
    }

    /// The learning rate of a step, counted from 0.
    pub fn rate(&self, step: usize) -> f64 {
        let main = Schedule {
            peak: self.lr,
            warmup: self.warmup,
            steps: self.steps,
            decline: self.decline,
            decay: self.decay,
            floor: self.floor,
        };
        match &self.anneal {
            Some(anneal) if step >= self.steps => {
                let falling = Schedule {
                    peak: anneal.lr,
                    warmup: 0,
                    steps: anneal.steps,
                    decline: Decline::Cosine,
                    ..main
                };
                falling.at(step - self.steps)
            }
            _ => main.at(step),
        }
    }

    /// The settings with the data of annealing, if there is such a stage.
    fn annealed(&self) -> Option<Self> {
        let Anneal { data, tasks, families, .. } = self.anneal.clone()?;
        let mut settings = self.clone();
        settings.data = data.or(settings.data);
        if !tasks.is_empty() {
            settings.tasks = tasks;
        }
        if !families.is_empty() {
            settings.families = families;
        }
        Some(settings)
    }
}

/// The problems of a run's steps.
pub struct Course {
    main: Source,
    anneal: Option<Source>,
    steps: usize,
    batch: usize,
}

impl Course {
    /// Opens what the settings name.
    ///
    /// # Errors
    /// If a folder cannot be read, or no problem of the tasks and families is there.
    pub fn open(settings: &Settings) -> Result<Self> {
        let anneal = settings.annealed().map(|settings| Source::open(&settings).context("anneal"));
        Ok(Self {
            main: Source::open(settings)?,
            anneal: anneal.transpose()?,
            steps: settings.steps,
            batch: settings.batch,
        })
    }

    /// The problems of a step.
    ///
    /// # Errors
    /// If a family breaks its own rules.
    pub fn of(&self, step: usize) -> Result<Vec<Problem>> {
        let source = self.anneal.as_ref().filter(|_| step >= self.steps).unwrap_or(&self.main);
        source.range((step * self.batch) as u64, ((step + 1) * self.batch) as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_steps_have_their_own_rate_and_problems() {
        let anneal = Anneal {
            steps: 4,
            lr: 1e-4,
            tasks: vec![Task::Reasoning],
            families: vec!["higher".into()],
            ..Anneal::default()
        };
        let settings = Settings {
            steps: 10,
            batch: 3,
            lr: 1e-2,
            warmup: 0,
            decay: 2,
            families: vec!["dot".into(), "higher".into()],
            anneal: Some(anneal),
            ..Settings::default()
        };
        assert_eq!(settings.all_steps(), 14);
        assert_eq!(settings.rate(5), 1e-2);
        assert!(settings.rate(9) > 1e-3);
        assert!((settings.rate(10) - 1e-4).abs() < 1e-12);
        assert!(settings.rate(13) < settings.rate(12) && settings.rate(13) > 1e-5);
        let course = Course::open(&settings).unwrap();
        let families = |steps: std::ops::Range<usize>| -> Vec<String> {
            steps.flat_map(|step| course.of(step).unwrap()).map(|problem| problem.family).collect()
        };
        assert!(families(0..10).contains(&"dot".to_owned()));
        assert_eq!(families(10..14), vec!["higher"; 12]);
    }

    #[test]
    fn data_that_is_not_there_is_told_as_that_of_annealing() {
        let anneal = Anneal { families: vec!["no-such".into()], ..Anneal::default() };
        let error = Course::open(&Settings { anneal: Some(anneal), ..Settings::default() }).err().unwrap();
        assert!(format!("{error:#}").starts_with("anneal"), "{error:#}");
    }
}

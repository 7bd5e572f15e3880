//! One self-contained HTML page that shows a data set: samples before and after, counts, rejections, growth, the
//! knowledge tree.

mod counts;
mod curves;
mod sample;
mod tree;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;

use crate::Problem;
use crate::evolve::Record as Evolution;
use crate::knowledge::Knowledge;

const PAGE: &str = include_str!("page.html");

/// What a report is made from.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// Heading of the page.
    pub title: String,
    /// All problems of the data set, or as many as shall be counted.
    pub problems: &'a [Problem],
    /// Problems shown with pictures, taken evenly from the families.
    pub samples: usize,
    /// Problems that were rejected, by reason in words.
    pub rejected: BTreeMap<String, u64>,
    /// How knowledge and tools grew, if that is to be shown.
    pub growth: Option<&'a Evolution>,
    /// The tree that the problems' principles belong to.
    pub knowledge: &'a Knowledge,
}

/// A table of counts, largest first.
#[derive(Debug, Clone, Serialize)]
struct Table {
    title: &'static str,
    most: u64,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    name: String,
    count: u64,
}

impl Report<'_> {
    /// The page.
    ///
    /// # Errors
    /// If a picture cannot be read or a curve cannot be drawn.
    pub fn html(&self) -> Result<String> {
        let rejected: u64 = self.rejected.values().sum();
        let rejections = counts::rows(self.rejected.clone());
        let growth = match self.growth {
            Some(growth) => Some(curves::Figures::of(growth)?),
            None => None,
        };
        let data = serde_json::json!({
            "samples": sample::choose(self.problems, self.samples),
            "tree": tree::branches(self.knowledge, self.problems),
        });
        let families = counts::count(self.problems, |p| vec![p.family.clone()]).len();
        let lead = format!(
            "{} problems of {families} families, each with its figure, the code that drew it, the reasoning that \
             draws on it, and the picture after that.",
            self.problems.len()
        );
        let mut environment = Environment::new();
        environment.add_template("report.html", PAGE).context("the page's template")?;
        let page = environment.get_template("report.html")?.render(context! {
            title => self.title.clone(),
            lead,
            counts => Value::from(Serde(counts::tables(self.problems))),
            rejections => Value::from(Serde(rejections)),
            rejected,
            seen => self.problems.len() as u64 + rejected,
            growth => Value::from(Serde(growth)),
            data => in_script(&data.to_string()),
        })?;
        Ok(page)
    }
}

/// JSON that cannot end the script element it stands in.
fn in_script(json: &str) -> String {
    json.replace("</", "<\\/").replace("<!--", "<\\!--")
}

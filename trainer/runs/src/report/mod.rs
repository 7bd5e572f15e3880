//! One self-contained HTML page about one or several runs: curves, settings, evaluations, sample rollouts.
//!
//! What models and files wrote is hostile: the template escapes it, and the page's scripts read it as JSON and make it
//! into text.

mod curves;
mod evaluation;
mod read;
mod samples;
mod table;

use std::path::PathBuf;

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};

use crate::RunsError;
use read::Run;

const PAGE: &str = include_str!("page.html");
const CURVES: &str = include_str!("curves.js");
const STYLE: &str = include_str!("report.css");
/// Reader and viewer of the site's page `rollouts.html`: there is one of each.
const READER: &str = include_str!("../../../../www/public/rollouts/read.js");
const VIEWER: &str = include_str!("../../../../www/public/rollouts/viewer.js");
const VIEWER_STYLE: &str = include_str!("../../../../www/public/rollouts/viewer.css");

/// What a report shows.
#[derive(Debug, Clone)]
pub struct Report {
    /// Heading of the page.
    pub title: String,
    /// Folders of the runs, compared in this order.
    pub runs: Vec<PathBuf>,
    /// Prompts whose rollouts are shown, of each run, taken evenly from its steps.
    pub prompts: usize,
}

impl Report {
    /// The page.
    ///
    /// # Errors
    /// If a folder holds no run, a file of it is damaged, or none are named.
    pub fn html(&self) -> Result<String, RunsError> {
        let names = read::names(&self.runs);
        let runs: Vec<Run> = self
            .runs
            .iter()
            .zip(names)
            .map(|(folder, name)| Run::read(folder, name, self.prompts))
            .collect::<Result<_, _>>()?;
        let names: Vec<String> = runs.iter().map(|run| run.name.clone()).collect();
        let data = serde_json::json!({
            "runs": names,
            "curves": curves::curves(&runs),
            "rollouts": runs.iter().flat_map(|run| &run.rollouts).collect::<Vec<_>>(),
        });
        let mut environment = Environment::new();
        environment.add_template("report.html", PAGE)?;
        let page = environment.get_template("report.html")?.render(context! {
            title => self.title.clone(),
            lead => lead(&runs),
            runs => names,
            figures => Value::from(Serde(table::figures(&runs))),
            settings => Value::from(Serde(table::settings(&runs))),
            evaluations => Value::from(Serde(evaluation::tables(&runs))),
            has_rollouts => runs.iter().any(|run| !run.rollouts.is_empty()),
            data => in_script(&data.to_string()),
            style => format!("{VIEWER_STYLE}\n{STYLE}"),
            viewer => format!("{READER}\n{VIEWER}"),
            curves => CURVES,
        })?;
        Ok(page)
    }
}

/// What the page begins with.
fn lead(runs: &[Run]) -> String {
    let of = |run: &Run| {
        let last = run.steps.last().map_or(0, |step| step + 1);
        format!("{}: {last} steps, {} rollouts shown of {}", run.name, run.rollouts.len(), run.recorded)
    };
    let all: Vec<String> = runs.iter().map(of).collect();
    format!("{}.", all.join("; "))
}

/// JSON that cannot end or upset the script element it stands in: no `<` is left in it.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_in_a_script_has_no_markup() {
        let hostile = serde_json::json!({"text": "</script><!--<script>&amp;"});
        let safe = in_script(&hostile.to_string());
        assert!(!safe.contains('<'));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&safe).unwrap(), hostile);
    }

    #[test]
    fn the_scripts_can_stand_in_a_page() {
        for script in [READER, VIEWER, CURVES] {
            assert!(!script.contains("</script") && !script.contains("<!--"));
        }
        assert!(!VIEWER_STYLE.contains("</") && !STYLE.contains("</"));
    }
}

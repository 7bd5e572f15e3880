//! The list of tools, read from TOML.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// Characters of a name.
const NAME: usize = 48;
/// Characters of what a tool does or needs.
const SENTENCE: usize = 600;
/// Bytes of a snippet.
const SNIPPET: usize = 8 << 10;

/// A way to draw something into a picture that helps to answer a question about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// The name: small letters, digits and underscores, unique.
    pub name: String,
    /// The kind of tool, such as `construction`.
    pub group: String,
    /// What it draws and which question that helps to answer.
    pub does: String,
    /// What must be known before it can be used.
    pub needs: String,
    /// Python that opens the picture at `image_path`, draws, saves and prints the path.
    pub snippet: String,
}

/// Visual tools with unique names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tools {
    tools: Vec<Tool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    tool: Vec<Spanned<Tool>>,
}

#[derive(Serialize)]
struct Written<'a> {
    tool: &'a [Tool],
}

impl Tools {
    /// The tools that come with the crate.
    ///
    /// # Errors
    /// If the list breaks its own form, which tests rule out.
    pub fn embedded() -> Result<Self> {
        Self::parse(super::EMBEDDED).context("the embedded visual tools")
    }

    /// Reads a file of the embedded list's form.
    ///
    /// # Errors
    /// If it cannot be read or breaks the form.
    pub fn read(path: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("visual tools {}", path.display()))
    }

    /// Reads TOML with one `[[tool]]` table a tool.
    ///
    /// # Errors
    /// What TOML finds wrong, or all tables that break the form, each with its line and what is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text).context("expected one [[tool]] table for each tool")?;
        let mut tools = Self::default();
        let mut faults = Vec::new();
        for tool in file.tool {
            let line = text.get(..tool.span().start).unwrap_or(text).matches('\n').count() + 1;
            if let Err(error) = tools.insert(tool.into_inner()) {
                faults.push(format!("line {line}: {error:#}"));
            }
        }
        if !faults.is_empty() {
            bail!("{}", faults.join("\n"));
        }
        ensure!(!tools.tools.is_empty(), "there are no tools: expected [[tool]] tables");
        Ok(tools)
    }

    /// Adds a tool.
    ///
    /// # Errors
    /// If its name is taken or a field does not have the form of the file. The snippet is not run: see [`Tool::try_out`].
    pub fn insert(&mut self, tool: Tool) -> Result<()> {
        tool.check()?;
        ensure!(self.get(&tool.name).is_none(), "`{}` is a duplicate", tool.name);
        self.tools.push(tool);
        Ok(())
    }

    /// The tool of a name.
    pub fn get(&self, name: &str) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.name == name)
    }

    /// All tools, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Tool> {
        self.tools.iter()
    }

    /// Number of tools.
    pub fn len(&self) -> usize {
        self.tools.len()
    }

    /// Whether there is no tool.
    pub fn is_empty(&self) -> bool {
        self.tools.is_empty()
    }

    /// The groups, in the order of their first tools.
    pub fn groups(&self) -> Vec<&str> {
        let mut groups: Vec<&str> = Vec::new();
        for tool in &self.tools {
            if !groups.contains(&tool.group.as_str()) {
                groups.push(&tool.group);
            }
        }
        groups
    }

    /// TOML of the form in which it is read.
    ///
    /// # Errors
    /// If TOML cannot say it.
    pub fn to_toml(&self) -> Result<String> {
        toml::to_string_pretty(&Written { tool: &self.tools }).context("cannot write the tools as TOML")
    }
}

impl<'a> IntoIterator for &'a Tools {
    type Item = &'a Tool;
    type IntoIter = std::slice::Iter<'a, Tool>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Tool {
    /// Whether its fields have the form of the file.
    pub(crate) fn check(&self) -> Result<()> {
        ensure!(is_name(&self.name), "`{}` is no name: expected small letters, digits and _", self.name);
        ensure!(is_name(&self.group), "`{}`: `{}` is no group's name", self.name, self.group);
        for (field, text) in [("does", &self.does), ("needs", &self.needs)] {
            let fits = !text.trim().is_empty() && text.chars().count() <= SENTENCE;
            ensure!(fits, "`{}`: expected 1 to {SENTENCE} characters in `{field}`", self.name);
            let plain = !text.contains(char::is_control);
            ensure!(plain, "`{}`: `{field}` holds a control character or a line break", self.name);
        }
        let fits = !self.snippet.trim().is_empty() && self.snippet.len() <= SNIPPET;
        ensure!(fits, "`{}`: expected 1 to {SNIPPET} bytes of Python in `snippet`", self.name);
        let plain = !self.snippet.contains(|c: char| c.is_control() && c != '\n' && c != '\t');
        ensure!(plain, "`{}`: `snippet` holds a control character", self.name);
        Ok(())
    }
}

fn is_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    name.len() <= NAME && name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(allowed)
}

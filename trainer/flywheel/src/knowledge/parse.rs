//! Reading a tree from nested bullets, naming every line that breaks the form.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::tree::{Knowledge, NodeId};

/// Layers that a tree may have.
pub const MAX_DEPTH: usize = 7;
/// Faults that one message shows.
const SHOWN: usize = 20;
/// Characters of a name.
const NAME: usize = 80;
/// Characters of a sentence.
const SENTENCE: usize = 600;

impl Knowledge {
    /// The tree that comes with the crate.
    ///
    /// # Errors
    /// If it breaks its own form, which tests rule out.
    pub fn embedded() -> Result<Self> {
        Self::parse(super::EMBEDDED).context("the embedded knowledge tree")
    }

    /// Reads a file of the embedded tree's form.
    ///
    /// # Errors
    /// If it cannot be read or breaks the form.
    pub fn read(path: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("knowledge tree {}", path.display()))
    }

    /// Reads nested bullets: two spaces a level, `- Name` for a field, `- Name: Sentence.` for a principle.
    ///
    /// # Errors
    /// All lines that break the form, each with its number and what is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        let mut tree = Self::default();
        let mut faults = Vec::new();
        // The open node of each layer, and the line of every node for faults that show later.
        let (mut open, mut lines): (Vec<NodeId>, Vec<usize>) = (Vec::new(), Vec::new());
        for (number, line) in text.lines().enumerate().map(|(place, line)| (place + 1, line)) {
            let bullet = match bullet(line) {
                Ok(Some(bullet)) => bullet,
                Ok(None) => continue,
                Err(error) => {
                    faults.push((number, error.to_string()));
                    continue;
                }
            };
            let layer = bullet.layer.min(open.len());
            if bullet.layer > open.len() {
                let what = format!("`{}` is an orphan: there is no bullet one level above it", bullet.name);
                faults.push((number, what));
                continue;
            }
            open.truncate(layer);
            let parent = open.last().copied();
            match fits(&tree, parent, &bullet) {
                Ok(()) => {
                    open.push(tree.push(parent, bullet.name, bullet.sentence));
                    lines.push(number);
                }
                Err(error) => faults.push((number, error.to_string())),
            }
        }
        for (id, node) in tree.iter() {
            if node.sentence.is_none() && node.children.is_empty() {
                let what = format!(
                    "`{}` has neither a sentence nor a node below it: a principle is written `Name: Sentence.`",
                    node.name
                );
                faults.push((lines[id.0], what));
            }
        }
        if !faults.is_empty() {
            faults.sort();
            let shown: Vec<String> =
                faults.iter().take(SHOWN).map(|(line, what)| format!("line {line}: {what}")).collect();
            let more = match faults.len().saturating_sub(SHOWN) {
                0 => String::new(),
                more => format!("\nand {more} more"),
            };
            bail!("{}{more}", shown.join("\n"));
        }
        ensure!(!tree.is_empty(), "there are no bullets: expected lines such as `- Mathematics`");
        Ok(tree)
    }
}

struct Bullet<'a> {
    /// From 0.
    layer: usize,
    name: &'a str,
    sentence: Option<&'a str>,
}

/// `None` if the line is no bullet.
fn bullet(line: &str) -> Result<Option<Bullet<'_>>> {
    let trimmed = line.trim_start();
    let Some(content) = trimmed.strip_prefix('-') else { return Ok(None) };
    // A rule such as `---` is no bullet.
    let Some(content) = content.strip_prefix(' ').or_else(|| content.is_empty().then_some("")) else {
        return Ok(None);
    };
    let indent = &line[..line.len() - trimmed.len()];
    ensure!(indent.chars().all(|c| c == ' '), "bullets are indented by spaces, two a level");
    ensure!(
        indent.len().is_multiple_of(2),
        "{} spaces before the bullet: expected two a level",
        indent.len()
    );
    let content = content.trim();
    let (name, sentence) = match content.split_once(": ") {
        Some((name, sentence)) => (name.trim(), Some(sentence.trim())),
        None => match content.strip_suffix(':') {
            Some(name) => (name.trim(), Some("")),
            None => (content, None),
        },
    };
    Ok(Some(Bullet { layer: indent.len() / 2, name, sentence }))
}

fn fits(tree: &Knowledge, parent: Option<NodeId>, bullet: &Bullet) -> Result<()> {
    check_name(bullet.name)?;
    let depth = bullet.layer + 1;
    ensure!(depth <= MAX_DEPTH, "`{}` lies on layer {depth}, deeper than {MAX_DEPTH}", bullet.name);
    if let Some(parent) = parent {
        let parent = tree.node(parent);
        ensure!(!parent.is_principle(), "`{}` lies below the principle `{}`", bullet.name, parent.name);
    } else {
        ensure!(bullet.sentence.is_none(), "`{}` is outermost: a domain states nothing", bullet.name);
    }
    let place = parent.map_or("the outermost level".to_owned(), |id| format!("`{}`", tree.node(id).name));
    ensure!(
        tree.child(parent, bullet.name).is_none(),
        "`{}` is a duplicate: {place} has one already",
        bullet.name
    );
    match bullet.sentence {
        Some(sentence) => check_sentence(sentence).with_context(|| format!("`{}`", bullet.name)),
        None => Ok(()),
    }
    .map_err(|error| anyhow::anyhow!("{error:#}"))
}

/// Whether a name can stand in the file.
pub(super) fn check_name(name: &str) -> Result<()> {
    ensure!(!name.trim().is_empty(), "a bullet without a name");
    ensure!(name.trim() == name, "{name:?} begins or ends with a space");
    ensure!(name.chars().count() <= NAME, "a name of more than {NAME} characters: {name:?}");
    ensure!(!name.contains(": ") && !name.ends_with(':'), "{name:?} holds a colon, which ends a name");
    ensure!(!name.contains(char::is_control), "{name:?} holds a control character or a line break");
    Ok(())
}

/// Whether a sentence can stand in the file.
pub(super) fn check_sentence(sentence: &str) -> Result<()> {
    ensure!(!sentence.trim().is_empty(), "there is a colon but no sentence after it");
    ensure!(sentence.trim() == sentence, "the sentence begins or ends with a space");
    ensure!(sentence.chars().count() <= SENTENCE, "a sentence of more than {SENTENCE} characters");
    ensure!(!sentence.contains(char::is_control), "the sentence holds a control character or a line break");
    Ok(())
}

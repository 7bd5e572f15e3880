//! What a round taught: new principles join the tree, new tools the list.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::embedding::{Embedding, normalised};
use super::growth::Growth;
use super::merge::{Fate, merge};
use super::place::place;
use crate::teacher::{Principle, Reason, Rejection};
use crate::{Knowledge, MAX_DEPTH, NodeId, Tool, Tools};

/// Characters and words of a new principle.
const NAME: std::ops::RangeInclusive<usize> = 3..=80;
const SENTENCE: std::ops::RangeInclusive<usize> = 20..=300;
const WORDS: usize = 4;

/// Adds the principles that are new.
///
/// # Errors
/// If the embedding fails.
pub(super) fn principles(
    tree: &mut Knowledge,
    proposed: Vec<Principle>,
    embedding: &dyn Embedding,
    threshold: f32,
    growth: &mut Growth,
) -> Result<()> {
    let known: BTreeSet<Vec<&str>> = tree.iter().map(|(id, _)| tree.path(id)).collect();
    let mut seen = BTreeSet::new();
    let mut new: Vec<Principle> = Vec::new();
    for principle in proposed {
        // Creators name the principles they were given, too.
        if known.contains(&principle.path.iter().map(String::as_str).collect::<Vec<_>>()) {
            continue;
        }
        growth.proposed_principles += 1;
        let principle = tidy(principle);
        if let Err(rejection) = fits(&principle) {
            growth.reject(&rejection);
        } else if !seen.insert((principle.name().to_lowercase(), principle.sentence.to_lowercase())) {
            let what = format!("`{}` was proposed twice", principle.name());
            growth.reject(&Rejection::new(Reason::DuplicatePrinciple, what));
        } else {
            new.push(principle);
        }
    }
    let ids: Vec<NodeId> = tree.principles().map(|(id, _)| id).collect();
    let old: Vec<String> = tree
        .principles()
        .map(|(_, node)| text(&node.name, node.sentence.as_deref().unwrap_or_default()))
        .collect();
    let texts: Vec<String> =
        new.iter().map(|principle| text(principle.name(), &principle.sentence)).collect();
    let (old, texts) = (normalised(embedding.embed(&old)?), normalised(embedding.embed(&texts)?));
    for (principle, fate) in new.iter().zip(merge(&old, &texts, threshold)) {
        let twin = |other: &str| {
            let what = format!("`{}` means what `{other}` means", principle.name());
            Rejection::new(Reason::DuplicatePrinciple, what)
        };
        let placed = match fate {
            Fate::Known(known) => Err(twin(&tree.node(ids[known]).name)),
            Fate::Twin(other) => Err(twin(new[other].name())),
            Fate::New(near) => place(tree, principle, near.map(|near| ids[near])).map(|_| ()),
        };
        if let Err(rejection) = placed {
            growth.reject(&rejection);
        }
    }
    Ok(())
}

/// Adds the tools that are new and work.
///
/// # Errors
/// If the embedding fails.
pub(super) fn tools(
    list: &mut Tools,
    proposed: Vec<Tool>,
    embedding: &dyn Embedding,
    threshold: f32,
    growth: &mut Growth,
) -> Result<()> {
    let mut new: BTreeMap<String, Tool> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for tool in proposed {
        if list.get(&tool.name).is_some_and(|known| known.does == tool.does) {
            continue;
        }
        growth.proposed_tools += 1;
        let taken = list.get(&tool.name).is_some() || new.contains_key(&tool.name);
        if let Err(error) = tool.check() {
            growth.reject(&Rejection::new(Reason::UnfitTool, format!("{error:#}")));
        } else if taken {
            growth.reject(&Rejection::new(Reason::DuplicateTool, format!("`{}` exists already", tool.name)));
        } else {
            order.push(tool.name.clone());
            new.insert(tool.name.clone(), tool);
        }
    }
    let new: Vec<Tool> = order.iter().filter_map(|name| new.remove(name)).collect();
    let describe = |tool: &Tool| text(&tool.name.replace('_', " "), &tool.does);
    let names: Vec<String> = list.iter().map(|tool| tool.name.clone()).collect();
    let old = normalised(embedding.embed(&list.iter().map(describe).collect::<Vec<_>>())?);
    let texts = normalised(embedding.embed(&new.iter().map(describe).collect::<Vec<_>>())?);
    let all: Vec<String> = new.iter().map(|tool| tool.name.clone()).collect();
    for (tool, fate) in new.into_iter().zip(merge(&old, &texts, threshold)) {
        let twin = |other: &str| {
            Rejection::new(Reason::DuplicateTool, format!("`{}` does what `{other}` does", tool.name))
        };
        let added = match fate {
            Fate::Known(known) => Err(twin(&names[known])),
            Fate::Twin(other) => Err(twin(&all[other])),
            Fate::New(_) => tool
                .try_out()
                .and_then(|()| list.insert(tool))
                .map_err(|error| Rejection::new(Reason::UnfitTool, format!("{error:#}"))),
        };
        if let Err(rejection) = added {
            growth.reject(&rejection);
        }
    }
    Ok(())
}

fn text(name: &str, sentence: &str) -> String {
    format!("{name}: {sentence}")
}

/// Spaces, the point at the end, and no point after names: what models get wrong without meaning anything by it.
fn tidy(principle: Principle) -> Principle {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let path =
        principle.path.iter().map(|name| words(name).trim_end_matches(['.', ':']).to_owned()).collect();
    let mut sentence = words(&principle.sentence);
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    Principle { path, sentence }
}

fn fits(principle: &Principle) -> Result<(), Rejection> {
    let unfit = |what: String| Err(Rejection::new(Reason::UnfitPrinciple, what));
    let (name, layers) = (principle.name(), principle.path.len());
    if !(2..=MAX_DEPTH).contains(&layers) {
        return unfit(format!("`{name}` has a path of {layers} names: expected 2 to {MAX_DEPTH}"));
    }
    if let Some(name) = principle.path.iter().find(|name| !NAME.contains(&name.chars().count())) {
        return unfit(format!("the name {name:?} is too short or too long"));
    }
    let (length, words) = (principle.sentence.chars().count(), principle.sentence.split(' ').count());
    if !SENTENCE.contains(&length) || words < WORDS {
        return unfit(format!("the sentence of `{name}` has {length} characters: expected {SENTENCE:?}"));
    }
    Ok(())
}

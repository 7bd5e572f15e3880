//! Where a new principle belongs in the tree.

use crate::teacher::{Principle, Reason, Rejection};
use crate::{Knowledge, MAX_DEPTH, NodeId};

/// Fields that a principle may bring along.
const NEW_FIELDS: usize = 2;

/// Puts a principle where its path says as far as the tree knows the path, else beside the principle nearest to it.
pub(super) fn place(
    tree: &mut Knowledge,
    principle: &Principle,
    nearest: Option<NodeId>,
) -> Result<NodeId, Rejection> {
    let path = target(tree, &principle.path, nearest)?;
    let shown = path.join(" > ");
    if tree.at(&path).is_some() {
        return Err(Rejection::new(Reason::DuplicatePrinciple, format!("`{shown}` exists already")));
    }
    tree.insert(&path, &principle.sentence).map_err(|error| Rejection::new(Reason::UnfitPrinciple, error))
}

fn target(tree: &Knowledge, path: &[String], nearest: Option<NodeId>) -> Result<Vec<String>, Rejection> {
    let name = path.last().cloned().unwrap_or_default();
    let fields = &path[..path.len().saturating_sub(1)];
    let names = |id: NodeId| tree.path(id).into_iter().map(str::to_owned).collect::<Vec<String>>();
    let (found, known) = walk(tree, fields);
    if let Some(id) = found {
        let mut way = names(id);
        if tree.node(id).is_principle() {
            way.pop();
            way.push(name);
            return Ok(way);
        }
        if fields.len() - known <= NEW_FIELDS && path.len() <= MAX_DEPTH {
            way.extend_from_slice(&path[known..]);
            return Ok(way);
        }
    }
    let Some(nearest) = nearest else {
        let what = format!("the tree knows nothing of `{}` and nothing near it", path.join(" > "));
        return Err(Rejection::new(Reason::UnfitPrinciple, what));
    };
    let mut way = names(nearest);
    way.pop();
    way.push(name);
    Ok(way)
}

/// How far the tree knows a path, capital letters aside, and how many names that are.
fn walk(tree: &Knowledge, path: &[String]) -> (Option<NodeId>, usize) {
    let mut at = None;
    for (known, name) in path.iter().enumerate() {
        let among = at.map_or(tree.domains(), |id| tree.children(id));
        let lower = name.to_lowercase();
        match among.iter().find(|id| tree.node(**id).name.to_lowercase() == lower) {
            Some(id) => at = Some(*id),
            None => return (at, known),
        }
    }
    (at, path.len())
}

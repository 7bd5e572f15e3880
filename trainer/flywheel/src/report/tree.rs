//! The knowledge tree with the problems that need its principles.

use std::collections::HashMap;

use serde::Serialize;

use crate::Problem;
use crate::knowledge::{Knowledge, NodeId};

/// A node and what is below it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Branch {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<String>,
    /// Problems that need it or a principle below it, each once for every principle.
    count: u64,
    /// Principles below it.
    principles: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    children: Vec<Branch>,
}

/// The domains.
pub(super) fn branches(knowledge: &Knowledge, problems: &[Problem]) -> Vec<Branch> {
    let mut needed: HashMap<&str, u64> = HashMap::new();
    for name in problems.iter().flat_map(|problem| &problem.knowledge) {
        // A principle is told by its name alone or by its path.
        *needed.entry(name.rsplit('/').next().unwrap_or(name).trim()).or_default() += 1;
    }
    knowledge.domains().iter().map(|id| branch(knowledge, *id, &needed)).collect()
}

fn branch(knowledge: &Knowledge, id: NodeId, needed: &HashMap<&str, u64>) -> Branch {
    let node = knowledge.node(id);
    let children: Vec<Branch> =
        knowledge.children(id).iter().map(|child| branch(knowledge, *child, needed)).collect();
    let own = if node.is_principle() { needed.get(node.name.as_str()).copied().unwrap_or(0) } else { 0 };
    Branch {
        name: node.name.clone(),
        sentence: node.sentence.clone(),
        count: own + children.iter().map(|child| child.count).sum::<u64>(),
        principles: usize::from(node.is_principle())
            + children.iter().map(|child| child.principles).sum::<usize>(),
        children,
    }
}

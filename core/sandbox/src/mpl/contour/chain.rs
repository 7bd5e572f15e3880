//! Joining short directed edges to long lines.

use std::collections::BTreeMap;

/// Lines of points, named by numbers, from edges between two; closed ones repeat their first point.
pub(super) fn lines(edges: &[(u64, u64)]) -> Vec<Vec<u64>> {
    let mut leaving: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    let mut arriving: BTreeMap<u64, usize> = BTreeMap::new();
    // The last is taken first, so edges are kept in reverse.
    for (from, to) in edges.iter().rev() {
        leaving.entry(*from).or_default().push(*to);
        *arriving.entry(*to).or_default() += 1;
    }
    let mut lines = Vec::new();
    let mut follow = |start: u64, leaving: &mut BTreeMap<u64, Vec<u64>>| {
        let mut line = vec![start];
        let mut at = start;
        while let Some(next) = leaving.get_mut(&at).and_then(Vec::pop) {
            line.push(next);
            at = next;
            if at == start {
                break;
            }
        }
        if line.len() > 1 {
            lines.push(line);
        }
    };
    // Open lines begin where nothing arrives.
    for (from, _) in edges {
        if !arriving.contains_key(from) {
            follow(*from, &mut leaving);
        }
    }
    for (from, _) in edges {
        while leaving.get(from).is_some_and(|next| !next.is_empty()) {
            follow(*from, &mut leaving);
        }
    }
    lines
}

/// Takes away every edge that another one runs back along, as do the borders between two filled cells.
pub(super) fn outer(edges: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    let mut balance: BTreeMap<(u64, u64), i64> = BTreeMap::new();
    for (from, to) in &edges {
        let (key, way) = if from < to { ((*from, *to), 1) } else { ((*to, *from), -1) };
        *balance.entry(key).or_default() += way;
    }
    let mut kept = Vec::new();
    for (from, to) in edges {
        let (key, way) = if from < to { ((from, to), 1) } else { ((to, from), -1) };
        if let Some(left) = balance.get_mut(&key)
            && *left * way > 0
        {
            *left -= way;
            kept.push((from, to));
        }
    }
    kept
}

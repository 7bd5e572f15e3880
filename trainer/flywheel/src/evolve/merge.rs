//! Which of the new things are new: hierarchical clustering with average linkage.

use kodama::{Method, linkage};

use super::embedding::cosine_distance;

/// New things that are clustered at a time: the matrix of their distances stays below a hundred megabytes.
const BLOCK: usize = 2000;
/// Known things nearest to each new one that join the clustering.
const NEAREST: usize = 3;

/// What becomes of a new thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is kept; the nearest known thing, if there is one.
    New(Option<usize>),
    /// It means what this known thing means.
    Known(usize),
    /// It means what this other new thing means, which is kept.
    Twin(usize),
}

/// Clusters new things with the known ones near them; clusters end where the average distance passes the threshold.
///
/// A cluster with a known thing brings nothing new; of any other the member nearest to all others is kept. Vectors
/// must be one long.
pub fn merge(known: &[Vec<f32>], new: &[Vec<f32>], threshold: f32) -> Vec<Fate> {
    let mut fates = vec![Fate::New(None); new.len()];
    // Known by number, then those kept from earlier blocks.
    let mut kept: Vec<usize> = Vec::new();
    for start in (0..new.len()).step_by(BLOCK) {
        let block = start..(start + BLOCK).min(new.len());
        let earlier = kept.len();
        let neighbours: Vec<Vec<(f32, Other)>> =
            block.clone().map(|place| nearest(&new[place], known, &kept[..earlier], new)).collect();
        let mut others: Vec<Other> = neighbours
            .iter()
            .flatten()
            .filter(|(distance, _)| *distance <= threshold)
            .map(|(_, other)| *other)
            .collect();
        others.sort_unstable();
        others.dedup();
        let items: Vec<Item> =
            block.clone().map(Item::New).chain(others.into_iter().map(Item::Other)).collect();
        let vector = |item: &Item| match *item {
            Item::New(place) | Item::Other(Other::Kept(place)) => new[place].as_slice(),
            Item::Other(Other::Known(place)) => known[place].as_slice(),
        };
        for cluster in clusters(&items.iter().map(vector).collect::<Vec<_>>(), threshold) {
            let cluster: Vec<&Item> = cluster.into_iter().map(|place| &items[place]).collect();
            let rest: Vec<f32> = cluster
                .iter()
                .map(|a| cluster.iter().map(|b| cosine_distance(vector(a), vector(b))).sum())
                .collect();
            let old = cluster.iter().find_map(|item| match item {
                Item::Other(other) => Some(*other),
                Item::New(_) => None,
            });
            // The first of those nearest to all others, so that the order of the input decides between equals.
            let medoid = (0..cluster.len()).min_by(|a, b| rest[*a].total_cmp(&rest[*b]).then(a.cmp(b)));
            let medoid = medoid.and_then(|place| match cluster[place] {
                Item::New(place) => Some(*place),
                Item::Other(_) => None,
            });
            for item in &cluster {
                let Item::New(place) = item else { continue };
                fates[*place] = match (old, medoid) {
                    (Some(Other::Known(known)), _) => Fate::Known(known),
                    (Some(Other::Kept(twin)), _) => Fate::Twin(twin),
                    (None, Some(medoid)) if medoid != *place => Fate::Twin(medoid),
                    (None, _) => {
                        kept.push(*place);
                        let near = neighbours[*place - start].iter().find_map(|(_, other)| match other {
                            Other::Known(known) => Some(*known),
                            Other::Kept(_) => None,
                        });
                        Fate::New(near)
                    }
                };
            }
        }
    }
    fates
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Other {
    Known(usize),
    Kept(usize),
}

enum Item {
    New(usize),
    Other(Other),
}

/// The nearest known things and those kept earlier, nearest first.
fn nearest(vector: &[f32], known: &[Vec<f32>], kept: &[usize], new: &[Vec<f32>]) -> Vec<(f32, Other)> {
    let mut best: Vec<(f32, Other)> = Vec::with_capacity(NEAREST + 1);
    let all = known
        .iter()
        .enumerate()
        .map(|(place, other)| (other, Other::Known(place)))
        .chain(kept.iter().map(|place| (&new[*place], Other::Kept(*place))));
    for (other, name) in all {
        let distance = cosine_distance(vector, other);
        if best.len() < NEAREST || best.last().is_some_and(|(worst, _)| distance < *worst) {
            let place = best.partition_point(|(other, _)| *other <= distance);
            best.insert(place, (distance, name));
            best.truncate(NEAREST);
        }
    }
    best
}

/// Clusters as lists of places, in the order of their first members.
fn clusters(vectors: &[&[f32]], threshold: f32) -> Vec<Vec<usize>> {
    let count = vectors.len();
    let mut distances = Vec::with_capacity(count * count.saturating_sub(1) / 2);
    for (place, vector) in vectors.iter().enumerate() {
        distances.extend(vectors[place + 1..].iter().map(|other| cosine_distance(vector, other)));
    }
    // Labels below `count` are things, those from it on are the clusters of the steps.
    let mut members: Vec<Vec<usize>> = (0..count).map(|place| vec![place]).collect();
    if count > 1 {
        for step in linkage(&mut distances, count, Method::Average).steps() {
            let mut joined = Vec::new();
            // Average linkage never joins closer than before, so what is above stays apart.
            if step.dissimilarity <= threshold {
                joined = std::mem::take(&mut members[step.cluster1]);
                joined.append(&mut members[step.cluster2]);
                joined.sort_unstable();
            }
            members.push(joined);
        }
    }
    let mut clusters: Vec<Vec<usize>> = members.into_iter().filter(|cluster| !cluster.is_empty()).collect();
    clusters.sort_by_key(|cluster| cluster[0]);
    clusters
}

//! Problems that are there twice, or almost: found by their hashes, which are all that is kept in memory.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::key::{Key, PictureHash};

/// How a problem is known already, and by which set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duplicate {
    /// The same question and the same picture.
    Same {
        /// The set that has it.
        set: u16,
    },
    /// The same words and a picture that looks the same.
    Near {
        /// The set that has it.
        set: u16,
    },
}

impl Duplicate {
    /// The set that has the problem.
    pub fn set(self) -> u16 {
        match self {
            Duplicate::Same { set } | Duplicate::Near { set } => set,
        }
    }
}

/// The problems admitted so far, of several sets; those admitted first win.
#[derive(Debug, Default)]
pub struct Leakage {
    /// Bits in which pictures of the same question may differ and still count as the same.
    threshold: u32,
    contents: HashMap<u64, u16>,
    /// Pictures of every question by the number of their bits: near ones have nearly as many.
    pictures: HashMap<u64, BTreeMap<u32, Vec<(PictureHash, u16)>>>,
}

impl Leakage {
    /// Nothing is known yet.
    pub fn new(threshold: u32) -> Self {
        Self { threshold, ..Self::default() }
    }

    /// Admits a problem to a set, unless it is known already.
    ///
    /// # Errors
    /// The way in which it is known.
    pub fn admit(&mut self, key: &Key, set: u16) -> Result<(), Duplicate> {
        let Entry::Vacant(place) = self.contents.entry(key.content) else {
            let set = self.contents.get(&key.content).copied().unwrap_or(set);
            return Err(Duplicate::Same { set });
        };
        let pictures = self.pictures.entry(key.question).or_default();
        let ones = key.picture.ones();
        let near = pictures
            .range(ones.saturating_sub(self.threshold)..=ones.saturating_add(self.threshold))
            .flat_map(|(_, pictures)| pictures)
            .find(|(picture, _)| picture.near(&key.picture, self.threshold));
        if let Some((_, set)) = near {
            return Err(Duplicate::Near { set: *set });
        }
        place.insert(set);
        pictures.entry(ones).or_default().push((key.picture, set));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wins_and_near_ones_need_the_same_question() {
        let key = |content, question, bits| Key { content, question, picture: PictureHash([bits; 8]) };
        let mut known = Leakage::new(8);
        assert_eq!(known.admit(&key(1, 1, 0xffff), 0), Ok(()));
        assert_eq!(known.admit(&key(1, 1, 0xffff), 1), Err(Duplicate::Same { set: 0 }));
        assert_eq!(known.admit(&key(2, 1, 0xfffe), 1), Err(Duplicate::Near { set: 0 }));
        assert_eq!(known.admit(&key(3, 2, 0xfffe), 1), Ok(()));
        assert_eq!(known.admit(&key(4, 1, 0xfffc), 1), Ok(()), "16 bits apart");
        assert_eq!(known.admit(&key(5, 3, 0b11), 1), Ok(()));
        assert_eq!(known.admit(&key(6, 3, 0b01), 1), Ok(()), "much of little differs");
    }
}

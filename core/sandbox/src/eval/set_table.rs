//! The order of sets.
//!
//! CPython shows a set in the order of its hash table, and programs print sets of numbers. So a set whose
//! elements have a hash that is the same in every run of CPython keeps a table like CPython's beside the
//! elements: of the same size, and with the elements in the same places.

/// Places looked at in a row before the search jumps.
const ROW: usize = 9;
const LEAST: usize = 8;
const EMPTY: u32 = u32::MAX;
/// A place whose element was removed.
const GONE: u32 = u32::MAX - 1;

/// Which element, by number, is in which place.
#[derive(Clone)]
pub(super) struct Table {
    places: Vec<u32>,
    /// Places that are not empty.
    filled: usize,
    /// Where `pop` begins to look.
    finger: usize,
}

/// The places in which an element of this hash is looked for.
fn search(hash: i64, mask: usize) -> impl Iterator<Item = usize> {
    let mut perturb = hash as u64;
    let mut start = perturb as usize & mask;
    let mut step = 0;
    std::iter::from_fn(move || {
        if step > if start + ROW <= mask { ROW } else { 0 } {
            perturb >>= 5;
            start = start.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
            step = 0;
        }
        step += 1;
        Some(start + step - 1)
    })
}

impl Table {
    pub(super) fn new() -> Self {
        Self { places: vec![EMPTY; LEAST], filled: 0, finger: 0 }
    }

    fn mask(&self) -> usize {
        self.places.len() - 1
    }

    /// Puts a new element in; `used` counts it. `hash_of` gives the hashes of all elements.
    pub(super) fn add(&mut self, element: usize, used: usize, hash_of: impl Fn(usize) -> i64) {
        let mut gone = None;
        for place in search(hash_of(element), self.mask()) {
            match self.places[place] {
                EMPTY => break,
                GONE => gone = Some(place),
                _ => {}
            }
        }
        // The last place on the way that an element left is used again.
        if let Some(place) = gone {
            self.places[place] = element as u32;
            return;
        }
        self.put(element, hash_of(element));
        if self.filled * 5 >= self.mask() * 3 {
            self.resize(if used > 50_000 { used * 2 } else { used * 4 }, hash_of);
        }
    }

    fn put(&mut self, element: usize, hash: i64) {
        let free = search(hash, self.mask()).find(|place| self.places[*place] == EMPTY);
        if let Some(free) = free {
            self.places[free] = element as u32;
            self.filled += 1;
        }
    }

    /// A larger or smaller table with the elements in the order of this one.
    fn resize(&mut self, least: usize, hash_of: impl Fn(usize) -> i64) {
        let mut size = LEAST;
        while size <= least {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.places, vec![EMPTY; size]);
        self.filled = 0;
        for element in old.into_iter().filter(|element| *element < GONE) {
            self.put(element as usize, hash_of(element as usize));
        }
    }

    /// Makes room for the elements of another set, as CPython does before it adds them.
    pub(super) fn reserve(&mut self, used: usize, more: usize, hash_of: impl Fn(usize) -> i64) {
        if (self.filled + more) * 5 >= self.mask() * 3 {
            self.resize((used + more) * 2, hash_of);
        }
    }

    /// Whether a copy of `other` into this empty table is the other table itself.
    pub(super) fn takes_over(&self, other: &Self, used: usize) -> bool {
        self.filled == 0 && self.places.len() == other.places.len() && other.filled == used
    }

    fn place_of(&self, element: usize, hash: i64) -> Option<usize> {
        let wanted = element as u32;
        let mut found = None;
        for place in search(hash, self.mask()) {
            match self.places[place] {
                EMPTY => break,
                here if here == wanted => {
                    found = Some(place);
                    break;
                }
                _ => {}
            }
        }
        found
    }

    /// Takes an element out.
    pub(super) fn remove(&mut self, element: usize, hash: i64) {
        if let Some(place) = self.place_of(element, hash) {
            self.places[place] = GONE;
        }
    }

    /// Gives an element another number.
    pub(super) fn rename(&mut self, element: usize, hash: i64, to: usize) {
        if let Some(place) = self.place_of(element, hash) {
            self.places[place] = to as u32;
        }
    }

    /// Makes the table small again after many removals.
    pub(super) fn tidy(&mut self, used: usize, hash_of: impl Fn(usize) -> i64) {
        if self.filled - used > self.mask() / 4 {
            self.resize(if used > 50_000 { used * 2 } else { used * 4 }, hash_of);
        }
    }

    /// The element that `pop` takes.
    pub(super) fn first(&mut self) -> Option<usize> {
        let start = self.finger & self.mask();
        let order = (start..self.places.len()).chain(0..start);
        let place = order.into_iter().find(|place| self.places[*place] < GONE)?;
        self.finger = place + 1;
        Some(self.places[place] as usize)
    }

    /// The elements in the order of the table.
    pub(super) fn order(&self) -> impl Iterator<Item = usize> + '_ {
        self.places.iter().filter(|element| **element < GONE).map(|element| *element as usize)
    }

    /// The first element from a place on, and the place after it.
    pub(super) fn from(&self, place: usize) -> Option<(usize, usize)> {
        let rest = self.places.get(place..)?;
        let at = rest.iter().position(|element| *element < GONE)?;
        Some((rest[at] as usize, place + at + 1))
    }
}

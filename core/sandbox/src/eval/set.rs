//! The elements of sets.

use indexmap::IndexSet;

use super::class::FixedHasher;
use super::dict::Key;
use super::set_table::Table;

/// The elements of a set: in CPython's order if that is the same in every run, else in order of insertion.
#[derive(Clone, Default)]
pub struct Set {
    items: IndexSet<Key, FixedHasher>,
    /// As long as every element has such a hash.
    table: Option<Table>,
}

fn hash_of(key: Option<&Key>) -> i64 {
    key.and_then(|key| super::cpython_hash::hash(key.value())).unwrap_or(0)
}

impl Set {
    /// Number of elements.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it has no elements.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Elements that there is room for.
    pub fn capacity(&self) -> usize {
        self.items.capacity()
    }

    /// Whether `key` is an element.
    pub fn contains(&self, key: &Key) -> bool {
        self.items.contains(key)
    }

    /// The elements.
    pub fn iter(&self) -> impl Iterator<Item = &Key> {
        let plain = if self.table.is_some() { 0 } else { self.items.len() };
        let ordered =
            self.table.iter().flat_map(Table::order).filter_map(|index| self.items.get_index(index));
        ordered.chain(self.items.iter().take(plain))
    }

    /// The first element from a position on, and the position after it.
    pub(super) fn from(&self, position: usize) -> Option<(&Key, usize)> {
        match &self.table {
            Some(table) => {
                let (index, next) = table.from(position)?;
                self.items.get_index(index).map(|key| (key, next))
            }
            None => self.items.get_index(position).map(|key| (key, position + 1)),
        }
    }

    /// Adds an element; whether it is new.
    pub fn insert(&mut self, key: Key) -> bool {
        let known = super::cpython_hash::hash(key.value()).is_some();
        if self.items.is_empty() && known {
            self.table.get_or_insert_with(Table::new);
        }
        if !known {
            self.table = None;
        }
        let (index, new) = self.items.insert_full(key);
        if new && let Some(table) = &mut self.table {
            let items = &self.items;
            table.add(index, items.len(), |index| hash_of(items.get_index(index)));
        }
        new
    }

    /// Removes an element.
    pub fn remove(&mut self, key: &Key) -> Option<Key> {
        match self.table {
            None => self.items.shift_take(key),
            Some(_) => {
                let index = self.items.get_index_of(key)?;
                self.take(index)
            }
        }
    }

    fn take(&mut self, index: usize) -> Option<Key> {
        let Some(table) = &mut self.table else { return self.items.shift_remove_index(index) };
        let last = self.items.len() - 1;
        table.remove(index, hash_of(self.items.get_index(index)));
        if last != index {
            // The last element takes the number that became free.
            table.rename(last, hash_of(self.items.get_index(last)), index);
        }
        self.items.swap_remove_index(index)
    }

    /// Takes out the element that `pop` gives.
    pub fn pop(&mut self) -> Option<Key> {
        let index = match &mut self.table {
            Some(table) => table.first()?,
            None => 0,
        };
        self.take(index)
    }

    /// Adds the elements of another set.
    pub fn merge(&mut self, other: &Self) {
        if other.is_empty() {
            return;
        }
        if self.is_empty() && other.table.is_some() {
            self.table.get_or_insert_with(Table::new);
        }
        if let (Some(table), Some(_)) = (&mut self.table, &other.table) {
            let items = &self.items;
            table.reserve(items.len(), other.len(), |index| hash_of(items.get_index(index)));
            if let Some(others) = &other.table
                && items.is_empty()
                && table.takes_over(others, other.len())
            {
                *self = other.clone();
                return;
            }
        }
        for key in other.iter() {
            self.insert(key.clone());
        }
    }

    /// A copy as CPython makes one, which has the table that fits.
    pub fn copied(&self) -> Self {
        let mut copy = Self::default();
        copy.merge(self);
        copy
    }

    /// The elements of both.
    pub fn union(&self, other: &Self) -> Self {
        let mut all = self.copied();
        all.merge(other);
        all
    }

    /// The elements that are in both.
    pub fn intersection(&self, other: &Self) -> Self {
        // CPython goes through the smaller one.
        let (long, short) = if other.len() > self.len() { (other, self) } else { (self, other) };
        let mut both = Self::default();
        for key in short.iter().filter(|key| long.contains(key)) {
            both.insert(key.clone());
        }
        both
    }

    /// The elements that `other` has not.
    pub fn difference(&self, other: &Self) -> Self {
        if self.len() >> 2 > other.len() {
            let mut rest = self.copied();
            rest.subtract(other);
            return rest;
        }
        let mut rest = Self::default();
        for key in self.iter().filter(|key| !other.contains(key)) {
            rest.insert(key.clone());
        }
        rest
    }

    /// Removes the elements of `other`.
    pub fn subtract(&mut self, other: &Self) {
        for key in other.iter() {
            self.remove(key);
        }
        if let Some(table) = &mut self.table {
            let items = &self.items;
            table.tidy(items.len(), |index| hash_of(items.get_index(index)));
        }
    }

    /// The elements that are in one of the two only.
    pub fn symmetric_difference(&self, other: &Self) -> Self {
        let mut result = other.copied();
        result.toggle(self);
        result
    }

    /// Removes what `other` has, too, and adds the rest of it.
    pub fn toggle(&mut self, other: &Self) {
        for key in other.iter() {
            if self.remove(key).is_none() {
                self.insert(key.clone());
            }
        }
    }

    pub(super) fn drain(&mut self) -> impl Iterator<Item = Key> + '_ {
        self.table = None;
        self.items.drain(..)
    }
}

impl FromIterator<Key> for Set {
    fn from_iter<I: IntoIterator<Item = Key>>(keys: I) -> Self {
        let mut set = Self::default();
        for key in keys {
            set.insert(key);
        }
        set
    }
}

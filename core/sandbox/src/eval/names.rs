//! Interned names.

use std::collections::HashMap;
use std::rc::Rc;

use super::class::FixedHasher;
use super::heap::Charge;
use super::text::Str;

/// The number of an interned name.
pub type Symbol = u32;

/// All names of one sandbox.
#[derive(Default)]
pub struct Names {
    symbols: HashMap<Rc<str>, Symbol, FixedHasher>,
    texts: Vec<Rc<Str>>,
}

impl Names {
    /// The symbol of `name`.
    pub fn symbol(&mut self, name: &str) -> Symbol {
        if let Some(&symbol) = self.symbols.get(name) {
            return symbol;
        }
        let symbol = self.texts.len() as Symbol;
        self.texts.push(Rc::new(Str::new(name.to_owned(), Charge::none())));
        self.symbols.insert(name.into(), symbol);
        symbol
    }

    /// The symbol of `name`, if it was ever used.
    pub fn find(&self, name: &str) -> Option<Symbol> {
        self.symbols.get(name).copied()
    }

    /// `name` as a shared string.
    pub fn text(&mut self, name: &str) -> Rc<Str> {
        let symbol = self.symbol(name);
        self.texts[symbol as usize].clone()
    }

    /// The name of `symbol`.
    pub fn get(&self, symbol: Symbol) -> &Rc<Str> {
        &self.texts[symbol as usize]
    }
}

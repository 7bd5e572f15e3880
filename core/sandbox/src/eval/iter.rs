//! Iterators.

use std::rc::Rc;

use super::function::Frame;
use super::heap::Gc;
use super::text::Str;
use super::value::{DictObject, List, Range, SetObject, Tuple, Value};

/// What a view of a dictionary shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
}

/// The state of an iterator.
#[allow(missing_docs)] // each variant is Python's iterator of that name
pub enum Iter {
    Empty,
    List {
        list: Gc<List>,
        index: usize,
    },
    ListReversed {
        list: Gc<List>,
        left: usize,
    },
    Tuple {
        tuple: Gc<Tuple>,
        index: usize,
    },
    Str {
        text: Rc<Str>,
        byte: usize,
    },
    Range {
        range: Range,
        index: i64,
        len: i64,
    },
    DictKeys {
        dict: Gc<DictObject>,
        index: usize,
        len: usize,
    },
    DictValues {
        dict: Gc<DictObject>,
        index: usize,
        len: usize,
    },
    DictItems {
        dict: Gc<DictObject>,
        index: usize,
        len: usize,
    },
    /// `dict.keys()`, `values()` or `items()`: a view, which makes iterators.
    View {
        dict: Gc<DictObject>,
        kind: ViewKind,
    },
    Set {
        set: Gc<SetObject>,
        index: usize,
        len: usize,
    },
    Values {
        items: std::vec::IntoIter<Value>,
    },
    Enumerate {
        source: Value,
        index: i64,
    },
    Zip {
        sources: Vec<Value>,
        strict: bool,
    },
    Map {
        function: Value,
        sources: Vec<Value>,
    },
    Filter {
        function: Value,
        source: Value,
    },
    Chain {
        sources: std::vec::IntoIter<Value>,
        current: Option<Value>,
    },
    Count {
        next: Value,
        step: Value,
    },
    Cycle {
        seen: Vec<Value>,
        source: Option<Value>,
        index: usize,
    },
    /// `product`, `permutations` and `combinations`.
    Choose(Box<super::iter_choose::Chooser>),
    Repeat {
        value: Value,
        left: Option<usize>,
    },
    Slice {
        source: Value,
        skip: usize,
        left: Option<usize>,
        step: usize,
    },
    /// `iter(callable, sentinel)`.
    Until {
        function: Value,
        sentinel: Value,
    },
    /// An instance with `__next__`.
    Instance(Value),
    /// The sequence protocol: `__getitem__` from 0.
    Sequence {
        object: Value,
        index: i64,
    },
    /// A generator at its end, with what it returned.
    Returned(Value),
    /// A generator; `None` while it runs.
    Generator {
        frame: Option<Box<Frame>>,
        started: bool,
    },
}

/// The iterators of the library that are classes in CPython and generators here.
pub(crate) const LIBRARY: [&str; 15] = [
    "product",
    "permutations",
    "combinations",
    "combinations_with_replacement",
    "accumulate",
    "takewhile",
    "dropwhile",
    "filterfalse",
    "compress",
    "starmap",
    "pairwise",
    "zip_longest",
    "groupby",
    "batched",
    "_tee",
];

fn library_name(frame: &super::function::Frame) -> &'static str {
    LIBRARY.into_iter().find(|name| *name == frame.code.name).unwrap_or("generator")
}

impl Iter {
    /// Python's name of the type.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Generator { frame: Some(frame), .. } if frame.code.source.is_none() => library_name(frame),
            Self::Empty | Self::Returned(_) | Self::Generator { .. } => "generator",
            Self::List { .. } => "list_iterator",
            Self::ListReversed { .. } => "list_reverseiterator",
            Self::Tuple { .. } => "tuple_iterator",
            Self::Str { .. } => "str_iterator",
            Self::Range { .. } => "range_iterator",
            Self::DictKeys { .. } => "dict_keyiterator",
            Self::DictValues { .. } => "dict_valueiterator",
            Self::DictItems { .. } => "dict_itemiterator",
            Self::View { kind: ViewKind::Keys, .. } => "dict_keys",
            Self::View { kind: ViewKind::Values, .. } => "dict_values",
            Self::View { kind: ViewKind::Items, .. } => "dict_items",
            Self::Set { .. } => "set_iterator",
            Self::Enumerate { .. } => "enumerate",
            Self::Zip { .. } => "zip",
            Self::Map { .. } => "map",
            Self::Filter { .. } => "filter",
            Self::Chain { .. } => "chain",
            Self::Count { .. } => "count",
            Self::Cycle { .. } => "cycle",
            Self::Repeat { .. } => "repeat",
            Self::Choose(chooser) => chooser.name(),
            Self::Slice { .. } => "islice",
            _ => "iterator",
        }
    }

    /// Moves everything held into `into`.
    pub(crate) fn take_values(self, into: &mut Vec<Value>) {
        match self {
            Self::Empty | Self::Str { .. } | Self::Range { .. } => {}
            Self::List { list, .. } | Self::ListReversed { list, .. } => into.push(Value::List(list)),
            Self::Tuple { tuple, .. } => into.push(Value::Tuple(tuple)),
            Self::DictKeys { dict, .. }
            | Self::DictValues { dict, .. }
            | Self::DictItems { dict, .. }
            | Self::View { dict, .. } => {
                into.push(Value::Dict(dict));
            }
            Self::Set { set, .. } => into.push(Value::Set(set)),
            Self::Values { items } => into.extend(items),
            Self::Enumerate { source, .. } | Self::Slice { source, .. } => into.push(source),
            Self::Zip { sources, .. } => into.extend(sources),
            Self::Map { function, sources } => {
                into.push(function);
                into.extend(sources);
            }
            Self::Filter { function, source } => into.extend([function, source]),
            Self::Chain { sources, current } => {
                into.extend(sources);
                into.extend(current);
            }
            Self::Count { next, step } => into.extend([next, step]),
            Self::Cycle { seen, source, .. } => {
                into.extend(seen);
                into.extend(source);
            }
            Self::Repeat { value, .. } => into.push(value),
            Self::Choose(chooser) => chooser.take_values(into),
            Self::Until { function, sentinel } => into.extend([function, sentinel]),
            Self::Instance(value) | Self::Returned(value) | Self::Sequence { object: value, .. } => {
                into.push(value);
            }
            Self::Generator { frame, .. } => {
                if let Some(mut frame) = frame {
                    frame.take_values(into);
                }
            }
        }
    }
}

impl super::value::IterObject {
    /// The class and the arguments of iterators that show them.
    pub(super) fn shown_parts(&self) -> Option<(&'static str, Vec<Value>)> {
        match &*self.0.try_borrow().ok()? {
            Iter::Count { next, step: Value::Int(1) } => Some(("count", vec![next.clone()])),
            Iter::Count { next, step } => Some(("count", vec![next.clone(), step.clone()])),
            Iter::Repeat { value, left: None } => Some(("repeat", vec![value.clone()])),
            Iter::Repeat { value, left: Some(n) } => {
                Some(("repeat", vec![value.clone(), Value::Int(*n as i64)]))
            }
            _ => None,
        }
    }
}

//! What objects weigh against the memory limit.
//!
//! Pointers are half as long in WebAssembly, but a script must meet its limit at the same place there as natively: so
//! every kind of object has a weight of its own, which is at least what it takes on a machine of 64 bits.

use super::class::{Class, Instance};
use super::exception::Exception;
use super::function::{BoundMethod, Builtin, Cell, Frame, Function};
use super::module::Module;
use super::value::{DictObject, IterObject, List, SetObject, Slice, Tuple};

/// An object whose memory is charged.
pub trait Weight {
    /// Bytes.
    const BYTES: usize;
}

macro_rules! weights {
    ($($name:ty: $bytes:literal,)*) => {$(
        impl Weight for $name {
            const BYTES: usize = $bytes;
        }

        const _: () = assert!(size_of::<$name>() <= $bytes, stringify!($name));
    )*};
}

weights! {
    List: 32,
    Tuple: 16,
    DictObject: 144,
    SetObject: 112,
    IterObject: 144,
    Slice: 48,
    Cell: 32,
    Function: 192,
    BoundMethod: 48,
    Builtin: 80,
    Module: 112,
    Class: 256,
    Instance: 192,
    Exception: 256,
    Frame: 256,
}

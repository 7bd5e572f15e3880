//! Element types, how they combine, and how scripts name them.

use super::scalar::Num;
use super::types;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// The type of an array's elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DType {
    Bool,
    Int8,
    Int16,
    Int32,
    Int64,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    Float32,
    Float64,
}

use DType::{Bool, Float32, Float64, Int8, Int16, Int32, Int64, UInt8, UInt16, UInt32, UInt64};

impl DType {
    pub const ALL: [Self; 11] =
        [Bool, Int8, Int16, Int32, Int64, UInt8, UInt16, UInt32, UInt64, Float32, Float64];

    /// numpy's name.
    pub fn name(self) -> &'static str {
        match self {
            Bool => "bool",
            Int8 => "int8",
            Int16 => "int16",
            Int32 => "int32",
            Int64 => "int64",
            UInt8 => "uint8",
            UInt16 => "uint16",
            UInt32 => "uint32",
            UInt64 => "uint64",
            Float32 => "float32",
            Float64 => "float64",
        }
    }

    /// Bytes of one element.
    pub fn size(self) -> usize {
        match self {
            Bool | Int8 | UInt8 => 1,
            Int16 | UInt16 => 2,
            Int32 | UInt32 | Float32 => 4,
            Int64 | UInt64 | Float64 => 8,
        }
    }

    pub fn is_float(self) -> bool {
        matches!(self, Float32 | Float64)
    }

    pub fn is_unsigned(self) -> bool {
        matches!(self, UInt8 | UInt16 | UInt32 | UInt64)
    }

    /// Integers, without bool.
    pub fn is_int(self) -> bool {
        !self.is_float() && self != Bool
    }

    /// numpy's letter for the kind.
    pub fn kind(self) -> char {
        match self {
            Bool => 'b',
            Float32 | Float64 => 'f',
            _ if self.is_unsigned() => 'u',
            _ => 'i',
        }
    }

    /// numpy's letter for the type.
    pub fn letter(self) -> char {
        match self {
            Bool => '?',
            Int8 => 'b',
            Int16 => 'h',
            Int32 => 'i',
            Int64 => 'l',
            UInt8 => 'B',
            UInt16 => 'H',
            UInt32 => 'I',
            UInt64 => 'L',
            Float32 => 'f',
            Float64 => 'd',
        }
    }

    /// Smallest and largest integer.
    pub fn range(self) -> (i128, i128) {
        let bits = self.size() as u32 * 8;
        match self {
            Bool => (0, 1),
            _ if self.is_unsigned() => (0, (1 << bits) - 1),
            _ => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
        }
    }

    /// The type that holds the values of both.
    pub fn promote(self, other: Self) -> Self {
        if self == other || other == Bool {
            return self;
        }
        if self == Bool {
            return other;
        }
        if self.is_float() || other.is_float() {
            let small = |t: Self| t == Float32 || (!t.is_float() && t.size() <= 2);
            return if small(self) && small(other) { Float32 } else { Float64 };
        }
        if self.is_unsigned() == other.is_unsigned() {
            return if self.size() >= other.size() { self } else { other };
        }
        let (unsigned, signed) = if self.is_unsigned() { (self, other) } else { (other, self) };
        if signed.size() > unsigned.size() {
            return signed;
        }
        match unsigned {
            UInt8 => Int16,
            UInt16 => Int32,
            UInt32 => Int64,
            _ => Float64,
        }
    }

    /// The type of fractions of such elements.
    pub fn as_float(self) -> Self {
        if self == Float32 { Float32 } else { Float64 }
    }

    /// The type of sums of such elements.
    pub fn as_sum(self) -> Self {
        match self {
            Float32 | Float64 => self,
            _ if self.is_unsigned() => UInt64,
            _ => Int64,
        }
    }

    /// Whether `a += b` may store this type in `to`.
    pub fn same_kind(self, to: Self) -> bool {
        let rank = |t: Self| match t.kind() {
            'b' => 0,
            'u' => 1,
            'i' => 2,
            _ => 3,
        };
        rank(self) <= rank(to)
    }

    /// Brings an integer into range by wrapping and rounds a float to single precision.
    pub fn fit(self, num: Num) -> Num {
        match (self, num) {
            (Float64, num) => Num::Float(num.float(self)),
            (Float32, num) => Num::Float(f64::from(num.float(self) as f32)),
            (Bool, num) => Num::Int(i64::from(num.truth())),
            (_, num) => {
                let i = num.int();
                Num::Int(match self {
                    Int8 => i64::from(i as i8),
                    Int16 => i64::from(i as i16),
                    Int32 => i64::from(i as i32),
                    UInt8 => i64::from(i as u8),
                    UInt16 => i64::from(i as u16),
                    UInt32 => i64::from(i as u32),
                    _ => i,
                })
            }
        }
    }

    /// The type with this name.
    pub fn named(name: &str) -> Option<Self> {
        let plain = name.trim_start_matches(['<', '>', '=', '|']);
        if let Some(found) = Self::ALL.into_iter().find(|t| t.name() == plain) {
            return Some(found);
        }
        Some(match plain {
            "?" | "b1" | "bool_" => Bool,
            "b" | "i1" | "byte" => Int8,
            "h" | "i2" | "short" => Int16,
            "i" | "i4" | "intc" => Int32,
            "l" | "q" | "p" | "i8" | "int" | "int_" | "intp" | "long" | "longlong" => Int64,
            "B" | "u1" | "ubyte" => UInt8,
            "H" | "u2" | "ushort" => UInt16,
            "I" | "u4" | "uintc" => UInt32,
            "L" | "Q" | "P" | "u8" | "uint" | "uintp" | "ulong" | "ulonglong" => UInt64,
            "f" | "f4" | "single" => Float32,
            "d" | "f8" | "float" | "float_" | "double" => Float64,
            _ => return None,
        })
    }

    /// The type that a `dtype` argument means.
    pub fn of(value: &Value) -> PyResult<Self> {
        if let Some(dtype) = value.host::<types::DTypeObject>() {
            return Ok(dtype.0);
        }
        let name = match value {
            Value::Type(class) => class.name.strip_prefix("numpy.").unwrap_or(class.name),
            Value::Str(text) => text,
            Value::None => return Ok(Float64),
            other => {
                return Err(Fault::type_error(format!(
                    "Cannot interpret '{}' as a data type",
                    other.type_name()
                )));
            }
        };
        let shown: String = name.chars().take(60).collect();
        match Self::named(name) {
            Some(dtype) => Ok(dtype),
            None if matches!(name, "object" | "O" | "str" | "U" | "S" | "bytes")
                || ["complex", "float1", "datetime", "str_", "object_", "<U", "half"]
                    .iter()
                    .any(|p| name.starts_with(p)) =>
            {
                Err(Fault::not_provided(format!("numpy's dtype '{shown}'")))
            }
            None => Err(Fault::type_error(format!("data type '{shown}' not understood"))),
        }
    }

    /// An optional `dtype` argument.
    pub fn given(value: Option<&Value>) -> PyResult<Option<Self>> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) => Self::of(value).map(Some),
        }
    }
}

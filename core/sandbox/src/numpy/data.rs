//! The elements of an array in memory, one vector per element type.
//!
//! All arithmetic happens in blocks of `i64` or `f64`; this file converts between those and the stored
//! type, which keeps the number of loops small.

use super::dtype::DType;
use super::scalar::Num;

/// A vector of elements.
pub(crate) enum Data {
    Bool(Vec<bool>),
    Int8(Vec<i8>),
    Int16(Vec<i16>),
    Int32(Vec<i32>),
    Int64(Vec<i64>),
    UInt8(Vec<u8>),
    UInt16(Vec<u16>),
    UInt32(Vec<u32>),
    UInt64(Vec<u64>),
    Float32(Vec<f32>),
    Float64(Vec<f64>),
}

macro_rules! each {
    ($data:expr, $items:ident => $body:expr) => {
        match $data {
            Data::Bool($items) => $body,
            Data::Int8($items) => $body,
            Data::Int16($items) => $body,
            Data::Int32($items) => $body,
            Data::Int64($items) => $body,
            Data::UInt8($items) => $body,
            Data::UInt16($items) => $body,
            Data::UInt32($items) => $body,
            Data::UInt64($items) => $body,
            Data::Float32($items) => $body,
            Data::Float64($items) => $body,
        }
    };
}

/// One element.
trait Element: Copy {
    fn from_int(int: i64) -> Self;
    fn from_float(float: f64) -> Self;
    fn int(self) -> i64;
    fn float(self) -> f64;
}

/// The first float beyond `i64`.
const TOP: f64 = (1_u64 << 63) as f64;

/// A float as an integer the way x86 converts: what does not fit becomes the smallest integer.
pub(super) fn truncate(float: f64) -> i64 {
    if (-TOP..TOP).contains(&float) { float as i64 } else { i64::MIN }
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl Element for $type {
            fn from_int(int: i64) -> Self {
                int as $type
            }
            fn from_float(float: f64) -> Self {
                truncate(float) as $type
            }
            fn int(self) -> i64 {
                self as i64
            }
            fn float(self) -> f64 {
                self as f64
            }
        }
    )*};
}

integers!(i8, i16, i64, u8, u16, u32);

impl Element for i32 {
    fn from_int(int: i64) -> Self {
        int as i32
    }
    fn from_float(float: f64) -> Self {
        i32::try_from(truncate(float)).unwrap_or(i32::MIN)
    }
    fn int(self) -> i64 {
        i64::from(self)
    }
    fn float(self) -> f64 {
        f64::from(self)
    }
}

impl Element for u64 {
    fn from_int(int: i64) -> Self {
        int as u64
    }
    fn from_float(float: f64) -> Self {
        if float >= TOP { float as u64 } else { truncate(float) as u64 }
    }
    fn int(self) -> i64 {
        self as i64
    }
    fn float(self) -> f64 {
        self as f64
    }
}

impl Element for bool {
    fn from_int(int: i64) -> Self {
        int != 0
    }
    fn from_float(float: f64) -> Self {
        float != 0.0
    }
    fn int(self) -> i64 {
        i64::from(self)
    }
    fn float(self) -> f64 {
        f64::from(u8::from(self))
    }
}

impl Element for f32 {
    fn from_int(int: i64) -> Self {
        int as f32
    }
    fn from_float(float: f64) -> Self {
        float as f32
    }
    fn int(self) -> i64 {
        truncate(f64::from(self))
    }
    fn float(self) -> f64 {
        f64::from(self)
    }
}

impl Element for f64 {
    fn from_int(int: i64) -> Self {
        int as f64
    }
    fn from_float(float: f64) -> Self {
        float
    }
    fn int(self) -> i64 {
        truncate(self)
    }
    fn float(self) -> f64 {
        self
    }
}

/// Numbers that arithmetic happens in: `i64` or `f64`.
pub(crate) trait LaneNum: Copy + PartialOrd + Default + 'static {
    /// Reads elements `start`, `start + stride`, ...
    fn read(data: &Data, start: usize, stride: isize, out: &mut [Self]);
    /// Writes elements `start`, `start + stride`, ...
    fn write(data: &mut Data, start: usize, stride: isize, values: &[Self]);
    /// Reads elements at the given places.
    fn gather(data: &Data, places: &[i64], out: &mut [Self]);
    /// Writes elements to the given places.
    fn scatter(data: &mut Data, places: &[i64], values: &[Self]);
    /// The number of this kind that `num` is.
    fn of(num: Num, dtype: DType) -> Self;
    /// As a number.
    fn num(self) -> Num;
    /// Order with NaN last.
    fn order(&self, other: &Self) -> std::cmp::Ordering;
}

fn place(start: usize, stride: isize, index: usize) -> usize {
    start.wrapping_add_signed(stride.wrapping_mul(index as isize))
}

macro_rules! lane {
    ($type:ty, $get:ident, $from:ident) => {
        fn read(data: &Data, start: usize, stride: isize, out: &mut [Self]) {
            each!(data, items => {
                if stride == 1 {
                    for (value, item) in out.iter_mut().zip(&items[start..]) {
                        *value = item.$get();
                    }
                } else {
                    for (index, value) in out.iter_mut().enumerate() {
                        *value = items[place(start, stride, index)].$get();
                    }
                }
            });
        }

        fn write(data: &mut Data, start: usize, stride: isize, values: &[Self]) {
            each!(data, items => {
                if stride == 1 {
                    for (item, value) in items[start..].iter_mut().zip(values) {
                        *item = Element::$from(*value);
                    }
                } else {
                    for (index, value) in values.iter().enumerate() {
                        items[place(start, stride, index)] = Element::$from(*value);
                    }
                }
            });
        }

        fn gather(data: &Data, places: &[i64], out: &mut [Self]) {
            each!(data, items => {
                for (value, place) in out.iter_mut().zip(places) {
                    *value = items[*place as usize].$get();
                }
            });
        }

        fn scatter(data: &mut Data, places: &[i64], values: &[Self]) {
            each!(data, items => {
                for (place, value) in places.iter().zip(values) {
                    items[*place as usize] = Element::$from(*value);
                }
            });
        }
    };
}

impl LaneNum for i64 {
    lane!(i64, int, from_int);

    fn of(num: Num, _: DType) -> Self {
        num.int()
    }

    fn num(self) -> Num {
        Num::Int(self)
    }

    fn order(&self, other: &Self) -> std::cmp::Ordering {
        self.cmp(other)
    }
}

impl LaneNum for f64 {
    lane!(f64, float, from_float);

    fn of(num: Num, dtype: DType) -> Self {
        num.float(dtype)
    }

    fn num(self) -> Num {
        Num::Float(self)
    }

    fn order(&self, other: &Self) -> std::cmp::Ordering {
        self.partial_cmp(other).unwrap_or_else(|| self.is_nan().cmp(&other.is_nan()))
    }
}

impl Data {
    /// `count` zeros; the caller has paid for them.
    pub fn zeros(dtype: DType, count: usize) -> Self {
        match dtype {
            DType::Bool => Self::Bool(vec![false; count]),
            DType::Int8 => Self::Int8(vec![0; count]),
            DType::Int16 => Self::Int16(vec![0; count]),
            DType::Int32 => Self::Int32(vec![0; count]),
            DType::Int64 => Self::Int64(vec![0; count]),
            DType::UInt8 => Self::UInt8(vec![0; count]),
            DType::UInt16 => Self::UInt16(vec![0; count]),
            DType::UInt32 => Self::UInt32(vec![0; count]),
            DType::UInt64 => Self::UInt64(vec![0; count]),
            DType::Float32 => Self::Float32(vec![0.0; count]),
            DType::Float64 => Self::Float64(vec![0.0; count]),
        }
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        each!(self, items => items.len())
    }

    /// The elements as bytes, the lowest first.
    pub fn little_endian(&self) -> Vec<u8> {
        match self {
            Self::Bool(items) => items.iter().map(|item| u8::from(*item)).collect(),
            Self::UInt8(items) => items.clone(),
            Self::Int8(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
            Self::Int16(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
            Self::Int32(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
            Self::Int64(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
            Self::UInt16(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
            Self::UInt32(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
            Self::UInt64(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
            Self::Float32(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
            Self::Float64(items) => items.iter().flat_map(|item| item.to_le_bytes()).collect(),
        }
    }

    /// Sets the elements, from the first on, to what bytes say, the lowest byte of each first.
    pub fn fill_little_endian(&mut self, bytes: &[u8]) {
        /// Sets items from parts of `N` bytes.
        fn fill<T, const N: usize>(items: &mut [T], bytes: &[u8], of: fn([u8; N]) -> T) {
            let (parts, _) = bytes.as_chunks();
            items.iter_mut().zip(parts).for_each(|(item, part)| *item = of(*part));
        }
        match self {
            Self::Bool(items) => fill(items, bytes, |[byte]| byte != 0),
            Self::UInt8(items) => fill(items, bytes, u8::from_le_bytes),
            Self::Int8(items) => fill(items, bytes, i8::from_le_bytes),
            Self::Int16(items) => fill(items, bytes, i16::from_le_bytes),
            Self::Int32(items) => fill(items, bytes, i32::from_le_bytes),
            Self::Int64(items) => fill(items, bytes, i64::from_le_bytes),
            Self::UInt16(items) => fill(items, bytes, u16::from_le_bytes),
            Self::UInt32(items) => fill(items, bytes, u32::from_le_bytes),
            Self::UInt64(items) => fill(items, bytes, u64::from_le_bytes),
            Self::Float32(items) => fill(items, bytes, f32::from_le_bytes),
            Self::Float64(items) => fill(items, bytes, f64::from_le_bytes),
        }
    }

    /// The type of the elements.
    pub fn dtype(&self) -> DType {
        match self {
            Self::Bool(_) => DType::Bool,
            Self::Int8(_) => DType::Int8,
            Self::Int16(_) => DType::Int16,
            Self::Int32(_) => DType::Int32,
            Self::Int64(_) => DType::Int64,
            Self::UInt8(_) => DType::UInt8,
            Self::UInt16(_) => DType::UInt16,
            Self::UInt32(_) => DType::UInt32,
            Self::UInt64(_) => DType::UInt64,
            Self::Float32(_) => DType::Float32,
            Self::Float64(_) => DType::Float64,
        }
    }

    /// One element.
    pub fn get(&self, at: usize) -> Num {
        if self.dtype().is_float() {
            Num::Float(each!(self, items => items[at].float()))
        } else {
            Num::Int(each!(self, items => items[at].int()))
        }
    }

    /// Replaces one element.
    pub fn set(&mut self, at: usize, num: Num) {
        match num {
            Num::Int(int) => each!(self, items => items[at] = Element::from_int(int)),
            Num::Float(float) => each!(self, items => items[at] = Element::from_float(float)),
        }
    }
}

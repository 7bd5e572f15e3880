//! Arrays: a shared buffer of elements and how to step through it.

use std::cell::{Cell, RefCell};
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use super::data::{Data, LaneNum};
use super::dtype::DType;
use super::ndarray::NdArray;
use super::picture::Picture;
use super::scalar::{self, Num};
use super::walk::Walk;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::value::Value;

/// Most elements of an array, so that sizes fit everywhere, also on machines of 32 bits.
const MOST: u64 = i32::MAX as u64;
/// Most dimensions, as in numpy.
pub(super) const MAX_DIMS: usize = 64;
/// Elements computed at a time.
pub(super) const BLOCK: usize = 1024;

/// The elements that one or more arrays look at.
pub(crate) struct Buffer {
    pub data: RefCell<Data>,
    /// The canvas that the elements are, if they are a picture of the record.
    pub picture: RefCell<Option<Picture>>,
    /// The range of elements that were written since the record was told.
    pub changed: Cell<Option<[usize; 2]>>,
    /// Elements from one row to the next, in the array that the buffer was made for; 0 if it is not known.
    pub pitch: Cell<usize>,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

impl Buffer {
    /// A buffer of elements that are paid for.
    pub fn new(data: Data, charge: Charge) -> Rc<Self> {
        Rc::new(Self {
            data: data.into(),
            picture: None.into(),
            changed: None.into(),
            pitch: 0.into(),
            charge,
        })
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        self.data.borrow().len()
    }
}

/// An array: a window on a buffer. Cloning makes another view of the same elements.
#[derive(Clone)]
pub(crate) struct Array {
    pub buffer: Rc<Buffer>,
    pub offset: usize,
    pub shape: Vec<usize>,
    pub strides: Vec<isize>,
    pub dtype: DType,
}

/// Numbers on the way through a computation, paid for.
pub(crate) struct Lane<T> {
    values: Vec<T>,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

impl<T: Clone + Default> Lane<T> {
    /// `count` zeros.
    pub fn zeros(ctx: &mut Ctx, count: usize) -> PyResult<Self> {
        let charge = ctx.charge(count.saturating_mul(size_of::<T>()))?;
        ctx.burn(count as u64 / 16 + 1)?;
        Ok(Self { values: vec![T::default(); count], charge })
    }
}

impl<T> Deref for Lane<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.values
    }
}

impl<T> DerefMut for Lane<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.values
    }
}

/// The number of elements of a shape, if an array may have it.
pub(super) fn count(ctx: &Ctx, shape: &[usize]) -> PyResult<usize> {
    if shape.len() > MAX_DIMS {
        return Err(Fault::value_error(format!(
            "maximum supported dimension for an ndarray is currently {MAX_DIMS}, found {}",
            shape.len()
        )));
    }
    let sides = shape.iter().filter(|side| **side != 0);
    let most = sides.map(|side| *side as u64).try_fold(1_u64, u64::checked_mul);
    match most {
        Some(most) if most <= MOST => Ok(shape.iter().product()),
        Some(most) if most <= i64::MAX as u64 / 8 && !shape.contains(&0) => {
            Err(Fault::memory(ctx.limits.memory))
        }
        _ => Err(Fault::value_error(
            "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
        )),
    }
}

/// Strides of a contiguous array.
pub(crate) fn contiguous(shape: &[usize]) -> Vec<isize> {
    let mut strides = vec![0; shape.len()];
    let mut step = 1;
    for (stride, side) in strides.iter_mut().zip(shape).rev() {
        *stride = step as isize;
        step *= (*side).max(1);
    }
    strides
}

impl Array {
    /// An array of zeros.
    pub fn zeros(ctx: &mut Ctx, dtype: DType, shape: &[usize]) -> PyResult<Self> {
        let count = count(ctx, shape)?;
        let charge = ctx.charge(count.saturating_mul(dtype.size()).saturating_add(256))?;
        ctx.burn(count as u64 / 16 + 1)?;
        let (buffer, strides) = (Buffer::new(Data::zeros(dtype, count), charge), contiguous(shape));
        if let [rows, _, ..] = shape
            && *rows > 1
        {
            buffer.pitch.set(strides[0] as usize);
        }
        Ok(Self { buffer, offset: 0, shape: shape.to_vec(), strides, dtype })
    }

    /// An array of numbers in order.
    pub fn from_lane<T: LaneNum>(ctx: &mut Ctx, dtype: DType, shape: &[usize], lane: &[T]) -> PyResult<Self> {
        let array = Self::zeros(ctx, dtype, shape)?;
        ctx.burn(lane.len() as u64 / 16)?;
        T::write(&mut array.buffer.data.borrow_mut(), 0, 1, lane);
        Ok(array)
    }

    /// An array without dimensions.
    pub fn of_num(ctx: &mut Ctx, dtype: DType, num: Num) -> PyResult<Self> {
        let array = Self::zeros(ctx, dtype, &[])?;
        array.buffer.data.borrow_mut().set(0, dtype.fit(num));
        Ok(array)
    }

    /// Number of elements.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// Number of dimensions.
    pub fn ndim(&self) -> usize {
        self.shape.len()
    }

    /// A view with another shape and strides.
    pub fn view(&self, offset: usize, shape: Vec<usize>, strides: Vec<isize>) -> Self {
        Self { buffer: self.buffer.clone(), offset, shape, strides, dtype: self.dtype }
    }

    /// Whether the elements lie one after the other.
    pub fn is_contiguous(&self) -> bool {
        let expected = contiguous(&self.shape);
        self.shape.iter().zip(self.strides.iter().zip(&expected)).all(|(n, (a, b))| *n <= 1 || a == b)
            || self.size() == 0
    }

    /// The elements in order.
    pub fn walk(&self) -> Walk {
        Walk::new(&self.shape, &self.strides, self.offset)
    }

    /// All elements in order.
    pub fn lane<T: LaneNum>(&self, ctx: &mut Ctx) -> PyResult<Lane<T>> {
        let mut lane = Lane::zeros(ctx, self.size())?;
        ctx.burn(self.size() as u64 / 8)?;
        self.read(&mut self.walk(), &mut lane);
        Ok(lane)
    }

    /// Reads as many elements as `out` has, from where the walk is.
    pub fn read<T: LaneNum>(&self, walk: &mut Walk, out: &mut [T]) {
        let data = self.buffer.data.borrow();
        let mut done = 0;
        while let Some((start, stride, count)) = walk.run(out.len() - done) {
            T::read(&data, start, stride, &mut out[done..done + count]);
            done += count;
        }
    }

    /// Writes elements from where the walk is.
    pub fn write<T: LaneNum>(&self, walk: &mut Walk, values: &[T]) {
        let mut data = self.buffer.data.borrow_mut();
        let mut done = 0;
        while let Some((start, stride, count)) = walk.run(values.len() - done) {
            self.buffer.touch(start, stride, count);
            T::write(&mut data, start, stride, &values[done..done + count]);
            done += count;
        }
    }

    /// The first element.
    pub fn first(&self) -> Num {
        self.buffer.data.borrow().get(self.offset)
    }

    /// A contiguous copy as another type.
    pub fn cast(&self, ctx: &mut Ctx, dtype: DType) -> PyResult<Self> {
        let copy = Self::zeros(ctx, dtype, &self.shape)?;
        copy.copy_from(ctx, self)?;
        Ok(copy)
    }

    /// A contiguous copy.
    pub fn copied(&self, ctx: &mut Ctx) -> PyResult<Self> {
        self.cast(ctx, self.dtype)
    }

    /// Writes the elements of an array of the same shape into this one.
    pub fn copy_from(&self, ctx: &mut Ctx, from: &Self) -> PyResult<()> {
        if Rc::ptr_eq(&self.buffer, &from.buffer) {
            let copy = from.copied(ctx)?;
            return self.copy_from(ctx, &copy);
        }
        if from.dtype.is_float() { self.transfer::<f64>(ctx, from) } else { self.transfer::<i64>(ctx, from) }
    }

    fn transfer<T: LaneNum>(&self, ctx: &mut Ctx, from: &Self) -> PyResult<()> {
        let (mut source, mut target) = (from.walk(), self.walk());
        let mut block = [T::default(); BLOCK];
        while source.left() > 0 {
            let count = source.left().min(BLOCK);
            ctx.burn(count as u64 / 16 + 1)?;
            from.read(&mut source, &mut block[..count]);
            self.write(&mut target, &block[..count]);
        }
        Ok(())
    }

    /// The view of this array as if it had a larger shape.
    pub fn broadcast(&self, shape: &[usize]) -> Option<Self> {
        let extra = shape.len().checked_sub(self.ndim())?;
        let mut strides = vec![0; shape.len()];
        for axis in 0..self.ndim() {
            if self.shape[axis] == shape[extra + axis] {
                strides[extra + axis] = self.strides[axis];
            } else if self.shape[axis] != 1 {
                return None;
            }
        }
        Some(self.view(self.offset, shape.to_vec(), strides))
    }

    /// The array as a value; without dimensions it becomes a scalar.
    pub fn value(self, ctx: &mut Ctx) -> PyResult<Value> {
        if self.shape.is_empty() {
            return scalar::value(ctx, self.dtype, self.first());
        }
        self.object(ctx)
    }

    /// The array as a value, also without dimensions.
    pub fn object(self, ctx: &mut Ctx) -> PyResult<Value> {
        let charge = ctx.charge(128 + self.shape.len() * 16)?;
        Ok(Value::from_host(NdArray { array: self, charge }))
    }
}

/// The shape that arrays of these shapes are stretched to.
pub(super) fn broadcast_shape(ctx: &Ctx, shapes: &[&[usize]]) -> PyResult<Vec<usize>> {
    let ndim = shapes.iter().map(|s| s.len()).max().unwrap_or(0);
    let mut out = vec![1; ndim];
    for shape in shapes {
        for (side, have) in out.iter_mut().rev().zip(shape.iter().rev()) {
            if *side == 1 {
                *side = *have;
            } else if *have != 1 && *have != *side {
                let shown: Vec<String> = shapes.iter().map(|s| shape_text(s)).collect();
                return Err(Fault::value_error(format!(
                    "operands could not be broadcast together with shapes {} ",
                    shown.join(" ")
                )));
            }
        }
    }
    count(ctx, &out)?;
    Ok(out)
}

/// A shape as error messages of numpy write it.
pub(super) fn shape_text(shape: &[usize]) -> String {
    let sides: Vec<String> = shape.iter().map(usize::to_string).collect();
    match sides.as_slice() {
        [one] => format!("({one},)"),
        _ => format!("({})", sides.join(",")),
    }
}

/// A shape as Python shows a tuple.
pub(super) fn tuple_text(shape: &[usize]) -> String {
    let sides: Vec<String> = shape.iter().map(usize::to_string).collect();
    match sides.as_slice() {
        [one] => format!("({one},)"),
        _ => format!("({})", sides.join(", ")),
    }
}

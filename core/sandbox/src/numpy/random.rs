//! `np.random`: the sequences of numpy's legacy generator for a given seed. Without a seed it begins as
//! `seed(0)`, so that a script does the same each time. `default_rng` has another generator and is not
//! provided.

use std::cell::RefCell;

use super::arguments::{flag, given, number, shape};
use super::array::{Array, Lane};
use super::data::LaneNum;
use super::dtype::DType;
use super::generator::Generator;
use super::scalar::{self, Num};
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::function::Builtin;
use crate::eval::host::{Host, NativeFn, NativeType};
use crate::eval::value::Value;

const METHODS: &[&str] = &[
    "choice",
    "exponential",
    "normal",
    "permutation",
    "rand",
    "randint",
    "randn",
    "random",
    "random_sample",
    "ranf",
    "sample",
    "seed",
    "shuffle",
    "standard_normal",
    "uniform",
];

/// `np.random.RandomState`.
struct RandomState(RefCell<Generator>);

static RANDOM_STATE: NativeType = NativeType {
    name: "numpy.random.RandomState",
    call: Some(|_, args| {
        let [seed] = args.bind("RandomState", ["seed"], 0)?;
        Ok(Value::from_host(RandomState(Generator::new(seed)?.into())))
    }),
    is_instance: |value| value.host::<RandomState>().is_some(),
    attrs: &[],
};

static DEFAULT_RNG: NativeFn = NativeFn {
    name: "default_rng",
    call: |_, _| {
        Err(Fault::not_provided(
            "numpy.random.default_rng (use np.random.seed and np.random.rand, randint, ...)",
        ))
    },
};

/// The module, whose functions are methods of one hidden generator.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let state = Value::from_host(RandomState(Generator::new(None)?.into()));
    let mut contents =
        vec![("RandomState", Value::Type(&RANDOM_STATE)), ("default_rng", Value::Native(&DEFAULT_RNG))];
    for method in METHODS {
        let name = ctx.names.text(method);
        contents.push((method, ctx.builtin(Builtin::Method { receiver: state.clone(), name })?));
    }
    ctx.new_module("numpy.random", contents)
}

/// Many numbers in a shape, or one without a shape.
fn make<T: LaneNum>(
    ctx: &mut Ctx,
    size: Option<Vec<usize>>,
    dtype: DType,
    mut next: impl FnMut() -> T,
) -> PyResult<Array> {
    let sides = size.unwrap_or_default();
    let count = super::array::count(ctx, &sides)?;
    let mut lane: Lane<T> = Lane::zeros(ctx, count)?;
    ctx.burn(count as u64 * 2 + 1)?;
    lane.iter_mut().for_each(|value| *value = next());
    Array::from_lane(ctx, dtype, &sides, &lane)
}

/// A single number is a Python float, as in numpy.
fn floats(ctx: &mut Ctx, size: Option<Vec<usize>>, next: impl FnMut() -> f64) -> PyResult<Value> {
    let single = size.is_none();
    let array = make(ctx, size, DType::Float64, next)?;
    if single {
        return scalar::python(ctx, DType::Float64, array.first());
    }
    array.object(ctx)
}

fn size(ctx: &mut Ctx, value: Option<Value>) -> PyResult<Option<Vec<usize>>> {
    given(value).map(|value| shape(ctx, &value)).transpose()
}

impl Host for RandomState {
    fn type_name(&self) -> &'static str {
        "numpy.random.mtrand.RandomState"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&RANDOM_STATE)
    }

    fn has_method(&self, name: &str) -> bool {
        METHODS.contains(&name)
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "seed" => {
                let [seed] = args.bind("seed", ["seed"], 0)?;
                *self.0.borrow_mut() = Generator::new(seed)?;
                Ok(Value::None)
            }
            "rand" | "randn" => {
                let sides = match args.positional.len() {
                    0 => None,
                    _ => {
                        let sides = super::arguments::spread(ctx, &args.positional)?;
                        Some(sides.into_iter().map(super::arguments::side).collect::<PyResult<Vec<_>>>()?)
                    }
                };
                let mut state = self.0.borrow_mut();
                let normal = name == "randn";
                floats(ctx, sides, || if normal { state.normal() } else { state.twister.random() })
            }
            "random" | "random_sample" | "ranf" | "sample" | "standard_normal" => {
                let [sides] = args.bind(name, ["size"], 0)?;
                let sides = size(ctx, sides)?;
                let mut state = self.0.borrow_mut();
                let normal = name == "standard_normal";
                floats(ctx, sides, || if normal { state.normal() } else { state.twister.random() })
            }
            "uniform" | "normal" => self.two(ctx, name, args),
            "exponential" => {
                let [scale, sides] = args.bind(name, ["scale", "size"], 0)?;
                let (scale, sides) = (number(ctx, scale, 1.0)?, size(ctx, sides)?);
                let mut state = self.0.borrow_mut();
                floats(ctx, sides, || -libm::log(1.0 - state.twister.random()) * scale)
            }
            "randint" => self.randint(ctx, args),
            "choice" => self.choice(ctx, args),
            "shuffle" => {
                let [x] = args.exactly("shuffle")?;
                self.shuffle(ctx, &x)?;
                Ok(Value::None)
            }
            "permutation" => {
                let [x] = args.exactly("permutation")?;
                let array = match integer(&x) {
                    Ok(count) => counting(ctx, super::arguments::side(count)?)?,
                    Err(_) => super::from_value::array(ctx, &x, None)?,
                };
                let value = array.object(ctx)?;
                self.shuffle(ctx, &value)?;
                Ok(value)
            }
            _ => Err(Fault::no_attribute(self.type_name(), name)),
        }
    }
}

/// 0, 1, 2, ...
fn counting(ctx: &mut Ctx, count: usize) -> PyResult<Array> {
    super::array::count(ctx, &[count])?;
    let mut next = -1;
    make(ctx, Some(vec![count]), DType::Int64, || {
        next += 1;
        next
    })
}

impl RandomState {
    /// `uniform(low, high, size)` and `normal(loc, scale, size)`, whose parameters may be arrays.
    fn two(&self, ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
        let normal = name == "normal";
        let params = if normal { ["loc", "scale", "size"] } else { ["low", "high", "size"] };
        let [a, b, sides] = args.bind(name, params, 0)?;
        let a = super::operand::array(ctx, &a.unwrap_or(Value::Float(0.0)))?;
        let b = super::operand::array(ctx, &b.unwrap_or(Value::Float(1.0)))?;
        let parameters = super::array::broadcast_shape(ctx, &[&a.shape, &b.shape])?;
        let sides = match size(ctx, sides)? {
            None if parameters.is_empty() => None,
            None => Some(parameters),
            Some(sides) => Some(sides),
        };
        let target = sides.clone().unwrap_or_default();
        let stretch = |array: &Array| {
            array.broadcast(&target).ok_or_else(|| {
                Fault::value_error("Output size is not compatible with broadcast dimensions of inputs.")
            })
        };
        super::array::count(ctx, &target)?;
        let (a, b): (Lane<f64>, Lane<f64>) = (stretch(&a)?.lane(ctx)?, stretch(&b)?.lane(ctx)?);
        if normal && b.iter().any(|scale| *scale < 0.0) {
            return Err(Fault::value_error("scale < 0"));
        }
        let mut state = self.0.borrow_mut();
        let mut at = 0;
        floats(ctx, sides, || {
            let (a, b) = (a[at], b[at]);
            at += 1;
            if normal { a + b * state.normal() } else { a + (b - a) * state.twister.random() }
        })
    }

    fn randint(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [low, high, sides, dtype] = args.bind("randint", ["low", "high", "size", "dtype"], 1)?;
        let plain = given(dtype.clone()).is_none_or(|t| matches!(t, Value::Type(t) if t.name == "int"));
        let dtype = DType::given(dtype.as_ref())?.filter(|_| !plain).unwrap_or(DType::Int64);
        let low = given(low).unwrap_or(Value::None);
        if matches!(&low, Value::List(_) | Value::Tuple(_)) {
            return Err(Fault::not_provided("numpy.random.randint with arrays of bounds"));
        }
        let bound = |value: &Value| match value {
            Value::Float(float) => Ok(*float as i64),
            value => integer(value),
        };
        let (low, high) = match given(high) {
            Some(high) => (bound(&low)?, bound(&high)?),
            None => (0, bound(&low)?),
        };
        let (least, most) = dtype.range();
        if i128::from(low) < least {
            return Err(Fault::value_error(format!("low is out of bounds for {}", dtype.name())));
        }
        if i128::from(high) - 1 > most {
            return Err(Fault::value_error(format!("high is out of bounds for {}", dtype.name())));
        }
        if low >= high {
            return Err(Fault::value_error(if low == 0 { "high <= 0" } else { "low >= high" }));
        }
        let span = (i128::from(high) - 1 - i128::from(low)) as u64;
        let sides = size(ctx, sides)?;
        let single = sides.is_none();
        let mut state = self.0.borrow_mut();
        let bits = dtype.size() as u32 * 8;
        let mut held = (0, 0);
        let array = make(ctx, sides, dtype, || {
            let drawn = if span > 0 && bits < 32 {
                state.up_to_narrow(span, bits, &mut held)
            } else {
                state.up_to(span)
            };
            low.wrapping_add(drawn as i64)
        })?;
        match single {
            true if plain => scalar::python(ctx, dtype, array.first()),
            _ => array.value(ctx),
        }
    }

    fn choice(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [a, sides, replace, p] = args.bind("choice", ["a", "size", "replace", "p"], 1)?;
        let a = a.unwrap_or(Value::None);
        if let Value::List(_) | Value::Tuple(_) = &a
            && ctx.collect(&a)?.iter().any(|item| matches!(item, Value::Str(_)))
        {
            return Err(Fault::not_provided("numpy.random.choice of texts (use random.choice)"));
        }
        let population = match integer(&a) {
            Ok(count) if count <= 0 => {
                return Err(Fault::value_error("a must be greater than 0 unless no samples are taken"));
            }
            Ok(count) => counting(ctx, super::arguments::side(count)?)?,
            Err(_) => super::operand::array(ctx, &a)?,
        };
        if population.ndim() != 1 {
            return Err(Fault::value_error("a must be 1-dimensional"));
        }
        let count = population.size();
        if count == 0 {
            return Err(Fault::value_error("'a' cannot be empty unless no samples are taken"));
        }
        let sides = size(ctx, sides)?;
        let replace = flag(ctx, replace, true)?;
        let total = super::array::count(ctx, sides.as_deref().unwrap_or(&[]))?;
        let indices = if let Some(p) = given(p) {
            if !replace {
                return Err(Fault::not_provided("numpy.random.choice(replace=False, p=...)"));
            }
            let mut sums: Lane<f64> = super::operand::array(ctx, &p)?.lane(ctx)?;
            if sums.len() != count {
                return Err(Fault::value_error("'a' and 'p' must have same size"));
            }
            if sums.iter().any(|share| *share < 0.0) {
                return Err(Fault::value_error("probabilities are not non-negative"));
            }
            let mut sum = 0.0;
            sums.iter_mut().for_each(|share| {
                sum += *share;
                *share = sum;
            });
            if (sum - 1.0).abs() > 1.5e-8 {
                return Err(Fault::value_error("probabilities do not sum to 1"));
            }
            sums.iter_mut().for_each(|share| *share /= sum);
            let mut state = self.0.borrow_mut();
            make(ctx, sides.clone(), DType::Int64, || {
                let drawn = state.twister.random();
                sums.partition_point(|held| *held <= drawn).min(count - 1) as i64
            })?
        } else if replace {
            let mut state = self.0.borrow_mut();
            make(ctx, sides.clone(), DType::Int64, || state.up_to(count as u64 - 1) as i64)?
        } else {
            if total > count {
                return Err(Fault::value_error(
                    "Cannot take a larger sample than population when 'replace=False'",
                ));
            }
            let order = counting(ctx, count)?;
            let value = order.clone().object(ctx)?;
            self.shuffle(ctx, &value)?;
            let first = super::join::part(&order, 0, 0, total).copied(ctx)?;
            let shape: Vec<i64> = sides.as_deref().unwrap_or(&[]).iter().map(|side| *side as i64).collect();
            super::shape::reshaped(ctx, &first, &shape)?
        };
        let key = if sides.is_none() { Value::Int(indices.first().int()) } else { indices.object(ctx)? };
        super::index::get(ctx, &population, &key)
    }

    /// Exchanges elements of a list, or rows of an array.
    fn shuffle(&self, ctx: &mut Ctx, value: &Value) -> PyResult<()> {
        let count = match value {
            Value::List(list) => list.0.borrow().len(),
            value => match super::methods::object(value, "shuffle")?.array.shape.first() {
                Some(side) => *side,
                None => return Err(Fault::new(ExcKind::TypeError, "len() of unsized object")),
            },
        };
        ctx.burn(count as u64 * 2 + 1)?;
        for last in (1..count).rev() {
            let other = self.0.borrow_mut().up_to(last as u64) as usize;
            match value {
                Value::List(list) => list.0.borrow_mut().swap(last, other),
                value => {
                    let array = &super::methods::object(value, "shuffle")?.array;
                    let row = |at: usize| super::join::part(array, 0, at, at + 1);
                    if array.ndim() == 1 {
                        let (a, b) = (row(last), row(other));
                        let (x, y): (Num, Num) = (a.first(), b.first());
                        let mut data = array.buffer.data.borrow_mut();
                        data.set(a.offset, y);
                        data.set(b.offset, x);
                    } else if last != other {
                        let held = row(last).copied(ctx)?;
                        row(last).copy_from(ctx, &row(other))?;
                        row(other).copy_from(ctx, &held)?;
                    }
                }
            }
        }
        Ok(())
    }
}

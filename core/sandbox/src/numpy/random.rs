//! `np.random`: the sequences of numpy's legacy generator for a given seed. Without a seed it begins as
//! `seed(0)`, so that a script does the same each time. `default_rng`
//! is another generator.

use std::cell::RefCell;

use super::arguments::{flag, given, number};
use super::array::{Array, Lane};
use super::dtype::DType;
use super::generator::Generator;
use super::sample::{counting, cumulated, floats, make, permuted, population, size, swap_rows};
use super::scalar;
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::function::Builtin;
use crate::eval::host::{Host, NativeType};
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

/// The module, whose functions are methods of one hidden generator.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let state = Value::from_host(RandomState(Generator::new(None)?.into()));
    let mut contents = vec![
        ("RandomState", Value::Type(&RANDOM_STATE)),
        ("default_rng", Value::Native(&super::rng::DEFAULT_RNG)),
    ];
    for method in METHODS {
        let name = ctx.names.text(method);
        contents.push((method, ctx.builtin(Builtin::Method { receiver: state.clone(), name })?));
    }
    ctx.new_module("numpy.random", contents)
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
                let value = permuted(ctx, args)?;
                self.shuffle(ctx, &value)?;
                Ok(value)
            }
            _ => Err(Fault::no_attribute(self.type_name(), name)),
        }
    }
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
        if let (Some(Value::List(_) | Value::Tuple(_)), None, None) =
            (&a, given(sides.clone()), given(p.clone()))
        {
            // One element of a list may be anything.
            let items = ctx.collect(a.as_ref().unwrap_or(&Value::None))?;
            if items.iter().any(|item| matches!(item, Value::Str(_))) {
                let at = self.0.borrow_mut().up_to(items.len() as u64 - 1);
                return Ok(items[at as usize].clone());
            }
        }
        let population = population(ctx, a)?;
        let count = population.size();
        let sides = size(ctx, sides)?;
        let replace = flag(ctx, replace, true)?;
        let total = super::array::count(ctx, sides.as_deref().unwrap_or(&[]))?;
        let indices = if let Some(p) = given(p) {
            if !replace {
                return Err(Fault::not_provided("numpy.random.choice(replace=False, p=...)"));
            }
            let sums = cumulated(ctx, &p, count)?;
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

    fn shuffle(&self, ctx: &mut Ctx, value: &Value) -> PyResult<()> {
        swap_rows(ctx, value, |last| self.0.borrow_mut().up_to(last))
    }
}

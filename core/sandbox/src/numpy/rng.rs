//! `np.random.default_rng`: numpy's newer generator object.

use std::cell::RefCell;

use super::arguments::{flag, given, number};
use super::array::{Array, Lane};
use super::dtype::DType;
use super::pcg::{Pcg, Ziggurat};
use super::sample::{cumulated, floats, make, permuted, population, size, swap_rows};
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;

const METHODS: &[&str] =
    &["choice", "integers", "normal", "permutation", "random", "shuffle", "standard_normal", "uniform"];

/// `np.random.Generator`.
struct Generator {
    pcg: RefCell<Pcg>,
    strips: Ziggurat,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

/// What a generator weighs, natively and in WebAssembly alike.
const GENERATOR_BYTES: usize = 8192;
const _: () = assert!(size_of::<Generator>() <= GENERATOR_BYTES);

/// `np.random.default_rng(seed)`; without a seed it begins as `default_rng(0)`.
pub(super) static DEFAULT_RNG: NativeFn = NativeFn {
    name: "default_rng",
    call: |ctx, args| {
        let [seed] = args.bind("default_rng", ["seed"], 0)?;
        let seed = given(seed).unwrap_or(Value::Int(0));
        if seed.host::<Generator>().is_some() {
            return Ok(seed);
        }
        let seed = u64::try_from(integer(&seed)?)
            .map_err(|_| Fault::value_error("expected non-negative integer"))?;
        ctx.burn(2000)?;
        let charge = ctx.charge(GENERATOR_BYTES)?;
        Ok(Value::from_host(Generator { pcg: Pcg::new(seed).into(), strips: Ziggurat::new(), charge }))
    },
};

impl Host for Generator {
    fn type_name(&self) -> &'static str {
        "numpy.random._generator.Generator"
    }

    fn has_method(&self, name: &str) -> bool {
        METHODS.contains(&name)
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "random" | "standard_normal" => {
                let [sides] = args.bind(name, ["size"], 0)?;
                let sides = size(ctx, sides)?;
                let mut pcg = self.pcg.borrow_mut();
                let normal = name == "standard_normal";
                floats(ctx, sides, || if normal { self.strips.normal(&mut pcg) } else { pcg.random() })
            }
            "uniform" | "normal" => {
                let [a, b, sides] = args.bind(name, ["a", "b", "size"], 0)?;
                let (a, b) = (number(ctx, a, 0.0)?, number(ctx, b, 1.0)?);
                let sides = size(ctx, sides)?;
                let mut pcg = self.pcg.borrow_mut();
                let normal = name == "normal";
                floats(ctx, sides, || {
                    if normal { a + b * self.strips.normal(&mut pcg) } else { a + (b - a) * pcg.random() }
                })
            }
            "integers" => self.integers(ctx, args),
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

impl Generator {
    fn integers(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [low, high, sides, dtype, endpoint] =
            args.bind("integers", ["low", "high", "size", "dtype", "endpoint"], 1)?;
        let dtype = DType::given(dtype.as_ref())?.unwrap_or(DType::Int64);
        if dtype.size() < 4 {
            return Err(Fault::not_provided(format!("Generator.integers(dtype={})", dtype.name())));
        }
        let low = integer(&low.unwrap_or(Value::None))?;
        let (low, high) = match given(high) {
            Some(high) => (low, integer(&high)?),
            None => (0, low),
        };
        let high = i128::from(high) - i128::from(!flag(ctx, endpoint, false)?);
        if high < i128::from(low) {
            return Err(Fault::value_error(if low == 0 { "high <= 0" } else { "low >= high" }));
        }
        let span = (high - i128::from(low)) as u64;
        let sides = size(ctx, sides)?;
        let mut pcg = self.pcg.borrow_mut();
        make(ctx, sides, dtype, || low.wrapping_add(pcg.up_to(span) as i64))?.value(ctx)
    }

    fn choice(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [a, sides, replace, p] = args.bind("choice", ["a", "size", "replace", "p"], 1)?;
        let population = population(ctx, a)?;
        let count = population.size();
        let sides = size(ctx, sides)?;
        if !flag(ctx, replace, true)? {
            return Err(Fault::not_provided("Generator.choice(replace=False) (use permutation)"));
        }
        let single = sides.is_none();
        let indices: Array = match given(p) {
            Some(p) => {
                let sums: Lane<f64> = cumulated(ctx, &p, count)?;
                let mut pcg = self.pcg.borrow_mut();
                make(ctx, sides, DType::Int64, || {
                    let drawn = pcg.random();
                    sums.partition_point(|held| *held <= drawn).min(count - 1) as i64
                })?
            }
            None => {
                let mut pcg = self.pcg.borrow_mut();
                make(ctx, sides, DType::Int64, || pcg.up_to(count as u64 - 1) as i64)?
            }
        };
        let key = if single { Value::Int(indices.first().int()) } else { indices.object(ctx)? };
        super::index::get(ctx, &population, &key)
    }

    fn shuffle(&self, ctx: &mut Ctx, value: &Value) -> PyResult<()> {
        swap_rows(ctx, value, |last| u64::from(self.pcg.borrow_mut().index_to(last as u32)))
    }
}

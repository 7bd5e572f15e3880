//! `random`: CPython's sequences for a given seed. Without a seed it begins as `seed(0)`, so that a
//! script does the same each time.

use std::cell::RefCell;
use std::hash::BuildHasher;
use std::rc::Rc;

use num_traits::Signed;

use super::twister::Twister;
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn, NativeType};
use crate::eval::value::Value;

/// The state of one random generator.
#[derive(Clone)]
pub(crate) struct RandomState(Rc<RefCell<Generator>>);

struct Generator {
    twister: Twister,
    /// The second value of the last `gauss`.
    spare: Option<f64>,
}

impl Default for RandomState {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(Generator { twister: Twister::new(&[0]), spare: None })))
    }
}

/// `random.Random`.
struct RandomObject(RandomState);

impl Host for RandomObject {
    fn type_name(&self) -> &'static str {
        "Random"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&RANDOM)
    }

    fn has_method(&self, name: &str) -> bool {
        FUNCTIONS.iter().any(|f| f.name == name)
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        call(ctx, &self.0, name, args)
    }
}

static RANDOM: NativeType = NativeType {
    name: "Random",
    call: Some(|ctx, args| {
        let state = RandomState::default();
        call(ctx, &state, "seed", args)?;
        Ok(Value::from_host(RandomObject(state)))
    }),
    is_instance: |value| value.host::<RandomObject>().is_some(),
    attrs: &[],
};

macro_rules! functions {
    ($($name:literal),*) => {
        static FUNCTIONS: &[NativeFn] = &[$(NativeFn {
            name: $name,
            call: |ctx, args| {
                let state = ctx.random.clone();
                call(ctx, &state, $name, args)
            },
        }),*];
    };
}

functions!(
    "seed",
    "random",
    "randint",
    "randrange",
    "uniform",
    "choice",
    "choices",
    "shuffle",
    "sample",
    "gauss",
    "normalvariate",
    "getrandbits",
    "triangular",
    "expovariate"
);

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let functions = FUNCTIONS.iter().map(|f| (f.name, Value::Native(f)));
    ctx.new_module("random", functions.chain([("Random", Value::Type(&RANDOM))]))
}

fn call(ctx: &mut Ctx, state: &RandomState, name: &str, args: Args) -> PyResult<Value> {
    ctx.burn(4)?;
    match name {
        "seed" => seed(ctx, state, args),
        "random" => {
            let [] = args.exactly("random")?;
            Ok(Value::Float(state.float()))
        }
        "getrandbits" => {
            let [bits] = args.exactly("getrandbits")?;
            let bits = integer(&bits)?;
            if !(0..=64).contains(&bits) {
                return Err(Fault::value_error("getrandbits() takes 0 to 64 bits in this sandbox"));
            }
            let value = state.0.borrow_mut().twister.bits(bits as u32);
            ctx.integer(value.into())
        }
        "randint" => {
            let [low, high] = args.bind("randint", ["a", "b"], 2)?;
            let (low, high) = (integer_or(low)?, integer_or(high)?);
            state.range(low, high.saturating_add(1), 1)
        }
        "randrange" => {
            let [first, second, step] = args.bind("randrange", ["start", "stop", "step"], 1)?;
            let first = integer_or(first)?;
            let step = step.map_or(Ok(1), |v| integer(&v))?;
            match second {
                Some(stop) => state.range(first, integer(&stop)?, step),
                None => state.range(0, first, step),
            }
        }
        "uniform" => {
            let [a, b] = args.bind("uniform", ["a", "b"], 2)?;
            let (a, b) = (real(ctx, &a.unwrap_or(Value::None))?, real(ctx, &b.unwrap_or(Value::None))?);
            Ok(Value::Float(a + (b - a) * state.float()))
        }
        "choice" => {
            let [sequence] = args.bind("choice", ["seq"], 1)?;
            let items = sequence_items(ctx, &sequence.unwrap_or(Value::None))?;
            if items.is_empty() {
                return Err(Fault::new(ExcKind::IndexError, "Cannot choose from an empty sequence"));
            }
            let index = state.below(items.len());
            Ok(items[index].clone())
        }
        "choices" => choices(ctx, state, args),
        "shuffle" => {
            let [list] = args.bind("shuffle", ["x"], 1)?;
            let Some(Value::List(list)) = list else {
                return Err(Fault::type_error("shuffle() wants a list"));
            };
            let mut items = list.0.borrow_mut();
            ctx.burn(items.len() as u64)?;
            for i in (1..items.len()).rev() {
                let j = state.below(i + 1);
                items.swap(i, j);
            }
            Ok(Value::None)
        }
        "sample" => sample(ctx, state, args),
        "gauss" | "normalvariate" => {
            let [mean, deviation] = args.bind(name, ["mu", "sigma"], 0)?;
            let mean = mean.map_or(Ok(0.0), |v| real(ctx, &v))?;
            let deviation = deviation.map_or(Ok(1.0), |v| real(ctx, &v))?;
            let z = if name == "gauss" { state.gauss() } else { state.normal() };
            Ok(Value::Float(mean + z * deviation))
        }
        "triangular" => {
            let [low, high, mode] = args.bind("triangular", ["low", "high", "mode"], 0)?;
            let low = low.map_or(Ok(0.0), |v| real(ctx, &v))?;
            let high = high.map_or(Ok(1.0), |v| real(ctx, &v))?;
            let mut u = state.float();
            let mut c = match mode.filter(|m| !m.is_none()) {
                Some(mode) => (real(ctx, &mode)? - low) / (high - low),
                None => 0.5,
            };
            let (mut low, mut high) = (low, high);
            if u > c {
                u = 1.0 - u;
                c = 1.0 - c;
                std::mem::swap(&mut low, &mut high);
            }
            Ok(Value::Float(low + (high - low) * (u * c).sqrt()))
        }
        "expovariate" => {
            let [rate] = args.bind("expovariate", ["lambd"], 0)?;
            let rate = rate.map_or(Ok(1.0), |v| real(ctx, &v))?;
            Ok(Value::Float(-libm::log(1.0 - state.float()) / rate))
        }
        other => Err(Fault::not_provided(format!("random.{other}"))),
    }
}

fn integer_or(value: Option<Value>) -> PyResult<i64> {
    integer(&value.unwrap_or(Value::None))
}

fn sequence_items(ctx: &mut Ctx, sequence: &Value) -> PyResult<Vec<Value>> {
    match sequence {
        Value::Dict(_) | Value::Set(_) | Value::Iter(_) => {
            Err(Fault::type_error(format!("'{}' object is not a sequence", sequence.type_name())))
        }
        other => ctx.collect(other),
    }
}

fn seed(ctx: &mut Ctx, state: &RandomState, args: Args) -> PyResult<Value> {
    let [seed, _version] = args.bind("seed", ["a", "version"], 0)?;
    let key = match seed.unwrap_or(Value::Int(0)) {
        value @ (Value::Int(_) | Value::Big(_) | Value::Bool(_)) => {
            ctx.big(&value).map(|n| n.abs().to_u32_digits().1).unwrap_or_default()
        }
        Value::None => vec![0],
        // CPython hashes these with SHA-512 or the float hash; here they only have to be deterministic.
        other => {
            let hash =
                crate::eval::class::FixedHasher::default().hash_one(crate::eval::dict::Key::new(&other)?);
            vec![hash as u32, (hash >> 32) as u32]
        }
    };
    *state.0.borrow_mut() = Generator { twister: Twister::new(&key), spare: None };
    Ok(Value::None)
}

fn choices(ctx: &mut Ctx, state: &RandomState, args: Args) -> PyResult<Value> {
    let [population, weights, cumulative, count] =
        args.bind("choices", ["population", "weights", "cum_weights", "k"], 1)?;
    let items = sequence_items(ctx, &population.unwrap_or(Value::None))?;
    let count = usize::try_from(count.map_or(Ok(1), |v| integer(&v))?).unwrap_or(0);
    if items.is_empty() {
        return Err(Fault::new(ExcKind::IndexError, "Cannot choose from an empty sequence"));
    }
    ctx.burn(count as u64)?;
    let charge = ctx.charge(count.saturating_mul(size_of::<Value>()))?;
    let mut sums = Vec::new();
    let given = weights.filter(|w| !w.is_none()).map(|w| (w, false));
    let given = given.or(cumulative.filter(|w| !w.is_none()).map(|w| (w, true)));
    if let Some((weights, cumulative)) = given {
        let mut sum = 0.0;
        for weight in ctx.collect(&weights)? {
            let weight = real(ctx, &weight)?;
            sum = if cumulative { weight } else { sum + weight };
            sums.push(sum);
        }
        if sums.len() != items.len() {
            return Err(Fault::value_error("The number of weights does not match the population"));
        }
        if sums.last().is_none_or(|total| *total <= 0.0 || !total.is_finite()) {
            return Err(Fault::value_error("Total of weights must be greater than zero"));
        }
    }
    let total = sums.last().copied().unwrap_or(0.0);
    let mut chosen = Vec::with_capacity(count);
    for _ in 0..count {
        let u = state.float();
        let index = if sums.is_empty() {
            (u * items.len() as f64) as usize
        } else {
            sums.partition_point(|sum| *sum <= u * total)
        };
        chosen.push(items[index.min(items.len() - 1)].clone());
    }
    drop(charge);
    ctx.list(chosen)
}

fn sample(ctx: &mut Ctx, state: &RandomState, args: Args) -> PyResult<Value> {
    let [population, count] = args.bind("sample", ["population", "k"], 2)?;
    let mut pool = sequence_items(ctx, &population.unwrap_or(Value::None))?;
    let count = integer_or(count)?;
    let n = pool.len();
    let Some(count) = usize::try_from(count).ok().filter(|k| *k <= n) else {
        return Err(Fault::value_error("Sample larger than population or is negative"));
    };
    ctx.burn(n as u64)?;
    let mut limit = 21;
    if count > 5 {
        // CPython chooses between a pool and a set by this size.
        limit += 4_f64.powi(((count as f64 * 3.0).ln() / 4_f64.ln()).ceil() as i32) as usize;
    }
    let mut chosen = Vec::with_capacity(count);
    if n <= limit {
        for i in 0..count {
            let j = state.below(n - i);
            chosen.push(pool[j].clone());
            pool[j] = pool[n - i - 1].clone();
        }
    } else {
        let mut taken = std::collections::HashSet::new();
        for _ in 0..count {
            let mut j = state.below(n);
            while !taken.insert(j) {
                j = state.below(n);
            }
            chosen.push(pool[j].clone());
        }
    }
    ctx.list(chosen)
}

impl RandomState {
    fn float(&self) -> f64 {
        self.0.borrow_mut().twister.random()
    }

    fn below(&self, n: usize) -> usize {
        self.0.borrow_mut().twister.below(n as u64) as usize
    }

    fn range(&self, start: i64, stop: i64, step: i64) -> PyResult<Value> {
        let width = i128::from(stop) - i128::from(start);
        let step = i128::from(step);
        let count = match step {
            0 => return Err(Fault::value_error("zero step for randrange()")),
            s if s > 0 => (width + s - 1).div_euclid(s),
            s => (width + s + 1) / s,
        };
        let Some(count) = u64::try_from(count).ok().filter(|n| *n > 0) else {
            return Err(Fault::value_error(format!(
                "empty range for randrange() ({start}, {stop}, {width})"
            )));
        };
        let picked = self.0.borrow_mut().twister.below(count);
        Ok(Value::Int((i128::from(start) + step * i128::from(picked)) as i64))
    }

    fn gauss(&self) -> f64 {
        let mut generator = self.0.borrow_mut();
        if let Some(z) = generator.spare.take() {
            return z;
        }
        let angle = generator.twister.random() * std::f64::consts::TAU;
        let radius = (-2.0 * libm::log(1.0 - generator.twister.random())).sqrt();
        generator.spare = Some(libm::sin(angle) * radius);
        libm::cos(angle) * radius
    }

    fn normal(&self) -> f64 {
        let magic = 4.0 * libm::exp(-0.5) / 2_f64.sqrt();
        loop {
            let u1 = self.float();
            let u2 = 1.0 - self.float();
            let z = magic * (u1 - 0.5) / u2;
            if z * z / 4.0 <= -libm::log(u2) {
                return z;
            }
        }
    }
}

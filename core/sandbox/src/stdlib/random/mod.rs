//! `random`: CPython's sequences for a given seed. Without a seed it begins as `seed(0)`, so that a
//! script does the same each time.

mod choose;
mod seed;
mod twister;
mod whole;

use std::cell::RefCell;
use std::rc::Rc;

use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::{Host, NativeFn, NativeType};
use crate::eval::value::Value;
use crate::stdlib::precise;

pub(crate) use twister::Twister;

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
    "expovariate",
    "getstate",
    "setstate",
    "randbytes",
    // These are written in Python, and compiled when a script asks for one.
    "betavariate",
    "binomialvariate",
    "gammavariate",
    "lognormvariate",
    "paretovariate",
    "vonmisesvariate",
    "weibullvariate"
);

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let functions = FUNCTIONS.iter().map(|f| (f.name, Value::Native(f)));
    ctx.new_module("random", functions.chain([("Random", Value::Type(&RANDOM))]))
}

fn call(ctx: &mut Ctx, state: &RandomState, name: &str, args: Args) -> PyResult<Value> {
    ctx.burn(4)?;
    match name {
        "seed" => seed::seed(ctx, state, args),
        "getstate" => seed::state_of(ctx, state, args),
        "setstate" => seed::restore(ctx, state, args),
        "random" => {
            let [] = args.exactly("random")?;
            Ok(Value::Float(state.float()))
        }
        "getrandbits" | "randint" | "randrange" | "randbytes" => whole::call(ctx, state, name, args),
        "choice" | "choices" | "shuffle" | "sample" => choose::call(ctx, state, name, args),
        "uniform" => {
            let [a, b] = args.bind("uniform", ["a", "b"], 2)?;
            let (a, b) = (real(ctx, &a.unwrap_or(Value::None))?, real(ctx, &b.unwrap_or(Value::None))?);
            Ok(Value::Float(a + (b - a) * state.float()))
        }
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
            if low == high {
                state.float();
                return Ok(Value::Float(low));
            }
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
            Ok(Value::Float(-precise::log(1.0 - state.float()) / rate))
        }
        other => {
            let module = ctx.import_module("random_distributions")?;
            let function = ctx.get_attr(&module, other)?;
            let mut args = args;
            args.positional.insert(0, Value::from_host(RandomObject(state.clone())));
            ctx.call(&function, args)
        }
    }
}

impl RandomState {
    fn float(&self) -> f64 {
        self.0.borrow_mut().twister.random()
    }

    fn gauss(&self) -> f64 {
        let mut generator = self.0.borrow_mut();
        if let Some(z) = generator.spare.take() {
            return z;
        }
        let angle = generator.twister.random() * std::f64::consts::TAU;
        let radius = (-2.0 * precise::log(1.0 - generator.twister.random())).sqrt();
        generator.spare = Some(precise::sin(angle) * radius);
        precise::cos(angle) * radius
    }

    fn normal(&self) -> f64 {
        let magic = 4.0 * precise::exp(-0.5) / 2_f64.sqrt();
        loop {
            let u1 = self.float();
            let u2 = 1.0 - self.float();
            let z = magic * (u1 - 0.5) / u2;
            if z * z / 4.0 <= -precise::log(u2) {
                return z;
            }
        }
    }
}

//! The module `time`. There is no clock: the fuel that a script uses stands for the time it takes, so that
//! the same script sees the same times everywhere.

use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

/// When every conversation begins: the first of January 2025, in seconds since 1970.
const START: u64 = 1_735_689_600;
/// Steps of evaluation that take a second here.
const TICKS: u64 = 100_000_000;
/// The longest time to sleep, a year.
const LONGEST_SLEEP: f64 = 3.2e7;

static TIME: &[NativeFn] = &[
    NativeFn { name: "time", call: |ctx, args| seconds(ctx, args, "time", START) },
    NativeFn { name: "perf_counter", call: |ctx, args| seconds(ctx, args, "perf_counter", 0) },
    NativeFn { name: "monotonic", call: |ctx, args| seconds(ctx, args, "monotonic", 0) },
    NativeFn { name: "process_time", call: |ctx, args| seconds(ctx, args, "process_time", 0) },
    NativeFn { name: "time_ns", call: |ctx, args| nanoseconds(ctx, args, "time_ns", START) },
    NativeFn { name: "perf_counter_ns", call: |ctx, args| nanoseconds(ctx, args, "perf_counter_ns", 0) },
    NativeFn { name: "monotonic_ns", call: |ctx, args| nanoseconds(ctx, args, "monotonic_ns", 0) },
    NativeFn { name: "sleep", call: sleep },
    // Calendar and text are written in Python.
    NativeFn { name: "strftime", call: |ctx, args| calendar(ctx, "strftime", args) },
    NativeFn { name: "strptime", call: |ctx, args| calendar(ctx, "strptime", args) },
    NativeFn { name: "gmtime", call: |ctx, args| calendar(ctx, "gmtime", args) },
    NativeFn { name: "localtime", call: |ctx, args| calendar(ctx, "gmtime", args) },
    NativeFn { name: "mktime", call: |ctx, args| calendar(ctx, "mktime", args) },
    NativeFn { name: "ctime", call: |ctx, args| calendar(ctx, "ctime", args) },
    NativeFn { name: "asctime", call: |ctx, args| calendar(ctx, "asctime", args) },
];

impl Ctx {
    /// Ticks since the conversation began.
    fn now(&self) -> u64 {
        self.ticks.saturating_add(self.limits.fuel.saturating_sub(self.fuel))
    }
}

fn seconds(ctx: &mut Ctx, args: Args, name: &str, from: u64) -> PyResult<Value> {
    let [] = args.exactly(name)?;
    // Whole microseconds, as a system's clock gives.
    let micros = ctx.now() / (TICKS / 1_000_000);
    Ok(Value::Float(from as f64 + micros as f64 / 1e6))
}

fn nanoseconds(ctx: &mut Ctx, args: Args, name: &str, from: u64) -> PyResult<Value> {
    let [] = args.exactly(name)?;
    let nanos = u128::from(from) * 1_000_000_000 + u128::from(ctx.now()) * u128::from(1_000_000_000 / TICKS);
    Ok(Value::Int(i64::try_from(nanos).unwrap_or(i64::MAX)))
}

/// Nothing waits: the time is only counted.
fn sleep(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [time] = args.exactly("sleep")?;
    let time = real(ctx, &time)?;
    if time < 0.0 {
        return Err(Fault::value_error("sleep length must be non-negative"));
    }
    ctx.ticks = ctx.ticks.saturating_add((time.min(LONGEST_SLEEP) * TICKS as f64) as u64);
    Ok(Value::None)
}

fn calendar(ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
    let module = ctx.import_module("time_calendar")?;
    let function = ctx.get_attr(&module, name)?;
    ctx.call(&function, args)
}

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let zero = [("timezone", Value::Int(0)), ("altzone", Value::Int(0)), ("daylight", Value::Int(0))];
    ctx.new_module("time", TIME.iter().map(|f| (f.name, Value::Native(f))).chain(zero))
}

//! Random integers of any size.

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{Signed, ToPrimitive, Zero};

use super::RandomState;
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(super) fn call(ctx: &mut Ctx, state: &RandomState, name: &str, args: Args) -> PyResult<Value> {
    match name {
        "getrandbits" => {
            let [bits] = args.exactly("Random.getrandbits")?;
            let bits = integer(&bits)?;
            if bits < 0 {
                return Err(Fault::value_error("number of bits must be non-negative"));
            }
            let bits = state.bits(ctx, bits as u64)?;
            ctx.integer(bits)
        }
        "randbytes" => {
            let [count] = args.bind("randbytes", ["n"], 1)?;
            let count = integer(&count.unwrap_or(Value::None))?;
            if count < 0 {
                return Err(Fault::value_error("number of bits must be non-negative"));
            }
            let number = state.bits(ctx, (count as u64).saturating_mul(8))?;
            let mut bytes = number.to_bytes_le().1;
            bytes.resize(count as usize, 0);
            ctx.bytes(bytes)
        }
        "randint" => {
            let [low, high] = args.bind("randint", ["a", "b"], 2)?;
            let (low, high) = (whole(ctx, low)?, whole(ctx, high)? + 1);
            if low >= high {
                return Err(Fault::value_error(format!("empty range in randrange({low}, {high})")));
            }
            state.between(ctx, low, &high)
        }
        _ => range(ctx, state, args),
    }
}

fn whole(ctx: &mut Ctx, value: Option<Value>) -> PyResult<BigInt> {
    let value = ctx.index_value(&value.unwrap_or(Value::None))?;
    match ctx.big(&value) {
        Some(number) => Ok(number),
        None => integer(&value).map(BigInt::from),
    }
}

fn range(ctx: &mut Ctx, state: &RandomState, args: Args) -> PyResult<Value> {
    let [first, stop, step] = args.bind("randrange", ["start", "stop", "step"], 1)?;
    let first = whole(ctx, first)?;
    let Some(stop) = stop.filter(|stop| !stop.is_none()) else {
        if step.is_some() {
            return Err(Fault::type_error("Missing a non-None stop argument"));
        }
        if !first.is_positive() {
            return Err(Fault::value_error("empty range for randrange()"));
        }
        return state.between(ctx, BigInt::zero(), &first);
    };
    let stop = whole(ctx, Some(stop))?;
    let step = step.map_or(Ok(BigInt::from(1)), |step| whole(ctx, Some(step)))?;
    if step.is_zero() {
        return Err(Fault::value_error("zero step for randrange()"));
    }
    if step == BigInt::from(1) {
        if first >= stop {
            return Err(Fault::value_error(format!("empty range in randrange({first}, {stop})")));
        }
        return state.between(ctx, first, &stop);
    }
    let width = &stop - &first + &step + if step.is_negative() { 1 } else { -1 };
    let count = crate::eval::arith::floor_div(&width, &step).0;
    if !count.is_positive() {
        return Err(Fault::value_error(format!("empty range in randrange({first}, {stop}, {step})")));
    }
    let picked = state.below_big(ctx, &count)?;
    ctx.integer(first + step * picked)
}

impl RandomState {
    /// An index below `n`, which must not be 0.
    pub(super) fn below(&self, n: usize) -> usize {
        self.0.borrow_mut().twister.below(n as u64) as usize
    }

    /// An index below `n`, which must be positive and need not fit this machine.
    pub(super) fn below_wide(&self, n: i64) -> i64 {
        self.0.borrow_mut().twister.below(n as u64) as i64
    }

    fn bits(&self, ctx: &mut Ctx, bits: u64) -> PyResult<BigInt> {
        if bits <= 64 {
            return Ok(self.0.borrow_mut().twister.bits(bits as u32).into());
        }
        ctx.check_bits(bits)?;
        ctx.burn(bits / 32)?;
        let twister = &mut self.0.borrow_mut().twister;
        let mut words: Vec<u32> = (0..bits.div_ceil(32)).map(|_| twister.next_u32()).collect();
        let spare = words.len() as u64 * 32 - bits;
        if let Some(last) = words.last_mut() {
            *last >>= spare;
        }
        Ok(BigInt::from_biguint(Sign::Plus, BigUint::new(words)))
    }

    /// An integer below `n`, which must be positive.
    fn below_big(&self, ctx: &mut Ctx, n: &BigInt) -> PyResult<BigInt> {
        if let Some(n) = n.to_u64() {
            return Ok(self.0.borrow_mut().twister.below(n).into());
        }
        loop {
            let value = self.bits(ctx, n.bits())?;
            if value < *n {
                return Ok(value);
            }
        }
    }

    /// An integer from `low` to below `high`, which must be larger.
    fn between(&self, ctx: &mut Ctx, low: BigInt, high: &BigInt) -> PyResult<Value> {
        let picked = self.below_big(ctx, &(high - &low))?;
        ctx.integer(low + picked)
    }
}

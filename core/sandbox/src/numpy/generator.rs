//! numpy's legacy random generator: uniform bits, bounded integers, normal numbers.

use crate::builtins::integer;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::stdlib::Twister;

use super::arguments::given;

/// The generator's state.
pub(super) struct Generator {
    pub twister: Twister,
    /// The second value of the last pair of normal numbers.
    spare: Option<f64>,
}

impl Generator {
    /// A generator with a seed; without one, 0.
    pub fn new(seed: Option<Value>) -> PyResult<Self> {
        let seed = given(seed).map_or(Ok(0), |seed| integer(&seed))?;
        let seed =
            u32::try_from(seed).map_err(|_| Fault::value_error("Seed must be between 0 and 2**32 - 1"))?;
        Ok(Self { twister: Twister::from_number(seed), spare: None })
    }

    /// A normal number by the polar method, which makes two at a time.
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let x = 2.0 * self.twister.random() - 1.0;
            let y = 2.0 * self.twister.random() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let factor = libm::sqrt(-2.0 * libm::log(square) / square);
                self.spare = Some(factor * x);
                return factor * y;
            }
        }
    }

    /// A number up to and including `most`, by drawing until one fits.
    pub fn up_to(&mut self, most: u64) -> u64 {
        if most == 0 {
            return 0;
        }
        let mask = u64::MAX >> most.leading_zeros();
        loop {
            let value = if most <= u64::from(u32::MAX) {
                u64::from(self.twister.next_u32())
            } else {
                let high = u64::from(self.twister.next_u32());
                high << 32 | u64::from(self.twister.next_u32())
            } & mask;
            if value <= most {
                return value;
            }
        }
    }

    /// As `up_to`, for element types of 8 and 16 bits, which share the 32 bits of a draw.
    pub fn up_to_narrow(&mut self, most: u64, bits: u32, held: &mut (u32, u32)) -> u64 {
        let mask = u64::MAX >> most.leading_zeros();
        loop {
            if held.1 == 0 {
                *held = (self.twister.next_u32(), 32 / bits - 1);
            } else {
                *held = (held.0 >> bits, held.1 - 1);
            }
            let value = u64::from(held.0) & ((1 << bits) - 1) & mask;
            if value <= most {
                return value;
            }
        }
    }
}

//! Arguments that numpy would broadcast.

use super::project::Point3;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::shaped;

/// Arguments in one common shape.
pub(super) struct Common {
    pub shape: Vec<usize>,
    pub lists: Vec<Vec<f64>>,
}

/// Broadcasts arguments to one shape.
pub(super) fn common(ctx: &mut Ctx, values: &[Value]) -> PyResult<Common> {
    let mut given = Vec::new();
    for value in values {
        given.push(shaped(ctx, value)?);
    }
    let depth = given.iter().map(|(shape, _)| shape.len()).max().unwrap_or(0);
    let mut shape = vec![1; depth];
    for (own, _) in &given {
        for (whole, side) in shape.iter_mut().rev().zip(own.iter().rev()) {
            if *whole != *side && *whole != 1 && *side != 1 {
                return Err(Fault::value_error(
                    "shape mismatch: objects cannot be broadcast to a single shape",
                ));
            }
            if *whole == 1 {
                *whole = *side;
            }
        }
    }
    let count = shape.iter().try_fold(1_usize, |all, side| all.checked_mul(*side)).unwrap_or(usize::MAX);
    ctx.burn((count as u64).saturating_mul(given.len() as u64))?;
    let _charge = ctx.charge(count.saturating_mul(8 * given.len()))?;
    let lists = given.into_iter().map(|(own, list)| spread(&shape, count, &own, list)).collect();
    Ok(Common { shape, lists })
}

fn spread(shape: &[usize], count: usize, own: &[usize], list: Vec<f64>) -> Vec<f64> {
    if list.len() == count {
        return list;
    }
    // Steps through the list for a step along each side of the whole.
    let mut steps = vec![0; shape.len()];
    let mut step = 1;
    for (place, side) in own.iter().rev().enumerate() {
        if *side > 1 {
            steps[shape.len() - 1 - place] = step;
        }
        step *= side;
    }
    let at = |index: usize| {
        let (mut rest, mut from) = (index, 0);
        for (side, step) in shape.iter().zip(&steps).rev() {
            from += rest % side * step;
            rest /= side;
        }
        list.get(from).copied().unwrap_or(f64::NAN)
    };
    (0..count).map(at).collect()
}

impl Common {
    pub fn count(&self) -> usize {
        self.lists.first().map_or(0, Vec::len)
    }

    /// Points of three of the lists.
    pub fn points(&self, first: usize) -> Vec<Point3> {
        let at = |list: usize, index: usize| self.lists[first + list][index];
        (0..self.count()).map(|index| [at(0, index), at(1, index), at(2, index)]).collect()
    }
}

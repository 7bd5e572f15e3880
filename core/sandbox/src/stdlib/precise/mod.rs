//! Elementary functions rounded correctly but for the rarest cases, as good C libraries round them: they
//! are worked out in twice the precision of a float. So they are the same in every browser, and the same
//! as CPython's on most machines.

mod double;
mod exponential;
mod gamma;
mod trigonometric;

pub(crate) use double::{exact_product as product, norm};
pub(crate) use exponential::{acosh, asinh, cosh, exp, exp2, log, log2, log10, pow, sinh, tanh};
pub(crate) use gamma::{gamma, lgamma};
pub(crate) use trigonometric::{acos, asin, atan, atan2, cos, sin, tan};

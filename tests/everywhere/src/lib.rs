//! A case run in the sandbox, and all that can be seen of it afterwards.
//!
//! The same function judges natively and, through three exported functions, in WebAssembly.

mod drawing;
#[cfg(target_arch = "wasm32")]
mod exports;
mod verdict;

pub use drawing::drawing;
pub use verdict::{Case, Picture, Verdict, verdict};

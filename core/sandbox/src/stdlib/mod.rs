//! The modules of Python's standard library that scripts may import.

/// State of the `random` module.
#[derive(Default)]
pub struct RandomState;

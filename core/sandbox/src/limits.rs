//! What one run of a script may use.

/// Deterministic limits of one code block: the same script meets the same limit natively and in wasm.
///
/// Exceeding one raises an error that no `except` can catch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Limits {
    /// Evaluation steps; every expression, statement, allocated element and drawn pixel block costs.
    pub fuel: u64,
    /// Bytes of live values and images.
    pub memory: usize,
    /// Nested calls of the script's functions, which use no native stack.
    pub depth: usize,
    /// Bytes of source text.
    pub source: usize,
    /// Characters the script may print.
    pub output: usize,
    /// Images returned from one code block (the reference refuses more than about ten).
    pub images: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            fuel: 50_000_000,
            memory: 256 << 20,
            depth: 500,
            source: 64 << 10,
            output: 16 << 10,
            images: 10,
        }
    }
}

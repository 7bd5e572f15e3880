//! One core that thinks with images: bytes in, values out.
//!
//! The same code runs in a browser tab (WASM, WebGPU or CPU) and on a GPU box (CUDA): it knows no DOM,
//! no command line, no threads, no files and no network.

pub mod checkpoint;
pub mod generate;
pub mod input;
pub mod judge;
pub mod model;
pub mod think;
pub mod trace;

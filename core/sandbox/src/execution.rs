//! What one run of a script gave.

use serde::{Deserialize, Serialize};

use crate::DrawOp;

/// The result of running one code block.
#[derive(Debug, Clone)]
pub struct Execution {
    /// Everything printed, without the printed paths of images that are in `images`.
    pub stdout: String,
    /// The error that ended the run, if one did.
    pub error: Option<PyError>,
    /// The traceback of that error as Python prints it, with the lines of the source.
    pub traceback: Option<String>,
    /// Drawing calls of this run, in order.
    pub ops: Vec<DrawOp>,
    /// Result images: the variable `processed_path`, else printed image paths, else images saved.
    pub images: Vec<OutputImage>,
    /// Changes made to the source before it ran.
    pub repairs: Vec<Repair>,
    /// Fuel used.
    pub fuel: u64,
}

/// An image that a script produced.
#[derive(Debug, Clone)]
pub struct OutputImage {
    /// The virtual path that the script saved it under.
    pub path: String,
    /// The canvas it was saved from, which [`DrawOp::canvas`] refers to.
    pub canvas: crate::CanvasId,
    /// The pixels, shared with the sandbox until one of both changes them.
    pub image: crate::raster::Pixels,
}

/// A Python error as the model sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("line {line}: {kind}: {message}")]
pub struct PyError {
    /// Python's class name, such as `ValueError`; limits use `FuelExhausted`, `MemoryExhausted` and
    /// `RecursionError`.
    pub kind: String,
    /// The message after the class name.
    pub message: String,
    /// Source line, from 1; 0 if the error belongs to no line.
    pub line: u32,
}

/// One change made to the source before running it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// Source line, from 1.
    pub line: u32,
    /// What was changed, in a few words.
    pub what: String,
}

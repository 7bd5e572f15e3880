//! Pillow for scripts.

use image::RgbaImage;

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::{DrawOp, OutputImage};

/// Images, virtual files and recorded operations of one conversation.
#[derive(Default)]
pub struct DrawState {
    ops: Vec<DrawOp>,
    input: Option<(String, RgbaImage)>,
}

impl DrawState {
    /// A state with no image.
    pub fn new() -> Self {
        Self::default()
    }

    /// A state in which the virtual file `path` holds `image`.
    pub fn with_image(image: RgbaImage, path: &str) -> Self {
        Self { ops: Vec::new(), input: Some((path.to_owned(), image)) }
    }

    /// Forgets what the last code block recorded and saved; images and files stay.
    pub fn begin_run(&mut self) {
        self.ops.clear();
    }

    /// The operations recorded since `begin_run`.
    pub fn take_ops(&mut self) -> Vec<DrawOp> {
        std::mem::take(&mut self.ops)
    }

    /// Whether the virtual file exists.
    pub fn file_exists(&self, path: &str) -> bool {
        self.input.as_ref().is_some_and(|(input, _)| input == path)
    }

    /// Paths saved since `begin_run`, each once, in the order of their first save.
    pub fn saved(&self) -> Vec<String> {
        Vec::new()
    }

    /// The image behind a virtual file, as a result of the run.
    pub fn output(&self, path: &str) -> Option<OutputImage> {
        let _ = path;
        None
    }
}

/// The module `name` (`PIL`, `PIL.Image`, ...), if this is where it lives; built once per sandbox.
pub fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    let _ = (ctx, name);
    Ok(None)
}

//! The sandbox of one conversation.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::DynamicImage;

use crate::eval::ctx::Ctx;
use crate::eval::fault::Fault;
use crate::eval::value::Value;
use crate::pil::DrawState;
use crate::raster::Canvas;
use crate::{Execution, Limits, Mode, PyError, parts, syntax};

/// Directory that scripts are told to save into; nothing is behind it.
const OUTPUT_DIRECTORY: &str = "/output";

/// The persistent Python state of one conversation: variables, images and virtual files live on from
/// one code block to the next. After `MemoryExhausted` the block's variables are forgotten.
pub struct Sandbox {
    ctx: Ctx,
    limits: Limits,
    image: Option<(String, Canvas)>,
    mends_crops: bool,
}

impl Sandbox {
    /// A sandbox without an input image.
    pub fn new(limits: Limits) -> Self {
        Self { ctx: parts::fresh(limits, None), limits, image: None, mends_crops: false }
    }

    /// A sandbox in which the virtual file `path`, also the value of `image_path`, holds `image`; its
    /// canvas is `CanvasId(0)`.
    pub fn with_image(image: impl Into<DynamicImage>, path: &str, limits: Limits) -> Self {
        let picture = Canvas::from_pixels(image.into().into_rgba8(), Mode::Rgb);
        let image = Some((path.to_owned(), picture));
        Self { ctx: parts::fresh(limits, image.as_ref()), limits, image, mends_crops: false }
    }

    /// Mends the boxes of `Image.crop` that a model got wrong: turned round, outside the picture, or too small to show
    /// anything. Each is told as a repair. Without this a crop is Pillow's.
    pub fn mending_crops(mut self) -> Self {
        self.mends_crops = true;
        self
    }

    /// Runs one code block. It ends within its limits, whatever the source.
    pub fn run(&mut self, source: &str) -> Execution {
        match catch_unwind(AssertUnwindSafe(|| parts::run_block(self, source))) {
            Ok(execution) => execution,
            // A defect here must not take the conversation down; the state may be torn, so start anew.
            Err(_) => {
                self.ctx = parts::fresh(self.limits, self.image.as_ref());
                let message = "internal error of the sandbox; its state was reset".to_owned();
                let error = PyError { kind: "SystemError".to_owned(), message, line: 0 };
                Execution {
                    stdout: String::new(),
                    error: Some(error),
                    traceback: None,
                    ops: Vec::new(),
                    images: Vec::new(),
                    repairs: Vec::new(),
                    fuel: 0,
                }
            }
        }
    }

    /// Takes less memory until the next run: pictures are packed, bit by bit the same, and unpacked when a script next
    /// looks at them. For hosts that keep many conversations waiting; nothing else changes.
    pub fn rest(&mut self) {
        let input = self.image.as_mut().map(|(_, canvas)| canvas);
        self.ctx.draw.rest(input);
    }

    pub(crate) fn run_block(&mut self, source: &str) -> Execution {
        let ctx = &mut self.ctx;
        ctx.fuel = self.limits.fuel;
        ctx.line = 0;
        ctx.traceback = None;
        ctx.handled = None;
        ctx.caller_locals = None;
        ctx.restore_output();
        ctx.draw.begin_run();
        ctx.draw.mend_crops(self.mends_crops);
        let (repaired, mut repairs) = if source.len() <= self.limits.source {
            let image_path = self.image.as_ref().map(|(path, _)| &**path);
            syntax::repair(source, image_path, |path| ctx.draw.file_exists(path))
        } else {
            (source.to_owned(), Vec::new())
        };
        let held = ctx.global("processed_path");
        let before = ctx.globals.clone();
        let error = ctx.run_source(&repaired, self.limits.source);
        let error = error.err();
        ctx.frames.clear();
        ctx.native_depth = 0;
        let (stdout, images) = ctx.results(held.as_ref(), self.limits.images);
        let fuel = self.limits.fuel.saturating_sub(ctx.fuel);
        ctx.ticks = ctx.ticks.saturating_add(fuel);
        let traceback = ctx.traceback.take();
        let ops = ctx.draw.take_ops();
        repairs.extend(ctx.draw.take_mended());
        if error.as_ref().is_some_and(|error| error.kind == "MemoryExhausted") {
            // What filled the memory would make every later block fail, too: forget this block's
            // variables, and everything if that frees too little.
            ctx.globals = before;
            if ctx.heap.live() > self.limits.memory / 2 {
                self.ctx = fresh(self.limits, self.image.as_ref());
            }
        }
        Execution { stdout, error, traceback, ops, images, repairs, fuel }
    }
}

impl Drop for Ctx {
    fn drop(&mut self) {
        // Breaks the cycles that counted references would leak.
        self.globals.clear();
        self.modules.clear();
        self.heap.clone().clear();
    }
}

pub(crate) fn fresh(limits: Limits, image: Option<&(String, Canvas)>) -> Ctx {
    let draw = match image {
        Some((path, image)) => DrawState::with_image(image.clone(), path),
        None => DrawState::new(),
    };
    let mut ctx = Ctx::new(limits, draw);
    // Setting up is not the script's doing, and fits any sensible limit.
    let prepared = prepare(&mut ctx, image.map(|(path, _)| &**path));
    debug_assert!(prepared.is_ok(), "the presets fit the limits: {prepared:?}");
    ctx
}

fn prepare(ctx: &mut Ctx, image_path: Option<&str>) -> Result<(), Fault> {
    crate::builtins::install(ctx);
    for name in ["os", "random", "string", "math", "json"] {
        let module = ctx.import_module(name)?;
        ctx.set_global(name, module);
    }
    if let Ok(module) = ctx.import_module("PIL.Image") {
        ctx.set_global("Image", module);
    }
    let directory = ctx.str(OUTPUT_DIRECTORY)?;
    ctx.set_global("temp_output_dir", directory);
    let main = ctx.str("__main__")?;
    ctx.set_global("__name__", main);
    if let Some(path) = image_path {
        let path = ctx.str(path)?;
        ctx.set_global("image_path", path);
    }
    Ok(())
}

impl Ctx {
    /// A block that ended within a redirection leaves `sys.stdout` as it was.
    fn restore_output(&mut self) {
        if self.redirected.take().is_none() {
            return;
        }
        if let Ok(sys) = self.import_module("sys")
            && let Value::Module(sys) = &sys
            && let Some(console) = sys.get("__stdout__")
        {
            let name = self.names.text("stdout");
            sys.attrs.borrow_mut().insert(name, console);
        }
    }

    fn set_global(&mut self, name: &str, value: Value) {
        let symbol = self.names.symbol(name);
        self.store_global(symbol, value);
    }

    fn global(&self, name: &str) -> Option<Value> {
        let symbol = self.names.find(name)?;
        self.globals.get(symbol as usize)?.clone()
    }

    /// Takes what was printed, without the printed paths of result images, and the result images.
    /// `held` is what `processed_path` was before: only a new value, or a file saved anew, counts.
    fn results(&mut self, held: Option<&Value>, most: usize) -> (String, Vec<crate::OutputImage>) {
        let printed = std::mem::take(&mut self.out);
        self.out_chars = 0;
        let path_of = |line: &str| {
            let candidates = [Some(line.trim()), line.split_once(':').map(|(_, rest)| rest.trim())];
            candidates.into_iter().flatten().find(|path| self.draw.file_exists(path)).map(str::to_owned)
        };
        let mut printed_paths = Vec::new();
        let mut kept = String::with_capacity(printed.len());
        for line in printed.split_inclusive('\n') {
            match path_of(line) {
                Some(path) => printed_paths.push(path),
                None => kept.push_str(line),
            }
        }
        let named = match self.global("processed_path") {
            Some(Value::Str(path)) => vec![(**path).to_owned()],
            Some(value) => {
                let paths = value.as_sequence().unwrap_or_default();
                paths.iter().filter_map(|path| path.as_str().map(str::to_owned)).collect()
            }
            None => Vec::new(),
        };
        let held = match held {
            Some(Value::Str(path)) => vec![(***path).to_owned()],
            _ => Vec::new(),
        };
        let saved = self.draw.saved();
        let fresh = |path: &String| !held.contains(path) || saved.contains(path);
        let mut paths: Vec<String> =
            named.into_iter().filter(|path| fresh(path) && self.draw.file_exists(path)).collect();
        if paths.is_empty() {
            paths = printed_paths;
        }
        if paths.is_empty() {
            paths = saved.iter().cloned().collect();
        }
        let mut seen = std::collections::HashSet::new();
        paths.retain(|path| seen.insert(path.clone()));
        paths.truncate(most);
        let images = paths.iter().filter_map(|path| self.draw.output(path)).collect();
        (kept, images)
    }
}

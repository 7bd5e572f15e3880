//! The images, virtual files and recorded operations of one conversation.

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::heap::Charge;
use crate::files::key;
use crate::raster::Canvas;
use crate::{CanvasId, CvPen, DrawKind, DrawOp, OutputImage, Repair};

/// Images, virtual files and recorded operations of one conversation.
#[derive(Default)]
pub struct DrawState {
    ops: Vec<DrawOp>,
    /// Memory of the recorded operations, and how much of it is in use.
    ops_charge: Option<Charge>,
    ops_bytes: usize,
    /// How often each canvas was changed.
    versions: HashMap<CanvasId, u64>,
    next_canvas: u32,
    input: Option<File>,
    input_opened: bool,
    /// Saved pictures by the keys of their paths.
    files: IndexMap<String, File>,
    /// Whether boxes of crops that make no sense are mended, and what was mended in this run.
    mends_crops: bool,
    mended: Vec<Repair>,
    /// Paths saved in this run.
    saved: IndexSet<String>,
    /// Files that are no pictures.
    pub(crate) tree: crate::files::Tree,
    /// The image objects that are alive.
    pub(super) resting: super::rest::Held,
}

/// A virtual file.
pub(super) struct File {
    pub path: String,
    /// The canvas that was saved.
    pub canvas: CanvasId,
    pub content: Canvas,
    pub format: &'static str,
    #[allow(dead_code)] // held for its drop
    pub charge: Charge,
}

impl DrawState {
    /// A state with no image.
    pub fn new() -> Self {
        // 0 stays the input's number.
        Self { next_canvas: 1, ..Self::default() }
    }

    /// A state in which the virtual file `path` holds `image`.
    pub fn with_image(image: Canvas, path: &str) -> Self {
        let input = File {
            path: clean(path).to_owned(),
            canvas: CanvasId(0),
            content: image,
            format: crate::raster::format_of(path).unwrap_or("PNG"),
            charge: Charge::none(),
        };
        Self { input: Some(input), ..Self::new() }
    }

    /// Forgets what the last code block recorded and saved; images and files stay.
    pub fn begin_run(&mut self) {
        self.ops.clear();
        self.ops_charge = None;
        self.ops_bytes = 0;
        self.saved.clear();
        self.mended.clear();
    }

    /// Whether boxes of crops are mended.
    pub(super) fn mends_crops(&self) -> bool {
        self.mends_crops
    }

    /// Puts all pictures to rest, `input` among them.
    pub(crate) fn rest(&mut self, input: Option<&mut Canvas>) {
        let files = self.input.iter_mut().chain(self.files.values_mut()).map(|file| &mut file.content);
        self.resting.rest(input, files);
    }

    /// From now on boxes of crops are mended, or not.
    pub(crate) fn mend_crops(&mut self, yes: bool) {
        self.mends_crops = yes;
    }

    /// Notes what was mended; a loop that needs it again and again is noted a few times only.
    pub(super) fn mend(&mut self, line: u32, what: String) {
        const MOST: usize = 20;
        if self.mended.len() < MOST {
            self.mended.push(Repair { line, what });
        }
    }

    /// What was mended since `begin_run`.
    pub(crate) fn take_mended(&mut self) -> Vec<Repair> {
        std::mem::take(&mut self.mended)
    }

    /// The operations recorded since `begin_run`.
    pub fn take_ops(&mut self) -> Vec<DrawOp> {
        std::mem::take(&mut self.ops)
    }

    /// Whether the virtual file exists.
    pub fn file_exists(&self, path: &str) -> bool {
        self.file(path).is_some()
    }

    /// Paths saved since `begin_run`, each once, in the order of their first save.
    pub fn saved(&self) -> &IndexSet<String> {
        &self.saved
    }

    /// The image behind a virtual file, as a result of the run.
    pub fn output(&self, path: &str) -> Option<OutputImage> {
        let file = self.file(path)?;
        let image = file.content.shown();
        Some(OutputImage { path: file.path.clone(), canvas: file.canvas, image })
    }

    /// The virtual file at a path; a saved file hides the input image of the same path.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        let key = key(path);
        self.files.get(&key).or_else(|| self.input.as_ref().filter(|file| self::key(&file.path) == key))
    }

    /// Keys of the pictures' paths.
    pub(crate) fn picture_keys(&self) -> impl Iterator<Item = String> + '_ {
        self.files.keys().cloned().chain(self.input.iter().map(|file| key(&file.path)))
    }

    /// Removes the picture at a path.
    pub(crate) fn forget(&mut self, path: &str) {
        let key = key(path);
        if self.files.shift_remove(&key).is_none()
            && self.input.as_ref().is_some_and(|f| self::key(&f.path) == key)
        {
            self.input = None;
        }
    }

    pub(super) fn write(&mut self, file: File) {
        self.saved.insert(file.path.clone());
        self.tree.forget(&key(&file.path));
        self.files.insert(key(&file.path), file);
    }

    /// How often a canvas was changed so far: a copy is like it as long as this stays the same.
    pub(crate) fn version(&self, canvas: CanvasId) -> u64 {
        self.versions.get(&canvas).copied().unwrap_or(0)
    }

    /// A number for a new canvas.
    pub(crate) fn new_canvas(&mut self) -> CanvasId {
        self.next_canvas = self.next_canvas.max(1);
        let id = CanvasId(self.next_canvas);
        self.next_canvas = self.next_canvas.saturating_add(1);
        id
    }

    /// The number under which a file is opened: the input image is canvas 0 when it is first opened.
    pub(super) fn opened_canvas(&mut self, path: &str) -> CanvasId {
        let key = key(path);
        let is_input = !self.files.contains_key(&key)
            && self.input.as_ref().is_some_and(|input| self::key(&input.path) == key);
        if is_input && !std::mem::replace(&mut self.input_opened, true) {
            return CanvasId(0);
        }
        self.new_canvas()
    }
}

/// The path as results show it: without a leading `./`.
pub(super) fn clean(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path)
}

/// Appends an operation to the record, with the line that runs now.
pub(crate) fn record(ctx: &mut Ctx, canvas: CanvasId, kind: DrawKind) -> PyResult<()> {
    let line = ctx.line();
    // Writing pixels in a loop makes one operation for each colour in a row.
    if let DrawKind::Pixels { points, color } = &kind
        && let Some(DrawOp {
            canvas: last_canvas,
            line: last_line,
            kind: DrawKind::Pixels { points: last, color: last_color },
            ..
        }) = ctx.draw.ops.last_mut()
        && (*last_canvas, *last_line, *last_color) == (canvas, line, *color)
    {
        last.extend_from_slice(points);
        *ctx.draw.versions.entry(canvas).or_default() += 1;
        return charge(ctx, points.len() * 16);
    }
    record_with(ctx, canvas, kind, None)
}

/// Appends an operation that OpenCV's rules draw, if there is a pen.
pub(crate) fn record_with(
    ctx: &mut Ctx,
    canvas: CanvasId,
    kind: DrawKind,
    pen: Option<CvPen>,
) -> PyResult<()> {
    let pen_bytes = pen.as_ref().map_or(0, |pen| PEN_BYTES + pen.rings.len() * 4);
    charge(ctx, bytes_of(&kind) + pen_bytes)?;
    let line = ctx.line();
    *ctx.draw.versions.entry(canvas).or_default() += 1;
    ctx.draw.ops.push(DrawOp { canvas, line, kind, opencv: pen.map(Box::new) });
    Ok(())
}

fn charge(ctx: &mut Ctx, bytes: usize) -> PyResult<()> {
    if ctx.draw.ops_charge.is_none() {
        ctx.draw.ops_charge = Some(ctx.charge(0)?);
    }
    ctx.draw.ops_bytes += bytes;
    match &ctx.draw.ops_charge {
        Some(charge) => charge.grow_to(ctx.draw.ops_bytes),
        None => Ok(()),
    }
}

/// What an operation and a pen weigh, natively and in WebAssembly alike.
const OP_BYTES: usize = 512;
const PEN_BYTES: usize = 160;
const _: () = assert!(2 * size_of::<DrawOp>() <= OP_BYTES && size_of::<CvPen>() <= PEN_BYTES);

fn bytes_of(kind: &DrawKind) -> usize {
    OP_BYTES
        + match kind {
            DrawKind::Line { points, .. }
            | DrawKind::Point { points, .. }
            | DrawKind::Polygon { points, .. } => points.len() * 8,
            DrawKind::Pixels { points, .. } => points.len() * 16,
            DrawKind::Path { commands, mask, at, .. } => {
                (commands.len() + mask.len()) * size_of::<crate::PathCommand>() + at.len() * 8 + 64
            }
            DrawKind::Label { text, .. } => text.len(),
            DrawKind::Text { text, style, .. } => text.len() + style.anchor.len() + style.align.len(),
            DrawKind::Derive { how, .. } => how.len(),
            DrawKind::Bitmap { png, .. } => png.len(),
            DrawKind::Open { path, .. } | DrawKind::Save { path } => path.len(),
            _ => 0,
        }
}

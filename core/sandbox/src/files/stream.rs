//! Open files, `io.BytesIO`, `io.StringIO` and `sys.stdout`.

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use super::modes::Mode;
use super::stream_methods as methods;
use crate::builtins::Bytes;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::{Host, NativeType};
use crate::eval::value::Value;

/// The bytes of a file. Text is UTF-8.
pub(crate) struct Content {
    pub data: RefCell<Vec<u8>>,
    charge: Charge,
    /// For the name under which it is kept.
    named: RefCell<Option<Charge>>,
}

impl Content {
    /// Some bytes.
    pub fn new(ctx: &Ctx, data: Vec<u8>) -> PyResult<Self> {
        let charge = ctx.charge(data.len() + 128)?;
        Ok(Self { data: data.into(), charge, named: None.into() })
    }

    /// Charges for the name of the file.
    pub(super) fn name(&self, ctx: &Ctx, path: &str) -> PyResult<()> {
        *self.named.borrow_mut() = Some(ctx.charge(path.len() + 128)?);
        Ok(())
    }

    /// Puts bytes at a position, which may be past the end.
    pub(super) fn write(&self, ctx: &mut Ctx, at: usize, bytes: &[u8]) -> PyResult<usize> {
        let end = at.checked_add(bytes.len()).ok_or_else(|| Fault::memory(ctx.limits.memory))?;
        ctx.burn(bytes.len() as u64 / 16 + 1)?;
        let mut data = self.data.borrow_mut();
        if end > data.len() {
            ctx.burn((end - data.len()) as u64 / 16)?;
            self.charge.grow_to(end + 128)?;
            data.resize(end, 0);
        }
        data[at..end].copy_from_slice(bytes);
        Ok(end)
    }
}

/// What a stream is in Python.
pub(crate) enum Kind {
    File {
        path: String,
        mode: String,
        encoding: String,
    },
    BytesIO,
    StringIO,
    /// `sys.stdout`, or `sys.stderr`, which nobody sees.
    Console {
        shown: bool,
    },
}

/// A stream.
pub(crate) struct Stream {
    pub(super) content: Rc<Content>,
    pub(super) kind: Kind,
    pub(super) mode: Mode,
    /// Position in bytes.
    pub(super) at: Cell<usize>,
    pub(super) closed: Cell<bool>,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

macro_rules! class {
    ($name:literal, $call:expr, $pattern:pat) => {
        NativeType {
            name: $name,
            call: $call,
            is_instance: |value| value.host::<Stream>().is_some_and(|stream| matches!(stream.kind, $pattern)),
            attrs: &[],
        }
    };
}

static BYTES_IO: NativeType = class!("BytesIO", Some(bytes_io), Kind::BytesIO);
static STRING_IO: NativeType = class!("StringIO", Some(string_io), Kind::StringIO);
static TEXT_FILE: NativeType = class!("TextIOWrapper", None, Kind::File { .. } | Kind::Console { .. });

/// The classes of streams by name.
pub(crate) fn class_of(name: &str) -> Option<&'static NativeType> {
    [&BYTES_IO, &STRING_IO, &TEXT_FILE].into_iter().find(|class| class.name == name)
}

fn bytes_io(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [initial] = args.bind("BytesIO", ["initial_bytes"], 0)?;
    let data = match &initial {
        None | Some(Value::None) => Vec::new(),
        Some(value) => {
            let data = Bytes::expect(value)?;
            drop(ctx.charge(data.len())?);
            ctx.burn(data.len() as u64 / 16)?;
            data.to_vec()
        }
    };
    let content = Rc::new(Content::new(ctx, data)?);
    Ok(Value::from_host(Stream::new(ctx, content, Kind::BytesIO, Mode::both(true))?))
}

fn string_io(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [initial, _] = args.bind("StringIO", ["initial_value", "newline"], 0)?;
    let data = match &initial {
        None | Some(Value::None) => Vec::new(),
        Some(Value::Str(text)) => {
            drop(ctx.charge(text.len())?);
            ctx.burn(text.len() as u64 / 16)?;
            text.as_bytes().to_vec()
        }
        Some(other) => {
            let name = other.type_name();
            return Err(Fault::type_error(format!("initial_value must be str or None, not {name}")));
        }
    };
    let content = Rc::new(Content::new(ctx, data)?);
    Ok(Value::from_host(Stream::new(ctx, content, Kind::StringIO, Mode::both(false))?))
}

impl Stream {
    /// A stream at the start of its content.
    pub fn new(ctx: &Ctx, content: Rc<Content>, kind: Kind, mode: Mode) -> PyResult<Self> {
        let name = if let Kind::File { path, .. } = &kind { path.len() } else { 0 };
        let charge = ctx.charge(name + 192)?;
        let at = if mode.append { content.data.borrow().len() } else { 0 };
        Ok(Self { content, kind, mode, at: at.into(), closed: false.into(), charge })
    }

    /// What prints to the script's output, or nowhere.
    pub fn console(ctx: &Ctx, shown: bool) -> PyResult<Self> {
        let content = Rc::new(Content::new(ctx, Vec::new())?);
        let mode = Mode { read: false, ..Mode::both(false) };
        Self::new(ctx, content, Kind::Console { shown }, mode)
    }

    /// Whether this is the script's output.
    pub fn is_output(&self) -> bool {
        matches!(self.kind, Kind::Console { shown: true })
    }

    /// The path of a file.
    pub fn path(&self) -> Option<&str> {
        match &self.kind {
            Kind::File { path, .. } => Some(path),
            _ => None,
        }
    }

    /// The bytes from the position on, for reading a picture.
    pub fn rest(&self) -> Ref<'_, [u8]> {
        Ref::map(self.content.data.borrow(), |data| data.get(self.at.get()..).unwrap_or_default())
    }

    /// All bytes, for reading a picture as Pillow does after it has been written.
    pub fn whole(&self) -> Ref<'_, [u8]> {
        Ref::map(self.content.data.borrow(), Vec::as_slice)
    }

    /// Writes at the position.
    pub fn write(&self, ctx: &mut Ctx, bytes: &[u8]) -> PyResult<()> {
        self.usable()?;
        if !self.mode.write {
            return Err(methods::unsupported("not writable"));
        }
        match self.kind {
            Kind::Console { shown: true } => return ctx.print(&String::from_utf8_lossy(bytes)),
            Kind::Console { shown: false } => return ctx.burn(bytes.len() as u64 / 16 + 1),
            _ => {}
        }
        let at = if self.mode.append { self.content.data.borrow().len() } else { self.at.get() };
        self.at.set(self.content.write(ctx, at, bytes)?);
        Ok(())
    }

    pub(super) fn usable(&self) -> PyResult<()> {
        if self.closed.get() {
            let dot = if matches!(self.kind, Kind::StringIO) { "" } else { "." };
            return Err(Fault::value_error(format!("I/O operation on closed file{dot}")));
        }
        Ok(())
    }
}

impl Host for Stream {
    fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::BytesIO => "_io.BytesIO",
            Kind::StringIO => "_io.StringIO",
            Kind::File { .. } if self.mode.binary => "_io.BufferedReader",
            Kind::File { .. } | Kind::Console { .. } => "_io.TextIOWrapper",
        }
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(match self.kind {
            Kind::BytesIO => &BYTES_IO,
            Kind::StringIO => &STRING_IO,
            Kind::File { .. } | Kind::Console { .. } => &TEXT_FILE,
        })
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(Some(match (name, &self.kind) {
            ("closed", _) => Value::Bool(self.closed.get()),
            ("name", Kind::File { path, .. }) => ctx.str(path.clone())?,
            ("name", Kind::Console { shown }) => ctx.str(if *shown { "<stdout>" } else { "<stderr>" })?,
            ("mode", Kind::File { mode, .. }) => ctx.str(mode.clone())?,
            ("encoding", Kind::File { encoding, .. }) if !self.mode.binary => ctx.str(encoding.clone())?,
            ("encoding", Kind::Console { .. }) => ctx.str("utf-8")?,
            _ => return Ok(None),
        }))
    }

    fn has_method(&self, name: &str) -> bool {
        methods::ALL.contains(&name)
            || (matches!(name, "getvalue" | "getbuffer")
                && matches!(self.kind, Kind::BytesIO | Kind::StringIO))
    }

    fn call_method(&self, ctx: &mut Ctx, this: &Value, name: &str, args: Args) -> PyResult<Value> {
        if !self.has_method(name) {
            return Err(Fault::no_attribute(self.type_name(), name));
        }
        methods::call(self, ctx, this, name, args)
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        methods::lines(self, ctx)
    }

    fn enter(&self, _: &mut Ctx, this: &Value) -> PyResult<Option<Value>> {
        self.usable()?;
        Ok(Some(this.clone()))
    }

    fn exit(&self, ctx: &mut Ctx) -> PyResult<()> {
        methods::close(self, ctx)
    }
}

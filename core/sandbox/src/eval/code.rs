//! Bytecode.

use std::rc::Rc;

use super::host::{BinaryOp, CompareOp, UnaryOp};
use super::names::Symbol;
use super::source::{Namespace, Source};
use super::text::Str;
use super::value::Value;

/// One instruction. Jump targets are instruction indices; `a b -> c` is the effect on the stack.
#[derive(Debug, Clone, Copy)]
pub enum Op {
    /// The source line from here on.
    Line(u32),
    /// `-> constant`
    Const(u32),
    None,
    True,
    False,
    Pop,
    Dup,
    /// `a b -> a b a b`
    Dup2,
    /// `a b -> b a`
    Swap,
    /// `a b c -> c a b`
    Rot3,
    LoadLocal(u32),
    StoreLocal(u32),
    DelLocal(u32),
    /// Like `LoadLocal`, but an unset name is looked up outside the class body.
    LoadClassLocal(u32),
    LoadCell(u32),
    StoreCell(u32),
    DelCell(u32),
    LoadGlobal(Symbol),
    StoreGlobal(Symbol),
    DelGlobal(Symbol),
    /// Like `LoadGlobal`, in the code's own namespace.
    LoadNamed(Symbol),
    StoreNamed(Symbol),
    DelNamed(Symbol),
    /// Keeps the local variables for the builtin function that is called next.
    KeepLocals,
    /// Keeps the exception that is being handled for the library function that is called next.
    KeepHandled,
    Binary(BinaryOp),
    /// Like `Binary`, and a list on the left changes in place.
    InPlace(BinaryOp),
    Unary(UnaryOp),
    Not,
    Compare(CompareOp),
    Is,
    IsNot,
    In,
    NotIn,
    Jump(u32),
    /// `a ->`
    JumpIfFalse(u32),
    /// `a ->`
    JumpIfTrue(u32),
    /// `a -> a` and jumps, or `a ->`
    JumpIfFalseOrPop(u32),
    /// `a -> a` and jumps, or `a ->`
    JumpIfTrueOrPop(u32),
    /// `iterable -> iterator`
    Iter,
    /// `iterator -> iterator item`, or `iterator ->` and jumps
    ForIter(u32),
    Tuple(u32),
    List(u32),
    Set(u32),
    /// Like `Set`, with numbers that stand in the source.
    ConstantSet(u32),
    /// `k v k v ... -> dict`
    Dict(u32),
    /// `list item -> list`
    ListPush,
    /// `list iterable -> list`
    ListExtend,
    /// `callee list iterable -> callee list`
    ArgumentsExtend,
    /// `set iterable -> set`
    SetExtend,
    /// `dict mapping -> dict`; 1 refuses keys twice, as in a call
    DictMerge(u32),
    /// `list -> tuple`
    ListToTuple,
    /// `container ... item -> container ...`, with the container so far below the item
    CompPush(u32),
    CompAdd(u32),
    /// `container ... key value -> container ...`
    CompInsert(u32),
    /// `start stop step -> slice`
    Slice,
    /// `object -> attribute`
    GetAttr(Symbol),
    /// `value object ->`
    SetAttr(Symbol),
    DelAttr(Symbol),
    /// `object key -> item`
    GetItem,
    /// `value object key ->`
    SetItem,
    /// `object key ->`
    DelItem,
    /// `callee args -> result`
    Call(u16),
    /// `callee args -> result`, with keyword names in a call site
    CallKeywords(u32),
    /// `callee list dict -> result`
    CallSpread,
    /// `object args -> result`
    CallMethod(u16, Symbol),
    /// `object args -> result`, with the name and keyword names in a call site
    CallMethodKeywords(u32),
    Return,
    /// `defaults, keyword defaults -> function`, from a constant function template
    Function(u32),
    /// `bases keywords body-function -> class`; the names and numbers are in a call site
    Class(u32),
    /// `-> super object` for the class in the cell and the first local variable
    Super(u32),
    /// `iterable -> items`, the first on top
    Unpack(u32),
    /// `iterable -> items` with a list for the starred one
    UnpackStar {
        before: u16,
        after: u16,
    },
    /// `value -> text`: conversion (0 none, 1 str, 2 repr, 3 ascii)
    Format(u32),
    /// `value spec -> text`
    FormatSpec,
    /// `texts -> text`
    Join(u32),
    PushBlock(u32),
    PopBlock,
    /// Ends the handling of an exception.
    PopHandling,
    /// `exception class -> exception bool`
    Matches,
    /// `rest class -> rest matched True`, or `rest class -> rest False`, for `except*`
    MatchGroup,
    /// `rest ->`: raises what no `except*` took
    RaiseRest,
    /// `exception ->`
    Reraise,
    /// `exception? cause? ->`: 0 bare, 1 an exception, 2 with a cause
    Raise(u32),
    /// `message? ->`
    AssertFailed(u32),
    /// `manager -> manager entered`
    WithEnter,
    /// `manager ->`
    WithExit,
    /// `manager exception -> manager exception swallowed`
    WithExitError,
    Import(Symbol),
    /// `-> module` for the last part of a dotted name
    ImportLeaf(Symbol),
    /// `module -> module attribute`
    ImportFrom(Symbol),
    ImportStar,
    /// `value -> sent`
    Yield,
    /// `iterator sent -> iterator item`, or `iterator sent -> result` and jumps
    YieldFrom(u32),
    /// `subject -> subject bool`: whether it is a sequence of so many items, or more with a star
    MatchSequence {
        count: u16,
        star: bool,
    },
    /// `subject -> subject bool`: whether it is a mapping with at least so many keys
    MatchMapping(u32),
    /// `mapping key -> value True`, or `mapping key -> False`
    MatchKey,
    /// `mapping keys -> dict` without those keys
    MatchRest(u32),
    /// `subject class -> values True` with the first on top, or `subject class -> False`; the names of
    /// the attributes are in a call site
    MatchClass(u32),
}

/// A call with keyword arguments.
pub struct CallSite {
    /// Method name, for method calls.
    pub method: Symbol,
    /// Positional arguments.
    pub positional: u16,
    /// Names of the keyword arguments, whose values follow the positional ones.
    pub keywords: Box<[Rc<Str>]>,
}

/// A function as the compiler leaves it.
pub struct Template {
    /// The code.
    pub code: Rc<Code>,
    /// Whether a dictionary of annotations is on the stack, below the defaults.
    pub annotated: bool,
    /// Positional defaults on the stack.
    pub defaults: u16,
    /// Which keyword-only parameters have a default on the stack.
    pub keyword_defaults: Box<[bool]>,
    /// Cells of the defining frame that the function closes over.
    pub captures: Box<[u32]>,
}

/// A compiled function, class body or module.
#[derive(Default)]
pub struct Code {
    /// Its name.
    pub name: String,
    /// The name with those of the classes and functions around, for messages.
    pub qualname: String,
    /// Its docstring.
    pub(crate) doc: Option<Rc<Str>>,
    pub(crate) ops: Vec<Op>,
    pub(crate) constants: Vec<Value>,
    pub(crate) templates: Vec<Template>,
    pub(crate) sites: Vec<CallSite>,
    /// Names of local variables; parameters first.
    pub(crate) locals: Vec<Rc<Str>>,
    /// Names of cells, the function's own first.
    pub(crate) cells: Vec<Rc<Str>>,
    /// Number of cells that the function makes itself.
    pub(crate) own_cells: usize,
    /// Parameters that are cells: (local, cell).
    pub(crate) cell_parameters: Vec<(u32, u32)>,
    pub(crate) positional_only: usize,
    /// Positional parameters, the positional-only ones included.
    pub(crate) positional: usize,
    pub(crate) keyword_only: usize,
    pub(crate) varargs: bool,
    pub(crate) kwargs: bool,
    pub(crate) generator: bool,
    /// The text it was compiled from; none for the library.
    pub(crate) source: Option<Rc<Source>>,
    /// Whether `exec` or `eval` compiled it.
    pub(crate) from_text: bool,
    /// Where its global names are, if not among the script's.
    pub(crate) namespace: Option<Rc<Namespace>>,
    /// Symbols of class-body locals, for lookups outside.
    pub(crate) class_symbols: Vec<Symbol>,
}

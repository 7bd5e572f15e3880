//! Random programs: nothing may panic, hang or crash. A panic shows as `SystemError`.

use proptest::prelude::*;
use vthinker_sandbox::{Limits, Sandbox};

/// Statements of names that mostly exist, so that many programs get far.
const LINES: &[&str] = &[
    "a = [1, 2.5, 'x', None, (3, 4)]",
    "b = {'k': a, 1: b if 'b' in globals() else 0}",
    "c = {1, 2, 'z'}",
    "s = 'héllo wörld'",
    "n = 7",
    "f = 2.5",
    "t = (1, 'b', [2])",
    "r = range(2, 20, 3)",
    "g = (i for i in r)",
    "big = 2 ** 80",
    "def fn(x, *y, k=1, **z): return x, y, k, z",
    "class K:\n    v = 1\n    def __init__(self, *a): self.a = a\n    def __eq__(self, o): return True\n    def __lt__(self, o): return False\n    def __iter__(self): yield from self.a",
    "o = K(1, 2)",
    "e = ValueError('m', 1)",
    "m = math",
    "l = lambda *q: q",
    "it = iter(a)",
    "d = dict(zip('abc', a))",
];

const VALUES: &[&str] = &[
    "a",
    "b",
    "c",
    "s",
    "n",
    "f",
    "t",
    "r",
    "g",
    "big",
    "fn",
    "K",
    "o",
    "e",
    "m",
    "l",
    "it",
    "d",
    "(0)",
    "(-1)",
    "(1)",
    "(3.5)",
    "''",
    "'ab'",
    "None",
    "True",
    "[]",
    "{}",
    "()",
    "int",
    "str",
    "list",
    "len",
    "(-big)",
    "float('nan')",
    "float('inf')",
    "b.keys()",
    "a[::-1]",
    "s[1:]",
    "(10**18)",
    "(-2**63)",
    "slice(1, None, -1)",
    "print",
    "ValueError",
    "random",
    "os.path",
    "Image",
    "image_path",
    "o.a",
    "e.args",
    "...",
    "NotImplemented",
    "super",
    "type",
    "range(0)",
    "(1e308)",
];

const TARGETS: [&str; 9] = ["a", "b", "c", "s", "n", "t", "d", "o.v", "a[0]"];

const BINARY: &[&str] = &[
    "+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", "<=", "==", "!=", " in ",
    " not in ", " is ", " and ", " or ",
];

const METHODS: &[&str] = &[
    "append",
    "pop",
    "sort",
    "index",
    "count",
    "insert",
    "remove",
    "extend",
    "reverse",
    "copy",
    "clear",
    "get",
    "keys",
    "items",
    "update",
    "setdefault",
    "popitem",
    "split",
    "join",
    "replace",
    "find",
    "format",
    "strip",
    "center",
    "zfill",
    "partition",
    "rsplit",
    "translate",
    "encode",
    "add",
    "union",
    "discard",
    "sqrt",
    "floor",
    "comb",
    "log",
    "pow",
    "seed",
    "choice",
    "sample",
    "randint",
    "__len__",
    "__next__",
    "send",
    "a",
    "v",
    "args",
    "x",
    "join",
    "splitext",
    "new",
    "open",
    "is_integer",
    "bit_length",
    "as_integer_ratio",
    "title",
    "expandtabs",
    "startswith",
    "splitlines",
];

const FUNCTIONS: &[&str] = &[
    "len",
    "str",
    "repr",
    "int",
    "float",
    "list",
    "tuple",
    "set",
    "dict",
    "sorted",
    "reversed",
    "enumerate",
    "zip",
    "sum",
    "min",
    "max",
    "abs",
    "round",
    "divmod",
    "pow",
    "range",
    "slice",
    "iter",
    "next",
    "map",
    "filter",
    "any",
    "all",
    "hash",
    "type",
    "isinstance",
    "issubclass",
    "getattr",
    "hasattr",
    "vars",
    "dir",
    "ord",
    "chr",
    "format",
    "print",
    "bool",
    "hex",
    "callable",
    "json.dumps",
    "json.loads",
    "math.floor",
    "random.shuffle",
    "fn",
    "K",
    "l",
    "frozenset",
    "object",
    "property",
    "super",
];

fn value() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(VALUES).prop_map(str::to_owned);
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            (inner.clone(), prop::sample::select(BINARY), inner.clone())
                .prop_map(|(a, op, b)| format!("({a}{op}{b})")),
            (prop::sample::select(FUNCTIONS), prop::collection::vec(inner.clone(), 0..4))
                .prop_map(|(f, args)| format!("{f}({})", args.join(", "))),
            (inner.clone(), prop::sample::select(METHODS), prop::collection::vec(inner.clone(), 0..3))
                .prop_map(|(v, m, args)| format!("{v}.{m}({})", args.join(", "))),
            (inner.clone(), inner.clone()).prop_map(|(v, i)| format!("{v}[{i}]")),
            (inner.clone(), inner.clone(), inner.clone()).prop_map(|(v, i, j)| format!("{v}[{i}:{j}]")),
            (inner.clone(), inner.clone()).prop_map(|(v, w)| format!("[{v} for q in {w}]")),
            (inner.clone(), inner.clone()).prop_map(|(v, w)| format!("({v} if {w} else {w})")),
            (inner.clone(), inner.clone())
                .prop_map(|(v, w)| format!("f'{{{v}!r:>5}} {{{w}}}'").replace("''", "\"\"")),
            (inner.clone(), inner.clone()).prop_map(|(v, w)| format!("'%s %5.2f %d' % ({v}, {w}, {v})")),
            inner.clone().prop_map(|v| format!("fn(*{v}, **{v})")),
            inner.prop_map(|v| format!("(not -{v})")),
        ]
    })
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(LINES).prop_map(str::to_owned),
        (prop::sample::select(&TARGETS[..]), value()).prop_map(|(t, v)| format!("{t} = {v}")),
        (prop::sample::select(&TARGETS[..]), prop::sample::select(&BINARY[..13]), value())
            .prop_map(|(t, op, v)| format!("{t} {op}= {v}")),
        (value(), value(), value()).prop_map(|(a, i, v)| format!("{a}[{i}] = {v}")),
        (value(), value()).prop_map(|(a, i)| format!("del {a}[{i}]")),
        (value(), value()).prop_map(|(a, v)| format!("for q in {a}: {v}")),
        (value(), value()).prop_map(|(a, v)| format!("a, *b = {a}, {v}")),
        value().prop_map(|v| format!("with {v} as w: print(w)")),
        value().prop_map(|v| format!("raise {v}")),
        value().prop_map(|v| format!("print({v})")),
        value(),
    ]
}

/// Every line in a `try`, so that one error does not end the program.
fn program() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 1..12).prop_map(|lines| {
        let guarded = lines.iter().map(|line| {
            format!(
                "try:\n    {}\nexcept Exception as error:\n    str(error), repr(error)\n",
                line.replace('\n', "\n    ")
            )
        });
        LINES.iter().map(|line| format!("{line}\n")).chain(guarded).collect()
    })
}

fn check(source: &str) {
    let limits = Limits { fuel: 300_000, memory: 16 << 20, ..Limits::default() };
    let mut sandbox = Sandbox::with_image(image::DynamicImage::new_rgb8(4, 4), "in.png", limits);
    let execution = sandbox.run(source);
    let kind = execution.error.map(|e| e.kind).unwrap_or_default();
    assert_ne!(kind, "SystemError", "{source}");
    assert_eq!(sandbox.run("print(len('ok'))").error.filter(|e| e.kind == "SystemError"), None, "{source}");
}

fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn random_programs_do_not_panic(source in program()) {
        check(&source);
    }

    #[test]
    fn random_text_does_not_panic(parts in prop::collection::vec(prop::sample::select(&[
        "(", ")", "[", "]", "{", "}", "'", "\"", "'''", "f'", "f\"{", "\n", "\n    ", "\n        ", "\\", ":", ",", ".", "=",
        ":=", "+", "-", "**", "if ", "else", "for ", " in ", "while ", "def ", "class ", "lambda ", "return ", "yield ", "try",
        "except ", "finally", "with ", "match ", "case ", "x", "y", "1", "2.5", "0x", "é", "日", "\t", "#", "@", ";", "*", "!",
        "import ", "from ", "global ", "nonlocal ", "del ", "assert ", "raise ", "not ", "and ", "\u{0}", "\u{feff}", "\r",
        "async ", "await ", "type ", "print(", "None", "...", "->", "~", "image_path = '", "  import cv",
    ][..]), 0..40)) {
        check(&parts.concat());
    }
}

//! Random programs on arrays: nothing may panic, hang or crash. A panic shows as `SystemError`.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use vthinker_sandbox::{Limits, Sandbox};

/// The functions that the module has, `np.linalg` and `np.random` included.
static FUNCTIONS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let source = "import numpy as np\nfor p, m in [('np', np), ('np.linalg', np.linalg), ('np.random', np.random)]:\n    \
                  for n in dir(m):\n        if callable(getattr(m, n)): print(p + '.' + n)";
    let limits = Limits { output: 1 << 20, ..Limits::default() };
    let listed = Sandbox::new(limits).run(source).stdout;
    listed.lines().map(str::to_owned).collect()
});

const VALUES: &[&str] = &[
    "a",
    "b",
    "c",
    "m",
    "u",
    "e",
    "z",
    "f",
    "k",
    "t",
    "q",
    "i",
    "a.T",
    "a[::-1]",
    "b[1]",
    "t[..., ::-2]",
    "m[:, None]",
    "np.float32(1.5)",
    "np.int64(-2**63)",
    "np.uint8(255)",
    "np.True_",
    "0",
    "1",
    "-1",
    "2",
    "3",
    "7",
    "0.5",
    "1e300",
    "float('nan')",
    "-float('inf')",
    "2**62",
    "-2**63",
    "10**20",
    "None",
    "True",
    "'ab'",
    "[]",
    "[1, 2]",
    "(0, 1)",
    "(2, -1)",
    "[[1, 2], [3]]",
    "[[True, False]]",
    "(3, 4)",
    "...",
    "slice(None, None, -1)",
    "slice(5, -9, 2)",
    "len",
    "abs",
    "(lambda *x: 1)",
    "np.uint8",
    "float",
    "int",
    "bool",
    "'float32'",
    "range(3)",
    "{}",
];

const SETUP: &str = "import numpy as np\na = np.arange(12).reshape(3, 4)\nb = np.linspace(-1, 2, 6).reshape(2, 3)\n\
    c = np.array([1, 2, 3])\nm = np.array([True, False, True])\nu = np.array([[250, 3], [0, 255]], dtype=np.uint8)\n\
    e = np.zeros((0, 3))\nz = np.array(5)\nf = np.array([1.5, np.nan, -np.inf], dtype=np.float32)\n\
    k = np.array([2**63 - 1, -2**63])\nt = np.ones((2, 3, 4), dtype=np.int8)\nq = np.eye(3)\ni = np.array([0, -1, 1])\n";

const METHODS: &[&str] = &[
    "astype",
    "copy",
    "fill",
    "flatten",
    "item",
    "put",
    "ravel",
    "reshape",
    "sort",
    "tolist",
    "transpose",
    "view",
    "all",
    "any",
    "argmax",
    "argmin",
    "argsort",
    "clip",
    "cumprod",
    "cumsum",
    "diagonal",
    "dot",
    "max",
    "mean",
    "min",
    "nonzero",
    "prod",
    "repeat",
    "round",
    "searchsorted",
    "squeeze",
    "std",
    "sum",
    "swapaxes",
    "take",
    "trace",
    "var",
];

const BINARY: &[&str] =
    &["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", "<=", "==", "!=", " in "];

const OPTIONS: &[&str] = &[
    "",
    "",
    "",
    ", axis=0",
    ", axis=1",
    ", axis=-1",
    ", axis=(0, 1)",
    ", axis=None",
    ", keepdims=True",
    ", dtype=np.uint8",
    ", dtype=float",
    ", mode='edge'",
    ", mode='reflect'",
    ", mode='same'",
    ", out=b",
    ", ddof=5",
    ", replace=False",
    ", size=3",
    ", size=(2, 0)",
    ", return_counts=True",
    ", return_inverse=True",
    ", k=-1",
    ", bins=3",
    ", num=4",
    ", retstep=True",
    ", indexing='ij'",
];

fn value() -> impl Strategy<Value = String> {
    let leaf = select(VALUES).prop_map(str::to_owned);
    leaf.prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            4 => (select(FUNCTIONS.as_slice()), prop::collection::vec(inner.clone(), 1..4), select(OPTIONS))
                .prop_map(|(f, args, option)| format!("{f}({}{option})", args.join(", "))),
            2 => (inner.clone(), select(METHODS), prop::collection::vec(inner.clone(), 0..3))
                .prop_map(|(v, m, args)| format!("np.asarray({v}).{m}({})", args.join(", "))),
            2 => (inner.clone(), select(BINARY), inner.clone()).prop_map(|(a, op, b)| format!("({a}{op}{b})")),
            2 => (inner.clone(), inner.clone()).prop_map(|(v, i)| format!("np.asarray({v})[{i}]")),
            1 => (inner.clone(), inner.clone(), inner.clone()).prop_map(|(v, i, j)| format!("{v}[{i}, {j}]")),
            1 => (inner.clone(), inner.clone(), inner.clone()).prop_map(|(v, i, j)| format!("{v}[{i}:{j}, None]")),
            1 => (inner.clone(), inner.clone()).prop_map(|(v, w)| format!("[{v}, {w}]")),
            1 => inner.prop_map(|v| format!("(-{v})")),
        ]
    })
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (select(&VALUES[..12]), value()).prop_map(|(t, v)| format!("{t} = {v}")),
        2 => (select(&VALUES[..12]), select(&BINARY[..13]), value()).prop_map(|(t, op, v)| format!("{t} {op}= {v}")),
        2 => (select(&VALUES[..17]), value(), value()).prop_map(|(t, i, v)| format!("{t}[{i}] = {v}")),
        1 => (select(&VALUES[..12]), value(), value()).prop_map(|(t, i, v)| format!("{t}[{i}] += {v}")),
        4 => value().prop_map(|v| format!("print({v})")),
        2 => value().prop_map(|v| format!("repr({v})")),
        1 => value().prop_map(|v| format!("for x in {v}: str(x)")),
        1 => value().prop_map(|v| format!("Image.fromarray(np.asarray({v}))")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(400),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_array_programs_do_not_panic(lines in prop::collection::vec(line(), 1..12)) {
        let guarded: String = lines
            .iter()
            .map(|line| format!("try:\n    {line}\nexcept Exception as error:\n    str(error), repr(error)\n"))
            .collect();
        let source = format!("{SETUP}{guarded}");
        let limits = Limits { fuel: 2_000_000, memory: 16 << 20, ..Limits::default() };
        let mut sandbox = Sandbox::with_image(image::DynamicImage::new_rgb8(4, 4), "in.png", limits);
        let kind = sandbox.run(&source).error.map(|e| e.kind).unwrap_or_default();
        prop_assert_ne!(kind, "SystemError", "{}", source);
    }
}

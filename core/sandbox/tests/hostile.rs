//! Sources that try to run for ever, take all memory, overflow the native stack or leave the sandbox.
//! All run on a stack as small as a browser gives.

use std::time::{Duration, Instant};

use vthinker_sandbox::{Execution, Limits, Sandbox};

const STACK: usize = 1 << 20;

fn limits() -> Limits {
    Limits { fuel: 3_000_000, memory: 32 << 20, ..Limits::default() }
}

fn on_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread starts");
    thread.join().expect("the sandbox must not crash")
}

/// Runs a source; then the sandbox must still work. Returns the error's kind, or "" for none.
fn contained(name: &str, source: &str) -> String {
    let (name, source) = (name.to_owned(), source.to_owned());
    on_small_stack(move || {
        let mut sandbox = Sandbox::new(limits());
        let start = Instant::now();
        let execution = sandbox.run(&source);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(20), "{name} took {took:?}");
        assert!(execution.stdout.chars().count() <= limits().output, "{name} printed too much");
        let after = sandbox.run("print(sum(range(5)))");
        assert_eq!(after.error, None, "the sandbox works after {name}");
        assert_eq!(after.stdout, "10\n", "the sandbox works after {name}");
        execution.error.map_or(String::new(), |error| error.kind)
    })
}

fn expect(name: &str, source: &str, kinds: &[&str]) {
    let kind = contained(name, source);
    assert!(kinds.contains(&&*kind), "{name}: expected one of {kinds:?}, got {kind:?}");
}

#[test]
fn endless_programs_run_out_of_fuel() {
    for (name, source) in [
        ("while", "while True: pass"),
        ("busy while", "i = 0\nwhile True:\n    i += 1"),
        ("caught", "while True:\n    try:\n        while True: pass\n    except:\n        pass"),
        ("base exception", "try:\n    while True: pass\nexcept BaseException:\n    print('caught')"),
        ("finally", "try:\n    while True: pass\nfinally:\n    while True: pass"),
        (
            "with",
            "class C:\n    def __enter__(self): return self\n    def __exit__(self, *a): return True\nwhile True:\n    with C():\n        while True: pass",
        ),
        ("generator", "def g():\n    while True: yield 1\nsum(g())"),
        ("iter sentinel", "for x in iter(int, 1): pass"),
        ("comprehension", "[0 for x in iter(int, 1) if x]"),
        (
            "endless next",
            "class I:\n    def __iter__(self): return self\n    def __next__(self): return 1\nmax(I())",
        ),
        ("range", "for i in range(10**18): pass"),
        ("sum of range", "sum(range(10**18))"),
        ("any", "any(False for _ in range(10**15))"),
        ("in range of objects", "None in iter(int, 1)"),
        ("slow sort", "x = list(range(100000, 0, -1))\nwhile True: x.sort(key=lambda v: -v)"),
        ("pop from the front", "x = list(range(100000))\nwhile True:\n    x.insert(0, x.pop())"),
        ("substring search", "s = 'a' * 100000\nwhile True: s.find('b')"),
        ("equal lists", "a = [0] * 100000\nb = [0] * 100000\nwhile a == b: pass"),
        ("big powers", "x = 3 ** 20000\nwhile True: x * x // x"),
        ("modular power", "while True: pow(3, 10**300, 10**300 + 1)"),
        ("digits", "x = 10 ** 4000\nwhile True: str(x)"),
    ] {
        expect(name, source, &["FuelExhausted"]);
    }
}

#[test]
fn memory_is_charged_before_it_is_taken() {
    for (name, source) in [
        ("text", "'a' * 10**9"),
        ("longer text", "'a' * 10**30"),
        ("list", "[0] * 10**9"),
        ("tuple", "(0,) * 10**12"),
        ("doubling list", "a = [0]\nwhile True: a = a + a"),
        ("doubling in place", "a = [0]\nwhile True: a += a"),
        ("extending", "a = [0]\nwhile True: a.extend(a)"),
        ("doubling text", "s = 'x'\nwhile True: s += s"),
        ("for over itself", "a = [0]\nfor i in a: a.append(i)"),
        ("appending", "a = []\nwhile True: a.append([])"),
        ("dictionary", "d = {}\ni = 0\nwhile True:\n    d[i] = i\n    i += 1"),
        ("set", "s = set()\ni = 0\nwhile True:\n    s.add(i)\n    i += 1"),
        ("strings in a list", "a = []\nwhile True: a.append(str(len(a)))"),
        ("instances", "class A: pass\na = []\nwhile True: a.append(A())"),
        ("closures", "a = []\nwhile True:\n    a.append(lambda x=len(a): x)"),
        ("generators", "a = []\nwhile True: a.append(x for x in a)"),
        ("list of range", "list(range(10**9))"),
        ("join", "','.join(['x' * 1000] * 10**6)"),
        ("replace", "('a' * 10**5).replace('a', 'b' * 10**5)"),
        ("format width", "f'{1:1000000000}'"),
        ("format precision", "f'{1.5:.999999999f}'"),
        ("nested format", "'{:{}}'.format('x', 10**9)"),
        ("percent width", "'%1000000000d' % 1"),
        ("percent star", "'%*d' % (10**9, 1)"),
        ("zfill", "'1'.zfill(10**9)"),
        ("center", "'x'.center(10**9)"),
        ("expandtabs", "('\\t' * 10**6).expandtabs(64)"),
        ("big integers in a list", "a = []\nwhile True: a.append(7 ** 20000 + len(a))"),
        ("choices", "random.choices([1], k=10**9)"),
        ("cells", "def f():\n    x = [0] * 1000\n    return lambda: x\na = []\nwhile True: a.append(f())"),
        ("exceptions", "a = []\nwhile True: a.append(ValueError('x' * 100))"),
        ("repr of shared lists", "a = ['x' * 1000]\nfor _ in range(30): a = [a, a]\nrepr(a)"),
        ("json of shared lists", "a = ['x' * 1000]\nfor _ in range(30): a = [a, a]\njson.dumps(a)"),
    ] {
        let kinds = ["MemoryExhausted", "FuelExhausted", "ValueError"];
        expect(name, source, &kinds);
    }
}

#[test]
fn memory_that_is_given_up_can_be_used_again() {
    let execution = on_small_stack(|| {
        let mut sandbox = Sandbox::new(Limits { fuel: 500_000_000, ..limits() });
        sandbox.run("for i in range(1000):\n    s = 'x' * 2000000\n    s = None\nprint('done')")
    });
    assert_eq!(execution.error, None);
    assert_eq!(execution.stdout, "done\n");
}

#[test]
fn integers_are_bounded() {
    for source in
        ["10**10**10", "2 ** 100000", "1 << 10**9", "x = 10\nwhile True: x *= x", "math.factorial(10**6)"]
    {
        expect(source, source, &["OverflowError", "FuelExhausted", "MemoryExhausted"]);
    }
}

#[test]
fn deep_recursion_is_stopped() {
    for (name, source) in [
        ("function", "def f(n): return f(n + 1)\nf(0)"),
        ("caught function", "def f():\n    try:\n        f()\n    except:\n        f()\nf()"),
        ("repr", "class A:\n    def __repr__(self): return repr(self)\nrepr(A())"),
        ("eq", "class A:\n    def __eq__(self, o): return self == o\nA() == A()"),
        ("key", "def k(x): return sorted([x], key=k)\nk(1)"),
        ("getattr", "class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().y"),
        ("property", "class A:\n    @property\n    def p(self): return self.p\nA().p"),
        ("init", "class A:\n    def __init__(self): A()\nA()"),
        ("generators", "def g(n):\n    yield from g(n + 1)\nlist(g(0))"),
        ("maps", "m = iter([1])\nfor _ in range(5000): m = map(abs, m)\nlist(m)"),
        ("chained zip", "m = [1]\nfor _ in range(5000): m = zip(m)\nlist(m)"),
        ("lambda", "f = lambda: f()\nf()"),
        ("max key", "f = lambda x: max([x], key=f)\nf(1)"),
        ("format", "class A:\n    def __format__(self, s): return f'{self}'\nf'{A()}'"),
        ("partial", "from functools import partial\nf = print\nfor _ in range(5000): f = partial(f)\nf()"),
    ] {
        expect(name, source, &["RecursionError", "FuelExhausted"]);
    }
}

#[test]
fn deep_data_is_freed_printed_and_compared_without_overflow() {
    for (name, source) in [
        ("list", "a = []\nfor _ in range(100000): a = [a]\na = None"),
        ("tuple", "a = ()\nfor _ in range(100000): a = (a,)"),
        ("dict", "a = {}\nfor _ in range(50000): a = {'k': a}"),
        ("closures", "f = lambda: 0\nfor _ in range(20000): f = (lambda g: lambda: g)(f)"),
        ("methods", "a = [].append\nfor _ in range(20000): a = [a].append"),
        (
            "instances",
            "class N: pass\na = None\nfor _ in range(20000):\n    n = N()\n    n.next = a\n    a = n",
        ),
        ("generators", "def g(x): yield x\na = None\nfor _ in range(10000): a = g(a)"),
        ("exceptions", "a = None\nfor _ in range(10000): a = ValueError(a)"),
        ("cycle", "for _ in range(1000):\n    a = []\n    a.append(a)"),
        ("repr of itself", "a = []\na.append(a)\nprint(a)"),
    ] {
        expect(name, source, &[""]);
    }
    for (name, source) in [
        ("repr", "a = []\nfor _ in range(100000): a = [a]\nprint(a)"),
        ("equal", "a = []\nb = []\nfor _ in range(1000): a = [a]; b = [b]\na == b"),
        ("less", "a = []\nb = [1]\nfor _ in range(1000): a = [a]; b = [b]\na < b"),
        ("hash", "a = ()\nfor _ in range(100000): a = (a,)\n{a: 1}"),
        ("json", "a = []\nfor _ in range(1000): a = [a]\njson.dumps(a)"),
        ("json text", "json.loads('[' * 30000)"),
        ("isinstance", "t = int\nfor _ in range(1000): t = (t,)\nisinstance('', t)"),
        ("exception text", "a = None\nfor _ in range(10000): a = ValueError(a)\nprint(a)"),
    ] {
        expect(name, source, &["RecursionError"]);
    }
}

#[test]
fn deep_syntax_is_refused() {
    let nested = |open: &str, close: &str, n: usize| format!("{}1{}", open.repeat(n), close.repeat(n));
    let mut blocks = String::new();
    for depth in 0..300 {
        blocks.push_str(&format!("{}if 1:\n", " ".repeat(depth)));
    }
    blocks.push_str(&" ".repeat(300));
    blocks.push_str("pass\n");
    let mut fstring = "1".to_owned();
    for _ in 0..60 {
        fstring = format!("f\"{{{fstring}}}\"");
    }
    for (name, source) in [
        ("parentheses", nested("(", ")", 5000)),
        ("brackets", nested("[", "]", 5000)),
        ("braces", nested("{", "}", 5000)),
        ("open brackets", "(".repeat(30_000)),
        ("calls", nested("f(", ")", 5000)),
        ("minus", format!("{}1", "-".repeat(30_000))),
        ("not", format!("{}1", "not ".repeat(10_000))),
        ("plus", vec!["1"; 20_000].join("+")),
        ("power", vec!["1"; 20_000].join("**")),
        ("attributes", format!("a{}", ".b".repeat(20_000))),
        ("subscripts", format!("a{}", "[0]".repeat(20_000))),
        ("empty calls", format!("a{}", "()".repeat(20_000))),
        ("lambda", format!("{}1", "lambda:".repeat(8_000))),
        ("ternary", format!("{}1", "1 if 1 else ".repeat(5_000))),
        ("comparison", vec!["1"; 20_000].join("<")),
        ("walrus", format!("({}1)", "a:=".repeat(10_000))),
        ("blocks", blocks.clone()),
        ("blocks in an open bracket", format!("x = (\n{blocks}")),
        ("f-strings", fstring),
        ("braces in an f-string", format!("f'{{{}1{}}}'", "(".repeat(3000), ")".repeat(3000))),
        ("format specs", format!("f'{}1{}'", "{1:".repeat(2000), "}".repeat(2000))),
        ("stars", format!("f({}a)", "*".repeat(10_000))),
        ("decorators", format!("{}def f(): pass", "@a\n".repeat(10_000))),
        ("patterns", format!("match 1:\n  case {}1{}:\n    pass", "[".repeat(5000), "]".repeat(5000))),
        ("awaits", "await ".repeat(8_000)),
        ("too long", "x = 1\n".repeat(100_000)),
    ] {
        let kind = contained(name, &source);
        let fine = ["SyntaxError", "IndentationError", "NameError", "MemoryExhausted"];
        assert!(fine.contains(&&*kind), "{name}: {kind:?}");
    }
}

#[test]
fn finally_bodies_do_not_multiply_without_bound() {
    let mut source = String::new();
    for depth in 0..36 {
        let indent = " ".repeat(depth);
        source.push_str(&format!("{indent}try:\n{indent} pass\n{indent}finally:\n"));
    }
    source.push_str(&format!("{}pass\n", " ".repeat(36)));
    expect("nested finally", &source, &["SyntaxError"]);
}

#[test]
fn output_is_bounded() {
    let execution: Execution = on_small_stack(|| Sandbox::new(limits()).run("while True: print('x' * 1000)"));
    assert_eq!(execution.error.map(|e| e.kind).as_deref(), Some("OutputExhausted"));
    assert_eq!(execution.stdout.chars().count(), limits().output);
}

#[test]
fn limits_cannot_be_caught() {
    for source in [
        "try:\n    [0] * 10**9\nexcept MemoryError:\n    print('caught')",
        "try:\n    [0] * 10**9\nexcept:\n    print('caught')",
        "try:\n    while True: pass\nfinally:\n    print('caught')",
        "def f(): f()\ntry:\n    f()\nexcept RecursionError:\n    print('caught')",
        "def g():\n    try:\n        while True: yield 1\n    finally:\n        print('caught')\nsum(g())",
        "class C:\n    def __enter__(self): pass\n    def __exit__(self, *a): print('caught')\nwith C():\n    while True: pass",
    ] {
        let source = source.to_owned();
        let execution = on_small_stack(move || Sandbox::new(limits()).run(&source));
        assert!(execution.error.is_some());
        assert_eq!(execution.stdout, "");
    }
}

#[test]
fn nothing_outside_is_reached() {
    for (source, kinds) in [
        ("open('/etc/passwd').read()", &["FileNotFoundError"][..]),
        ("import subprocess", &["ModuleNotFoundError"]),
        ("import socket", &["ModuleNotFoundError"]),
        ("import os\nos.system('ls')", &["PermissionError"]),
        ("import os\nos.fork()", &["AttributeError"]),
        ("__import__('os').system('ls')", &["PermissionError"]),
        ("eval(\"open('/etc/passwd')\")", &["FileNotFoundError"]),
        ("exec('import subprocess')", &["ModuleNotFoundError"]),
        ("().__class__.__bases__[0].__subclasses__()[0]", &["IndexError"]),
        ("(lambda: 0).__globals__['__builtins__']", &["KeyError"]),
        ("(lambda: 0).__code__.replace(co_code=b'')", &["AttributeError"]),
        ("(lambda: 0).__code__.co_code", &["AttributeError"]),
        ("input()", &["EOFError"]),
        ("import ctypes", &["ModuleNotFoundError"]),
        ("from os import path, remove\nremove('/x')", &["PermissionError", "FileNotFoundError"]),
        ("'{0.__class__.__init__.__globals__}'.format(1)", &["AttributeError"]),
    ] {
        expect(source, source, kinds);
    }
}

#[test]
fn misuse_raises_and_does_not_crash() {
    for (source, kinds) in [
        ("x = [1, 2, 3]\nfor i in x: x.clear()", &[""][..]),
        ("d = {1: 1}\nfor k in d: d[k + 1] = 1", &["RuntimeError"]),
        ("a = [3, 2, 1]\na.sort(key=lambda x: a.clear() or x)", &[""]),
        ("a = [1, 2]\na[5:1] = a\na[::2] = [1]", &["ValueError"]),
        ("def g():\n    x = yield\n    next(it)\nit = g()\nnext(it)\nit.send(1)", &["ValueError"]),
        ("class A:\n    def __lt__(self, o): x.clear()\nx = [A(), A(), A()]\nx.sort()", &[""]),
        ("raise 1", &["TypeError"]),
        ("raise", &["RuntimeError"]),
        ("x = 1\nx()", &["TypeError"]),
        ("del y", &["NameError"]),
        ("def f():\n    print(z)\n    z = 1\nf()", &["UnboundLocalError"]),
        ("break", &["SyntaxError"]),
        ("return 1", &["SyntaxError"]),
        ("yield 1", &["SyntaxError"]),
        ("nonlocal q", &["SyntaxError"]),
        ("x = 'é' * 10\nx[3:][::-1][20]", &["IndexError"]),
        ("range(0)[0]", &["IndexError"]),
        ("range(10)[::0]", &["ValueError"]),
        ("[1][-10**30]", &["IndexError"]),
        ("[1, 2][-9223372036854775808]", &["IndexError"]),
        ("-9223372036854775808 // -1", &[""]),
        ("abs(-9223372036854775808)", &[""]),
        ("-9223372036854775808 % -1", &[""]),
        ("range(-9223372036854775808, 9223372036854775807, 9223372036854775807)[1]", &[""]),
        ("list(range(9223372036854775800, 9223372036854775807, 5))", &[""]),
        ("'%c' % -1", &["OverflowError"]),
        ("chr(-1)", &["ValueError"]),
        ("chr(55296)", &["ValueError"]),
        ("float('1e999999')", &[""]),
        ("int('9' * 5000)", &["ValueError"]),
        ("round(1.5, 10**10)", &[""]),
        ("round(15, -10**10)", &[""]),
        ("(1).__add__()", &["TypeError"]),
        ("x = list[int]\nfor i in range(10**5): x = list[x]", &["RecursionError"]),
        ("x = int\nfor i in range(10**5): x = x | list[x]", &["RecursionError"]),
        ("c = object\nfor i in range(10**4): c = type('C', (c,), {})", &["RecursionError"]),
        ("class A(dict):\n    def __missing__(s, k): return s[k]\nA()['x']", &["RecursionError"]),
        ("class A(list):\n    def __iter__(s): return iter(s)\nlist(A())", &["RecursionError"]),
        ("class A:\n    def __getattribute__(s, n): return s.x\nA().y", &["RecursionError"]),
        ("class P:\n    def __get__(s, o, t): return o.p\nclass Q: p = P()\nQ().p", &["RecursionError"]),
        ("import itertools\nlist(itertools.product(range(9), repeat=10**6))", &["OverflowError"]),
        ("import itertools\nfor p in itertools.permutations(range(20)): pass", &["FuelExhausted"]),
        ("class A(list): pass\na = A()\na.append(a)\nprint(a, a.__dict__)", &[""]),
        ("class A: pass\na = A()\na.__dict__['a'] = a.__dict__\nprint(a.__dict__)", &[""]),
        ("{[]: 1}", &["TypeError"]),
        ("{}[{}]", &["TypeError"]),
        ("class A(bool): pass", &["TypeError"]),
        ("class A: pass\nclass B(A): pass\nclass C(A, B): pass", &["TypeError"]),
        ("async def f(): pass", &["SyntaxError"]),
        ("x = b'abc'[9]", &["IndexError"]),
        ("super().x", &["TypeError"]),
        ("'{'.format(1)", &["ValueError"]),
        ("'{0[}'.format([1])", &["ValueError"]),
        ("'{:{:{}}}'.format(1, 2, 3)", &["ValueError"]),
        ("'%' % 1", &["ValueError"]),
        ("'\\ud800'", &["", "SyntaxError"]),
        ("\0", &["SyntaxError"]),
        ("x = \u{feff}1", &["", "SyntaxError"]),
    ] {
        expect(source, source, kinds);
    }
}

#[test]
fn arrays_are_bounded() {
    let mut failures = Vec::new();
    for (source, kinds) in [
        ("np.zeros((10**9,)*3)", &["ValueError", "MemoryExhausted"][..]),
        ("np.zeros(10**9)", &["MemoryExhausted"]),
        ("np.zeros(2**31)", &["MemoryExhausted"]),
        ("np.zeros((2**40, 0))", &["ValueError"]),
        ("np.zeros([1] * 65)", &["ValueError"]),
        ("np.zeros(10**30)", &["OverflowError"]),
        ("np.ones((60000, 60000), dtype=bool)", &["MemoryExhausted"]),
        ("np.arange(1e18)", &["MemoryExhausted", "ValueError"]),
        ("np.arange(10**18)", &["MemoryExhausted", "ValueError"]),
        ("np.arange(0, 1, 1e-300)", &["MemoryExhausted", "ValueError"]),
        ("np.arange(0, 1, 0)", &["ZeroDivisionError"]),
        ("np.arange(float('nan'))", &["ValueError"]),
        ("np.linspace(0, 1, 10**10)", &["MemoryExhausted"]),
        ("np.tile(np.arange(1000), 10**7)", &["MemoryExhausted", "ValueError"]),
        ("np.tile([1], (10**6, 10**6, 10**6))", &["MemoryExhausted", "ValueError"]),
        ("np.repeat([1, 2], 10**18)", &["MemoryExhausted", "ValueError"]),
        ("np.repeat([1, 2], [2**62, 2**62])", &["MemoryExhausted", "ValueError"]),
        ("np.pad([1], 10**12)", &["MemoryExhausted", "ValueError"]),
        ("np.pad([1], 10**8, mode='edge')", &["MemoryExhausted", "FuelExhausted"]),
        ("np.eye(10**6)", &["MemoryExhausted"]),
        ("np.eye(3, k=-2**63)", &[""]),
        ("np.diag([1], k=2**62)", &["MemoryExhausted", "ValueError"]),
        ("np.meshgrid(np.arange(10**5), np.arange(10**5))", &["MemoryExhausted"]),
        ("np.meshgrid(*[[1, 2]] * 64)", &["MemoryExhausted", "ValueError"]),
        ("np.mgrid[0:10**9, 0:10**9]", &["MemoryExhausted"]),
        ("np.mgrid[0:5:0]", &[""]),
        ("np.indices((10**5, 10**5))", &["MemoryExhausted"]),
        ("np.broadcast_to(1, (10**5, 10**5))", &["MemoryExhausted"]),
        ("np.arange(10**5)[:, None] + np.arange(10**5)", &["MemoryExhausted"]),
        ("np.outer(np.ones(10**5), np.ones(10**5))", &["MemoryExhausted"]),
        ("np.bincount([10**15])", &["MemoryExhausted", "ValueError"]),
        ("np.histogram([1, 2], bins=10**12)", &["MemoryExhausted", "ValueError"]),
        ("np.zeros(10).reshape(10**10, 10**10)", &["ValueError"]),
        ("np.zeros(0).reshape(0, 2**62, 2**62)", &["ValueError", ""]),
        ("np.zeros(0).reshape(-1, 0)", &["ValueError"]),
        ("a = []\na.append(a)\nnp.array(a)", &["ValueError"]),
        ("a = []\na.append(a)\na.append(a)\nnp.array(a)", &["ValueError"]),
        ("a = [0]\nfor _ in range(40): a = [a, a]\nnp.array(a)", &["MemoryExhausted", "FuelExhausted"]),
        ("a = [0]\nfor _ in range(100): a = [a]\nnp.array(a)", &["ValueError"]),
        ("a = np.zeros(10)\nwhile True: a = np.concatenate([a, a])", &["MemoryExhausted"]),
        ("x = []\nwhile True: x.append(np.zeros(100))", &["MemoryExhausted"]),
        ("x = []\na = np.zeros(10)\nwhile True: x.append(a[1:])", &["MemoryExhausted"]),
        ("x = []\na = np.zeros(10)\nwhile True: x.append(a[1])", &["MemoryExhausted", "FuelExhausted"]),
        ("a = np.arange(10**6)\nwhile True: a + a", &["FuelExhausted"]),
        ("a = np.arange(10**6)\nwhile True: a += 1", &["FuelExhausted"]),
        ("a = np.arange(10**6)\nwhile True: a[:] = 0", &["FuelExhausted"]),
        ("a = np.arange(10**6)\nwhile True: a.sum()", &["FuelExhausted"]),
        ("a = np.arange(10**5)\nwhile True: a.sort()", &["FuelExhausted"]),
        ("a = np.arange(10**5)\nwhile True: a[a > 5] = 1", &["FuelExhausted"]),
        ("a = np.ones((300, 300))\nwhile True: a = a @ a", &["FuelExhausted"]),
        ("a = np.ones((900, 900))\nwhile True: np.linalg.inv(a + np.eye(900))", &["FuelExhausted"]),
        ("while True: np.random.rand(1000)", &["FuelExhausted"]),
        ("np.random.randint(0, 10, 10**12)", &["MemoryExhausted", "ValueError"]),
        ("np.random.choice(10**9, 1, replace=False)", &["MemoryExhausted"]),
        ("np.random.rand(-1)", &["ValueError"]),
        ("np.random.randint(-2**63, 2**63 - 1)", &[""]),
        ("np.convolve(np.ones(10**5), np.ones(10**5))", &["FuelExhausted"]),
        ("a = np.zeros((1000, 1000))\nwhile True: str(a.tolist())", &["MemoryExhausted", "FuelExhausted"]),
        (
            "np.set_printoptions(threshold=10**9)\nprint(np.zeros(10**6))",
            &["FuelExhausted", "MemoryExhausted", "OutputExhausted"],
        ),
        ("np.set_printoptions(precision=10**9, edgeitems=10**9, linewidth=0)\nprint(np.ones(3) / 3)", &[""]),
        ("a = np.arange(5)\na[-2**63]", &["IndexError"]),
        ("a = np.arange(5)\na[2**63 - 1:-2**63:-2**63]\na[::-2**63]\na[::2**63 - 1]", &[""]),
        ("a = np.arange(5)\na[[2**63 - 1]]", &["IndexError"]),
        ("a = np.arange(5)\na[(None,) * 100]", &["ValueError"]),
        ("a = np.arange(5)\na[(0,) * 10**6]", &["IndexError"]),
        (
            "np.array([-2**63]) // -1\nnp.array([-2**63]) % -1\nabs(np.array([-2**63]))\n-np.array([-2**63])",
            &[""],
        ),
        ("np.int64(-2**63) // -1\nnp.int64(2**63 - 1) + 1\nnp.int64(2) ** 100\nnp.int64(1) << 100", &[""]),
        (
            "np.array([2**63 - 1]).sum() + np.array([2**63 - 1] * 2).sum() + np.array([2**62] * 4).prod()",
            &[""],
        ),
        ("np.array([2**63 - 1, -2**63]).ptp", &["AttributeError", ""]),
        ("np.ptp(np.array([2**63 - 1, -2**63]))\nnp.diff(np.array([2**63 - 1, -2**63]))", &[""]),
        ("np.roll(np.arange(5), -2**63)\nnp.roll(np.arange(5), [2**63 - 1, 2**63 - 1])", &[""]),
        ("np.roll(np.zeros((2, 2)), (1, 2, 3), axis=(0, 1))", &["ValueError"]),
        ("np.round(1.5, 10**15)\nnp.round(1.5, -10**15)\nnp.round(5, -10**15)", &[""]),
        ("np.array([1e300, np.nan, -np.inf]).astype(np.uint8).astype(int).astype(np.int32)", &[""]),
        ("np.zeros(3).sum(axis=2**40)", &["AxisError"]),
        ("np.zeros(3).sum(axis=-2**63)", &["AxisError"]),
        ("np.zeros((2, 0)).max(axis=0)\nnp.zeros((2, 0)).mean()\nnp.zeros((0, 2)).sum(axis=0)", &[""]),
        ("np.zeros((0, 2)).max(axis=0)", &["ValueError"]),
        (
            "np.median([])\nnp.percentile([], 50)\nnp.unique([])\nnp.sort([])\nnp.cumsum([])\nnp.argsort([])",
            &[""],
        ),
        ("np.polyfit([1, 1], [2, 2], 1)", &["AttributeError"]),
        ("np.polyfit([1], [2], 10**9)", &["AttributeError"]),
        (
            "np.linalg.inv(np.zeros((0, 0)))\nnp.linalg.det(np.zeros((0, 0)))\nnp.zeros((0, 3)) @ np.zeros((3, 0))",
            &[""],
        ),
        ("np.linalg.matrix_power(np.eye(2), 2**62)", &[""]),
        ("np.linalg.norm([])\nnp.linalg.norm([1, 2], 0.0)\nnp.linalg.norm(np.inf * np.ones(2), 3)", &[""]),
        ("a = np.zeros((2, 3))\na.T[::-1, None].swapaxes(0, 2)[..., ::-1] += np.arange(3)", &[""]),
        (
            "a = np.arange(9).reshape(3, 3)\na[::-1] = a\na[a % 2 == 0] = a[a % 2 == 0][::-1]\na[a] ",
            &["IndexError"],
        ),
        ("np.split(np.arange(4), 10**12)", &["MemoryExhausted", "FuelExhausted", "ValueError"]),
        ("np.array_split(np.arange(4), 10**7)", &["MemoryExhausted", "FuelExhausted"]),
        ("Image.fromarray(np.zeros((0, 5, 3), np.uint8))", &["", "ValueError"]),
        ("Image.fromarray(np.zeros(5, np.uint8))", &["TypeError"]),
        ("f = abs\nfor _ in range(50000): f = np.vectorize(f)\nf = None", &[""]),
        ("f = abs\nfor _ in range(50000): f = np.vectorize(f)\nf(1)", &["RecursionError"]),
        ("f = lambda x: np.apply_along_axis(f, 0, x)\nf(np.zeros(3))", &["RecursionError"]),
        ("f = lambda i: np.fromfunction(f, (2,))\nf(1)", &["RecursionError"]),
        ("np.vectorize(lambda x: x)(np.zeros((3000, 3000)))", &["MemoryExhausted", "FuelExhausted"]),
        ("np.fromiter(iter(int, 1), int)", &["MemoryExhausted", "FuelExhausted"]),
        ("np.random.default_rng(-1)", &["ValueError"]),
        (
            "np.random.default_rng(0).integers(-2**63, 2**63 - 1)\nnp.random.default_rng(2**63 - 1).random()",
            &[""],
        ),
        ("x = []\nwhile True: x.append(np.random.default_rng(0))", &["MemoryExhausted", "FuelExhausted"]),
        ("r = np.random.default_rng(0)\nwhile True: r.permutation(1000)", &["FuelExhausted"]),
        ("np.zeros((2**16, 2**16, 0)).reshape(0, 2**31)", &["ValueError", "MemoryExhausted"]),
        ("np.apply_along_axis(lambda r: r, 0, np.zeros((0, 3)))", &["ValueError", ""]),
        ("np.apply_along_axis(lambda r: r, 5, np.zeros((2, 3)))", &["AxisError"]),
        ("np.__builtins__", &["AttributeError"]),
        ("np.lib.npyio", &["AttributeError"]),
        ("np.load('/etc/passwd')", &["AttributeError"]),
        ("np.array([1]).tofile('/tmp/x')", &["AttributeError"]),
        ("np.array(['a'])", &["AttributeError"]),
        ("np.array([None])", &["AttributeError"]),
        ("np.arange(3).__class__.__mro__[1].__subclasses__()[0]", &["IndexError"]),
    ] {
        let kind = contained(source, &format!("import numpy as np\n{source}"));
        if !kinds.contains(&&*kind) {
            failures.push(format!("{source}: expected one of {kinds:?}, got {kind:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn memory_of_arrays_is_given_back() {
    let execution = on_small_stack(|| {
        let mut sandbox = Sandbox::new(Limits { fuel: 500_000_000, ..limits() });
        sandbox.run(
            "import numpy as np\nfor i in range(300):\n    a = np.zeros(500000)\n    b = a[1:] * 2\n    \
             c = [x for x in a[:1000]]\nprint('done')",
        )
    });
    assert_eq!(execution.error, None);
    assert_eq!(execution.stdout, "done\n");
}

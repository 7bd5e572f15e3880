//! Programs that try to run for ever, take all memory, or overflow the native stack.

use super::Expect;

pub fn endless_programs_run_out_of_fuel(expect: &mut Expect) {
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

pub fn memory_is_charged_before_it_is_taken(expect: &mut Expect) {
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

pub fn integers_are_bounded(expect: &mut Expect) {
    for source in
        ["10**10**10", "2 ** 100000", "1 << 10**9", "x = 10\nwhile True: x *= x", "math.factorial(10**6)"]
    {
        expect(source, source, &["OverflowError", "FuelExhausted", "MemoryExhausted"]);
    }
}

pub fn deep_recursion_is_stopped(expect: &mut Expect) {
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

pub fn deep_data_is_freed_printed_and_compared_without_overflow(expect: &mut Expect) {
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

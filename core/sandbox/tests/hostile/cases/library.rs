//! Bombs for the standard library: patterns, files, bytes, and hooks of classes that call themselves.

use super::Expect;

pub fn patterns_end(expect: &mut Expect) {
    for (name, source, kinds) in [
        ("linear", "print(re.match('(a+)+$', 'a' * 5000 + 'b'))", &[""][..]),
        ("reference", r"re.search(r'(a+)+\1b', 'a' * 3000)", &["error", "FuelExhausted"]),
        ("references", r"re.match(r'(a*)*(a*)*\1\2c', 'a' * 60)", &["error", "FuelExhausted"]),
        ("lookahead", r"re.search(r'(?:(?=a*)a)*b', 'a' * 20000)", &["", "error", "FuelExhausted"]),
        ("lookbehind", r"re.findall(r'(?<=a)(?:a|aa)+(?!a)b', 'a' * 400)", &["error", "FuelExhausted"]),
        ("atomic", "re.search('(?>(?:a|ab|b)*)c', 'ab' * 5000)", &["", "error", "FuelExhausted"]),
        ("alternatives", r"re.match(r'(?:(x)|a|a?)*\1$', 'a' * 40)", &["error", "FuelExhausted", ""]),
        ("empty loops", r"re.match(r'(?:(?:(?:(?=x?)){500}){500}){500}', 'x')", &["error"]),
        ("empty counts", r"re.match(r'(?:(?:(x?)\1){90}){90}', '')", &["", "error", "FuelExhausted"]),
        ("counts", "re.compile('(?:(?:a{1000}){1000}){1000}')", &["error"]),
        ("classes", r"re.compile(r'\w{100000}')", &["error"]),
        ("large", r"re.match(r'\w{400}', 'a' * 400)", &[""]),
        ("too many", r"for n in range(9): re.match(r'\w{400}' + str(n), 'a' * 400)", &["FuelExhausted"]),
        ("huge count", "re.compile('a{99999999999999999999}')", &["error"]),
        ("long", "re.compile('a' * 100000)", &["error"]),
        ("deep", "re.compile('(' * 5000 + ')' * 5000)", &["error"]),
        ("deep lookahead", "re.compile('(?=' * 40 + 'a' + ')' * 40)", &["", "error"]),
        ("open", "re.compile('(' * 30000)", &["error"]),
        ("deep class", "re.compile('[' * 5000)", &["error"]),
        ("many classes", r"re.compile('[' + r'\w' * 5000 + ']')", &["error"]),
        ("loop", "while True: re.findall('a', 'a' * 1000)", &["FuelExhausted"]),
        ("empty loop", "while True: re.match('', '')", &["FuelExhausted"]),
        ("compiling", "i = 0\nwhile True:\n    re.compile(f'a{i}')\n    i += 1", &["FuelExhausted"]),
        (
            "keeping",
            "p = []\nwhile True: p.append(re.compile(f'x{len(p)}'))",
            &["FuelExhausted", "MemoryExhausted"],
        ),
        ("substitution", "re.sub('a', 'b' * 10**6, 'a' * 10**5)", &["MemoryExhausted", "FuelExhausted"]),
        (
            "substituting function",
            "re.sub('a', lambda m: 'b' * 10**6, 'a' * 10**5)",
            &["MemoryExhausted", "FuelExhausted"],
        ),
        (
            "references in a replacement",
            r"re.sub('(.+)', r'\1' * 1000, 'a' * 10**6)",
            &["MemoryExhausted", "FuelExhausted"],
        ),
        ("splitting", "re.split('', 'a' * 10**6)", &["MemoryExhausted", "FuelExhausted"]),
        ("groups", "re.findall('()' * 500, 'a' * 10**5)", &["MemoryExhausted", "FuelExhausted", "error"]),
        ("quadratic", "re.findall('(?:a.*z|a)', 'a' * 10**5)", &["FuelExhausted"]),
        ("recursion", "f = lambda m: re.sub('a', f, 'a')\nf(1)", &["RecursionError", "FuelExhausted"]),
        ("escape", "re.escape('.' * 10**8)", &["MemoryExhausted", "FuelExhausted"]),
        (
            "template",
            r"string.Template('$a' * 10**5).substitute(a='b' * 10**5)",
            &["MemoryExhausted", "FuelExhausted"],
        ),
    ] {
        expect(name, &format!("import re\n{source}"), kinds);
    }
}

pub fn files_and_bytes_are_charged(expect: &mut Expect) {
    let full = &["MemoryExhausted", "FuelExhausted"][..];
    for (name, source, kinds) in [
        ("writing", "f = open('a', 'w')\nwhile True: f.write('x' * 10000)", full),
        ("files", "i = 0\nwhile True:\n    open(f'f{i}', 'w')\n    i += 1", full),
        ("folders", "i = 0\nwhile True:\n    os.makedirs(f'd{i}/e')\n    i += 1", full),
        ("deep folders", "os.makedirs('a/' * 20000)", full),
        ("long path", "p = 'a' * 10**6\nwhile True:\n    open(p, 'w')\n    p += 'a'", full),
        ("far", "f = open('a', 'wb')\nf.seek(10**15)\nf.write(b'x')", full),
        ("far buffer", "b = BytesIO()\nb.seek(10**9)\nb.write(b'x')", full),
        ("buffer", "b = BytesIO()\nwhile True: b.write(b'x' * 10000)", full),
        ("text buffer", "b = StringIO()\nwhile True: b.write('x' * 10000)", full),
        ("values", "b = BytesIO(b'x' * 10**6)\na = []\nwhile True: a.append(b.getvalue())", full),
        ("lines", "b = StringIO('\\n' * 10**6)\nb.readlines()", full),
        ("printing", "b = StringIO()\nwhile True: print('x' * 1000, file=b)", full),
        ("console", "import sys\nwhile True: sys.stdout.write('x' * 1000)", &["OutputExhausted"]),
        ("bytes", "bytes(10**12)", full),
        ("bytes product", "b'a' * 10**12", full),
        ("bytes doubling", "a = b'a'\nwhile True: a = a + a", full),
        ("bytearray", "a = bytearray(b'a')\nwhile True: a.extend(a)", full),
        ("bytes replace", "(b'a' * 10**5).replace(b'a', b'b' * 10**5)", full),
        ("bytes repr", "repr(b'\\xff' * 10**7)", full),
        ("bytes split", "(b',' * 10**6).split(b',')", full),
        ("decode", "(b'\\xff' * 10**7).decode('utf-8', 'replace')", full),
        ("base64", "a = b'a' * 10**6\nwhile True: a = base64.b64encode(a)", full),
        ("parents", "Path('/'.join(['a'] * 20000)).parents", full),
        ("glob", "Path('x' * 100).match('*x' * 30 + 'y')", &["", "FuelExhausted", "RecursionError"]),
        ("walk", "for i in range(300): os.makedirs(f'w/{i}')\nwhile True: list(os.walk('w'))", full),
        ("picture of one pixel too many", "Image.new('RGB', (3000, 3000)).save(BytesIO(), 'PNG')", full),
        (
            "picture bomb",
            "b = BytesIO()\nImage.new('L', (9, 9)).save(b, 'BMP')\nd = bytearray(b.getvalue())\n\
             d[18:18]\nfor i in range(18, 26): d[i] = 127\nImage.open(BytesIO(bytes(d)))",
            &["ValueError", "UnidentifiedImageError", "MemoryExhausted"],
        ),
        (
            "no picture",
            "Image.open(BytesIO(b'\\x89PNG\\r\\n\\x1a\\n' + b'x' * 99))",
            &["UnidentifiedImageError"],
        ),
        ("fraction", "f = Fraction(1, 3)\nwhile True: f = f * f", &["OverflowError", "FuelExhausted"]),
        ("fraction text", "Fraction('1e999999999')", &["ValueError"]),
        ("long ago", "timedelta(days=10**30)", &["OverflowError"]),
        ("dates", "while True: datetime.strptime('2024-01-01', '%Y-%m-%d')", full),
        ("format", "datetime(2024, 1, 1).strftime('%c' * 10**5)", full),
        ("wrapping", "textwrap.wrap('a ' * 10**5, 1)", full),
    ] {
        let imports = "from io import BytesIO, StringIO\nfrom pathlib import Path\nimport base64, textwrap\n\
                       from fractions import Fraction\nfrom datetime import datetime, timedelta\n";
        expect(name, &format!("{imports}{source}"), kinds);
    }
}

pub fn hooks_of_classes_do_not_overflow(expect: &mut Expect) {
    let deep = &["RecursionError", "FuelExhausted"][..];
    for (name, source, kinds) in [
        ("new", "class A:\n    def __new__(cls): return A()\nA()", deep),
        ("setattr", "class A:\n    def __setattr__(self, n, v): self.x = v\nA().x = 1", deep),
        (
            "subclass",
            "class A:\n    def __init_subclass__(cls):\n        class B(cls): pass\nclass C(A): pass",
            deep,
        ),
        ("getitem", "class A:\n    def __class_getitem__(cls, k): return cls[k]\nA[1]", deep),
        (
            "iteration",
            "class M(type):\n    def __iter__(cls): return iter(list(cls))\nclass A(metaclass=M): pass\nlist(A)",
            deep,
        ),
        (
            "call",
            "class M(type):\n    def __call__(cls): return cls()\nclass A(metaclass=M): pass\nA()",
            deep,
        ),
        ("types in types", "x = list[int]\nfor i in range(10**5): x = list[x]", deep),
        ("unions in types", "x = int\nfor i in range(10**5): x = x | list[x]", deep),
        ("heirs of heirs", "c = object\nfor i in range(10**4): c = type('C', (c,), {})", deep),
        ("missing", "class A(dict):\n    def __missing__(s, k): return s[k]\nA()['x']", deep),
        ("own iteration", "class A(list):\n    def __iter__(s): return iter(s)\nlist(A())", deep),
        ("getattribute", "class A:\n    def __getattribute__(s, n): return s.x\nA().y", deep),
        ("descriptor", "class P:\n    def __get__(s, o, t): return o.p\nclass Q: p = P()\nQ().p", deep),
        ("product", "import itertools\nlist(itertools.product(range(9), repeat=10**6))", &["OverflowError"]),
        ("permutations", "import itertools\nfor p in itertools.permutations(range(20)): pass", deep),
        ("list of itself", "class A(list): pass\na = A()\na.append(a)\nprint(a, a.__dict__)", &[""]),
        (
            "fields of itself",
            "class A: pass\na = A()\na.__dict__['a'] = a.__dict__\nprint(a.__dict__)",
            &[""],
        ),
        ("types in types", "x = list[int]\nfor i in range(10**5): x = list[x]", deep),
        ("unions in types", "x = int\nfor i in range(10**5): x = x | list[x]", deep),
        ("heirs of heirs", "c = object\nfor i in range(10**4): c = type('C', (c,), {})", deep),
        ("missing", "class A(dict):\n    def __missing__(s, k): return s[k]\nA()['x']", deep),
        ("own iteration", "class A(list):\n    def __iter__(s): return iter(s)\nlist(A())", deep),
        ("getattribute", "class A:\n    def __getattribute__(s, n): return s.x\nA().y", deep),
        ("descriptor", "class P:\n    def __get__(s, o, t): return o.p\nclass Q: p = P()\nQ().p", deep),
        ("product", "import itertools\nlist(itertools.product(range(9), repeat=10**6))", &["OverflowError"]),
        ("permutations", "import itertools\nfor p in itertools.permutations(range(20)): pass", deep),
        ("list of itself", "class A(list): pass\na = A()\na.append(a)\nprint(a, a.__dict__)", &[""]),
        (
            "fields of itself",
            "class A: pass\na = A()\na.__dict__['a'] = a.__dict__\nprint(a.__dict__)",
            &[""],
        ),
        ("path", "class A:\n    def __fspath__(self): return os.fspath(self)\nos.fspath(A())", deep),
        ("deepcopy", "import copy\na = []\nfor _ in range(10000): a = [a]\ncopy.deepcopy(a)", deep),
        (
            "key of itself",
            "from pathlib import Path\np = Path('a')\np._text = (p, p)\nd = {p: 1}\nprint(p in d, d[p])",
            &[""],
        ),
        (
            "throwing",
            "def g():\n    while True:\n        try: yield\n        except ValueError: pass\ni = g()\nnext(i)\nwhile True: i.throw(ValueError())",
            &["FuelExhausted"],
        ),
        (
            "throwing into itself",
            "def g():\n    yield i.throw(ValueError())\ni = g()\nnext(i)",
            &["ValueError"],
        ),
        (
            "enum of enums",
            "from enum import Enum\nclass A(Enum):\n    X = 1\nclass B(Enum):\n    Y = A.X\nprint(B(A.X), A(1))",
            &[""],
        ),
        (
            "shadowed builtins",
            "len = list = dict = None\nimport dataclasses, enum, pathlib\nprint(pathlib.Path('a'))",
            &[""],
        ),
    ] {
        expect(name, source, kinds);
    }
}

pub fn text_as_code_is_limited(expect: &mut Expect) {
    for (name, source, kinds) in [
        (
            "eval in eval",
            "s = '1'\nfor _ in range(12): s = f'eval({s!r})'\neval(s)",
            &["RecursionError", "SyntaxError"][..],
        ),
        ("eval itself", "s = 'eval(s)'\neval(s)", &["RecursionError"]),
        ("exec itself", "s = 'def f(): exec(s)\\nf()'\nexec(s, {'s': s})", &["RecursionError", "NameError"]),
        ("deep", "eval('(' * 5000 + ')' * 5000)", &["SyntaxError"]),
        ("deep operators", "eval('-' * 5000 + '1')", &["SyntaxError"]),
        ("mapped", "list(map(eval, ['list(map(eval, [\"1\"]))'] * 3))", &[""]),
        ("long", "eval('1' + '+1' * 40000)", &["SyntaxError"]),
        ("loop", "while True: exec('x = 1')", &["FuelExhausted"]),
        ("names", "i = 0\nwhile True:\n    exec(f'name_{i} = {i}')\n    i += 1", &["FuelExhausted"]),
        (
            "kept functions",
            "kept = []\nwhile True:\n    n = {}\n    exec('def f():\\n' + '    x = 1\\n' * 400, n)\n    kept.append(n)",
            &["MemoryExhausted", "FuelExhausted"],
        ),
        ("exec of exec", "c = compile('exec(c)', 'x', 'exec')\nexec(c)", &["RecursionError"]),
        (
            "catching",
            "try:\n    eval('while True: pass')\nexcept SyntaxError:\n    exec('while True: pass')",
            &["FuelExhausted"],
        ),
        (
            "cycle",
            "for _ in range(2000):\n    n = {}\n    exec('def f(): return f', n)\nprint(n['f']() is n['f'])",
            &["", "FuelExhausted"],
        ),
    ] {
        expect(name, source, kinds);
    }
}

pub fn exceptions_that_pass_often_are_charged(expect: &mut Expect) {
    for (name, source, kinds) in [
        (
            "raised again",
            "e = ValueError()\nwhile True:\n    try:\n        raise e\n    except ValueError:\n        pass",
            &["MemoryExhausted", "FuelExhausted"][..],
        ),
        (
            "chains",
            "import traceback\ne = None\nfor i in range(3000):\n    n = ValueError(i)\n    n.__cause__ = e\n    e = n\n\
             print(len(''.join(traceback.format_exception(e))) < 10000)",
            &[""],
        ),
        (
            "own context",
            "import traceback\ne = ValueError()\ne.__cause__ = e\nprint(traceback.format_exception(e))",
            &[""],
        ),
        ("deep", "def f(n):\n    return f(n + 1)\nf(0)", &["RecursionError"]),
        ("deep error", "def f(n):\n    return 1 / n if n == 0 else f(n - 1)\nf(400)", &["ZeroDivisionError"]),
    ] {
        expect(name, source, kinds);
    }
}

pub fn numbers_and_modules_are_limited(expect: &mut Expect) {
    for (name, source, kinds) in [
        (
            "to_bytes",
            "(1).to_bytes(2**40, 'big')",
            &["MemoryExhausted", "FuelExhausted", "OverflowError"][..],
        ),
        ("from_bytes", "int.from_bytes(bytes(10_000_000), 'big')", &["OverflowError"]),
        ("getrandbits", "import random\nrandom.getrandbits(2**40)", &["OverflowError"]),
        ("randbytes", "import random\nrandom.randbytes(2**60)", &["OverflowError"]),
        (
            "sample",
            "import random\nrandom.sample(range(10**12), 10**11)",
            &["MemoryExhausted", "FuelExhausted"],
        ),
        (
            "counts",
            "import random\nrandom.sample([1], counts=[10**12], k=3)",
            &["MemoryExhausted", "FuelExhausted"],
        ),
        (
            "hash",
            "import hashlib\nh = hashlib.sha512()\nwhile True: h.update(b'x' * 100000)",
            &["MemoryExhausted", "FuelExhausted"],
        ),
        ("hash loop", "import hashlib\nwhile True: hashlib.md5(b'').hexdigest()", &["FuelExhausted"]),
        ("decimal", "from decimal import Decimal\nprint(Decimal('1e999999999') + 1)", &["OverflowError"]),
        (
            "decimal power",
            "from decimal import Decimal\nDecimal('1.1') ** 10**9",
            &["OverflowError", "Overflow", "FuelExhausted"],
        ),
        (
            "decimal places",
            "from decimal import Decimal, getcontext\ngetcontext().prec = 10**9\nDecimal(1) / 3",
            &["OverflowError", "FuelExhausted", "MemoryExhausted"],
        ),
        ("fromhex", "print(float.fromhex('0x' + 'f' * 100000 + 'p-999999999999'))", &[""]),
        ("nextafter", "import math\nmath.nextafter(0, 1, steps=10**15)", &["FuelExhausted"]),
        ("padding", "b'x'.center(10**12)", &["MemoryExhausted", "FuelExhausted"]),
        (
            "replace",
            "b'x' * 1000\nb''.join([b'a'] * 3000).replace(b'a', b'b' * 100000)",
            &["MemoryExhausted"],
        ),
        ("sleep", "import time\ntime.sleep(1e300)\nprint(time.time() > 0)", &[""]),
        (
            "repeat",
            "import itertools\nr = 1\nfor _ in range(5000): r = itertools.repeat(r)\nrepr(r)",
            &["RecursionError"],
        ),
        ("complex", "print(complex(1e308, 1e308) * 10, (1e200 + 1e200j) ** 100)", &["OverflowError"]),
        ("powers", "while True: 1.0001 ** 0.3", &["FuelExhausted"]),
    ] {
        expect(name, source, kinds);
    }
}

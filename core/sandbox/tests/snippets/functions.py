#%% argument_kinds
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=8, d=9, e=10), f(*[1, 2, 3], **{'c': 0}))
def g(a, /, b, *, c): return a, b, c
print(g(1, 2, c=3), g(1, b=2, c=3))
def h(a, b=1, /, *, k=2, **r): return a, b, k, r
print(h(0), h(0, 5, k=6, a=7))

#%% argument_errors
def f(a, b, c=3): return a
def g(*, k): return k
def h(a, /): return a
def p(a, *rest, z): return a
def none(): return 0
tests = [lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4), lambda: f(1, 2, d=5), lambda: f(1, a=1, b=2), lambda: g(1), lambda: g(),
         lambda: g(k=1, z=2), lambda: h(a=1), lambda: p(1), lambda: none(1), lambda: none(x=1), lambda: f(b=1), lambda: f(1, b=2, c=3, d=4, e=5)]
for t in tests:
    try:
        print(t())
    except TypeError as e:
        print(e)

#%% method_argument_errors
class C:
    def m(self, x): return x
    def n(self): return 1
    @classmethod
    def k(cls, a): return a
    @staticmethod
    def s(a): return a
    def __init__(self, v=0): self.v = v
for t in (lambda: C().m(), lambda: C().m(1, 2), lambda: C().n(1), lambda: C.m(), lambda: C.k(), lambda: C.s(1, 2), lambda: C(1, 2), lambda: C(q=1), lambda: C.n()):
    try:
        print(t())
    except TypeError as e:
        print(e)

#%% mutable_default
def add(x, acc=[]):
    acc.append(x)
    return acc
print(add(1), add(2), add(3, []), add(4))
def safe(x, acc=None):
    acc = acc or []
    acc.append(x)
    return acc
print(safe(1), safe(2))
n = 5
def late(v=n): return v
n = 6
print(late(), late(7))

#%% closures_in_loops
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
gs = []
for i in range(3):
    def g():
        return i * 10
    gs.append(g)
print([g() for g in gs])
i = 7
print([g() for g in gs])
def make(i):
    return lambda: i
print([f() for f in [make(i) for i in range(3)]])

#%% counters_with_nonlocal
def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter(10)
print(inc(), inc(5), get())
inc2, get2 = counter()
print(inc2(), get(), get2())

#%% decorators
def twice(f):
    def w(*a, **k):
        f(*a, **k)
        return f(*a, **k)
    return w
def tag(name):
    def deco(f):
        def w(*a):
            return f'<{name}>{f(*a)}</{name}>'
        return w
    return deco
@twice
def hello(n): print('hello', n); return n
@tag('b')
@tag('i')
def text(s): return s
print(hello(1), text('x'))

#%% decorator_with_wraps
import functools
def log(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        print('call', f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return inner
@log
def add(a, b=1):
    """Adds."""
    return a + b
print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__(5))

#%% class_decorator_and_callable_object
def register(cls):
    cls.registered = True
    names.append(cls.__name__)
    return cls
names = []
@register
class A: pass
class Count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@Count
def sq(x): return x * x
print(A.registered, names, sq(3), sq(4), sq.n, callable(sq), callable(A()), callable(5))

#%% recursion
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
def hanoi(n, a, b, c): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(fact(10), hanoi(5, 'a', 'b', 'c'), perms('abc'), even(20), odd(7))
def gcd(a, b): return a if not b else gcd(b, a % b)
print(gcd(48, 18), (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))

#%% return_values
def nothing(): pass
def early(x):
    if x: return 'yes'
def multi(): return 1, 'a', [2]
def star(): return *range(2), 5
print(nothing(), early(1), early(0), multi(), star())
a, _, c = multi()
print(a, c, (lambda: None)(), print('p'))

#%% function_attributes
def f(x, y=2):
    """Doc string."""
    return x
f.calls = 3
print(f.__name__, f.__doc__, f.calls, f.__defaults__, callable(f), type(f).__name__, f.__qualname__)
g = lambda: 0
print(g.__name__, hasattr(f, 'calls'), hasattr(g, 'calls'), getattr(f, 'zz', 'none'))
try:
    f.missing
except AttributeError as e:
    print(e)

#%% higher_order
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
def curry(f): return lambda a: lambda b: f(a, b)
print(compose(str, lambda x: x + 1, abs)(-5), curry(pow)(2)(5), list(map(compose(len, str), [1, 22, 333])))
print(sorted([3, -1, 2], key=abs), max('a', 'bb', key=len), (lambda *fs: [f(4) for f in fs])(lambda x: x, str))

#%% scope_rules
x = 'global'
def outer():
    x = 'outer'
    def inner():
        x = 'inner'
        return x
    def reader():
        return x
    return inner(), reader(), x
print(outer(), x)
class C:
    x = 'class'
    def m(self): return x
    y = x + '!'
print(C().m(), C.x, C.y)
def shadow(list): return list
print(shadow(3), [x for x in 'ab'], x)

#%% locals_and_globals
def f(a):
    b = 2
    return sorted(locals().items())
g1 = 5
print(f(1), 'g1' in globals(), globals()['g1'], 'zzz' in globals())

#%% keyword_only_and_defaults_evaluated_once
def make():
    print('default made')
    return []
def f(a=make(), *, b=make()):
    a.append(1); b.append(2)
    return a, b
print(f(), f())
print(f.__kwdefaults__)

#%% args_unpack_mixture
def f(*args, sep='-', **kw): return sep.join(map(str, args)) + str(kw)
print(f(1, 2), f(*'ab', sep='+'), f(*range(3), *[9], x=1), f(*(), **{'sep': '/', 'q': 2}))
def first(*args): return args[0] if args else None
print(first(), first(3, 4), first(*[[]]))
opts = {'sep': '|'}
print('a', 'b', **opts)

#%% generators_as_arguments
def total(*, values, start=0): return sum(values, start)
print(total(values=(x for x in range(4))), total(values=map(int, '123'), start=100), max(x * -1 for x in [1, 2]), sorted((c for c in 'ca'), reverse=True))
print(','.join(str(x) for x in range(3)), dict((i, i) for i in range(2)), set(x % 2 for x in range(4)))

#%% builtin_functions_as_values
ops = [len, str, type, sorted]
print([f.__name__ for f in ops], [f('ba') for f in ops[:2]], list(map(len, ['a', 'bb'])), (max if 1 else min)(1, 2))
p = print
p('via alias')
print(list(map(max, [1, 5], [3, 2])), [f(-2.5) for f in (abs, int, round, float)])

#%% recursion_limit_is_an_error
def loop(n):
    return loop(n + 1)
try:
    loop(0)
except RecursionError as e:
    print('RecursionError', str(e)[:32])
print('alive')

#%% nested_closures_share
def bank():
    balance = 0
    def deposit(x):
        nonlocal balance
        balance += x
        return balance
    def history():
        return [deposit(1) for _ in range(3)]
    return deposit, history
d, h = bank()
print(d(10), h(), d(0))
def a():
    v = 1
    def b():
        def c():
            nonlocal v
            v *= 3
            return v
        return c() + v
    return b(), v
print(a())

#%% sentinel_defaults
MISSING = object()
def get(d, k, default=MISSING):
    if k in d: return d[k]
    if default is MISSING: raise KeyError(k)
    return default
print(get({'a': 1}, 'a'), get({}, 'b', None))
try:
    get({}, 'c')
except KeyError as e:
    print(e, e.args)

#%% uncaught_missing_argument
def rect(x, y, w, h):
    return (x, y, x + w, y + h)

print(rect(1, 2, 3, 4))
print(rect(1, 2, 3))

#%% uncaught_recursion_in_helper
def depth(tree):
    return 1 + max(depth(t) for t in tree)
print(depth([[]]))

#%% memoize_manual
def memo(f):
    cache = {}
    def w(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    w.cache = cache
    return w
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(40), len(fib.cache), fib.cache[10])

#%% default_uses_earlier_names
k = 3
def f(x, scale=k * 2, *, names=('a', 'b')): return x * scale, names
k = 100
print(f(1), f(1, 1, names=[]))
print((lambda x, y=k: x + y)(1))

#%% yield_in_conditional_function
def maybe(flag):
    if flag:
        yield 1
    return 5
g = maybe(True)
print(list(g), list(maybe(False)), type(maybe(0)).__name__)
try:
    next(maybe(False))
except StopIteration as e:
    print('value', e.value)

#%% repr_of_functions
def f(): pass
class C:
    def m(self): pass
print(repr(f)[:12], repr(len), repr(print), repr(C().m)[:16], repr(C.m)[:14], repr(lambda: 0)[:18], repr([].append)[:31], str(int), type(len).__name__, type(C().m).__name__, type([].append).__name__)

#%% program_tictactoe
board = [" "] * 9
def show(b):
    for i in range(0, 9, 3):
        print(" " + " | ".join(b[i:i + 3]))
        if i < 6: print("---+---+---")
lines = [(0,1,2),(3,4,5),(6,7,8),(0,3,6),(1,4,7),(2,5,8),(0,4,8),(2,4,6)]
def winner(b):
    return next((b[x] for x, y, z in lines if b[x] == b[y] == b[z] != " "), None)
def minimax(b, me):
    w = winner(b)
    if w: return (1 if w == "X" else -1), None
    if " " not in b: return 0, None
    best = None
    for i in range(9):
        if b[i] == " ":
            b[i] = me; s, _ = minimax(b, "O" if me == "X" else "X"); b[i] = " "
            if best is None or (s > best[0] if me == "X" else s < best[0]): best = (s, i)
    return best
for k, v in {0: "X", 4: "O", 8: "X", 1: "O"}.items(): board[k] = v
show(board); print(minimax(board, "X"))

#%% program_roman_prime_etc
def roman(n):
    out = ""
    for v, s in zip((1000,900,500,400,100,90,50,40,10,9,5,4,1), ("M","CM","D","CD","C","XC","L","XL","X","IX","V","IV","I")):
        out += s * (n // v); n %= v
    return out
print([roman(x) for x in (4, 9, 1994, 2024)])
def luhn(s): return sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(s[::-1])) % 10 == 0
print(luhn("4539578763621486"), luhn("1234"))
print(*(f"{i:3}" for i in range(1, 11)), sep="")
for i in range(1, 4): print("".join(f"{i*j:4}" for j in range(1, 6)))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n-1, a, c, b) + [(a, c)] + hanoi(n-1, b, a, c)
print(len(hanoi(6)), hanoi(2))
print("\n".join("*" * (2 * i + 1) for i in range(3)), "\n".join(f"{'#' * i:>5}" for i in range(1, 4)), sep="\n")
from math import gcd
print([(a, b) for a in range(1, 8) for b in range(a, 8) if gcd(a, b) == 1][:8], sorted({tuple(sorted((a, b, c))) for a in range(1, 30) for b in range(a, 30) for c in [int((a*a+b*b) ** .5)] if c * c == a*a + b*b and c < 30}))
def collatz(n):
    s = [n]
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; s.append(n)
    return s
print(collatz(27)[:10], len(collatz(27)), max(collatz(27)))
print(sum(int(d) for d in str(2 ** 100)), "".join(sorted("banana")), " ".join(w[::-1] for w in "hello world".split()), [chr(c) for c in range(97, 102)], list("hi"), bin(13).count("1"))
vowels = {v: "programming is fun".count(v) for v in "aeiou"}; print(vowels, max(vowels, key=vowels.get))

#%% program_matrix
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]
mul = [[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A]
print(mul, list(map(list, zip(*A))))
def det(m):
    if len(m) == 1: return m[0][0]
    return sum((-1) ** i * m[0][i] * det([r[:i] + r[i+1:] for r in m[1:]]) for i in range(len(m)))
print(det([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
from fractions import Fraction
def solve(a, b):
    n = len(a); m = [[Fraction(x) for x in r] + [Fraction(y)] for r, y in zip(a, b)]
    for i in range(n):
        p = next(r for r in range(i, n) if m[r][i] != 0); m[i], m[p] = m[p], m[i]
        m[i] = [x / m[i][i] for x in m[i]]
        for r in range(n):
            if r != i: m[r] = [x - m[r][i] * y for x, y in zip(m[r], m[i])]
    return [r[-1] for r in m]
print(solve([[2, 1], [1, 3]], [3, 5]), [str(x) for x in solve([[2, 1], [1, 3]], [3, 5])])
print(Fraction("1.25"), Fraction(7, 3) // 1, Fraction(7, 3) % 1, round(Fraction(7, 3), 2), Fraction(0.1).limit_denominator(100), float(Fraction(1, 3)), Fraction(3, 4) ** 2, Fraction(1, 2) + 0.5, f"{Fraction(1, 3)}")

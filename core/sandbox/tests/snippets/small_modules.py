#%% string_constants
import string
print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters[25:28], string.capwords('hello big  world'))

#%% string_formatter_and_template
import string
f = string.Formatter()
print(f.format('{0} {name:>5}', 1, name='x'))
t = string.Template('$a-${b}c')
print(t.substitute({'a': 1, 'b': 2}), t.safe_substitute(a=1), t.template)

#%% copy_shallow_and_deep
import copy
a = [1, [2, 3], {'k': [4]}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]['k'].append(8)
print(a, s, d, s is a, s[1] is a[1], d[1] is a[1])
t = (1, [2])
print(copy.copy(t) is t, copy.deepcopy(t) == t, copy.deepcopy(t) is t, copy.copy({1, 2}), copy.deepcopy({'a': {1}}), copy.copy('x'), copy.deepcopy(None))

#%% copy_instances
import copy
class N:
    def __init__(self, v, kids=()): self.v, self.kids = v, list(kids)
n = N(1, [N(2)])
s, d = copy.copy(n), copy.deepcopy(n)
n.kids[0].v = 99
print(s.kids[0].v, d.kids[0].v, d.v, type(d).__name__, s.kids is n.kids)
class C:
    def __init__(self): self.x = 1
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(C()), copy.deepcopy([C()]))

#%% deepcopy_cycles_and_sharing
import copy
a = [1]
a.append(a)
b = copy.deepcopy(a)
print(b[1] is b, b is a, len(b))
shared = [0]
x = [shared, shared]
y = copy.deepcopy(x)
y[0].append(1)
print(y, x, y[0] is y[1])

#%% operator_functions
import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul(2, 3), op.truediv(7, 2), op.floordiv(-7, 2), op.mod(-7, 3), op.pow(2, 5), op.neg(4), op.pos(-1), op.abs(-3), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.invert(0), op.not_(0), op.lshift(1, 3), op.rshift(8, 1))
print(op.eq(1, 1), op.ne(1, 2), op.lt(1, 2), op.le(2, 2), op.gt(1, 2), op.ge(2, 3), op.is_(None, None), op.is_not(1, None), op.truth([]), op.contains([1, 2], 2), op.concat('a', 'b'), op.getitem([5, 6], 1), op.countOf([1, 1, 2], 1), op.indexOf([4, 5], 5))

#%% operator_getters
from operator import itemgetter, attrgetter, methodcaller
rows = [{'n': 'b', 'v': 2}, {'n': 'a', 'v': 2}, {'n': 'c', 'v': 1}]
print(sorted(rows, key=itemgetter('v', 'n')), [*map(itemgetter(0), ['xy', 'zw'])], itemgetter(1, -1)([1, 2, 3]), itemgetter(slice(1, 3))('abcd'))
class P:
    def __init__(self, x): self.x, self.in_ = x, self
    def m(self, k=1): return self.x * k
print(attrgetter('x')(P(3)), attrgetter('in_.x', 'x')(P(4)), methodcaller('m', 5)(P(2)), methodcaller('upper')('a'), methodcaller('m', k=3)(P(1)))

#%% operator_inplace_and_setitem
import operator as op
a = [1, 2, 3]
op.setitem(a, 0, 'x')
op.delitem(a, 1)
print(a, op.iadd([1], [2]), op.index(5), op.matmul if hasattr(op, 'matmul') else 0 and 1, sep=' ' if False else '|') if False else print(a, op.iadd([1], [2]), op.index(5), op.length_hint([1, 2]))

#%% bisect_functions
import bisect
a = [1, 3, 3, 5]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 4), bisect.bisect_left(a, 0), bisect.bisect(a, 9), bisect.bisect_left([], 1), bisect.bisect_left(a, 3, 2), bisect.bisect(a, 3, 0, 2))
bisect.insort(a, 4); bisect.insort_left(a, 3)
print(a, 'FDCBA'[bisect.bisect([60, 70, 80, 90], 85)], bisect.bisect_left([(1, 'a'), (2, 'b')], 2, key=lambda t: t[0]))

#%% heapq_functions
import heapq
h = [5, 2, 8, 1]
heapq.heapify(h)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)
heapq.heappush(h, 3)
print(h, heapq.nsmallest(2, [5, 1, 4]), heapq.nlargest(2, [5, 1, 4]), heapq.nlargest(2, ['a', 'ccc', 'bb'], key=len), list(heapq.merge([1, 4], [2, 3])), [heapq.heappop(h) for _ in range(len(h))])
try:
    heapq.heappop([])
except IndexError as e:
    print(e)

#%% heapq_tuples_and_dijkstra
import heapq
g = {'A': {'B': 1, 'C': 4}, 'B': {'C': 2, 'D': 5}, 'C': {'D': 1}, 'D': {}}
dist, q = {'A': 0}, [(0, 'A')]
while q:
    d, u = heapq.heappop(q)
    for v, w in g[u].items():
        if d + w < dist.get(v, float('inf')):
            dist[v] = d + w
            heapq.heappush(q, (d + w, v))
print(dist)
tasks = []
for item in [(2, 'b'), (1, 'z'), (2, 'a')]:
    heapq.heappush(tasks, item)
print(tasks[0], [heapq.heappop(tasks) for _ in range(3)])

#%% os_path_functions
import os
p = '/data/images/cat.tar.gz'
print(os.path.basename(p), os.path.dirname(p), os.path.splitext(p), os.path.split(p), os.path.join('a', 'b', 'c.png'), os.path.join('a', '/b'), os.path.join('a/', 'b'), os.path.isabs(p), os.path.normpath('/a/./b/../c//d'), os.path.join('', 'x'))
print(os.path.splitext('.hidden'), os.path.splitext('no_ext'), os.path.basename('/a/b/'), os.path.dirname('file'), os.path.split('a'), os.sep, os.path.commonprefix(['abc', 'abd']), os.path.exists('/no/such/thing'), os.path.isfile('/no/such'), os.path.splitext('a.b/c'))

#%% os_path_more
import os.path
from os.path import join, splitext, basename
name, ext = splitext(basename('/tmp/out.final.png'))
print(name, ext, join('/out', f'{name}_marked{ext}'), os.path.relpath('/a/b/c', '/a'), os.path.normpath(''), os.path.normpath('../x/..'), os.path.commonpath(['/a/b', '/a/c']), os.path.join('a', ''))

#%% typing_names
from typing import Any, Callable, Dict, Generator, Iterable, List, Literal, NamedTuple, Optional, Sequence, Tuple, TypeVar, Union, cast
T = TypeVar('T')
def first(xs: Sequence[T], default: Optional[T] = None) -> Union[T, None]:
    return xs[0] if xs else default
Mode = Literal['RGB', 'L']
Callback = Callable[[int, str], bool]
def gen() -> Generator[int, None, None]:
    yield from (1, 2)
print(first([1]), first([]), list(gen()), cast(int, 'x'), first('ab'))

#%% typing_namedtuple
from typing import NamedTuple
class Box(NamedTuple):
    x: int
    y: int
    label: str = 'none'
    def area(self): return self.x * self.y
b = Box(2, 3)
print(b, b.label, b.area(), b[0], b == (2, 3, 'none'), b._replace(label='z'), Box._fields, b._asdict())
x, y, _ = b
print(x, y, Box(1, y=2, label='q'), isinstance(b, tuple))

#%% typing_generics_and_protocols
from typing import Generic, TypeVar, Protocol, ClassVar, Final, TypedDict
T = TypeVar('T')
class Stack(Generic[T]):
    limit: ClassVar[int] = 3
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
class Drawable(Protocol):
    def draw(self) -> str: ...
class Movie(TypedDict):
    name: str
    year: int
s: Stack[int] = Stack()
s.push(1)
m: Movie = {'name': 'x', 'year': 1}
PI: Final = 3.14
print(s.items, Stack.limit, m, PI, Stack[int]().items)

#%% sys_basics
import sys
print(sys.maxsize, type(sys.argv).__name__, sys.version_info >= (3, 8), sys.version_info[0], sys.byteorder, sys.getrecursionlimit() > 50)
print('to stderr', file=sys.stderr)
sys.stdout.write('written\n')
print('flush', flush=True, file=sys.stdout)

#%% time_is_harmless
import time
t = time.time()
time.sleep(0)
d = time.perf_counter() - time.perf_counter()
print(type(t).__name__, d <= 0, time.time() >= t)

#%% textual_json_and_math_together
import json, math, os, string
print(json.dumps({'r': round(math.pi, 2), 'name': os.path.basename('/x/y.z'), 'l': string.digits[:3]}))

#%% colorsys_functions
import colorsys
for h in range(0, 6):
    print(tuple(round(c * 255) for c in colorsys.hsv_to_rgb(h / 6, 1, 1)), end=' ')
print()
print(colorsys.rgb_to_hsv(1, 0.5, 0), colorsys.rgb_to_hls(0.2, 0.4, 0.6), colorsys.hls_to_rgb(0.5, 0.5, 0.5))

#%% abc_module
from abc import ABC, abstractmethod
class Base(ABC):
    @abstractmethod
    def run(self): pass
    @classmethod
    @abstractmethod
    def make(cls): ...
class Good(Base):
    def run(self): return 'ran'
    @classmethod
    def make(cls): return cls()
print(Good.make().run(), issubclass(Good, Base), isinstance(Good(), ABC))
try:
    Base()
except TypeError as e:
    print(e)

#%% fractions_and_decimal
from fractions import Fraction
from decimal import Decimal
print(Fraction(1, 3) + Fraction(1, 6), Fraction('0.25'), Fraction(3, -6), float(Fraction(1, 4)), repr(Fraction(2, 4)))
print(Decimal('0.1') + Decimal('0.2'), Decimal('1.10') * 3)

#%% uuid_and_hashes_absent_or_equal
import hashlib
print(hashlib.md5(b'abc').hexdigest(), hashlib.sha256(b'').hexdigest()[:16])

#%% uncaught_missing_module
import math
print(math.pi)
import tensorflow_nonexistent as tf

#%% uncaught_from_import
from os.path import join
print(join('a', 'b'))
from math import square_root

#%% program_decimal_money
from decimal import Decimal, getcontext, ROUND_HALF_UP, localcontext, InvalidOperation, DivisionByZero
price = Decimal("19.99"); qty = 3
sub = price * qty
tax = (sub * Decimal("0.0825")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(sub, tax, sub + tax, f"{sub + tax:,.2f}", f"{Decimal('1234567.891'):>15,.1f}|")
print(Decimal(1) / Decimal(7), Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), Decimal(0.1))
getcontext().prec = 6
print(Decimal(1) / 3, Decimal(2).sqrt(), Decimal("1e-10") + 1, Decimal(10) ** -2, Decimal("3.14159265").normalize())
with localcontext() as ctx:
    ctx.prec = 30
    print(Decimal(1).exp(), Decimal(2).ln(), Decimal(1000).log10())
print(max(Decimal("1.5"), Decimal("1.25")), sum([Decimal("0.1")] * 3), int(Decimal("7.9")), float(Decimal("2.5")), Decimal("1.10").as_tuple(), -Decimal("5"), abs(Decimal("-3.2")), round(Decimal("2.675"), 2), Decimal("NaN").is_nan())
for f in (lambda: Decimal("abc"), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0):
    try: f()
    except (InvalidOperation, DivisionByZero) as e: print(type(e).__name__, e)
print({Decimal("1.0"): "x"}.get(Decimal("1.00")), Decimal("1.5") > 1, Decimal("1.5") == 1.5, sorted([Decimal(3), Decimal("1.5"), 2]), repr(Decimal("1E+3")), Decimal("1E+3"), Decimal("123.456").__round__(1), divmod(Decimal(7), Decimal(2)), Decimal("-7") // 2, Decimal("-7") % 2)

#%% program_queue_array
import queue, array, copy, operator, numbers, uuid, sys, heapq
q = queue.Queue(); [q.put(i) for i in range(3)]; print(q.get(), q.qsize(), q.empty())
pq = queue.PriorityQueue(); [pq.put(x) for x in [(2, "b"), (1, "a")]]; print(pq.get()); lq = queue.LifoQueue(); lq.put(1); lq.put(2); print(lq.get())
try: queue.Queue().get_nowait()
except queue.Empty: print("empty")
a = array.array("i", [1, 2, 3]); a.append(4); a.extend([5]); print(a, a[1:3], a.tolist(), a.itemsize, sum(a), len(a.tobytes()), array.array("d", [1.5]))
x = [[1, 2], {"k": [3]}]; y = copy.deepcopy(x); z = copy.copy(x); y[0].append(9); z[1]["k"].append(4); print(x, y, z is x)
print(operator.itemgetter(1, 0)([5, 6]), operator.attrgetter("real")(3), operator.methodcaller("upper")("a"), operator.mul(3, 4), operator.add("a", "b"), operator.truediv(1, 4), operator.neg(3), operator.contains([1], 1), sorted([(2, "x"), (1, "y")], key=operator.itemgetter(0)))
print(isinstance(3, numbers.Number), isinstance(2.5, numbers.Integral), isinstance(True, numbers.Integral), isinstance("a", numbers.Number), isinstance(1j, numbers.Complex), isinstance(3, numbers.Real))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://x"), uuid.UUID("12345678123456781234567812345678"), len(str(uuid.uuid4())), uuid.uuid4().version)
print(sys.version_info >= (3, 8), sys.version_info.major, sys.byteorder, sys.maxsize, sys.float_info.max, sys.float_info.epsilon, sys.getrecursionlimit() > 10)

#%% program_calendar_use
import calendar
print(calendar.month(2024, 2))
print(calendar.monthrange(2023, 2), calendar.isleap(2000), calendar.month_name[3], calendar.day_abbr[0], list(calendar.day_name)[5], calendar.leapdays(2000, 2024))
print(calendar.monthcalendar(2024, 9)[0], calendar.weekday(2024, 7, 4))
print(calendar.TextCalendar(6).formatmonth(2024, 1))
print(list(calendar.month_abbr)[1:4])

#%% program_logging_out
import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s - %(name)s - %(message)s")
log = logging.getLogger("app.db")
log.info("connected to %s in %.2f s", "db", 0.5)
log.debug("hidden")
log.warning("careful %d%%", 50)
logging.error("root error")
try:
    1 / 0
except ZeroDivisionError:
    log.error("failed", exc_info=False)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("[%(levelname)-8s] %(message)s"))
l2 = logging.getLogger("other"); l2.propagate = False; l2.addHandler(h); l2.setLevel("DEBUG"); l2.debug("shown")
print(log.getEffectiveLevel(), logging.getLevelName(20), log.isEnabledFor(10))

#%% program_context_redirect
import io, sys, contextlib, time, traceback, warnings
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    print("hidden", 1); sys.stdout.write("raw\n")
print("got", repr(buf.getvalue()))
old = sys.stdout; sys.stdout = io.StringIO(); print("x"); text = sys.stdout.getvalue(); sys.stdout = old; print(repr(text))
@contextlib.contextmanager
def tag(name):
    print(f"<{name}>"); 
    try: yield name.upper()
    finally: print(f"</{name}>")
with tag("b") as t, tag("i"): print(t)
with contextlib.suppress(KeyError, ZeroDivisionError): 1 / 0
with contextlib.ExitStack() as st:
    for n in "ab": st.callback(print, "closing", n)
start = time.perf_counter(); sum(range(1000)); print(time.perf_counter() - start >= 0, isinstance(time.time(), float))
try:
    {}["k"]
except KeyError:
    print(traceback.format_exc().strip().splitlines()[-1], sys.exc_info()[0].__name__)
warnings.warn("w"); print("err", file=sys.stderr); print("done", flush=True)
class Timer:
    def __enter__(self): self.t = 1; return self
    def __exit__(self, *a): print("exit", a[0]); return True
with Timer() as tm: raise ValueError("x")
print(tm.t)

#%% program_exec_eval
code = "def area(r):\n    return 3 * r * r\nresult = [area(i) for i in range(4)]"
ns = {}
exec(code, ns)
print(ns["result"], ns["area"](10), sorted(k for k in ns if not k.startswith("__")))
expr = "x ** 2 + y"
print(eval(expr, {"x": 3, "y": 4}), eval("sum(v)", {}, {"v": [1, 2, 3]}))
def f(a):
    b = 5
    return eval("a + b"), sorted(locals())
print(f(2))
for e in ("1 + 2 * 3", "max(4, 7)", "[i * 2 for i in range(3)]", "'a' if True else 'b'", "len('abc') > 2 and not False"):
    print(e, "=", eval(e))
c = compile("a + 1", "<s>", "eval"); a = 41; print(eval(c), eval(c, {"a": 1}))
try: eval("1 +")
except SyntaxError as x: print("SyntaxError")
try: eval("nope")
except NameError as x: print(x)
exec("import math\nprint(math.floor(2.7))"); exec("z = 7"); print(z)
try: eval("__import__('os')", {"__builtins__": {}})
except NameError as x: print(x)
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
print({k: v(6, 2) for k, v in ops.items()})

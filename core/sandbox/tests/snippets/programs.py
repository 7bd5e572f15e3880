#%% vec
import math
class Vector:
    __slots__ = ('x', 'y')
    def __init__(self, x=0.0, y=0.0):
        self.x = x; self.y = y
    def __repr__(self): return f"{self.__class__.__name__}({self.x!r}, {self.y!r})"
    def __add__(self, o): return Vector(self.x + o.x, self.y + o.y) if isinstance(o, Vector) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return Vector(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return Vector(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __truediv__(self, k): return Vector(self.x / k, self.y / k)
    def __neg__(self): return self * -1
    def __abs__(self): return math.hypot(self.x, self.y)
    def __bool__(self): return bool(abs(self))
    def __eq__(self, o): return isinstance(o, Vector) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    @classmethod
    def polar(cls, r, t): return cls(round(r * math.cos(t), 6), round(r * math.sin(t), 6))
    @property
    def angle(self): return math.degrees(math.atan2(self.y, self.x))
a, b = Vector(3, 4), Vector(1, -2)
print(a + b, a - b, a * 2, 2 * a, a / 2, -a, abs(a), bool(Vector()), a == Vector(3, 4), a @ b, list(a), a[0], Vector.polar(2, math.pi / 2), round(a.angle, 3))
print(sum([a, b]), {a: 1}[Vector(3, 4)], len({a, Vector(3, 4), b}))
try: a + 5
except TypeError as e: print(e)
try: a.z = 3
except AttributeError as e: print(e)
x, y = a; print(x, y)
try: a['q']
except TypeError as e: print(e)
print(hasattr(a, '__dict__'), Vector.__slots__, Vector.__name__, Vector.__init__.__name__, Vector.angle.fget.__name__)
#%% shapes
from abc import ABC, abstractmethod
import math
from typing import List, Optional, Union, Tuple, Dict, Callable, Any, Iterable
class Shape(ABC):
    count = 0
    registry: Dict[str, type] = {}
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Shape.registry[cls.__name__.lower()] = cls
    def __init__(self, name: str) -> None:
        self.name = name
        Shape.count += 1
    @abstractmethod
    def area(self) -> float: """Area."""
    @abstractmethod
    def perimeter(self) -> float: ...
    def describe(self): return f"{self.name:<10}|{self.area():>8.2f}|{self.perimeter():^9.2f}|"
    def __lt__(self, other): return self.area() < other.area()
class Circle(Shape):
    def __init__(self, r): super().__init__('circle'); self.r = r
    def area(self): return math.pi * self.r ** 2
    def perimeter(self): return 2 * math.pi * self.r
class Rect(Shape):
    def __init__(self, w, h, name='rect'): super().__init__(name); self.w, self.h = w, h
    def area(self): return self.w * self.h
    def perimeter(self): return 2 * (self.w + self.h)
class Square(Rect):
    def __init__(self, s): super().__init__(s, s, 'square')
shapes: List[Shape] = [Circle(2), Rect(3, 4), Square(2.5)]
for s in sorted(shapes): print(s.describe())
print(Shape.count, sorted(Shape.registry), max(shapes).name, isinstance(shapes[2], Rect), Square.__mro__[1].__name__)
try: Shape('x')
except TypeError as e: print(e)
class Partial(Shape):
    def area(self): return 1
try: Partial('x')
except TypeError as e: print(e)
def total(xs: Iterable[Shape], f: Optional[Callable[[Shape], float]] = None) -> float:
    return sum((f or (lambda s: s.area()))(s) for s in xs)
print(round(total(shapes), 3), round(total(shapes, Shape.perimeter if False else (lambda s: s.perimeter())), 3))
print(total.__annotations__['return'], Shape.area.__doc__, Shape.__abstractmethods__ == {'area', 'perimeter'})
print(Shape.registry['circle'](1).describe())
#%% dc
from dataclasses import dataclass, field, asdict, astuple, replace, fields
from typing import ClassVar, List, Optional
@dataclass(order=True)
class Item:
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float
    qty: int = 1
    tags: List[str] = field(default_factory=list, compare=False)
    total_items: ClassVar[int] = 0
    def __post_init__(self):
        self.sort_index = self.price * self.qty
        Item.total_items += 1
    @property
    def total(self) -> float: return self.price * self.qty
a = Item('pen', 1.5, 10, ['x']); b = Item('book', 12.0)
print(a, b, a > b, a.total, Item.total_items, sorted([a, b])[0].name)
print(asdict(b), astuple(b), replace(b, qty=3), [f.name for f in fields(Item)], [f.type for f in fields(Item)][1])
@dataclass(frozen=True)
class P:
    x: int; y: int = 0
    def moved(self, dx): return replace(self, x=self.x + dx)
p = P(1)
try: p.x = 5
except Exception as e: print(type(e).__name__, e)
print(p.moved(3), hash(p) == hash(P(1, 0)), {p: 'a'}[P(1)], p == P(1, 0), p != (1, 0))
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3)
except TypeError as e: print(e)
@dataclass
class Node:
    value: int
    left: Optional['Node'] = None
    right: Optional['Node'] = None
print(Node(1, Node(2), Node(3, None, Node(4))))
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Derived(Base):
    c: str = 'c'
    def __str__(self): return f'D<{self.a},{self.b},{self.c}>'
d = Derived(1); print(d, repr(d), Derived.__match_args__)
match d:
    case Derived(a, b, c): print('matched', a, b, c)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
@dataclass(slots=True)
class S: x: int = 0
print(S(3), S.__slots__ if hasattr(S, '__slots__') else '')
#%% enums
from enum import Enum, IntEnum, Flag, auto, StrEnum, unique, IntFlag
class Color(Enum):
    RED = (255, 0, 0); GREEN = (0, 255, 0); BLUE = (0, 0, 255)
    @property
    def hex(self): return '#%02x%02x%02x' % self.value
    @classmethod
    def parse(cls, s): return cls[s.upper()]
    def __str__(self): return self.name.title()
print(Color.RED, repr(Color.RED), Color.RED.hex, Color.parse('green'), [c.name for c in Color], Color((0, 0, 255)), Color.RED in Color, len(Color))
class Dir(IntEnum):
    N = 0; E = 1; S = 2; W = 3
    def turn(self, n=1): return Dir((self + n) % 4)
print(Dir.N.turn(), Dir.W.turn(), Dir.N < Dir.S, Dir(2).name, [10, 20, 30, 40][Dir.E], Dir.E + 1, f'{Dir.E}', '%d' % Dir.S, sorted(Dir, reverse=True), isinstance(Dir.N, int), Dir.N == 0, {Dir.N: 'n'}[0])
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(Perm.R | Perm.W, Perm.RW, Perm.R in Perm.RW, ~Perm.R, Perm.R & Perm.W, bool(Perm.R & Perm.W), list(Perm.RW), Perm(5), list(Perm), Perm.R.value)
class Status(StrEnum):
    OK = auto(); FAILED = 'failed!'
print(Status.OK, Status.FAILED.upper(), Status.OK == 'ok', f'{Status.OK:>5}', Status('ok'), repr(Status.OK), 'x' + Status.OK, isinstance(Status.OK, str))
class Op(Enum):
    ADD = '+'; SUB = '-'
    def __call__(self, a, b): return a + b if self is Op.ADD else a - b
print(Op('+')(2, 3), Op.SUB(2, 3), Op.ADD.__class__, type(Op.ADD), Op.ADD.__doc__)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6); MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return 6.67e-11 * self.mass / self.radius ** 2
print([(p.name, round(p.g, 2)) for p in Planet], Planet.EARTH.mass)
class M(str, Enum):
    A = 'a'; B = 'b'
print(M.A, M.A.value, M.A == 'a', f'{M.A}', M('b'), M.A.upper(), [m.value for m in M], M.A in ('a', 'b'), {'a': 1}[M.A])
try: Color('x')
except ValueError as e: print(e)
try: Color['X']
except KeyError as e: print('KeyError', e)
print(Color.__members__['RED'] is Color.RED, Color.RED is Color((255, 0, 0)), Color.RED == Color.GREEN, hash(Color.RED) == hash(Color.RED), dict.fromkeys(Color, 0)[Color.BLUE])
import json
print(json.dumps({'d': Dir.E, 's': Status.OK, 'm': M.A}))
class Weekday(IntFlag):
    A = 1; B = 2
print(Weekday.A | Weekday.B, Weekday.A | 4, (Weekday.A | Weekday.B).value, Weekday(3), int(Weekday.B))
#%% inherit_builtin
class Stack(list):
    def push(self, x): self.append(x); return self
    def pop(self, i=-1):
        if not self: raise IndexError('empty stack')
        return super().pop(i)
    @property
    def top(self): return self[-1] if self else None
    def __repr__(self): return f'Stack({super().__repr__()})'
s = Stack(); s.push(1).push(2).push(3)
print(s, s.pop(), s.top, len(s), s + [9], s[:2], type(s[:2]), [x * 2 for x in s], s == [1, 2], Stack([1]) < Stack([2]), s * 2, 2 in s, sum(s), max(s), reversed(s).__class__.__name__, list(reversed(s)), sorted(Stack([3, 1])), bool(Stack()))
s += [7]; print(s, type(s).__name__); s[0] = 'z'; del s[1]; print(s, s.index(7)); s.extend('ab'); s.sort(key=str); print(s)
try: Stack().pop()
except IndexError as e: print(e)
class Bag(dict):
    def __missing__(self, k): return 0
    def add(self, k, n=1): self[k] += n
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n)
b = Bag(x=1); b.add('y'); b.add('x', 5)
print(b, b['nope'], b.get('nope'), b.x, list(b.items()), 'y' in b, {**b}, dict(b), len(b), b == {'x': 6, 'y': 1}, b.pop('x'), b, sorted(b.keys()), b | {'z': 1}, type(b | {}))
class LowerDict(dict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __contains__(self, k): return super().__contains__(k.lower())
d = LowerDict(); d['ABC'] = 1; print(d['aBc'], 'Abc' in d, d, d.get('abc'))
class Temp(float):
    def __new__(cls, v, unit='C'):
        o = super().__new__(cls, v); o.unit = unit; return o
    def __str__(self): return f'{float(self):.1f}°{self.unit}'
t = Temp(21.55, 'F'); print(t, repr(t), t + 1, t > 20, t.unit, round(t, 1), f'{t:.2f}', int(t), isinstance(t, float), abs(Temp(-2)), -t)
class Name(str):
    def __new__(cls, s): return super().__new__(cls, s.strip().title())
    @property
    def initials(self): return ''.join(w[0] for w in self.split())
n = Name('  ada lovelace '); print(n, n.initials, n.upper(), len(n), n == 'Ada Lovelace', n + '!', n[0], 'Ada' in n, f'{n:>15}|', '%s' % n, n.split(), type(n.upper()).__name__, ' '.join([n, 'x']), {n: 1}['Ada Lovelace'], sorted([Name('b'), Name('a')]))
class Pt(tuple):
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    x = property(lambda s: s[0]); y = property(lambda s: s[1])
    def __add__(self, o): return Pt(self.x + o[0], self.y + o[1])
p = Pt(1, 2) + (3, 4); print(p, p.x, p == (4, 6), hash(p) == hash((4, 6)), {p: 1}, p[::-1], *p)
class Money(int):
    def __add__(self, o): return Money(int(self) + int(o))
    __radd__ = __add__
    def __repr__(self): return f'${int(self)}'
print(Money(3) + 4, sum([Money(1), Money(2)]), Money(5) * 2, Money(7) // 2, [Money(1)], Money(3) == 3, Money(2) < Money(3), range(Money(3)), 'ab' * Money(2), [1, 2, 3][Money(1)], divmod(Money(7), 2), hash(Money(3)) == 3, f'{Money(5):03d}', str(Money(5)), bin(Money(5)))
class USet(set):
    def __or__(self, o): return USet(super().__or__(o))
u = USet([3, 1]); u.add(2); print(u, u | {9}, 3 in u, len(u), u - {1}, sorted(u), isinstance(u, set), u == {1, 2, 3})
from collections import OrderedDict, defaultdict, Counter
class Cnt(Counter):
    def top(self): return self.most_common(1)[0]
c = Cnt('abracadabra'); print(c.top(), c['z'], c, isinstance(c, dict), type(c).__name__)
class DD(defaultdict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
dd = DD(); print(dd['a'], dd)
#%% descr
class Typed:
    def __init__(self, kind, default=None): self.kind = kind; self.default = default
    def __set_name__(self, owner, name): self.name = name; self.private = '_' + name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f'{self.name} must be {self.kind.__name__}, got {type(value).__name__}')
        obj.__dict__[self.name] = value
    def __delete__(self, obj): del obj.__dict__[self.name]
class Person:
    name = Typed(str); age = Typed(int, 0)
    def __init__(self, name, age=0): self.name = name; self.age = age
p = Person('Bob', 5); p.age += 1
print(p.name, p.age, p.__dict__, vars(p), Person.name.kind)
try: p.age = 'x'
except TypeError as e: print(e)
del p.age; print(p.age, p.__dict__)
class Lazy:
    def __init__(self, f): self.f = f; self.__doc__ = f.__doc__
    def __set_name__(self, o, n): self.n = n
    def __get__(self, obj, owner):
        if obj is None: return self
        v = self.f(obj); setattr(obj, self.n, v); return v
class C:
    @Lazy
    def data(self): print('computing'); return [1, 2]
c = C(); print(c.data, c.data, c.__dict__)
class Temp:
    def __init__(self): self._c = 0
    @property
    def f(self):
        """Fahrenheit."""
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): self._c = None
t = Temp(); t.f = 212; print(t._c, t.f, Temp.f.__doc__); del t.f; print(t._c)
class RO:
    @property
    def x(self): return 1
try: RO().x = 2
except AttributeError as e: print(e)
try: del RO().x
except AttributeError as e: print(e)
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns); cls.kw = kw; return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __iter__(cls): return iter(sorted(k for k in vars(cls) if not k.startswith('_')))
    def __len__(cls): return 2
    def __getitem__(cls, k): return getattr(cls, k)
    def __contains__(cls, k): return hasattr(cls, k)
    def __repr__(cls): return f'<M {cls.__name__}>'
    @property
    def shout(cls): return cls.__name__.upper()
class K(metaclass=Meta, opt=3):
    a = 1; b = 2
print(K, list(K), len(K), K['a'], 'b' in K, K.shout, type(K), isinstance(K, Meta), K.kw, [K])
class Singleton(type):
    _i = {}
    def __call__(cls, *a, **k):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a, **k)
        return cls._i[cls]
class DB(metaclass=Singleton):
    def __init__(self, u='u'): self.u = u
print(DB('a') is DB('b'), DB().u)
class Sing2:
    _inst = None
    def __new__(cls, *a):
        if cls._inst is None: cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, v=0): self.v = v
print(Sing2(1) is Sing2(2), Sing2._inst.v)
class Plugin:
    plugins = []
    def __init_subclass__(cls, /, key=None, **kw): super().__init_subclass__(**kw); cls.key = key; Plugin.plugins.append(cls)
class PA(Plugin, key='a'): pass
class PB(Plugin): pass
print([(p.__name__, p.key) for p in Plugin.plugins], Plugin.__subclasses__() == [PA, PB], PA.__bases__, PA.__base__)
#%% hooks
class Dyn:
    def __init__(self): object.__setattr__(self, 'store', {})
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError(n)
        try: return self.store[n]
        except KeyError: raise AttributeError(f'no {n}') from None
    def __setattr__(self, n, v): self.store[n] = v
    def __delattr__(self, n): del self.store[n]
    def __dir__(self): return ['a', 'b']
d = Dyn(); d.x = 5; print(d.x, d.store, hasattr(d, 'y'), getattr(d, 'y', 'none'), dir(d)); del d.x; print(d.store)
try: d.zz
except AttributeError as e: print(e, e.__cause__)
class Log:
    def __init__(self): self.n = 0
    def __getattribute__(self, name):
        if not name.startswith('_') and name != 'n':
            object.__setattr__(self, 'n', object.__getattribute__(self, 'n') + 1)
        return super().__getattribute__(name)
    def hi(self): return 'hi'
l = Log(); l.hi(); l.hi(); print(l.n)
class Ro:
    def __init__(self, **k):
        for n, v in k.items(): super().__setattr__(n, v)
    def __setattr__(self, n, v): raise AttributeError(f'{type(self).__name__} is immutable')
r = Ro(a=1)
try: r.a = 2
except AttributeError as e: print(e, r.a)
class A: pass
a = A(); a.__dict__['q'] = 3; a.__dict__.update(z=1); setattr(a, 'm', lambda: 7); print(a.q, a.z, a.m(), sorted(a.__dict__), vars(a) is a.__dict__)
a.__dict__ = {'new': 1}; print(a.new, hasattr(a, 'q'))
A.cls_attr = 9; print(a.cls_attr, 'cls_attr' in A.__dict__, 'cls_attr' in a.__dict__, A.__dict__['cls_attr']); del A.cls_attr
print(hasattr(a, 'cls_attr'), a.__class__, a.__class__.__name__, type(a) is A, A.__module__, A.__qualname__, A.__doc__)
def method(self, k): return self.new + k
A.method = method; print(a.method(4), A.method(a, 5))
B = type('B', (A,), {'x': 10, 'get': lambda self: self.x}); print(B().get(), B.__name__, B.__bases__, issubclass(B, A))
print(a == a, a != A(), a.__eq__(a), a.__eq__(3), A.__eq__ is object.__eq__, str(a)[:14], callable(a), callable(A))
import types
a.bound = types.MethodType(method, a) if hasattr(types, 'MethodType') else None; print(a.bound(1))
ns = types.SimpleNamespace(x=1, y='b'); ns.z = 3; print(ns, ns.x, vars(ns), ns == types.SimpleNamespace(x=1, y='b', z=3))
#%% named
from collections import namedtuple
from typing import NamedTuple
P = namedtuple('Point', 'x y z', defaults=[0])
p = P(1, 2); print(p, p.x, p[1], p._replace(z=5), p._asdict(), P._fields, P._field_defaults, *p, len(p), p == (1, 2, 0), p < P(2, 0), P._make(range(3)), isinstance(p, tuple), p + (4,), p.count(1), p.index(2), p[:2], max(p), tuple(p), list(p), hash(p) == hash((1, 2, 0)))
class Emp(NamedTuple):
    """An employee."""
    name: str
    pay: float = 10.0
    def raised(self, pct): return self._replace(pay=self.pay * (1 + pct / 100))
    @property
    def initials(self): return self.name[0]
    @classmethod
    def default(cls): return cls('Nobody')
e = Emp('Bob', 20); print(e, e.raised(10), e.initials, Emp.default(), Emp._fields, e.pay, Emp.__annotations__ if hasattr(Emp, '__annotations__') else '', Emp.__doc__)
name, pay = e; print(name, pay)
match e:
    case Emp(name=n, pay=p2) if p2 > 5: print('emp', n)
match p:
    case (x, y, z): print('seq', x, y, z)
for bad in (lambda: P(1), lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(1, 2, q=1), lambda: setattr(p, 'x', 1), lambda: p.nope, lambda: p._replace(q=1), lambda: Emp(), lambda: P(1, x=2)):
    try: bad()
    except (TypeError, AttributeError, ValueError) as ex: print(type(ex).__name__, ex)
class P3(namedtuple('P3', 'a b')):
    __slots__ = ()
    def __add__(self, o): return P3(self.a + o.a, self.b + o.b)
    def __str__(self): return f'<{self.a};{self.b}>'
print(P3(1, 2) + P3(3, 4), repr(P3(1, 2)), f'{P3(0, 1)}', sorted([P3(2, 1), P3(1, 2)], key=lambda q: q.b))
d = {P3(1, 2): 'v'}; print(d[(1, 2)], dict([P3('k', 'v')]), '%s-%s' % P3(1, 2), '{0.a} {0[1]}'.format(P3(5, 6)))
T = namedtuple('T', ['class', 'def', 'ok'], rename=True); print(T._fields)
#%% gens
def countdown(n):
    while n > 0:
        got = yield n
        if got: print('got', got)
        n -= 1
    return 'done'
g = countdown(3); print(next(g), g.send('hi'), next(g))
try: next(g)
except StopIteration as e: print('stop', e.value)
def outer():
    r = yield from countdown(2)
    print('inner said', r); yield 'end'
print(list(outer()))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools as it
print(list(it.islice(fib(), 10)), list(it.takewhile(lambda x: x < 30, fib())), next(x for x in fib() if x > 100))
class Tree:
    def __init__(self, v, *kids): self.v = v; self.kids = kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def depth(self): return 1 + max((k.depth() for k in self.kids), default=0)
t = Tree(1, Tree(2, Tree(4)), Tree(3)); print(list(t), t.depth(), sum(t), 4 in t, max(t), sorted(t, reverse=True))
class Range2:
    def __init__(self, n): self.n = n
    def __iter__(self): self.i = 0; return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1; return self.i ** 2
print(list(Range2(4)), dict(enumerate(Range2(3))), [*Range2(2)], tuple(zip(Range2(3), 'abc')), sum(Range2(3)))
def gen_close():
    try:
        while True: yield 1
    finally: print('closed')
g = gen_close(); next(g); g.close()
def gt():
    try: yield 1
    except ValueError as e: print('caught', e); yield 'recovered'
g = gt(); next(g); print(g.throw(ValueError('boom')))
flat = lambda xs: [y for x in xs for y in (flat(x) if isinstance(x, list) else [x])]
print(flat([1, [2, [3, [4]], 5]]), (lambda *a, **k: (a, k))(1, 2, z=3))
pipeline = (x * x for x in range(10) if x % 2); print(next(pipeline), list(pipeline), type(pipeline).__name__)
print(*map(lambda p: '%s=%d' % p, {'a': 1, 'b': 2}.items()), sep=', ')
#%% parser
import re
class Token:
    def __init__(self, kind, value): self.kind, self.value = kind, value
    def __repr__(self): return f'Token({self.kind}, {self.value!r})'
def tokenize(s):
    spec = [('NUM', r'\d+(\.\d*)?'), ('OP', r'[-+*/^()]'), ('ID', r'[A-Za-z_]\w*'), ('WS', r'\s+'), ('BAD', r'.')]
    for m in re.finditer('|'.join(f'(?P<{n}>{p})' for n, p in spec), s):
        k = m.lastgroup
        if k == 'WS': continue
        if k == 'BAD': raise SyntaxError(f'bad char {m.group()!r} at {m.start()}')
        yield Token(k, float(m.group()) if k == 'NUM' else m.group())
class Parser:
    PREC = {'+': 1, '-': 1, '*': 2, '/': 2, '^': 3}
    def __init__(self, s, env=None): self.toks = list(tokenize(s)); self.i = 0; self.env = env or {}
    def peek(self): return self.toks[self.i] if self.i < len(self.toks) else None
    def take(self): t = self.peek(); self.i += 1; return t
    def expr(self, p=0):
        left = self.atom()
        while (t := self.peek()) and t.kind == 'OP' and t.value in self.PREC and self.PREC[t.value] >= p + 1 - (t.value == '^'):
            self.take(); q = self.PREC[t.value]
            right = self.expr(q if t.value != '^' else q - 1)
            left = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '^': pow}[t.value](left, right)
        return left
    def atom(self):
        t = self.take()
        if t is None: raise SyntaxError('unexpected end')
        if t.kind == 'NUM': return t.value
        if t.kind == 'ID':
            try: return self.env[t.value]
            except KeyError: raise NameError(f'unknown {t.value}') from None
        if t.value == '(':
            v = self.expr(); assert self.take().value == ')'; return v
        if t.value == '-': return -self.expr(2)
        raise SyntaxError(f'unexpected {t}')
for src in ['1 + 2 * 3', '(1 + 2) * 3', '2 ^ 3 ^ 2', '-4 + x / 2', '1 +', '3 $ 4', 'y']:
    try: print(src, '=', Parser(src, {'x': 10}).expr())
    except (SyntaxError, NameError, ZeroDivisionError) as e: print(src, '->', type(e).__name__, e)
#%% fsm
from enum import Enum, auto
class St(Enum):
    IDLE = auto(); RUN = auto(); DONE = auto()
class Machine:
    TRANS = {(St.IDLE, 'start'): St.RUN, (St.RUN, 'finish'): St.DONE, (St.RUN, 'stop'): St.IDLE}
    def __init__(self): self.state = St.IDLE; self.history = [self.state]; self.hooks = {}
    def on(self, ev):
        def deco(f): self.hooks.setdefault(ev, []).append(f); return f
        return deco
    def fire(self, ev):
        try: self.state = self.TRANS[self.state, ev]
        except KeyError: raise ValueError(f'{ev!r} not allowed in {self.state.name}') from None
        self.history.append(self.state)
        for h in self.hooks.get(ev, ()): h(self)
        return self
m = Machine()
@m.on('start')
def started(mm): print('started', mm.state)
m.fire('start').fire('finish')
try: m.fire('start')
except ValueError as e: print(e)
print([s.name for s in m.history], St['RUN'], St(3), list(St), m.hooks['start'][0].__name__)
class Ctx:
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, t, v, tb): print('exit', self.n, t.__name__ if t else None, v); return t is KeyError
with Ctx(1) as a, Ctx(2) as b: print(a.n + b.n)
with Ctx(3): {}['x']
try:
    with Ctx(4): raise ValueError('v')
except ValueError as e: print('outer', e)
from contextlib import contextmanager, suppress, ExitStack
@contextmanager
def tag(n):
    print(f'<{n}>')
    try: yield n.upper()
    except RuntimeError as e: print('swallowed', e)
    finally: print(f'</{n}>')
with tag('b') as t: print(t)
with tag('i'): raise RuntimeError('r')
with suppress(ZeroDivisionError): 1 / 0
with ExitStack() as st:
    for i in range(2): st.enter_context(Ctx(i))
#%% exc
class AppError(Exception):
    """Base."""
    code = 1
    def __init__(self, msg, *, detail=None): super().__init__(msg); self.detail = detail
    def __str__(self): return f'[{self.code}] {super().__str__()}' + (f' ({self.detail})' if self.detail else '')
class NotFound(AppError, KeyError): code = 404
class Bad(AppError): pass
for ex in (AppError('a'), NotFound('n', detail='d'), Bad('b')):
    try: raise ex
    except NotFound as e: print('nf', e, e.args, repr(e), isinstance(e, KeyError))
    except AppError as e: print('app', e, type(e).__name__, e.detail, e.__class__.__mro__[1].__name__)
try:
    try: int('x')
    except ValueError as e: raise Bad('wrapped') from e
except Bad as e: print(e, repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k')
except KeyError as e: print(repr(e), repr(e.__context__), e.__cause__)
def f():
    try: return 'try'
    finally: print('fin')
print(f())
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('i', i)
        except Exception: pass
        else: print('else', i)
        finally: print('finally', i)
g()
try: raise ValueError('a', 'b', 3)
except ValueError as e: print(e, e.args, len(e.args))
try: assert 1 == 2, 'math'
except AssertionError as e: print('assert', e)
try: [][1]
except (KeyError, IndexError) as e: print(type(e).__name__, e)
try: raise NotImplementedError
except NotImplementedError as e: print(repr(e), str(e) == '')
e = ValueError('v'); e.extra = 1; e.add_note('note!'); print(e.extra, e.__notes__, e == ValueError('v'), ValueError.__bases__, ValueError.__mro__[2])
def deep(n): return deep(n - 1) if n else 1 / 0
try: deep(3)
except ZeroDivisionError as e: print('zde', e.__traceback__ is not None)
class Retry(Exception): pass
def retry(times):
    def deco(fn):
        def wrap(*a, **k):
            for i in range(times):
                try: return fn(*a, **k)
                except Retry as e: print('retry', i, e)
            raise RuntimeError('gave up')
        return wrap
    return deco
n = 0
@retry(3)
def flaky():
    global n; n += 1
    if n < 3: raise Retry(f'n={n}')
    return 'ok'
print(flaky())
try: raise StopIteration(5)
except StopIteration as e: print(e.value)
#%% deco
import functools, time
def timer(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return fn(*args, **kwargs)
    wrapper.calls = 0
    return wrapper
@timer
def add(a, b=2, *args, c: int = 3, **kw) -> int:
    """Adds."""
    return a + b + c
print(add(1), add(1, 2), add.calls, add.__name__, add.__doc__, add.__wrapped__.__name__, add.__wrapped__.__defaults__, add.__wrapped__.__kwdefaults__, add.__annotations__)
class Memo:
    def __init__(self, f): self.f = f; self.cache = {}; functools.update_wrapper(self, f)
    def __call__(self, *a):
        if a not in self.cache: self.cache[a] = self.f(*a)
        return self.cache[a]
@Memo
def fibo(n): return n if n < 2 else fibo(n - 1) + fibo(n - 2)
print(fibo(40), len(fibo.cache), fibo.__name__)
@functools.lru_cache(maxsize=None)
def grid(m, n): return 1 if m == 0 or n == 0 else grid(m - 1, n) + grid(m, n - 1)
print(grid(10, 10), grid.cache_info())
class Reg:
    h = {}
    @classmethod
    def register(cls, name):
        def deco(f): cls.h[name] = f; return f
        return deco
    @staticmethod
    def names(): return sorted(Reg.h)
@Reg.register('sq')
def sq(x): return x * x
print(Reg.names(), Reg.h['sq'](5))
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(int, base=2)('101'), functools.partial(print, 'a', sep='-').keywords)
@functools.singledispatch
def show(x): return 'obj'
@show.register
def _(x: int): return f'int{x}'
@show.register(list)
@show.register(tuple)
def _(x): return 'seq' + str(len(x))
print(show(1), show([1]), show((1, 2)), show('s'), show(True))
class Cls:
    @functools.cached_property
    def v(self): print('calc'); return 5
    @functools.singledispatchmethod
    def m(self, x): return 'm'
    @m.register
    def _(self, x: int): return 'mi'
c = Cls(); print(c.v, c.v, c.m(1), c.m('s'))
@functools.total_ordering
class Ver:
    def __init__(self, s): self.t = tuple(map(int, s.split('.')))
    def __eq__(self, o): return self.t == o.t
    def __lt__(self, o): return self.t < o.t
print(Ver('1.2') >= Ver('1.1'), Ver('1.10') > Ver('1.9'), sorted([Ver('2.0'), Ver('1.5')])[0].t, max(Ver('1.0'), Ver('3.0')).t)
def deco_args(*names, **opts):
    def inner(cls): cls.names = names; cls.opts = opts; return cls
    return inner
@deco_args('a', 'b', k=1)
class X: pass
print(X.names, X.opts)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, lambda x: x + 1, abs)(-5), sorted(['b', 'A', 'c'], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
def outer():
    x = 0
    def inc():
        nonlocal x
        x += 1
        return x
    return inc
i1 = outer(); i1(); print(i1(), outer()(), i1.__closure__ is not None, i1.__code__.co_varnames, add.__wrapped__.__code__.co_argcount)
#%% table
rows = [('Name', 'Qty', 'Price'), ('Widget', 5, 3.5), ('Gadget', 12, 19.99), ('Thingamajig', 1, 1234.5)]
w = [max(len(str(r[i])) for r in rows) for i in range(3)]
print('+' + '+'.join('-' * (n + 2) for n in w) + '+')
for k, r in enumerate(rows):
    print('| ' + ' | '.join(f'{c:<{n}}' if isinstance(c, str) else f'{c:>{n},.2f}' if isinstance(c, float) else f'{c:>{n}d}' for c, n in zip(r, w)) + ' |')
    if k == 0: print('|' + '|'.join('=' * (n + 2) for n in w) + '|')
print(f"{'Total':.<20}{sum(r[1] * r[2] for r in rows[1:]):>12,.2f}")
print(f'{1234567.891:,.1f} {0.1234:.1%} {255:#x} {255:08b} {-5:+d} {3.0:g} {1e10:g} {12345.678:e} {"mid":^9} {"x":*>5} {True!s:>6} {None!r}')
for n in (1, 5, 10): print(f'{n:2} {"#" * n:<10} {n ** 2:>4} {n / 3:6.3f}')
print('%-10s|%5d|%8.3f|%s|%r|%x|%%' % ('ab', 42, 3.14159, [1], 'q', 255))
matrix = [[i * j for j in range(1, 4)] for i in range(1, 4)]
print('\n'.join(' '.join(f'{v:3d}' for v in row) for row in matrix), [list(c) for c in zip(*matrix)])
from textwrap import dedent, fill, wrap
print(fill('The quick brown fox jumps over the lazy dog', 20)); print(dedent('''
    a
      b''').strip())
print('abc'.center(9, '*'), 'Hello World'.swapcase(), 'a,b,,c'.split(','), ' x '.strip() + '|', 'title case here'.title(), 'abc'.ljust(5) + '|', '7'.zfill(3), 'a-b_c'.replace('-', '_').split('_'), 'x=1;y=2'.partition(';'))
hist = {'a': 5, 'b': 2, 'c': 8}
for k, v in sorted(hist.items(), key=lambda kv: -kv[1]): print(f'{k} {"█" * v}{"░" * (10 - v)} {v:>3} {v / sum(hist.values()):>6.1%}')
#%% linked
class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
class LinkedList:
    def __init__(self, items=()):
        self.head = None; self._n = 0
        for x in items: self.append(x)
    def append(self, v):
        n = Node(v); self._n += 1
        if not self.head: self.head = n; return
        c = self.head
        while c.next: c = c.next
        c.next = n
    def __iter__(self):
        c = self.head
        while c is not None: yield c.v; c = c.next
    def __len__(self): return self._n
    def __contains__(self, x): return any(v == x for v in self)
    def __getitem__(self, i):
        if isinstance(i, slice): return LinkedList(list(self)[i])
        if i < 0: i += len(self)
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError('list index out of range')
    def __reversed__(self): return iter(list(self)[::-1])
    def __str__(self): return ' -> '.join(map(str, self)) + ' -> None'
    def __eq__(self, o): return list(self) == list(o)
    def reverse(self):
        p, c = None, self.head
        while c: c.next, p, c = p, c, c.next
        self.head = p; return self
l = LinkedList([1, 2, 3, 4]); print(l, len(l), 3 in l, l[-1], l[1:3], list(reversed(l)), l.reverse(), l == [4, 3, 2, 1], bool(LinkedList()), sorted(l), [*l], max(l))
try: l[10]
except IndexError as e: print(e)
class BST:
    class _N:
        __slots__ = 'k', 'v', 'l', 'r'
        def __init__(s, k, v): s.k, s.v, s.l, s.r = k, v, None, None
    def __init__(self): self.root = None
    def __setitem__(self, k, v):
        def put(n):
            if n is None: return self._N(k, v)
            if k < n.k: n.l = put(n.l)
            elif k > n.k: n.r = put(n.r)
            else: n.v = v
            return n
        self.root = put(self.root)
    def __getitem__(self, k):
        n = self.root
        while n:
            if k == n.k: return n.v
            n = n.l if k < n.k else n.r
        raise KeyError(k)
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n.l); yield n.k, n.v; yield from walk(n.r)
        return walk(self.root)
t = BST()
for k in [5, 2, 8, 1, 9]: t[k] = str(k)
t[2] = 'two'; print(list(t), t[8], BST._N.__qualname__)
try: t[7]
except KeyError as e: print('missing', e)
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(s, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in s.rows])
    def __getitem__(s, ij): i, j = ij; return s.rows[i][j]
    def __setitem__(s, ij, v): i, j = ij; s.rows[i][j] = v
    def __pow__(s, n): return s if n == 1 else s @ s ** (n - 1)
    @property
    def T(s): return Matrix(zip(*s.rows))
    @property
    def shape(s): return len(s.rows), len(s.rows[0])
    def __repr__(s): return 'Matrix([\n  ' + ',\n  '.join(map(repr, s.rows)) + '\n])'
    @classmethod
    def eye(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
m = Matrix([[1, 1], [1, 0]]); m2 = m ** 5; print(m2, m2[0, 1], m.T.shape, Matrix.eye(2)); m[0, 0] = 7; print(m)
#%% misc
from collections import defaultdict, Counter, deque, OrderedDict, ChainMap
words = 'the quick brown the lazy dog the end'.split()
c = Counter(words); print(c.most_common(2), c['the'], c + Counter(['dog']), c - Counter(words[:4]), sum(c.values()), type(c), sorted(c.elements())[:3], Counter(a=1) == Counter('a'), dict(c)['dog'])
dd = defaultdict(list)
for w in words: dd[len(w)].append(w)
print(dict(dd), dd, dd.default_factory, type(dd), isinstance(dd, dict))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); q.rotate(1); print(q, q[0], len(q), list(q), q.maxlen, type(q))
od = OrderedDict(b=1, a=2); od.move_to_end('b'); print(od, list(od), od.popitem(last=False), type(od), od == {'b': 1})
print(ChainMap({'a': 1}, {'a': 2, 'b': 3})['b'], {1, 2} | {3}, {1, 2, 3} & {2, 5}, {1} <= {1, 2}, frozenset([1, 2]), {x % 3 for x in range(10)})
print(isinstance(3, (int, str)), isinstance(True, int), type(3).__name__, type(None), type(...), type(print), type(len), type(lambda: 0), type([].append), type(int), type(type), type(range(3)), type(iter([])), type(x for x in []))
def f(a, /, b, *, c=1): return a, b, c
print(f(1, 2), f(1, b=2, c=3))
for bad in (lambda: f(), lambda: f(a=1, b=2), lambda: f(1, 2, 3), lambda: f(1, 2, d=4), lambda: f(1)):
    try: bad()
    except TypeError as e: print(e)
first, *rest = [1, 2, 3]; (a, b), c = (1, 2), 3; *x, y = 'abc'; print(first, rest, a, b, c, x, y)
print([i for i in range(3) for j in range(i)], {k: v for k, v in zip('ab', [1, 2])}, [[0] * 2 for _ in range(2)], any([]), all([]))
print(list[int], dict[str, list[int]], int | None, list[int] | str, tuple[int, ...], type(list[int]))
from typing import List, Dict, Optional, Union, Tuple, Any, Callable, TypeVar, Generic
print(List[int], Dict[str, int], Optional[int], Union[int, str], Tuple[int, ...], Callable[[int], str], Any, Optional[List[str]], Union[int, None])
T = TypeVar('T')
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box[int](5).get(), Box('a').v, Box[int], isinstance(Box(1), Box))
x: int | str = 5; y: list[float] = []; z: 'Box[int]' = Box(1); print(x, y, z.v)
print(isinstance(5, int | str), isinstance('a', Union[int, str]), isinstance([], (list, tuple)))
print(round(2.5), round(-1.5), round(2.675, 2), 7 // -2, -7 % 3, divmod(-7, 2), 2 ** -1, 10 ** 20, 0.1 + 0.2, 1e16, 1 / 3, float('inf'), -0.0, 5 .bit_length(), int('ff', 16), abs(-3.5), complex(1, 2))
print(sorted([3, 1, 2], reverse=True), sorted({'b': 1, 'a': 2}), sorted(['bb', 'a'], key=len), min('b', 'a'), max([1, 5], default=0), sum([[1], [2]], []), list(zip([1, 2], 'ab')), list(enumerate('ab', 1)), ''.join(reversed('abc')))
print(globals().get('nope'), 'f' in globals(), callable(f), id(f) == id(f), hash('a') == hash('a'))
#%% bank
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        self.need, self.have = need, have
        super().__init__(f"need {need:.2f}, have {have:.2f}")
class Account:
    _next = 1000
    interest = 0.02
    def __init__(self, owner, balance=0):
        self.owner = owner; self.__balance = balance; self.log = []
        self.number = Account._next; Account._next += 1
    @property
    def balance(self): return self.__balance
    def deposit(self, amt):
        if amt <= 0: raise ValueError("Deposit must be positive")
        self.__balance += amt; self.log.append(('dep', amt)); return self
    def withdraw(self, amt):
        if amt > self.__balance: raise InsufficientFunds(amt, self.__balance)
        self.__balance -= amt; self.log.append(('wd', amt)); return self
    def __repr__(self): return f"Account({self.owner!r}, #{self.number}, {self.balance:.2f})"
    def __lt__(self, o): return self.balance < o.balance
    def __iadd__(self, amt): self.deposit(amt); return self
class Savings(Account):
    def add_interest(self): self.deposit(self.balance * type(self).interest)
a, b = Account('Ann', 100), Savings('Bob', 50)
a.deposit(50).withdraw(30); a += 5; b.add_interest()
print(a, b, a > b, sorted([a, b])[0].owner, a.log, a._Account__balance, hasattr(a, '__balance'))
for f in (lambda: a.withdraw(1e6), lambda: a.deposit(-1)):
    try: f()
    except (InsufficientFunds, ValueError) as e: print(type(e).__name__, e, getattr(e, 'need', None))
try: a.balance = 5
except AttributeError as e: print(e)
try: print(a.__balance)
except AttributeError as e: print(e)
#%% inventory
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Iterator
from collections import defaultdict
from functools import reduce
@dataclass
class Product:
    name: str
    price: float
    qty: int = 0
    tags: set = field(default_factory=set)
    def __post_init__(self):
        if self.price < 0: raise ValueError(f"negative price: {self.price}")
@dataclass
class Inventory:
    items: Dict[str, Product] = field(default_factory=dict)
    history: List[str] = field(default_factory=list, repr=False)
    def add(self, p: Product) -> 'Inventory':
        self.items[p.name] = p; self.history.append(f'+{p.name}'); return self
    def __getitem__(self, n): return self.items[n]
    def __iter__(self) -> Iterator[Product]: return iter(self.items.values())
    def __len__(self): return len(self.items)
    def __contains__(self, n): return n in self.items
    @property
    def total(self): return sum(p.price * p.qty for p in self)
    def by_tag(self):
        d = defaultdict(list)
        for p in self:
            for t in sorted(p.tags): d[t].append(p.name)
        return dict(d)
inv = Inventory().add(Product('pen', 1.25, 10, {'office', 'small'})).add(Product('desk', 150, 2, {'office'}))
print(len(inv), 'pen' in inv, inv.total, inv.by_tag(), inv['pen'].qty, inv.history)
try: Product('bad', -1)
except ValueError as e: print(e)
print(Product('a', 1) == Product('a', 1), Product('a', 1) != Product('a', 2), max(inv, key=lambda p: p.price).name)
print(reduce(lambda acc, p: {**acc, p.name: p.price}, inv, {}))
#%% matrix_ops
from fractions import Fraction
def det(m):
    if len(m) == 1: return m[0][0]
    return sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
def transpose(m): return [list(r) for r in zip(*m)]
def solve(a, b):
    n = len(a); m = [[Fraction(x) for x in row] + [Fraction(y)] for row, y in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i])); m[i], m[p] = m[p], m[i]
        for r in range(n):
            if r != i:
                f = m[r][i] / m[i][i]
                m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]
print(det([[2, 0, 1], [1, 3, 2], [1, 1, 1]]), transpose([[1, 2, 3], [4, 5, 6]]), solve([[2, 1], [1, 3]], [3, 5]), [str(x) for x in solve([[1, 2], [3, 4]], [5, 6])])
def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [1] + [a + b for a, b in zip(row, row[1:])] + [1]
for r in pascal(5): print(' '.join(map(str, r)).center(12))
def sieve(n):
    p = [True] * (n + 1); p[0:2] = [False, False]
    for i in range(2, int(n ** .5) + 1):
        if p[i]: p[i * i::i] = [False] * len(p[i * i::i])
    return [i for i, v in enumerate(p) if v]
print(sieve(50)); 
def hanoi(n, a='A', b='B', c='C'):
    if n: yield from hanoi(n - 1, a, c, b); yield f'{a}->{c}'; yield from hanoi(n - 1, b, a, c)
print(*hanoi(3)); print(len(list(hanoi(10))))
def perms(s): return [s] if len(s) <= 1 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms('abc'), sorted(set(perms('aab'))))
def subsets(xs): return [[]] if not xs else (r := subsets(xs[1:])) + [[xs[0]] + s for s in r]
print(subsets([1, 2, 3]))
def queens(n, row=0, cols=()):
    if row == n: yield cols; return
    for c in range(n):
        if all(c != k and abs(c - k) != row - i for i, k in enumerate(cols)): yield from queens(n, row + 1, cols + (c,))
s = next(queens(6)); print(s); print('\n'.join('.' * c + 'Q' + '.' * (5 - c) for c in s)); print(len(list(queens(6))))
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
def collatz(n):
    while n != 1: yield n; n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(gcd(48, 18), list(collatz(6)), bin(10)[2:], sum(int(d) for d in str(2 ** 100)), ''.join(sorted('hello', reverse=True)))
#%% text
import string
from collections import Counter
text = """It was the best of times, it was the worst of times,
it was the age of wisdom..."""
words = [w.strip(string.punctuation).lower() for w in text.split()]
cnt = Counter(words)
for w, c in cnt.most_common(4): print(f'{w:<8}{c:>3} {"*" * c}')
print(len(words), len(set(words)), max(words, key=len), {len(w) for w in words}, sorted(cnt.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
def caesar(s, k): return ''.join(chr((ord(c) - (b := 65 if c.isupper() else 97) + k) % 26 + b) if c.isalpha() else c for c in s)
print(caesar('Hello, World!', 3), caesar(caesar('Hello, World!', 3), -3))
def is_pal(s): t = [c.lower() for c in s if c.isalnum()]; return t == t[::-1]
print(is_pal('A man, a plan, a canal: Panama'), 'racecar'[::-1], str.maketrans('abc', 'xyz'), 'aabbcc'.translate(str.maketrans('abc', 'xyz')), text.splitlines()[1][:10])
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append(f'{j - i}{s[i]}'); i = j
    return ''.join(out)
print(rle('aaabbc'), [ord(c) for c in 'az'], 'x'.join('abc'), 'Mississippi'.count('ss'), 'abc' < 'abd', 'a' in 'abc', 'one two'.split()[-1], f'{"π":>3}', len('héllo'), 'ß'.upper(), 'ǅ'.lower(), '\t'.expandtabs(4) + '|', repr('a\n\t\'"\\'), r'raw\n', 'é'.encode('utf-8'), b'\xc3\xa9'.decode())
roman = lambda n: ''.join(s * (n // v) + (n := n % v, '')[1] for v, s in [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')])
print(roman(1994), roman(2024))
def lev(a, b):
    d = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        p, d[0] = d[0], i
        for j, y in enumerate(b, 1): p, d[j] = d[j], min(d[j] + 1, d[j - 1] + 1, p + (x != y))
    return d[-1]
print(lev('kitten', 'sitting'), format(1234.5, ',.2f'), '{:>{w}}|{:^{w}}'.format('a', 'b', w=5), '{0} {1} {0}'.format('x', 'y'), '{n[0]} {d[k]} {o.real}'.format(n=[1], d={'k': 2}, o=3))
#%% graph
from collections import deque, defaultdict
import heapq
class Graph:
    def __init__(self, directed=False): self.adj = defaultdict(dict); self.directed = directed
    def add_edge(self, u, v, w=1):
        self.adj[u][v] = w
        if not self.directed: self.adj[v][u] = w
        else: self.adj[v]
        return self
    def bfs(self, s):
        seen, q, order = {s}, deque([s]), []
        while q:
            u = q.popleft(); order.append(u)
            for v in sorted(self.adj[u]):
                if v not in seen: seen.add(v); q.append(v)
        return order
    def dfs(self, u, seen=None):
        seen = set() if seen is None else seen
        seen.add(u); yield u
        for v in sorted(self.adj[u]):
            if v not in seen: yield from self.dfs(v, seen)
    def dijkstra(self, s):
        dist = {s: 0}; pq = [(0, s)]; prev = {}
        while pq:
            d, u = heapq.heappop(pq)
            if d > dist[u]: continue
            for v, w in self.adj[u].items():
                if d + w < dist.get(v, float('inf')): dist[v] = d + w; prev[v] = u; heapq.heappush(pq, (d + w, v))
        return dist, prev
    def topo(self):
        indeg = {u: 0 for u in self.adj}
        for u in self.adj:
            for v in self.adj[u]: indeg[v] += 1
        q = [u for u in indeg if not indeg[u]]; out = []
        while q:
            u = q.pop(); out.append(u)
            for v in self.adj[u]:
                indeg[v] -= 1
                if indeg[v] == 0: q.append(v)
        return out
    def __len__(self): return len(self.adj)
    def __str__(self): return '\n'.join(f'{u}: {", ".join(f"{v}({w})" for v, w in sorted(vs.items()))}' for u, vs in sorted(self.adj.items()))
g = Graph()
for e in [('A', 'B', 4), ('A', 'C', 2), ('C', 'B', 1), ('B', 'D', 5), ('C', 'D', 8), ('D', 'E', 3)]: g.add_edge(*e)
print(g); print(g.bfs('A'), list(g.dfs('A')), g.dijkstra('A')[0], len(g))
t = Graph(True); t.add_edge('shirt', 'tie').add_edge('tie', 'jacket').add_edge('pants', 'shoes'); print(t.topo())
class UF:
    def __init__(self, n): self.p = list(range(n)); self.n = n
    def find(self, x):
        while self.p[x] != x: self.p[x] = self.p[self.p[x]]; x = self.p[x]
        return x
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a != b: self.p[a] = b; self.n -= 1
u = UF(5); u.union(0, 1); u.union(3, 4); print(u.n, u.find(0) == u.find(1), u.p)
grid = ['S.#', '..#', '#.E']
def maze(grid):
    R, C = len(grid), len(grid[0]); start = next((r, c) for r in range(R) for c in range(C) if grid[r][c] == 'S')
    q = deque([(start, 0)]); seen = {start}
    while q:
        (r, c), d = q.popleft()
        if grid[r][c] == 'E': return d
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = nr, nc = r + dr, c + dc
            if 0 <= nr < R and 0 <= nc < C and grid[nr][nc] != '#' and n not in seen: seen.add(n); q.append((n, d + 1))
print(maze(grid), {(1, 2), (0, 1), (2, 2)}, {(x, y) for x in range(3) for y in range(3) if x != y})
life = {(1, 0), (1, 1), (1, 2)}
def step(cells):
    nb = defaultdict(int)
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: nb[x + dx, y + dy] += 1
    return {c for c, n in nb.items() if n == 3 or n == 2 and c in cells}
print(step(life), step(step(life)) == life)
#%% events
class Event:
    def __init__(self): self._h = []
    def __iadd__(self, h): self._h.append(h); return self
    def __isub__(self, h): self._h.remove(h); return self
    def __call__(self, *a, **k):
        for h in list(self._h): h(*a, **k)
    def __len__(self): return len(self._h)
class Observable:
    changed = None
    def __init__(self): self.changed = Event(); self._d = {}
    def __setitem__(self, k, v): old = self._d.get(k); self._d[k] = v; self.changed(k, old, v)
def printer(k, o, n): print(f'{k}: {o!r} -> {n!r}')
o = Observable(); o.changed += printer; o['a'] = 1; o['a'] = 2; o.changed -= printer; o['a'] = 3; print(len(o.changed))
class Command:
    def execute(self): raise NotImplementedError(f'{type(self).__name__}.execute')
class Add(Command):
    def __init__(self, doc, t): self.doc, self.t = doc, t
    def execute(self): self.doc.append(self.t)
    def undo(self): self.doc.pop()
doc, hist = [], []
for w in 'abc': c = Add(doc, w); c.execute(); hist.append(c)
hist.pop().undo(); print(doc, len(hist))
try: Command().execute()
except NotImplementedError as e: print(repr(e))
class Visitor:
    def visit(self, node): return getattr(self, f'visit_{type(node).__name__}', self.generic)(node)
    def generic(self, node): return f'?{node!r}'
    def visit_int(self, n): return n + 1
    def visit_list(self, n): return [self.visit(x) for x in n]
print(Visitor().visit([1, 'a', [2]]))
class Pipeline:
    def __init__(self, *fs): self.fs = fs
    def __or__(self, f): return Pipeline(*self.fs, f)
    def __call__(self, x):
        for f in self.fs: x = f(x)
        return x
    def __ror__(self, x): return self(x)
p = Pipeline() | str | len; print(p(12345), [1, 2] | Pipeline(sum))
class Temp:
    def __init__(self, c): self.c = c
    def __format__(self, spec):
        if spec.endswith('F'): return f'{self.c * 9 / 5 + 32:{spec[:-1] or ".1f"}}°F'
        return f'{self.c:{spec or ".1f"}}°C'
print(f'{Temp(20)} {Temp(20):F} {Temp(20):.2fF} {Temp(21.456):.2f}', '{:F}'.format(Temp(0)))
class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x): return sum(k * x ** i for i, k in enumerate(self.c))
    def __add__(self, o):
        from itertools import zip_longest
        return Poly(*(a + b for a, b in zip_longest(self.c, o.c, fillvalue=0)))
    def __mul__(self, o):
        r = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): r[i + j] += a * b
        return Poly(*r)
    def __repr__(self): return ' + '.join(f'{k}x^{i}' if i else str(k) for i, k in enumerate(self.c) if k) or '0'
    def __eq__(self, o): return self.c == o.c
    def __len__(self): return len(self.c) - 1
    def __bool__(self): return any(self.c)
p = Poly(1, 2); print(p * p, p + Poly(0, 0, 3), p(3), (p * p)(2), len(p), bool(Poly(0)), p == Poly(1, 2), Poly(0))
#%% cards
import random
from enum import Enum
from functools import total_ordering
class Suit(Enum):
    CLUBS = '♣'; DIAMONDS = '♦'; HEARTS = '♥'; SPADES = '♠'
    @property
    def color(self): return 'red' if self in (Suit.DIAMONDS, Suit.HEARTS) else 'black'
@total_ordering
class Card:
    RANKS = '2 3 4 5 6 7 8 9 10 J Q K A'.split()
    def __init__(self, rank, suit): self.rank, self.suit = rank, suit
    @property
    def value(self): return self.RANKS.index(self.rank)
    def __eq__(self, o): return (self.value, self.suit) == (o.value, o.suit)
    def __lt__(self, o): return self.value < o.value
    def __hash__(self): return hash((self.rank, self.suit.name))
    def __repr__(self): return f'{self.rank}{self.suit.value}'
class Deck:
    def __init__(self): self._cards = [Card(r, s) for s in Suit for r in Card.RANKS]
    def __len__(self): return len(self._cards)
    def __getitem__(self, i): return self._cards[i]
    def __setitem__(self, i, c): self._cards[i] = c
d = Deck(); print(len(d), d[0], d[-1], d[:3], d[12::13], Card('A', Suit.SPADES) in d, sorted(d, key=lambda c: (c.value, c.suit.name))[:4])
random.seed(42); random.shuffle(d); print(d[:5], random.choice(d), random.randint(1, 6), random.sample(range(100), 3), round(random.random(), 6), max(d[:5]), [c.suit.color for c in d[:3]])
from itertools import groupby
hand = sorted(d[:7], key=lambda c: c.suit.name)
print({k: list(g) for k, g in groupby(hand, key=lambda c: c.suit.name)}, len({Card('2', Suit.HEARTS), Card('2', Suit.HEARTS)}), list(reversed(d))[:2])
#%% iterators
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n + 1
print(list(Countdown(3)), max(Countdown(5)), [a for a in zip(Countdown(2), Countdown(3))], 2 in Countdown(3), sum(Countdown(4)))
class Fib:
    def __getitem__(self, i):
        if i > 10: raise IndexError
        a, b = 0, 1
        for _ in range(i): a, b = b, a + b
        return a
print(list(Fib()), Fib()[6], 8 in Fib(), [x for x in Fib() if x % 2 == 0])
class Chunk:
    def __init__(self, xs, n): self.xs, self.n = xs, n
    def __len__(self): return -(-len(self.xs) // self.n)
    def __iter__(self): return (self.xs[i:i + self.n] for i in range(0, len(self.xs), self.n))
print(list(Chunk([1, 2, 3, 4, 5], 2)), len(Chunk('abcde', 2)), next(iter(Chunk('abc', 2))))
it = iter([1, 2, 3]); print(next(it), list(it), next(it, 'done'), iter(it) is it)
def window(xs, n):
    from collections import deque
    d = deque(maxlen=n)
    for x in xs:
        d.append(x)
        if len(d) == n: yield tuple(d)
print(list(window(range(5), 3)))
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found): found.append(n); yield n
        n += 1
from itertools import islice, chain, cycle, count, accumulate, product, permutations, combinations, groupby, tee, zip_longest, starmap, repeat, takewhile, dropwhile, pairwise, compress, filterfalse
print(list(islice(primes(), 8)), list(accumulate([1, 2, 3])), list(product('ab', repeat=2))[:3], list(permutations([1, 2, 3], 2)), list(combinations('abcd', 2)), list(pairwise('abc')), list(zip_longest([1], [2, 3])), list(starmap(pow, [(2, 3)])), list(chain.from_iterable(['ab', 'c'])), [''.join(g) for k, g in groupby('aabbb')], list(compress('abc', [1, 0, 1])), len(list(permutations(range(7)))))
a, b = tee([1, 2]); print(list(a), list(b), list(repeat('x', 2)), list(islice(cycle('ab'), 5)), list(takewhile(lambda x: x < 3, count())), list(dropwhile(lambda x: x < 3, range(5))))
gen = (i for i in range(3)); print(gen, next(gen)) if False else print(next(gen))
d = {'a': 1}; d2 = d.copy(); d2['b'] = 2; print(d, d2, d | {'c': 3}, {**d, **d2}, dict(a=1, **{'b': 2}), d.setdefault('z', []), list(d.items()), d2.pop('a'), d2.popitem(), d.get('q', 0), 'a' in d, dict.fromkeys('ab', 0), {v: k for k, v in d.items() if k == 'a'}, list(map(str, d)), sorted(d, reverse=True), len(d), d == {'a': 1, 'z': []})
#%% protocols
from typing import Protocol, runtime_checkable, overload, Final, Literal, TypedDict, NewType, Generic, TypeVar, Any, Callable, Iterable, Sequence, Mapping, Self
@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...
class Sq:
    def draw(self) -> str: return '[]'
class No: pass
print(isinstance(Sq(), Drawable), isinstance(No(), Drawable), isinstance([], Iterable), isinstance({}, Mapping), isinstance('a', Sequence), callable(Sq().draw))
class Movie(TypedDict, total=False):
    name: str
    year: int
m: Movie = {'name': 'X'}; m2 = Movie(name='Y', year=2); print(m, m2, type(m2), Movie.__annotations__)
UserId = NewType('UserId', int); print(UserId(5) + 1)
K = TypeVar('K'); V = TypeVar('V', bound=int)
class Cache(Generic[K, V]):
    def __init__(self, size: int = 2) -> None: self.size = size; self.d: dict[K, V] = {}
    def get(self, k: K, default: V | None = None) -> V | None: return self.d.get(k, default)
    def put(self, k: K, v: V) -> Self:
        if len(self.d) >= self.size: self.d.pop(next(iter(self.d)))
        self.d[k] = v; return self
c: Cache[str, int] = Cache(); c.put('a', 1).put('b', 2).put('c', 3); print(c.d, c.get('a'), c.get('c'), K, Cache.__name__)
Mode = Literal['r', 'w']; MAX: Final[int] = 3
def f(mode: Mode = 'r', *args: int, key: Callable[[int], int] | None = None, **kw: Any) -> list[tuple[int, str]]: return [(MAX, mode)]
print(f(), f.__annotations__['mode'], f.__annotations__['return'], f.__annotations__['args'], f.__annotations__['key'])
class Stack[T]:
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items)
def first[T](xs: list[T]) -> T: return xs[0]
print(first([1, 2])); type Alias = dict[str, int]
class Shape:
    def __eq__(self, o: object) -> bool: return isinstance(o, Shape)
    __hash__ = None
try: {Shape()}
except TypeError as e: print(e)
def typed(x: int, y: "str" = 'a') -> None: ...
print(typed.__annotations__, typed(1), typed.__defaults__)
import collections.abc as cabc
class Seq(cabc.Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
q = Seq(3, 1, 2); print(list(q), 1 in q, q.index(2), q.count(3), list(reversed(q)), isinstance(q, cabc.Sequence), sorted(q))
class MM(cabc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
mm = MM(); mm['a'] = 1; mm.update(b=2); print(dict(mm), mm.get('z', 0), mm.pop('a'), list(mm.items()), 'b' in mm, mm.setdefault('c', 3), isinstance(mm, cabc.Mapping), {**mm}, mm == {'b': 2, 'c': 3}, list(mm.keys()))
class It(cabc.Iterator):
    def __init__(self): self.i = 0
    def __next__(self):
        self.i += 1
        if self.i > 2: raise StopIteration
        return self.i
print(list(It()))
#%% mixins
class JsonMixin:
    def to_dict(self): return {k: (v.to_dict() if isinstance(v, JsonMixin) else v) for k, v in self.__dict__.items() if not k.startswith('_')}
class ReprMixin:
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
class Base:
    def __init__(self, **kw): super().__init__(**kw); print('Base')
class Named:
    def __init__(self, name='', **kw): super().__init__(**kw); self.name = name; print('Named')
class Aged:
    def __init__(self, age=0, **kw): super().__init__(**kw); self.age = age; print('Aged')
class Person(JsonMixin, ReprMixin, Named, Aged, Base): pass
p = Person(name='Al', age=3); print(p, p.to_dict(), [c.__name__ for c in Person.__mro__])
import json
print(json.dumps(p.__dict__), json.dumps([p.to_dict()], indent=1), json.dumps({'a': (1, 2), 'b': None, 'c': True, 'd': 1.5}, sort_keys=True))
class Enc(json.JSONEncoder):
    def default(self, o): return o.to_dict() if hasattr(o, 'to_dict') else super().default(o)
print(json.dumps({'p': p}, cls=Enc), json.loads('{"x": [1, 2.5, null, true]}'))
try: json.dumps(p)
except TypeError as e: print(e)
import copy
class N:
    def __init__(self, v, kids=()): self.v = v; self.kids = list(kids)
n = N(1, [N(2)]); sh = copy.copy(n); dp = copy.deepcopy(n); sh.kids.append(3); dp.kids[0].v = 9
print(len(n.kids), n.kids[0].v, dp.kids[0].v, sh.kids is n.kids, dp.kids is n.kids)
class Acc:
    total = 0; items = []
    def add(self, x): self.total += x; self.items.append(x)
a, b = Acc(), Acc(); a.add(1); b.add(5); print(a.total, b.total, Acc.total, a.items, Acc.items is b.items, a.__dict__)
class Outer:
    class Inner:
        def __init__(self): self.v = 1
        def __repr__(self): return self.__class__.__qualname__
    def make(self): return self.Inner()
print(Outer().make(), Outer.Inner.__name__, Outer.Inner().v)
class Counter2:
    def __init__(self): self.n = 0
    def __call__(self): self.n += 1; return self.n
    def __len__(self): return self.n
    def __contains__(self, x): return x <= self.n
    def __int__(self): return self.n
    def __index__(self): return self.n
    def __enter__(self): return self
    def __exit__(self, *a): self.n = 0
c = Counter2(); c(); c(); print(len(c), int(c), 'abc'[c], 1 in c, 5 in c, hex(c), c())
with c as k: k()
print(c.n, bool(c))
def make_counter(start=0, *, step=1):
    def inc():
        nonlocal start
        start += step
        return start
    inc.reset = lambda: None
    return inc
i = make_counter(step=5); i(); print(i(), i.reset(), i.__name__, i.__qualname__, make_counter.__kwdefaults__)
print((lambda x, *y, z=1, **w: (x, y, z, w))(1, 2, 3, z=4, q=5), [f(3) for f in [lambda x, n=n: x * n for n in range(3)]])
x = 10
def scope():
    global x
    x += 1
    return x
print(scope(), x, max([3, 1], [2, 9]), sorted([(1, 'b'), (1, 'a')]), [*range(3)], {**{'a': 1}}, (*'ab',), not [], 1 if [] else 2, 3 and 0 or 'x', 1 < 2 < 3, [] is [], None is None)
print('%s' % p, str(p), repr([p]), f'{p}', '{}'.format(p))
#%% attrs
class Config:
    defaults = {'debug': False, 'level': 1}
    def __init__(self, **kw):
        for k, v in {**self.defaults, **kw}.items(): setattr(self, k, v)
    def __getitem__(self, k): return getattr(self, k)
    def __setitem__(self, k, v): setattr(self, k, v)
    def __iter__(self): return iter(vars(self).items())
    def __contains__(self, k): return k in self.__dict__
    def __len__(self): return len(self.__dict__)
    def __eq__(self, o): return self.__dict__ == o.__dict__
    def __repr__(self): return f"Config({', '.join(f'{k}={v!r}' for k, v in self)})"
c = Config(level=3, name='x'); c['extra'] = [1]; print(c, dict(c), 'debug' in c, len(c), c == Config(level=3, name='x', extra=[1]), c.__dict__ | {'z': 1}, list(c.__dict__.values()))
c.__dict__.pop('extra'); c.__dict__.clear(); print(c, vars(c)); c.__dict__['q'] = 1; print(c.q, {**vars(c)})
class Meta2(type):
    def __prepare__(name, bases, **kw): return {}
    def __new__(mcls, name, bases, ns, **kw):
        ns = {k.upper() if not k.startswith('_') and not callable(v) else k: v for k, v in ns.items()}
        return super().__new__(mcls, name, bases, ns)
    def __instancecheck__(cls, inst): return hasattr(inst, 'quack')
    def __subclasscheck__(cls, sub): return 'quack' in sub.__dict__
class Duck(metaclass=Meta2): legs = 2
class Robot:
    def quack(self): return 'beep'
print(Duck.LEGS, hasattr(Duck, 'legs'), isinstance(Robot(), Duck), issubclass(Robot, Duck), isinstance(3, Duck))
class Validated:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        for n in getattr(cls, 'required', ()):
            if not hasattr(cls, n): raise TypeError(f'{cls.__name__} needs {n}')
class V1(Validated): required = ('x',); x = 1
try:
    class V2(Validated): required = ('y',)
except TypeError as e: print(e)
class Weird:
    def __bool__(self): return 1
try: bool(Weird())
except TypeError as e: print(e)
class Bad:
    def __init__(self): return 5
try: Bad()
except TypeError as e: print(e)
class NoLen: pass
for f in (lambda: len(NoLen()), lambda: iter(NoLen()), lambda: NoLen()[0], lambda: NoLen() + 1, lambda: NoLen() < NoLen(), lambda: NoLen()(), lambda: -NoLen(), lambda: int(NoLen()), lambda: NoLen(1), lambda: 'a' in NoLen(), lambda: [1][NoLen()], lambda: NoLen.x, lambda: sorted([NoLen(), NoLen()]), lambda: sum([NoLen()]), lambda: {NoLen(): 1}[1], lambda: next(NoLen()), lambda: abs(NoLen()), lambda: round(NoLen())):
    try: f()
    except Exception as e: print(type(e).__name__, e)
#%% super_chain
class A:
    def __init__(self): print('A'); super().__init__()
    def go(self, n=0): return ['A', n]
class B(A):
    def __init__(self): print('B'); super().__init__()
    def go(self, n=0): return ['B'] + super().go(n + 1)
class C(A):
    def __init__(self): print('C'); super().__init__()
    def go(self, n=0): return ['C'] + super(C, self).go(n + 1)
class D(B, C):
    def go(self, *a): return ['D'] + B.go(self, *a) + [super().go is not None]
d = D(); print(d.go(), D.__mro__[2].__name__, super(B, d).go(), isinstance(d, C), D.go(d))
class P:
    @classmethod
    def make(cls, *a): return cls(*a)
    @staticmethod
    def util(x): return x * 2
    @property
    def v(self): return 1
class Q(P):
    def __init__(self, x=0): self.x = x
    @classmethod
    def make(cls, x): o = super().make(x); o.x += 1; return o
    @property
    def v(self): return super().v + 10
    @staticmethod
    def util(x): return P.util(x) + 1
q = Q.make(5); print(q.x, q.v, Q.util(3), q.util(1), type(q).__name__, P.make().__class__.__name__)
class Err(ValueError):
    def __init__(self, code, msg='m'): super().__init__(f'{code}:{msg}'); self.code = code
    def __reduce__(self): return (Err, (self.code,))
class Sub(Err): pass
try: raise Sub(5)
except Err as e: print(repr(e), e.code, e.args, isinstance(e, ValueError), Sub.__mro__[1:4])
class L(list):
    def __init__(self, *a, **k): super().__init__(*a); self.meta = k
    def append(self, x): super().append(x * 2)
    def __getitem__(self, i): r = super().__getitem__(i); return L(r) if isinstance(i, slice) else r
    def __eq__(self, o): return super().__eq__(list(o))
    def __contains__(self, x): return super().__contains__(x)
    def __len__(self): return super().__len__()
    def __iter__(self): return super().__iter__()
    def __add__(self, o): return L(super().__add__(o))
    def __str__(self): return 'L' + super().__str__()
l = L([1, 2], tag='t'); l.append(3); print(l, l.meta, type(l[:2]).__name__, l == [1, 2, 6], 6 in l, len(l), type(l + [1]).__name__, list(l), str(l), repr(l), [*l])
class DD(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.log = []
    def __setitem__(self, k, v): self.log.append(k); super().__setitem__(k, v)
    def __delitem__(self, k): self.log.append('-' + k); super().__delitem__(k)
    def update(self, *a, **k):
        for kk, v in dict(*a, **k).items(): self[kk] = v
    def keys(self): return sorted(super().keys())
    def __repr__(self): return f'DD({super().__repr__()})'
    def copy(self): return DD(self)
x = DD(b=1); x['a'] = 2; x.update(c=3); del x['b']; print(x, x.log, x.keys(), x.copy(), x.setdefault('z', 9), x.log, x == {'a': 2, 'c': 3, 'z': 9}, x.items(), [k for k in x])
#%% closures
def make():
    fs = []
    for i in range(3):
        def f(x, i=i): return x + i
        fs.append(f)
    return fs
print([f(10) for f in make()], [f() for f in [lambda: i for i in range(3)]], [g(2) for g in [lambda x, k=k: x ** k for k in range(3)]])
def acc():
    total = 0
    def add(x):
        nonlocal total
        total += x
        return total
    def reset():
        nonlocal total
        total = 0
    return add, reset
a, r = acc(); a(5); print(a(3)); r(); print(a(1))
def curry(f, *a): return (lambda *b: curry(f, *a, *b)) if len(a) < f.__code__.co_argcount else f(*a)
print(curry(lambda a, b, c: a + b + c)(1)(2)(3), curry(lambda a, b: a * b)(3, 4))
def memo(f):
    cache = {}
    def w(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    w.cache = cache
    return w
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), len(fib.cache))
def varargs(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(varargs(1, c=3), varargs(1, 5, 6, 7, c=8, e=9), varargs(*[1, 2], **{'c': 3, 'x': 1}))
for bad in ("varargs(1)", "varargs(c=1)", "varargs(1, c=2, a=3)", "make(1)", "(lambda: 0)(x=1)", "curry()"):
    try: eval(bad)
    except TypeError as e: print(e)
x = 'global'
class K:
    x = 'class'
    y = [x for _ in range(2)] if False else x
    def get(self): return x, self.x
print(K().get(), K.y)
def outer():
    x = 'outer'
    def inner(): return x
    def change(): nonlocal x; x = 'changed'
    change(); return inner(), locals().get('x')
print(outer())
def default(x, acc=[]): acc.append(x); return acc
default(1); print(default(2), default.__defaults__)
print((lambda f: f(f, 5))(lambda s, n: 1 if n == 0 else n * s(s, n - 1)), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])), sorted('bca', key=lambda c: -ord(c)))
if (n := len('abc')) > 2: print('walrus', n)
print([y := 1, y + 1], [z for z in range(10) if (h := z % 3) == 2], h)
def gen():
    x = yield 1
    while x: x = yield x * 2
g = gen(); next(g); print(g.send(4), g.send(5)); 
try: g.send(0)
except StopIteration: print('over')
#%% match
from dataclasses import dataclass
from enum import Enum
class Color(Enum): RED = 1; BLUE = 2
@dataclass
class Point: x: int; y: int
@dataclass
class Line: a: Point; b: Point
def f(v):
    match v:
        case None: return 'none'
        case True | False: return f'bool {v}'
        case int(n) if n < 0: return f'neg {n}'
        case int() | float(): return f'num {v}'
        case str(s) if s.startswith('#'): return 'hex ' + s[1:]
        case '': return 'empty'
        case str(): return f'str {v}'
        case []: return 'empty list'
        case [x]: return f'one {x}'
        case [Point(x=0, y=y), *rest]: return f'pts {y} {len(rest)}'
        case (a, b, *rest): return f'many {a} {b} {rest}'
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': t, **rest}: return f'{t} {rest}'
        case {}: return 'dict'
        case Point(0, 0): return 'origin'
        case Point(x, y) if x == y: return f'diag {x}'
        case Point(x=x): return f'pt {x}'
        case Line(Point(x1, _), b=Point(x2, _) as end): return f'line {x1} {x2} {end}'
        case Color.RED: return 'red!'
        case _: return f'other {type(v).__name__}'
for v in [None, True, -3, 2.5, '#ff', '', 'abc', [], [7], [Point(0, 5), 1, 2], (1, 2, 3, 4), {'type': 'circle', 'r': 2}, {'type': 'sq', 'w': 1}, {}, Point(0, 0), Point(2, 2), Point(1, 2), Line(Point(1, 1), Point(2, 2)), Color.RED, Color.BLUE, {1}, b'x']: print(f(v))
def cmd(s):
    match s.split():
        case ['go', ('north' | 'south') as d]: return f'going {d}'
        case ['take', *items] if items: return f'taking {", ".join(items)}'
        case ['quit' | 'exit']: return 'bye'
        case [c, *_]: return f'unknown {c}'
        case _: return 'empty'
print([cmd(s) for s in ['go north', 'go up', 'take a b', 'exit', '']])
#%% numeric_class
from fractions import Fraction
from decimal import Decimal
import math, operator
class Rational:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError('denominator is zero')
        g = math.gcd(n, d) * (-1 if d < 0 else 1); self.n, self.d = n // g, d // g
    def _op(self, o, f):
        if isinstance(o, int): o = Rational(o)
        if not isinstance(o, Rational): return NotImplemented
        return f(self, o)
    def __add__(s, o): return s._op(o, lambda a, b: Rational(a.n * b.d + b.n * a.d, a.d * b.d))
    __radd__ = __add__
    def __sub__(s, o): return s._op(o, lambda a, b: Rational(a.n * b.d - b.n * a.d, a.d * b.d))
    def __rsub__(s, o): return -(s - o)
    def __mul__(s, o): return s._op(o, lambda a, b: Rational(a.n * b.n, a.d * b.d))
    __rmul__ = __mul__
    def __truediv__(s, o): return s._op(o, lambda a, b: Rational(a.n * b.d, a.d * b.n))
    def __pow__(s, k): return Rational(s.n ** k, s.d ** k) if k >= 0 else Rational(s.d ** -k, s.n ** -k)
    def __neg__(s): return Rational(-s.n, s.d)
    def __abs__(s): return Rational(abs(s.n), s.d)
    def __eq__(s, o): return s._op(o, lambda a, b: (a.n, a.d) == (b.n, b.d))
    def __lt__(s, o): return s._op(o, lambda a, b: a.n * b.d < b.n * a.d)
    def __le__(s, o): return s < o or s == o
    def __float__(s): return s.n / s.d
    def __int__(s): return s.n // s.d
    def __hash__(s): return hash(Fraction(s.n, s.d))
    def __str__(s): return f'{s.n}/{s.d}' if s.d != 1 else str(s.n)
    def __repr__(s): return f'Rational({s.n}, {s.d})'
    def __floordiv__(s, o): return int(s / o)
    def __mod__(s, o): return s - o * (s // o)
    def __divmod__(s, o): return s // o, s % o
    def __round__(s, n=None): return round(float(s), n)
    def __bool__(s): return s.n != 0
    def __floor__(s): return int(s)
a, b = Rational(1, 2), Rational(-3, -4)
print(a + b, a - b, a * b, a / b, a ** 3, b ** -2, -a, abs(-a), a < b, a <= b, a > b, a >= a, 1 + a, 1 - a, 2 * a, a == Rational(2, 4), a != b, float(b), int(Rational(7, 2)), str(a), repr(b), [a], sum([a, b]), sorted([b, a]), max(a, b), divmod(Rational(7, 2), 1), round(b, 1), bool(Rational(0)), math.floor(Rational(9, 4)), {a: 'h'}[Rational(1, 2)])
for f in (lambda: a + 'x', lambda: 'x' + a, lambda: a < 'x', lambda: Rational(1, 0), lambda: a ** 'q', lambda: a == 'x'):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(Fraction(1, 3) + Fraction(1, 6), Fraction('0.125'), Fraction(3, 6) == 0.5, Decimal('0.1') + Decimal('0.2'), round(Decimal('2.675'), 2), operator.itemgetter(1)('abc'), operator.attrgetter('n')(a), operator.methodcaller('upper')('x'), list(map(operator.add, [1, 2], [3, 4])), sorted([('b', 1), ('a', 2)], key=operator.itemgetter(0)))
class Angle(float):
    def __new__(cls, deg): return float.__new__(cls, deg % 360)
    def __add__(self, o): return Angle(float(self) + float(o))
    @property
    def rad(self): return math.radians(self)
x = Angle(350) + 20; print(x, x.rad == math.radians(10), math.sin(Angle(90) * math.pi / 180), f'{x:.1f}', [x], x == 10, sum([Angle(1), Angle(2)]), max(Angle(3), 2), isinstance(x, float), round(Angle(10.567), 1), Angle(10) // 3, int(Angle(9.9)))
#%% iterproto
class Paginator:
    def __init__(self, items, size): self.items, self.size = list(items), size
    @property
    def pages(self): return -(-len(self.items) // self.size)
    def __getitem__(self, k):
        if isinstance(k, slice): return [self[i] for i in range(*k.indices(self.pages))]
        if not -self.pages <= k < self.pages: raise IndexError('page out of range')
        k %= self.pages
        return self.items[k * self.size:(k + 1) * self.size]
p = Paginator(range(7), 3); print(p[0], p[-1], p[0:2], list(p), len(list(p)), [3, 4, 5] in p, *p)
try: p[5]
except IndexError as e: print(e)
class Grid:
    def __init__(self, w, h, fill=0): self.w, self.h = w, h; self._c = [[fill] * w for _ in range(h)]
    def __getitem__(self, pos): x, y = pos; return self._c[y][x]
    def __setitem__(self, pos, v): x, y = pos; self._c[y][x] = v
    def __iter__(self): return ((x, y, self[x, y]) for y in range(self.h) for x in range(self.w))
    def __contains__(self, pos): return 0 <= pos[0] < self.w and 0 <= pos[1] < self.h
    def __str__(self): return '\n'.join(''.join('#' if c else '.' for c in r) for r in self._c)
    def neighbors(self, x, y):
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if (dx or dy) and (x + dx, y + dy) in self: yield self[x + dx, y + dy]
    def __len__(self): return self.w * self.h
g = Grid(4, 3); g[1, 1] = g[2, 1] = g[3, 2] = 1; print(g); print(len(g), (5, 5) in g, sum(g.neighbors(2, 2)), [t for t in g if t[2]])
class Circular:
    def __init__(self, *a): self.a = a; self.i = -1
    def __next__(self): self.i = (self.i + 1) % len(self.a); return self.a[self.i]
    def __iter__(self): return self
c = Circular('a', 'b'); print([next(c) for _ in range(5)], [x for x, _ in zip(c, range(3))])
class Once:
    def __enter__(self): return self
    def __exit__(self, et, ev, tb): print(et.__name__ if et else None, ev, tb is not None); return et is ZeroDivisionError
with Once() as o: 1 / 0
print('after')
def chunks(it, n):
    it = iter(it)
    while True:
        block = []
        try:
            for _ in range(n): block.append(next(it))
        except StopIteration:
            if block: yield block
            return
        yield block
print(list(chunks('abcdefg', 3)))
class Countable:
    instances = 0
    def __new__(cls, *a, **k): cls.instances += 1; return super().__new__(cls)
    def __init__(self, name): self.name = name
    def __del__(self): pass
    def __getstate__(self): return {}
a, b = Countable('x'), Countable('y'); print(Countable.instances, a.name)
print(type(iter([])), type(iter({})), type({}.items()), type(zip()), type(map(str, [])), type(enumerate([])), type(reversed([])), type(iter(range(1))), iter({1}).__class__.__name__)
print(repr(zip())[:13], repr(iter([]))[:21], str(map(str, []))[:13], repr((x for x in []))[:19], repr(range(3)), repr({}.keys()), repr({1: 2}.items()), repr(enumerate([]))[:18])

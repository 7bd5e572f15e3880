from enum import Enum, IntEnum, Flag, IntFlag, auto, unique
import enum, typing, abc, contextlib, textwrap, string
from typing import NamedTuple, Optional, List, TypeVar, Generic, Union, TypedDict, cast, Any, Callable, Dict, Tuple
from abc import ABC, abstractmethod
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return f'{self.name}={self.value}'
    @classmethod
    def favourite(cls): return cls.BLUE
    @property
    def short(self): return self.name[0]
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], list(Color), len(Color), Color.RED is Color.CRIMSON, Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED == 1, Color.RED in Color, [c.name for c in Color], Color.GREEN.describe(), Color.favourite(), Color.BLUE.short, isinstance(Color.RED, Color), {Color.RED: 'r'}[Color.RED], f'{Color.RED}', Color.__members__['CRIMSON'], type(Color.RED), Color)
class Shape(Enum):
    CIRCLE = 'circle'
    SQUARE = auto()
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print(Auto.A, [a.value for a in Auto], Shape('circle'), Shape.CIRCLE.value.upper())
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def density(self): return round(self.mass / self.radius ** 3)
print(Planet.EARTH.mass, Planet.MARS.value, Planet.EARTH.density, Planet((6.42e23, 3.39e6)))
class Level(IntEnum):
    LOW = 1
    HIGH = 5
print(Level.LOW < Level.HIGH, Level.LOW + 1, Level.HIGH == 5, [10, 20, 30][Level.LOW], list(range(Level.HIGH)), sorted([Level.HIGH, Level.LOW]), int(Level.HIGH), repr(Level.LOW), Level.HIGH * 2, Level(5), max(Level), f'{Level.HIGH}', '%d' % Level.LOW if False else Level.LOW.value, Level.LOW > 0, 7 > Level.HIGH, 5 == Level.HIGH)
class Kind(str, Enum):
    A = 'a'
    B = 'b'
print(Kind.A == 'a', Kind('b'), Kind.A.value, Kind.B.name, 'a' == Kind.A, [k.value for k in Kind])
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
rw = Perm.R | Perm.W
print(Perm.X.value, rw.value, Perm.R in rw, Perm.X in rw, bool(rw & Perm.X), (rw ^ Perm.R).value, rw == Perm.R | Perm.W, Perm.W)
for action in [lambda: Color(9), lambda: Color['PINK'], lambda: Color.RED < Color.GREEN, lambda: Shape('tri')]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
class Point(NamedTuple):
    x: int
    y: float = 0.0
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
p = Point(3, 4)
print(p, p.x, p[1], p.norm(), Point(1), Point(y=2, x=1), p == Point(3, 4), list(p), p._asdict(), p._replace(x=9), len(p), Point._fields); a, b = p; print(a, b)
class Movie(TypedDict):
    name: str
    year: int
m = Movie(name='x', year=1); print(m, m['name'], cast(int, 'a'))
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, item: T) -> 'Stack': self.items.append(item); return self
print(Stack().push(1).items, T, typing.TYPE_CHECKING)
def f(x: Optional[int], y: Union[int, str] = 1, *z: Any, g: Callable[[int], str] = str) -> Dict[str, Tuple[int, ...]]: return g(y)
print(f(1))
class Base(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f'{self.name} {self.area()}'
class Sq(Base):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return 'sq'
print(Sq(3).show(), isinstance(Sq(1), Base))
class One:
    _it = None
    def __new__(cls, *args):
        if cls._it is None: cls._it = super().__new__(cls)
        return cls._it
    def __init__(self, v=0): self.v = v
print(One(1) is One(2), One().v)
class Registered:
    known = []
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); Registered.known.append(cls.__name__)
    def __class_getitem__(cls, item): return f'{cls.__name__}[{item}]'
class Sub1(Registered): pass
class Sub2(Sub1): pass
print(Registered.known, Sub1['k'])
class Even:
    def __new__(cls, n): return n if n % 2 else object.__new__(cls)
    def __init__(self, n): self.n = n
print(Even(3), Even(4).n)
class Guard:
    def __setattr__(self, name, value):
        if name.startswith('_'): raise AttributeError('no ' + name)
        object.__setattr__(self, name, value * 2)
g = Guard(); g.x = 4; print(g.x)
try: g._y = 1
except AttributeError as e: print(e)
@contextlib.contextmanager
def tag(name):
    print('<' + name + '>')
    try: yield name.upper()
    except KeyError as e: print('caught', e)
    finally: print('</' + name + '>')
with tag('b') as v: print(v)
with tag('c'): raise KeyError('k')
try:
    with tag('d'): raise ValueError('out')
except ValueError as e: print(e)
with contextlib.suppress(ZeroDivisionError, KeyError): 1 / 0
with contextlib.nullcontext(5) as n: print(n)
with contextlib.ExitStack() as st: print(st.enter_context(tag('e'))); st.callback(print, 'called')
def gen():
    while True:
        try: x = yield 1
        except ValueError as e: print('in gen', e); yield 2
it = gen(); print(next(it), it.throw(ValueError('v')), next(it))
try: it.throw(KeyError)
except KeyError as e: print(repr(e), list(it))
long = 'The quick brown fox jumps over the lazy dog, and a-hyphenated-word follows   spaced text.'
print(textwrap.wrap(long, 20)); print(textwrap.fill(long, 30, initial_indent='* ', subsequent_indent='  ')); print(repr(textwrap.dedent('''
    a
      b

    c''')), repr(textwrap.indent('a\n\nb', '> ')), textwrap.shorten(long, 30), textwrap.wrap('supercalifragilistic', 6), textwrap.wrap(''), textwrap.wrap('a b', 1), textwrap.shorten('Hello world', 8, placeholder='...'))
print(string.Template('$who likes ${what} $$5').substitute(who='tim', what='kung'), string.Template('$a $b').safe_substitute(a=1), string.capwords('hello wORLD'))
try: string.Template('$a').substitute()
except KeyError as e: print(repr(e))
sum = 3; max = None; list = 'shadowed'
import statistics; print(statistics.mean([1, 2, 3]))

#%% basics
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
    label: str = 'p'
p = P(1)
print(p, p == P(1, 0), p != P(2), p.x, P(1, 2, label='q'), P(y=5, x=6))
p.x = 9
print(p, [P(1), P(2)], P.__name__, p.__dict__)
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(1, z=2), lambda: P(1, x=2), lambda: P(1) < P(2)):
    try:
        f()
    except TypeError as e:
        print(e)

#%% fields_and_factories
from dataclasses import dataclass, field, fields
@dataclass
class S:
    name: str
    tags: list = field(default_factory=list)
    secret: int = field(default=5, repr=False)
    calc: int = field(init=False, default=7)
    key: int = field(default=0, compare=False)
a, b = S('a'), S('a')
a.tags.append(1)
print(a, b, a.secret, a.calc, [f.name for f in fields(S)], S('q', key=1) == S('q', key=2), [f.name for f in fields(a)])
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)

#%% post_init_and_methods
from dataclasses import dataclass
import math
@dataclass
class Circle:
    r: float
    cx: float = 0.0
    def __post_init__(self):
        if self.r < 0:
            raise ValueError('negative radius')
        self.area = round(math.pi * self.r ** 2, 2)
    def grow(self, k): return Circle(self.r * k, self.cx)
    @property
    def d(self): return self.r * 2
c = Circle(2)
print(c, c.area, c.grow(2), c.d)
try:
    Circle(-1)
except ValueError as e:
    print(e)

#%% order_and_frozen
from dataclasses import dataclass
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
print(sorted([V(2), V(1, 5), V(1, 2)]), V(1) < V(2), V(1) <= V(1), V(3) > V(2), V(3) >= V(4), max(V(1), V(2)))
@dataclass(frozen=True)
class F:
    x: int
f = F(1)
print(hash(f) == hash(F(1)), {f: 'a'}[F(1)], len({F(1), F(1), F(2)}))
try:
    f.x = 2
except Exception as e:
    print(type(e).__name__, e)
try:
    hash(V(1))
except TypeError as e:
    print(e)

#%% asdict_astuple_replace
from dataclasses import dataclass, asdict, astuple, replace, field
@dataclass
class P:
    x: int
    y: int
@dataclass
class Line:
    a: P
    b: P
    pts: list = field(default_factory=list)
l = Line(P(0, 1), P(2, 3), [P(9, 9)])
print(asdict(l), astuple(l), replace(l.a, y=7), asdict(l)['a']['x'])

#%% inheritance
from dataclasses import dataclass
@dataclass
class Base:
    x: int
    y: int = 1
@dataclass
class Child(Base):
    z: int = 2
    y: int = 10
print(Child(0), Child(0, 5, 6), Base(1), isinstance(Child(1), Base), Child(1) == Base(1))

#%% options_and_class_vars
from dataclasses import dataclass
from typing import ClassVar, List, Optional
@dataclass(eq=False, repr=False)
class A:
    x: int
    count: ClassVar[int] = 3
    opt: Optional[str] = None
a = A(1)
print(a == A(1), a.count, a.opt, A.count)
@dataclass
class B:
    x: int
    def __repr__(self): return f'<B {self.x}>'
print(B(1), [B(2)], B(1) == B(1))

#%% kw_only_and_slots
from dataclasses import dataclass, KW_ONLY, field
@dataclass(kw_only=True)
class A:
    x: int
    y: int = 2
print(A(x=1))
try:
    A(1)
except TypeError as e:
    print(e)
@dataclass
class B:
    a: int
    _: KW_ONLY
    b: int = 5
print(B(1, b=2))

#%% match_dataclass
from dataclasses import dataclass
@dataclass
class Circle: r: float
@dataclass
class Rect:
    w: float
    h: float
def area(s):
    match s:
        case Circle(r): return 3 * r * r
        case Rect(w, h) if w == h: return f'square {w * w}'
        case Rect(w=w, h=h): return w * h
print(area(Circle(2)), area(Rect(2, 3)), area(Rect(2, 2)))

#%% uncaught_dataclass_error
from dataclasses import dataclass

@dataclass
class Box:
    x: int
    y: int

print(Box(1, 2))
print(Box(1))

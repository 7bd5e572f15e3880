#%% basics
from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 'g'
    BLUE = (0, 0, 255)
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(1), Color['GREEN'], Color.BLUE.value[2], Color.RED == Color.RED, Color.RED is Color(1), Color.RED != Color.GREEN, Color.RED == 1)
print(list(Color), len(Color), [c.name for c in Color], Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: 'r'}[Color.RED], type(Color.RED).__name__, f'{Color.RED}', str(Color.GREEN))

#%% auto_and_aliases
from enum import Enum, auto
class S(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
    E = 1
print([(s.name, s.value) for s in S], S.E is S.A, S.D.value, S(10), list(S.__members__))

#%% methods_and_properties
from enum import Enum
class Shape(Enum):
    SQUARE = 4
    TRI = 3
    @property
    def angle(self): return 180 * (self.value - 2) / self.value
    def describe(self): return f'{self.name.lower()} has {self.value} sides'
    @classmethod
    def default(cls): return cls.TRI
    def __str__(self): return f'<{self.name}>'
print(Shape.SQUARE.angle, Shape.TRI.describe(), Shape.default(), str(Shape.TRI), f'{Shape.TRI}', Shape.TRI)

#%% int_enum
from enum import IntEnum
class L(IntEnum):
    LOW = 1
    HIGH = 5
print(L.LOW < L.HIGH, L.HIGH + 1, L.LOW == 1, sorted([L.HIGH, L.LOW]), max(L), int(L.HIGH), [0, 'a'][L.LOW], repr(L.LOW), str(L.LOW), f'{L.LOW}', isinstance(L.LOW, int))

#%% errors
from enum import Enum
class C(Enum):
    A = 1
for f in (lambda: C(5), lambda: C['Z'], lambda: C.Z, lambda: setattr(C, 'A', 3), lambda: C.A < C.A, lambda: C()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#%% string_enum_mixin
from enum import Enum
class Mode(str, Enum):
    RGB = 'RGB'
    GRAY = 'L'
print(Mode.RGB == 'RGB', Mode.RGB.value, Mode('L').name, Mode.RGB.lower(), isinstance(Mode.RGB, str), len(Mode.GRAY))

#%% flags
from enum import Flag, auto
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
rw = P.R | P.W
print(P.R in rw, P.X in rw, rw.value, (rw & P.W).name, bool(P.R & P.X), [p.name for p in P], (rw ^ P.R) == P.W)

#%% enum_in_match_and_dict
from enum import Enum
class Dir(Enum):
    N, E, S, W = range(4)
    def turn(self): return Dir((self.value + 1) % 4)
def f(d):
    match d:
        case Dir.N: return 'up'
        case Dir.S: return 'down'
        case _: return 'side'
print([f(d) for d in Dir], Dir.W.turn(), {d: d.value for d in Dir}[Dir.S], sorted(Dir, key=lambda d: -d.value)[0])

#%% functional_api
from enum import Enum
A = Enum('A', ['X', 'Y'])
B = Enum('B', 'P Q')
print(list(A), A.X.value, B.Q.value, B(1), A.Y.name)

#%% unique_and_iteration
from enum import Enum, unique
@unique
class U(Enum):
    A = 1
    B = 2
for u in U:
    print(u.name, u.value, hash(u) == hash(U(u.value)))
try:
    @unique
    class V(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)

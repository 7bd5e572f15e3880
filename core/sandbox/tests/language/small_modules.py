import copy, dataclasses, operator, statistics, heapq, bisect, fractions, math, warnings
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError
from fractions import Fraction
class Node:
    def __init__(self, v): self.v = v; self.kids = []; self.parent = None
    def add(self, k): self.kids.append(k); k.parent = self; return self
n = Node(1).add(Node(2)); c = copy.deepcopy(n); c.kids[0].v = 9
print(n.kids[0].v, c.kids[0].v, c.kids[0].parent is c, c is n, copy.copy(n).kids is n.kids)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, m is not l); s = [1, 2]; pair = [s, s]; q = copy.deepcopy(pair); print(q[0] is q[1], q[0] is s, copy.deepcopy((1, [2])), copy.deepcopy({'a': {1, 2}, (1,): [3]}), copy.copy((1, 2)), copy.deepcopy('x'))
class Own:
    def __init__(self, x): self.x = x
    def __copy__(self): return Own('copied')
    def __deepcopy__(self, memo): return Own(copy.deepcopy(self.x, memo) + ['deep'])
print(copy.copy(Own(1)).x, copy.deepcopy(Own([1])).x)
@dataclass(frozen=True)
class P:
    x: int
    y: int = 0
print(P(1), P(1, 2) == P(1, 2), {P(1, 2): 'a'}[P(1, 2)], len({P(1), P(1)}), P(1) == (1, 0), replace(P(1), y=5), asdict(P(3)), astuple(P(3)), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(1))
for action in [lambda: setattr(P(1), 'x', 2), lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=3), lambda: P(1, x=2), lambda: fields(3)]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, isinstance(e, AttributeError), e)
@dataclass(order=True)
class Item:
    rank: int
    name: str = field(compare=False, default='?')
    tags: list = field(default_factory=list, repr=False, compare=False)
    area: float = field(init=False, default=0.0)
    def __post_init__(self): self.area = self.rank * 2.0
print(sorted([Item(3, 'c'), Item(1, 'a')]), Item(1, 'x') == Item(1, 'y'), Item(1) < Item(2), Item(2) >= Item(2), Item(1, tags=[1]).tags)
@dataclass
class Outer:
    p: P
    ps: list
    d: dict = field(default_factory=dict)
print(asdict(Outer(P(1), [P(2)], {'k': P(3)})), Outer(P(1), []), astuple(Outer(P(1), [P(2)])))
@dataclass(kw_only=True)
class Kw:
    a: int
    b: int = 2
print(Kw(a=1))
try: Kw(1)
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e: print(e)
print(operator.mul(3, 4), operator.attrgetter('x', 'y')(P(1, 2)), operator.methodcaller('upper')('a'), operator.itemgetter(0, 2)('abc'), operator.and_(6, 3), operator.contains([1], 1), operator.not_(0), operator.getitem([1, 2], 1), operator.countOf([1, 1, 2], 1), operator.xor(5, 1), operator.index(4), operator.abs(-3))
print(statistics.mean([1, 2, 3.5]), statistics.fmean([1, 2]), statistics.median([1, 3, 2, 4]), statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4]), statistics.mode('aabb'), statistics.multimode('aabb'), statistics.pvariance([1, 2, 3, 4]), statistics.variance([1, 2, 3, 4]), statistics.stdev([1.5, 2.5, 4]), statistics.pstdev([2, 4, 4, 4, 5, 5, 7, 9]), round(statistics.geometric_mean([54, 24, 36]), 9), statistics.harmonic_mean([40, 60]), statistics.quantiles([1, 2, 3, 4, 5], n=4), statistics.quantiles(range(10), n=4, method='inclusive'), statistics.correlation([1, 2, 3], [2, 4, 6]), statistics.linear_regression([1, 2, 3], [3, 5, 7]), statistics.covariance([1, 2, 3], [1, 2, 4]), statistics.mean([Fraction(1, 2), Fraction(1, 3)]))
for action in [lambda: statistics.mean([]), lambda: statistics.median([]), lambda: statistics.stdev([1]), lambda: statistics.mode([])]:
    try:
        print(action())
    except statistics.StatisticsError as e:
        print(e, isinstance(e, ValueError))
h = [5, 2, 8, 1, 9, 3]; heapq.heapify(h); print(h, heapq.heappop(h), h, heapq.heapreplace(h, 7), h, heapq.heappushpop(h, 0), h); heapq.heappush(h, 4); print(h, heapq.nsmallest(2, h), heapq.nlargest(2, h, key=lambda v: -v), list(heapq.merge([1, 4], [2, 3])))
pq = []
for job in [(2, 'b'), (1, 'z'), (2, 'a')]: heapq.heappush(pq, job)
print([heapq.heappop(pq) for _ in range(3)])
a = [1, 3, 3, 5]; print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 9), bisect.bisect_left([5, 3, 1], -3, key=lambda v: -v)); bisect.insort(a, 4); bisect.insort_left(a, 3); print(a)
x = Fraction(3, -6); print(x, repr(x), x + Fraction(1, 3), x - 1, 1 - x, x * 2, 2 / x, x / Fraction(1, 4), x ** 2, x ** -1, -x, abs(x), float(x), int(Fraction(7, 2)), round(Fraction(7, 2)), round(Fraction(5, 2)), Fraction(7, 3) // 1, Fraction(7, 3) % 1, Fraction('0.125'), Fraction('3/4'), Fraction(0.5), Fraction('1e-2'), Fraction(math.pi).limit_denominator(100), x == -0.5, x < 0, Fraction(1, 2) == Fraction(2, 4), sorted([Fraction(1, 2), Fraction(1, 3)]), {Fraction(1, 2): 1}[Fraction(2, 4)], sum([Fraction(1, 3)] * 3), Fraction(1, 2) + 0.5, x.numerator, x.denominator, Fraction(4, 2), max(Fraction(1, 2), Fraction(2, 3)), math.floor(Fraction(7, 2)), math.ceil(Fraction(7, 2)), f'{Fraction(1, 3)}', Fraction())
for action in [lambda: Fraction(1, 0), lambda: Fraction('x'), lambda: Fraction(1.5, 2), lambda: Fraction(1, 2) + 'a']:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
warnings.filterwarnings('ignore'); warnings.simplefilter('ignore')
with warnings.catch_warnings(): pass

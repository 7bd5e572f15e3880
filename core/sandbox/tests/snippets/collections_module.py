#%% counter_basics
from collections import Counter
c = Counter('mississippi')
print(c, c['s'], c['z'], c.most_common(2), sorted(c.elements())[:4], sum(c.values()), len(c), c.total())
c.update('mmm')
c['q'] += 1
print(c['m'], c, list(c), Counter(['a', 'b', 'a']), Counter(a=2, b=1), Counter({'x': 3}), Counter())

#%% counter_arithmetic
from collections import Counter
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=1)
print(a + b, a - b, a & b, a | b, +Counter(a=1, b=-1), a == Counter(b=1, a=3), a.copy() is a)
a.subtract(b)
print(a, dict(a), a.most_common(), 'a' in a, a.get('zz'), a.pop('c'), del_ok := True)

#%% counter_words
from collections import Counter
text = 'it was the best of times it was the worst of times'
c = Counter(text.split())
for w, n in c.most_common(3):
    print(w, n)
print(c.most_common()[-1], max(c, key=c.get), sorted(c.items(), key=lambda p: (-p[1], p[0]))[:2], Counter(len(w) for w in text.split()))

#%% defaultdict_forms
from collections import defaultdict
d = defaultdict(list)
for k, v in [('a', 1), ('b', 2), ('a', 3)]:
    d[k].append(v)
print(d, dict(d), d['new'], len(d), d.get('zz'), 'zz' in d)
n = defaultdict(int)
for ch in 'hello':
    n[ch] += 1
print(dict(n), defaultdict(lambda: 'x')['q'], defaultdict(set), defaultdict(int, a=1), d.default_factory)
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print({k: dict(v) for k, v in nested.items()})
try:
    defaultdict(None)['k']
except KeyError as e:
    print(e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)

#%% deque_forms
from collections import deque
d = deque([1, 2, 3])
d.append(4); d.appendleft(0); d.extend([5, 6]); d.extendleft([-1, -2])
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], 3 in d)
d.rotate(2); print(d)
d.rotate(-1); print(d, list(d), list(reversed(d)), d.index(3), d.count(3))
m = deque(maxlen=3)
for i in range(5): m.append(i)
print(m, m.maxlen, deque('abc', 2), deque() == deque([]), bool(deque()))
d.remove(3); d.insert(1, 'x'); d[0] = 'first'; d.reverse()
print(d, d.copy(), sorted([3, 1]), d.clear(), d)
try:
    deque().pop()
except IndexError as e:
    print(e)

#%% namedtuple_forms
from collections import namedtuple
P = namedtuple('P', ['x', 'y'])
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._make([5, 6]), p == (1, 2), p + (3,), len(p), isinstance(p, tuple), hash(p) == hash((1, 2)))
x, y = p
Q = namedtuple('Q', 'a b c', defaults=[0])
print(x, y, Q(1, 2), Q(1, 2, 3), sorted([P(2, 1), P(1, 5)]), max([P(2, 1), P(1, 5)], key=lambda v: v.y), [*p], Q.__name__, Q(1, 2)._asdict())
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: p.z, lambda: setattr(p, 'x', 5), lambda: P(1, z=2)):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

#%% namedtuple_subclass
from collections import namedtuple
class Point(namedtuple('Point', 'x y')):
    __slots__ = ()
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
p = Point(3, 4)
print(p, p.norm, p + Point(1, 1), p[0], tuple(p), f'{p.x}-{p.y}', p == (3, 4))

#%% ordereddict_forms
from collections import OrderedDict
d = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
d.move_to_end('a')
print(d, list(d), d.popitem(last=False), d.popitem(), d)
d['z'] = 0
d.move_to_end('z', last=False)
print(list(d.items()), d == {'z': 0, 'c': 3}, OrderedDict(a=1) == OrderedDict(a=1), OrderedDict.fromkeys('ab'), list(reversed(d)))
print(OrderedDict([('a', 1), ('b', 2)]) == OrderedDict([('b', 2), ('a', 1)]), isinstance(d, dict), len(d))

#%% chainmap_forms
from collections import ChainMap
base, over = {'a': 1, 'b': 2}, {'b': 20, 'c': 30}
m = ChainMap(over, base)
print(m['a'], m['b'], m.get('zz', 'none'), sorted(m), len(m), 'c' in m, dict(m) == {'a': 1, 'b': 20, 'c': 30})
m['a'] = 100
print(over, base, m.maps, m.parents['b'], m.new_child({'b': 0})['b'])

#%% deque_as_bfs_queue
from collections import deque
grid = ['S.#', '..#', '#.E']
q, seen = deque([(0, 0, 0)]), {(0, 0)}
while q:
    r, c, d = q.popleft()
    if grid[r][c] == 'E':
        print('found', r, c, d)
        break
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        nr, nc = r + dr, c + dc
        if 0 <= nr < 3 and 0 <= nc < 3 and grid[nr][nc] != '#' and (nr, nc) not in seen:
            seen.add((nr, nc))
            q.append((nr, nc, d + 1))
print(len(seen))

#%% isinstance_checks
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
import collections.abc as cabc
print(isinstance(Counter(), dict), isinstance(OrderedDict(), dict), isinstance(defaultdict(int), dict), isinstance(deque(), list), type(Counter()).__name__, type(defaultdict(int)).__name__, type(deque()).__name__)
print(isinstance([], cabc.Sequence), isinstance({}, cabc.Mapping), isinstance('a', cabc.Iterable), isinstance(5, cabc.Iterable), isinstance(len, cabc.Callable), isinstance(iter([]), cabc.Iterator), isinstance({1}, cabc.Set), isinstance((), cabc.Hashable))

#%% counter_edge_cases
from collections import Counter
c = Counter([1, 2, 2, 3, 3, 3])
del c[3]
print(c, c[3], 3 in c, c.most_common(1), c.most_common(0), Counter('ab') + Counter('bc'), sum((Counter(w) for w in ['ab', 'b']), Counter()), {**Counter('aa')}, Counter(x % 2 for x in range(5)))
c.clear()
print(c, bool(c), Counter('aab') <= Counter('aabb') if hasattr(Counter, '__le__') else True)

#%% defaultdict_graph
from collections import defaultdict
edges = [('a', 'b'), ('b', 'c'), ('a', 'c')]
g = defaultdict(set)
for u, v in edges:
    g[u].add(v)
    g[v].add(u)
print({k: sorted(v) for k, v in sorted(g.items())}, sum(len(v) for v in g.values()) // 2, sorted(g, key=lambda k: (-len(g[k]), k)))
deg = defaultdict(int)
for e in edges:
    for n in e:
        deg[n] += 1
print(sorted(deg.items()), max(deg, key=deg.get), deg.pop('a'), deg.setdefault('z', 4), list(deg.keys()))

#%% userdict_like
from collections import OrderedDict
class LRU(OrderedDict):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def put(self, k, v):
        self[k] = v
        self.move_to_end(k)
        if len(self) > self.n:
            self.popitem(last=False)
c = LRU(2)
for k in 'abac':
    c.put(k, k.upper())
print(list(c.items()), 'b' in c, c.n)

#%% deque_errors_and_compare
from collections import deque
print(deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), deque([1]) + deque([2]), deque([1]) * 2, deque([1, [2]]))
for f in (lambda: deque()[0], lambda: deque().popleft(), lambda: deque([1]).remove(5), lambda: deque(5), lambda: deque([1, 2])[0:1]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#%% uncaught_namedtuple_attribute
from collections import namedtuple
Box = namedtuple('Box', 'x1 y1 x2 y2')
b = Box(1, 2, 3, 4)
print(b)
print(b.width)

#%% program_collections_more
from collections import Counter, defaultdict, OrderedDict, deque, ChainMap, namedtuple, UserDict
c = Counter("mississippi"); c.update("miss"); c.subtract("s"); print(c, c["z"], +c, c - Counter("ii"), c & Counter("mmss"), list(c.elements())[:4], c.total(), Counter(a=1) == Counter({"a": 1}))
d = defaultdict(lambda: defaultdict(int)); d["a"]["x"] += 1; print(d["a"]["x"], dict(d["a"]), "b" in d)
od = OrderedDict(a=1, b=2); od.move_to_end("a"); print(od, od.popitem(last=False), list(reversed(od)))
q = deque(range(5)); q.appendleft(-1); q.extendleft([7, 8]); print(q, q.pop(), q.popleft(), q[1], q.index(3)); q.rotate(-2); print(list(q), 3 in q, len(q))
groups = {}
for w in ["eat", "tea", "tan", "ate", "nat", "bat"]: groups.setdefault("".join(sorted(w)), []).append(w)
print(groups, dict(sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0]))))
x = {"a": 1, "b": 2}; x |= {"c": 3}; print(x, x.pop("a"), x.get("z", 0), list(x.items()), {v: k for k, v in x.items()}, dict.fromkeys("ab", 0), x.keys() & {"b"}, max(x, key=x.get))
s1, s2 = {1, 2, 3}, {2, 3, 4}; print(s1 & s2, s1 | s2, s1 - s2, s1 ^ s2, s1 <= {1, 2, 3, 4}, frozenset([1]) in {frozenset([1])}, s1.isdisjoint({9}))
l = [5, 3, 8]; l.sort(reverse=True); l.insert(1, 9); l.extend([1]); print(l, l[::-1], l[1:3], l.pop(), l.index(8), sorted(l, key=lambda v: -v), [*l, 0], l * 2, 3 in l); del l[0]; print(l); l[0:2] = [7]; print(l)

#%% program_algorithms
import heapq, bisect
from collections import deque, OrderedDict, namedtuple, ChainMap
graph = {"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 5}, "C": {"D": 1}, "D": {}}
def dijkstra(g, s):
    dist = {n: float("inf") for n in g}; dist[s] = 0; pq = [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist[v]: dist[v] = d + w; heapq.heappush(pq, (d + w, v))
    return dist
print(dijkstra(graph, "A"))
def bfs(grid, s, t):
    q = deque([(s, 0)]); seen = {s}
    while q:
        (r, c), d = q.popleft()
        if (r, c) == t: return d
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = (r + dr, c + dc)
            if 0 <= n[0] < len(grid) and 0 <= n[1] < len(grid[0]) and grid[n[0]][n[1]] == "." and n not in seen: seen.add(n); q.append((n, d + 1))
print(bfs(["..#.", ".#..", "...."], (0, 0), (0, 3)))
xs = [1, 3, 3, 7]; bisect.insort(xs, 4); print(xs, bisect.bisect_left(xs, 3), bisect.bisect(xs, 3))
from functools import lru_cache, reduce, partial, cmp_to_key
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info(), reduce(lambda a, b: a * b, range(1, 8)), sorted(["10", "9", "2"], key=cmp_to_key(lambda a, b: int(a) - int(b))), partial(pow, 2)(5))
Point = namedtuple("Point", "x y"); p = Point(1, 2); print(p, p._replace(x=5), p._asdict(), p == (1, 2))
d = deque([1, 2, 3], maxlen=3); d.append(4); d.rotate(1); print(d, ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i+1][j+1] = t[i][j] + 1 if x == y else max(t[i][j+1], t[i+1][j])
    return t[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"), heapq.nsmallest(2, [5, 1, 4], key=lambda x: -x), list(heapq.merge([1, 4], [2, 3])))

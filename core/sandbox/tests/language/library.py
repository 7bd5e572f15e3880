import math, random, string, json, itertools, functools, collections, copy, os, operator, heapq, bisect
from collections import defaultdict, Counter, deque, namedtuple
from dataclasses import dataclass, field
from os.path import join as pjoin
import os.path as osp
print(math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.sqrt(2), math.pi, math.hypot(3, 4), math.dist((0, 0), (3, 4)), math.degrees(math.pi), math.radians(180), math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2), math.isqrt(17))
print(math.log(math.e), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(0), math.atan2(1, 1), math.isclose(0.1 + 0.2, 0.3), math.inf > 1, math.isnan(math.nan), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(2.5), math.cos(0), round(math.sin(math.pi), 20))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.acos(2), lambda: math.factorial(-1), lambda: math.exp(1000)):
    try: bad()
    except (ValueError, OverflowError) as e: print(type(e).__name__, end=' ')
print()
random.seed(1); print([random.randint(0, 9) for _ in range(10)], random.random(), random.uniform(-1, 1), random.choice(['a', 'b', 'c']), random.randrange(0, 100, 5), random.sample(range(1000), 3), random.sample('abcdef', 6))
random.seed(12345678901234567890); x = list(range(8)); random.shuffle(x); print(x, round(random.gauss(0, 1), 12), round(random.gauss(0, 1), 12), random.choices('abc', k=4), random.choices('abc', weights=[1, 2, 3], k=4), random.getrandbits(40), round(random.normalvariate(0, 1), 12), random.triangular(0, 1), round(random.expovariate(2), 12))
r = random.Random(7); print(r.random(), r.randint(1, 6))
print(string.ascii_lowercase, string.digits, string.ascii_letters[:30], len(string.punctuation))
print(json.dumps({'a': [1, 2.5, None, True], 'b': {'c': 'é"\n'}}), json.dumps([1, 2], indent=2), json.dumps({'b': 1, 'a': 2}, sort_keys=True, indent=1), json.dumps({1: 2}, separators=(',', ':')), json.dumps('é', ensure_ascii=False), json.dumps([]), json.dumps({}, indent=2))
print(json.loads('{"a": [1, -2.5e3, "x\\u00e9\\n", null, true], "b": {}}'), json.loads(' 5 '), json.loads('"\\ud83d\\ude00"'))
try: json.loads('{"a": }')
except ValueError as e: print(e)
print(os.path.join('a', 'b', 'c.png'), pjoin('/x/', '/y'), osp.basename('/a/b.png'), osp.dirname('/a/b.png'), osp.splitext('/a/b.tar.gz'), osp.splitext('.bashrc'), osp.split('/a/b'), osp.exists('/nonexistent/x'), os.path.normpath('a/../b/./c'))
print(list(itertools.product('ab', [1, 2])), list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations('abcd', 2)), list(itertools.chain([1], 'a', (2,))), list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.accumulate([1, 2, 3])), list(itertools.zip_longest([1], [2, 3], fillvalue=0)), list(itertools.repeat('x', 2)), [k + str(len(list(g))) for k, g in itertools.groupby('aabccc')], list(itertools.takewhile(lambda v: v < 3, [1, 2, 3, 1])), list(itertools.chain.from_iterable([[1], [2]])), list(itertools.islice(itertools.cycle('ab'), 5)), list(itertools.pairwise([1, 2, 3])) if hasattr(itertools, 'pairwise') else 0, list(itertools.islice('abcdefg', 1, 6, 2)))
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(lambda a, b: a + b, [], 5), functools.partial(pow, 2)(5), functools.partial(print, 'p', sep='-')('q'))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
d = defaultdict(list); d['a'].append(1); d['b']; print(dict(d), d); n = defaultdict(int); n['x'] += 1; print(n['x'], n['y'], len(n))
c = Counter('abracadabra'); print(c.most_common(2), c['a'], c['zz'], Counter([1, 1, 2])[1], sum(c.values()), dict(Counter(a=2)))
q = deque([1, 2, 3], maxlen=4); q.append(4); q.append(5); q.appendleft(0); print(q, len(q), q[0], q.pop(), q.popleft(), list(q)); q.rotate(1); print(list(q))
P = namedtuple('P', 'x y'); p = P(1, y=2); a, b = p; print(p, p.x, p[1], a + b, p._replace(x=5), p == P(1, 2), p._asdict())
@dataclass
class Box:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    def area(self): return self.x * self.y
@dataclass(order=True)
class Named(Box):
    name: str = 'n'
b = Box(2, y=3); b.tags.append('t'); print(b, b.area(), Box(1) == Box(1), Box(1).tags is Box(1).tags, Named(1, 2), Named(1) < Named(2))
l = [[1, 2], {'a': [3]}]; s = copy.copy(l); t = copy.deepcopy(l); l[0].append(9); l[1]['a'].append(8); print(s, t)
print(sorted([(1, 'b'), (0, 'c')], key=operator.itemgetter(1)), operator.add(1, 2), list(map(operator.attrgetter('x'), [p, P(7, 8)])))
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print([heapq.heappop(h) for _ in range(4)], heapq.nlargest(2, [1, 5, 3]), bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3))
import statistics as st, colorsys
print(st.mean([1, 2, 3, 4]), st.median([3, 1, 2]), round(st.stdev([1, 2, 3, 4]), 6), colorsys.hsv_to_rgb(0.5, 1, 1), colorsys.rgb_to_hsv(1, 0, 0))

#%% reduce_forms
from functools import reduce
import operator
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(operator.mul, range(1, 6)), reduce(lambda a, b: a + b, [], 'init'), reduce(lambda a, b: b + a, 'abc'), reduce(max, [3, 9, 2]), reduce(lambda acc, x: {**acc, x: len(x)}, ['a', 'bb'], {}))
try:
    reduce(operator.add, [])
except TypeError as e:
    print(e)

#%% partial_forms
from functools import partial
def f(a, b, c=0): return a, b, c
g = partial(f, 1, c=5)
print(g(2), g(b=3), g(2, c=9), g.func is f, g.args, g.keywords, partial(int, base=2)('101'), list(map(partial(pow, 2), range(4))), partial(print, 'x', end='!\n')())

#%% lru_cache_forms
from functools import lru_cache, cache
calls = []
@lru_cache(maxsize=2)
def f(x):
    calls.append(x)
    return x * 2
print([f(v) for v in (1, 1, 2, 3, 1)], calls, f.cache_info())
f.cache_clear()
print(f.cache_info(), f.__name__)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info().hits > 0)
try:
    f([1])
except TypeError as e:
    print(e)

#%% lru_cache_bare_and_keywords
from functools import lru_cache
@lru_cache
def g(a, b=2):
    print('run', a, b)
    return a + b
print(g(1), g(1), g(1, b=2), g(a=1), g(1.0))
@lru_cache(None)
def h(*args): return len(args)
print(h(1, 2), h(), h.cache_info())

#%% wraps_forms
from functools import wraps
def deco(f):
    @wraps(f)
    def inner(*a): return f(*a) + 1
    return inner
@deco
def add(x, y):
    'adds'
    return x + y
print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__(1, 2))

#%% cmp_to_key_forms
from functools import cmp_to_key
def by_len(a, b): return (len(a) > len(b)) - (len(a) < len(b))
print(sorted(['ccc', 'a', 'bb'], key=cmp_to_key(by_len)), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max(['a', 'bbb'], key=cmp_to_key(by_len)))
print(sorted(['30', '3', '34', '5'], key=cmp_to_key(lambda a, b: -1 if a + b > b + a else 1)))

#%% cached_property_forms
from functools import cached_property
class C:
    @cached_property
    def v(self):
        print('computed')
        return 42
c = C()
print(c.v, c.v, 'v' in c.__dict__)
c.v = 7
print(c.v)
del c.v
print(c.v)

#%% singledispatch_forms
from functools import singledispatch
@singledispatch
def show(x): return f'other {x!r}'
@show.register
def _(x: int): return f'int {x}'
@show.register(list)
def _(x): return 'list ' + ','.join(show(v) for v in x)
print(show(5), show('a'), show([1, 'b']), show(True), show(None))

#%% total_ordering_forms
from functools import total_ordering
@total_ordering
class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __gt__(self, o): return self.v > o.v
a, b = A(1), A(2)
print(a < b, a <= b, a > b, a >= b, a <= A(1), sorted([b, a])[0].v)

#%% partialmethod_and_compose
from functools import partialmethod, reduce
class C:
    def set(self, k, v): return (k, v)
    on = partialmethod(set, 'on')
print(C().on(1))
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, lambda x: x - 10)(3))

#%% memo_grid_paths
from functools import lru_cache
@lru_cache(maxsize=None)
def paths(r, c): return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
@lru_cache(maxsize=None)
def edit(a, b):
    if not a or not b: return len(a) + len(b)
    if a[0] == b[0]: return edit(a[1:], b[1:])
    return 1 + min(edit(a[1:], b), edit(a, b[1:]), edit(a[1:], b[1:]))
print(paths(10, 10), edit('kitten', 'sitting'), paths.cache_info().currsize)

#%% lru_cache_on_method
from functools import lru_cache
class C:
    @lru_cache(maxsize=None)
    def f(self, x):
        print('compute', x)
        return x + 1
c = C()
print(c.f(1), c.f(1), c.f(2))

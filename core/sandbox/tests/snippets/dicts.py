#%% dict_order
d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 9
print(d, list(d), list(d.values()), list(d.items()))
del d['b']
d['b'] = 0
print(d, d.popitem(), d)

#%% dict_methods
d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 0), d.pop('a'), d.pop('zz', 'no'), d)
print(d.setdefault('b', 5), d.setdefault('c', []), d, d.update({'x': 1}, y=2), d)
d.update([('p', 1), ('q', 2)])
print(d, len(d), 'p' in d, d.copy() == d, d.copy() is d)
d.clear()
print(d, dict.fromkeys('ab'), dict.fromkeys([1, 2], 0))

#%% dict_errors
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: {}['a'])
attempt(lambda: {}[1])
attempt(lambda: {}[(1, 'x')])
attempt(lambda: {}.pop('a'))
attempt(lambda: {}.popitem())
attempt(lambda: {}.foo)
attempt(lambda: dict([1]))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict(5))
attempt(lambda: {}.update(5))
attempt(lambda: {'a': 1} < {'b': 2})
attempt(lambda: hash({}))
attempt(lambda: {}.get())
attempt(lambda: {}.__getitem__('q'))

#%% dict_construction
print(dict(a=1, b=2), dict([('a', 1)]), dict({'a': 1}, b=2), dict(zip('ab', [1, 2])), {**{'a': 1}, 'b': 2}, dict())
print({i: i * i for i in range(4)}, {k: v for v, k in {'a': 1}.items()}, dict((k, 0) for k in 'xy'), dict({}.items()))
print({1: 'int', 1.0: 'float', True: 'bool'}, {None: 1, (): 2, '': 3})

#%% dict_merge_operators
a, b = {'x': 1, 'y': 2}, {'y': 3, 'z': 4}
print(a | b, b | a, {**a, **b}, a)
a |= b
print(a)
a |= [('w', 0)]
print(a)
try:
    a | [('w', 0)]
except TypeError as e:
    print(e)

#%% dict_views
d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
d['c'] = 3
print(k, v, i, len(k), 'c' in k, 3 in v, ('a', 1) in i)
print(k & {'a', 'z'}, sorted(k | {'z'}), sorted(k - {'a'}), k == {'a', 'b', 'c'}, sorted(i & {('a', 1)}))
print(list(reversed(d)), list(reversed(d.items())), sorted(d.items(), key=lambda p: -p[1]), max(d, key=d.get))

#%% dict_changed_during_iteration
d = {'a': 1, 'b': 2}
try:
    for k in d:
        d[k + 'x'] = 1
except RuntimeError as e:
    print(e, len(d))
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
for k in list(d):
    del d[k]
print(d)

#%% nested_dicts
cfg = {'size': {'w': 10, 'h': 20}, 'tags': ['a']}
cfg['size']['w'] += 5
cfg['tags'].append('b')
cfg.setdefault('new', {})['k'] = 1
print(cfg, cfg['size'].get('d', {}).get('x'), cfg['tags'][-1])
for key, value in cfg.items():
    print(key, type(value).__name__, len(value))

#%% grouping
words = ['apple', 'bob', 'cat', 'avocado', 'cherry']
groups = {}
for w in words:
    groups.setdefault(w[0], []).append(w)
print(groups)
inverse = {w: k for k, ws in groups.items() for w in ws}
print(inverse, {k: len(v) for k, v in groups.items()}, sorted(groups, key=lambda k: -len(groups[k])))

#%% dict_equality
print({'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} == {'a': 1.0}, {} == {}, {'a': [1]} == {'a': [1]}, {'a': 1} != {'a': 2}, {1: 2} == [(1, 2)])

#%% missing_hook
class D(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
d = D(a='x')
print(d['b'], d, d.get('c'), 'c' in d, isinstance(d, dict), len(d), type(d).__name__)

#%% dict_key_types
d = {(0, 0): 'origin', 1: 'one', 'k': 'str', 2.5: 'f', None: 'n', frozenset([1]): 'fs', int: 'type'}
print(d[(0, 0)], d[1.0], d[True], d[2.5], d[None], d[frozenset({1})], d[int], len(d))
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): return self.v == o.v
m = {K(1): 'a'}
m[K(1)] = 'b'
print(m[K(1)], len(m), K(2) in m)

#%% unhashable_instance_with_eq
class E:
    def __eq__(self, o): return True
try:
    {E(): 1}
except TypeError as e:
    print(e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
try:
    {1: {}, {}: 2}
except TypeError as e:
    print(e)
try:
    set([[1]])
except TypeError as e:
    print(e)

#%% dict_sorting
scores = {'Al': 90, 'Bo': 75, 'Cy': 90}
print(sorted(scores), sorted(scores.items(), key=lambda kv: (-kv[1], kv[0])), dict(sorted(scores.items(), key=lambda kv: kv[1])))
print(max(scores.values()), [k for k, v in scores.items() if v == max(scores.values())], sum(scores.values()) / len(scores))
for rank, (name, s) in enumerate(sorted(scores.items(), key=lambda x: x[1], reverse=True), 1):
    print(rank, name, s)

#%% dict_comprehension_scopes
k = 'outer'
d = {k: v for k, v in zip('ab', [1, 2])}
print(d, k, {i: {j: i * j for j in range(2)} for i in range(2)}, {x % 3: x for x in range(7)})

#%% dispatch_table
ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b}
for expr in ('3 + 4', '10 - 2', '6 * 7', '1 / 2'):
    a, op, b = expr.split()
    f = ops.get(op)
    print(expr, '=', f(int(a), int(b)) if f else 'unknown')

#%% memo_dict
memo = {}
def fib(n):
    if n in memo:
        return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(50), len(memo), list(memo.items())[:4])

#%% graph_bfs
graph = {'A': ['B', 'C'], 'B': ['D'], 'C': ['D', 'E'], 'D': ['F'], 'E': ['F'], 'F': []}
def path(start, goal):
    queue, seen = [[start]], {start}
    while queue:
        p = queue.pop(0)
        if p[-1] == goal:
            return p
        for n in graph[p[-1]]:
            if n not in seen:
                seen.add(n)
                queue.append(p + [n])
print(path('A', 'F'), path('B', 'E'), sum(len(v) for v in graph.values()))

#%% uncaught_key_error
colors = {'red': '#f00'}
print(colors['red'])
print(colors['blue'])

#%% uncaught_unhashable
points = {}
points[[1, 2]] = 'a'

#%% pop_during_items_copy
d = {i: i * i for i in range(6)}
for k, v in list(d.items()):
    if v % 2:
        d.pop(k)
print(d, d.keys() - {0}, {v: k for k, v in d.items()}, list(d.values())[-1], next(iter(d)))

#%% dict_walk
def walk(d, depth=0):
    for k, v in d.items():
        if isinstance(v, dict):
            print('  ' * depth + f'{k}:')
            walk(v, depth + 1)
        else:
            print('  ' * depth + f'{k} = {v!r}')
walk({'a': 1, 'b': {'c': 'x', 'd': {'e': None}}, 'f': [1, 2]})

#%% dict_class_checks
d = {}
print(type(d).__name__, isinstance(d, dict), bool(d), bool({0: 0}), type(d.keys()).__name__, type(d.items()).__name__, str(type(d)))
print(dict.get({'a': 1}, 'a'), dict.__name__, list(map({'a': 1, 'b': 2}.get, 'abc')), d.__class__.__name__, {'a': 1}.__len__())

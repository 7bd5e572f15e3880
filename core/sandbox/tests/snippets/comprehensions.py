#%% list_comprehensions
print([x * y for x in range(1, 4) for y in range(1, 4) if x != y], [[i * j for j in range(3)] for i in range(3)])
print([x if x > 1 else -x for x in range(4) if x != 2], [c for w in ['ab', 'cd'] for c in w], [(i, c) for i, c in enumerate('xy')])
print([a for a, *b in [(1, 2), (3, 4, 5)]], [x for x in range(20) if x % 2 if x % 3], [y for x in range(3) for y in [x * 2]])

#%% scope_isolation
x = 'keep'
print([x for x in range(3)], x, {x for x in range(2)}, x, {x: 1 for x in 'a'}, x, list(x for x in 'b'), x)
def f():
    n = 2
    return [n * i for i in range(3)], [(lambda: n + i)() for i in range(2)]
print(f())

#%% class_body_comprehension
class C:
    n = 3
    items = [i for i in range(n)]
    try:
        bad = [n for i in range(2)]
    except NameError as e:
        bad = str(e)
print(C.items, C.bad)

#%% late_binding_of_lambdas
fs = [lambda: x for x in range(3)]
print([f() for f in fs], [f() for f in [lambda x=x: x for x in range(3)]])
gen = (lambda: i for i in range(3))
print([f() for f in gen])

#%% generator_expression_laziness
def loud(x):
    print('made', x)
    return x
g = (loud(x) for x in range(3))
print('start')
print(next(g), next(g))
print(any(loud(x) > 0 for x in range(5)))
print(sum(x for x in range(4)), list(x * x for x in range(3)), tuple(i for i in 'ab'))

#%% first_iterable_evaluated_early
try:
    g = (x for x in 1 / 0)
except ZeroDivisionError as e:
    print('early', e)
g = (1 / x for x in [1, 0])
print(next(g))
try:
    next(g)
except ZeroDivisionError as e:
    print('late', e)
print(list(g))

#%% dict_set_comprehensions
print({k: len(k) for k in ['a', 'bb']}, {v: k for k, v in {'x': 1}.items()}, sorted({len(w) for w in 'the cat sat on'.split()}))
print({(i, j): i + j for i in range(2) for j in range(2)}, {k: [v] for k, v in zip('ab', range(2)) if v}, {x: y for x, y in [(1, 2), (1, 3)]})

#%% nested_with_conditions
m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([[r[i] for r in m] for i in range(3)], [v for r in m if sum(r) > 10 for v in r if v % 2 == 0], [sum(r) for r in m], [[v for v in r if v > 4] for r in m])
print([(a, b, c) for a in range(1, 15) for b in range(a, 15) for c in [int((a * a + b * b) ** .5)] if c * c == a * a + b * b and c < 15])

#%% walrus_in_comprehension
print([y for x in range(5) if (y := x * x) > 3], y, [last := i for i in range(3)], last)
total = 0
print([total := total + v for v in [1, 2, 3]], total)

#%% unpacking_in_comprehension
pairs = [('a', (1, 2)), ('b', (3, 4))]
print([k + str(x + y) for k, (x, y) in pairs], {k: v for k, v in pairs}, [*(x for x in 'ab'), *[1]], [list(range(n)) for n in range(3)])

#%% generator_pipeline
nums = range(10)
evens = (n for n in nums if n % 2 == 0)
squares = (n * n for n in evens)
print(list(squares), list(squares))
lines = ['a=1', '# no', 'b=2', '']
kv = (l.split('=') for l in lines if l and not l.startswith('#'))
print({k: int(v) for k, v in kv})

#%% error_in_comprehension
try:
    [int(x) for x in ['1', 'b', '3']]
except ValueError as e:
    print(e)
try:
    {x: y for x, y in [(1,)]}
except ValueError as e:
    print(e)
try:
    [undefined_name for _ in range(1)]
except NameError as e:
    print(e)

#%% uncaught_in_generator_expression
data = [4, 2, 0]
result = sum(
    8 / d
    for d in data
)
print(result)

#%% pixel_lists
w, h = 4, 3
pix = [(x, y) for y in range(h) for x in range(w) if (x + y) % 2 == 0]
print(pix, len(pix))
board = [''.join('#' if (r + c) % 2 else '.' for c in range(6)) for r in range(3)]
print('\n'.join(board))
print({(x // 2, y // 2) for x, y in pix} == {(0, 0), (0, 1), (1, 0), (1, 1)})

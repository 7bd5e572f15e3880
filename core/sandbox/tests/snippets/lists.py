#%% list_methods
a = [3, 1, 2]
a.append(4); a.extend((5, 6)); a.insert(0, 0); a.insert(100, 9); a.insert(-1, 8)
print(a, a.pop(), a.pop(0), a.pop(-2), a)
a.remove(1); print(a, a.index(2), a.count(4), len(a))
a.reverse(); print(a); a.sort(); print(a); b = a.copy(); a.clear(); print(a, b)

#%% list_errors
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: [].pop())
attempt(lambda: [1].pop(5))
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: [1][1])
attempt(lambda: [1][-2])
attempt(lambda: [1].append())
attempt(lambda: [1].append(1, 2))
attempt(lambda: [1] + 2)
attempt(lambda: [1].extend(3))
attempt(lambda: [1].insert(1))
attempt(lambda: [1, 'a'].sort())
attempt(lambda: sorted([1, None]))
attempt(lambda: (1,).append(2))
attempt(lambda: [1].foo)
attempt(lambda: [1, 2].index(2, 0, 1))

#%% assignment_errors
a = [1, 2]
try:
    a[5] = 1
except IndexError as e:
    print(e)
try:
    del a[5]
except IndexError as e:
    print(e)
t = (1, 2)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)

#%% slice_assignment
a = list(range(6))
a[1:3] = ['x', 'y', 'z']; print(a)
a[:0] = [-1]; print(a)
a[len(a):] = [9, 9]; print(a)
a[::2] = [0] * len(a[::2]); print(a)
a[2:4] = []; print(a)
a[1:1] = 'ab'; print(a)
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
try:
    a[0:1] = 5
except TypeError as e:
    print(e)

#%% slice_deletion
a = list(range(10))
del a[0]; del a[-1]; print(a)
del a[1:3]; print(a)
del a[::2]; print(a)
del a[:]; print(a)
a = list(range(10))
del a[8:2:-2]; print(a)

#%% sorting_keys
words = ['banana', 'kiwi', 'apple', 'fig', 'cherry']
print(sorted(words), sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda w: (len(w), w)), sorted(words, key=lambda w: w[-1]), sorted(words, reverse=True))
people = [('Al', 30), ('Bo', 25), ('Cy', 30), ('Di', 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: -p[1]), sorted(people, key=lambda p: p[1], reverse=True))

#%% sort_stability
data = [(i % 3, i) for i in range(9)]
print(sorted(data, key=lambda p: p[0]))
print(sorted(data, key=lambda p: p[0], reverse=True))
data.sort(key=lambda p: p[1] % 2)
print(data, data.sort())

#%% sort_with_error_in_key
a = [3, 1, 2]
try:
    a.sort(key=lambda v: v.x)
except AttributeError as e:
    print(e)
print(a)
try:
    a.sort(lambda v: v)
except TypeError as e:
    print(e)
try:
    sorted(a, foo=1)
except TypeError as e:
    print(e)

#%% sort_uses_lt_only
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'V{self.v}'
print(sorted([V(3), V(1), V(2)]), min(V(2), V(1)), sorted([V(3), V(1)], reverse=True))
try:
    print(max([V(2), V(5), V(1)]))
except TypeError as e:
    print(e)
class W: pass
try:
    sorted([W(), W()])
except TypeError as e:
    print(e)

#%% list_of_lists_aliasing
a = [[0] * 3] * 2
a[0][0] = 1
print(a)
b = [[0] * 3 for _ in range(2)]
b[0][0] = 1
print(b, a[0] is a[1], b[0] is b[1])
c = b[:]
c[1][1] = 5
print(b, c == b, c is b)

#%% list_comparison
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [1], [2] > [1, 99], [1, 2] == [1, 2], [1] != [1.0])
print([1, [2, 3]] == [1, [2, 3]], (1, 2) == [1, 2], [1, 'a'] == [1, 'b'], [[1], [0]] > [[1]])

#%% list_repetition_and_concat
a = [1, 2]
b = a
a += [3]
print(b, a is b)
a = a + [4]
print(b, a, a is b)
a *= 2
print(a, [0] * 3, 2 * [1, 2], [1] * 0, [1] * -1)
a += 'xy'
a += (1,)
print(a)

#%% modifying_while_iterating
a = [1, 2, 3, 4]
for v in a:
    if v == 2:
        a.remove(v)
print(a)
b = [1, 2]
for v in b:
    if len(b) < 6:
        b.append(v * 10)
print(b)
for v in b[:]:
    b.remove(v)
print(b)

#%% unpacking_forms
a, b = [1, 2]
(c, d), e = (3, 4), 5
first, *rest = range(5)
*init, last = 'abc'
x, *mid, y = [1, 2]
print(a, b, c, d, e, first, rest, init, last, x, mid, y)
[p, q], r = [[1, 2], 3]
h, (i, *j), k = 1, (2, 3, 4), 5
print(p, q, r, h, i, j, k)
for i, (u, v) in enumerate([(1, 2), (3, 4)]):
    print(i, u, v)

#%% unpacking_errors
def attempt(src):
    try:
        exec(src) if False else src()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def f1(): a, b = [1]
def f2(): a, b = [1, 2, 3]
def f3(): a, b, *c = [1]
def f4(): a, b = 5
def f5(): a, b = 'abc'
def f6(): a, = []
def f7(): (a, b), c = [1, 2]
def f8():
    for a, b in [(1, 2, 3)]: pass
def f9(): a, b, c = {1: 2}
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9):
    attempt(f)

#%% tuple_methods
t = (1, 2, 3, 2)
print(t.count(2), t.index(3), t.index(2, 2), t + (4,), t * 2, t[::-1], len(t), 2 in t, sorted(t), max(t))
print(tuple('abc'), tuple(range(3)), tuple([]), (1,) * 3, hash((1, 2)) == hash((1, 2)), tuple({1: 2}))
try:
    t.index(9)
except ValueError as e:
    print(e)
try:
    hash(([],))
except TypeError as e:
    print(e)

#%% enumerate_zip_reversed
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(zip([1, 2], 'ab', (True, False))), list(zip()), list(zip([1])))
print(list(reversed([1, 2, 3])), list(reversed(range(0, 10, 3))), list(reversed('ab')), list(reversed({'a': 1, 'b': 2})))
print(list(zip(*[(1, 'a'), (2, 'b')])), dict(zip('ab', range(2))), list(zip(range(3), range(10, 13))))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as e:
    print(e)
try:
    reversed({1})
except TypeError as e:
    print(e)

#%% map_filter
print(list(map(lambda x: x * 2, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(str, range(3))))
print(list(filter(None, [0, 1, '', 'a', [], None])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isdigit, 'a1b2')))
m = map(int, ['1', '2'])
print(next(m), list(m), list(m), type(m).__name__)
try:
    list(map(int, ['1', 'x']))
except ValueError as e:
    print(e)

#%% range_properties
r = range(0, 20, 3)
print(r, len(r), r[2], r[-1], r[1:4], r[::-1], list(r), 9 in r, 10 in r, r.index(9), r.count(3), r.start, r.stop, r.step)
print(range(5) == range(0, 5), range(0) == range(2, 2), range(10, 0, -3), list(range(10, 0, -3)), list(range(3, 3)), bool(range(0)))
print(sum(range(101)), max(range(5)), range(3)[1], list(range(-3, 3, 2)))
for f in (lambda: range(1.5), lambda: range(0, 5, 0), lambda: range(3)[5], lambda: range('3'), lambda: range()):
    try:
        f()
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)

#%% two_dimensional_grid
grid = [[r * 3 + c for c in range(3)] for r in range(3)]
for row in grid:
    print(' '.join(map(str, row)))
print([row[1] for row in grid], [grid[i][i] for i in range(3)], [list(col) for col in zip(*grid)], sum(map(sum, grid)))
print([row[::-1] for row in grid[::-1]], [v for row in grid for v in row if v % 2], max(max(row) for row in grid))

#%% stack_and_queue
stack = []
for c in '([{}])':
    if c in '([{':
        stack.append(c)
    else:
        print(stack.pop() + c, end=' ')
print(stack, not stack)
q = [1, 2, 3]
print(q.pop(0), q, q.insert(0, 9), q)

#%% list_constructor
print(list('abc'), list((1, 2)), list({1: 'a', 2: 'b'}), list(range(3)), list(), list([1]), list({5}), list(x for x in 'ab'), list(zip('a', [1])))
a = [1, 2]
b = list(a)
print(a == b, a is b, list(map(list, ['ab', 'cd'])))
try:
    list(1, 2)
except TypeError as e:
    print(e)

#%% bubble_and_binary_search
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a
def search(a, t):
    lo, hi = 0, len(a) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if a[mid] == t: return mid
        if a[mid] < t: lo = mid + 1
        else: hi = mid - 1
    return -1
s = bubble([5, 2, 9, 1, 7])
print(s, search(s, 7), search(s, 3))

#%% flatten
def flatten(x):
    for v in x:
        if isinstance(v, (list, tuple)):
            yield from flatten(v)
        else:
            yield v
print(list(flatten([1, [2, (3, [4]), []], 5])), sum(flatten([[1, 2], [3]])))
print([x for sub in [[1], [2, 3]] for x in sub], sum([[1], [2]], []))

#%% polygon_area
pts = [(0, 0), (4, 0), (4, 3), (0, 3)]
area = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(pts, pts[1:] + pts[:1]))) / 2
print(area, [(x + 1, y - 1) for x, y in pts])
cx, cy = (sum(c) / len(pts) for c in zip(*pts))
print(cx, cy, sorted(pts, key=lambda p: (-p[1], p[0])))
print(list(map(tuple, [[1, 2]])), pts[-1:] + pts[:-1])

#%% any_all_min_with_generators
a = [3, -1, 4]
print(any(v < 0 for v in a), all(v > 0 for v in a), min(v * v for v in a), max((v, i) for i, v in enumerate(a)), sum(v > 0 for v in a))
print(next(v for v in a if v > 3), next((v for v in a if v > 9), None), [i for i, v in enumerate(a) if v == max(a)])

#%% uncaught_unpack
pairs = [(1, 2), (3,)]
for a, b in pairs:
    print(a + b)

#%% list_index_with_bool_and_objects
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
a = 'abcde'
print(a[True], a[I(2)], a[I(1):I(4)], list(range(I(3))), [1, 2, 3][I(-1)], 'x' * I(3), hex(I(255)))

#%% chunking
a = list(range(10))
print([a[i:i + 3] for i in range(0, len(a), 3)], list(zip(a[::2], a[1::2])), [a[i::3] for i in range(3)])
print(list(zip(*[iter(a)] * 3)), [sum(a[max(0, i - 1):i + 2]) for i in range(4)])

#%% dedupe_preserving_order
a = [3, 1, 3, 2, 1]
print(list(dict.fromkeys(a)), sorted(set(a)), sorted(set(a), key=a.index))
seen = set()
print([v for v in a if not (v in seen or seen.add(v))], {v: a.count(v) for v in a})

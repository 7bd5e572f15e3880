#%% set_algebra
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(b - a), sorted(a ^ b))
print(sorted(a.union(b, [9])), sorted(a.intersection([1, 3], (3, 4))), sorted(a.difference([1], {2})), sorted(a.symmetric_difference([1, 7])))
print(a <= b, {3, 4} <= b, {3, 4} < {3, 4}, a >= {1}, a > {1, 2, 3, 4}, a.isdisjoint({9}), {3}.issubset(b), a.issuperset([1, 2]))

#%% set_mutation
s = {1, 2}
s.add(3); s.add(3); s.discard(9); s.remove(1); s.update([5, 6], (7,))
print(sorted(s), len(s))
s |= {10}; s &= {2, 3, 10, 11}; s -= {2}; s ^= {3, 4}
print(sorted(s))
s.intersection_update([10, 4]); print(sorted(s))
s.difference_update([4]); print(sorted(s))
s.symmetric_difference_update([10, 1]); print(sorted(s))
print(s.pop(), s, s.clear(), s)

#%% set_errors
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: {1}.remove(5))
attempt(lambda: {'a'}.remove('b'))
attempt(lambda: set().pop())
attempt(lambda: {1} | [2])
attempt(lambda: {1} + {2})
attempt(lambda: {1}[0])
attempt(lambda: {[1]})
attempt(lambda: {1}.add([]))
attempt(lambda: set(5))
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: hash({1}))
attempt(lambda: {1} < 5)
attempt(lambda: {1} == [1])

#%% set_construction
print(set(), {1}, set([1, 1]), len(set('hello')), sorted(set('hello')), set(range(3)), {x % 2 for x in range(5)}, set(()) == set(), type({}).__name__, type({1}).__name__)
print({1, 1.0, True}, len({0, False, 0.0}), {(1, 2)}, set({'a': 1}))

#%% frozenset_use
f = frozenset([1, 2])
print(f | {3}, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, {f: 'v'}[frozenset([2, 1])], f in {f}, frozenset() == set())
print(sorted(f - {1}), f.union([5]) == {1, 2, 5}, f.copy() is not None, hash(f) == hash(frozenset([2, 1])))

#%% set_of_tuples
pts = {(0, 0), (1, 2), (0, 0), (1, 2.0)}
print(len(pts), (1, 2) in pts, sorted(pts))
seen = set()
dups = []
for p in [(1, 1), (2, 2), (1, 1)]:
    if p in seen:
        dups.append(p)
    seen.add(p)
print(dups, sorted(seen), min(seen), max(seen))

#%% set_comparisons
print({1, 2} == {2, 1}, {1} != {2}, {1} == frozenset({1}), set() < {1}, {1, 2} <= {1, 2}, not set(), {1} in [{1}])
print({1, 2}.issubset([1, 2, 3]), {1}.isdisjoint([2]), sorted([{3, 1}, {2}], key=len), sum({1, 2, 3}), any({0}), max({3, 9}))

#%% primes_by_sieve
n = 50
composite = {m for i in range(2, 8) for m in range(i * i, n, i)}
print([p for p in range(2, n) if p not in composite], len(composite))

#%% common_elements
names = [['a', 'b', 'c'], ['b', 'c', 'd'], ['c', 'b']]
print(sorted(set.intersection(*map(set, names))), sorted(set().union(*names)), sorted(set.union(*[{1}, {2}])))
print(sorted(set(names[0]) ^ set(names[1])), sorted(set('abc') - set('b')))

#%% set_changed_during_iteration
s = {1, 2, 3}
try:
    for v in s:
        s.add(v + 10)
except RuntimeError as e:
    print(e)
for v in list(s):
    s.discard(v)
print(s)

#%% small_int_sets_print
print({3, 1, 2}, {5}, {0, 1}, set([2, 1]), {x for x in (4, 2)}, {True, 2})
a = {1, 2, 3}
b = a
b.add(4)
c = a.copy()
c.add(5)
print(a, c, a is b, len(a))

#%% graph_components
edges = [(1, 2), (2, 3), (4, 5)]
comps = []
for a, b in edges:
    hit = [c for c in comps if a in c or b in c]
    merged = {a, b}.union(*hit)
    comps = [c for c in comps if c not in hit] + [merged]
print(comps, [len(c) for c in comps])

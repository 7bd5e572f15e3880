#%% send_values
def acc():
    total = 0
    while True:
        v = yield total
        if v is None:
            break
        total += v
    return total
g = acc()
print(next(g), g.send(5), g.send(7))
try:
    g.send(None)
except StopIteration as e:
    print('end', e.value)
try:
    next(g)
except StopIteration as e:
    print('again', e.value)

#%% send_before_start
def gen():
    yield 1
g = gen()
try:
    g.send(5)
except TypeError as e:
    print(e)
print(g.send(None), next(g, 'done'), next(g, 'done'))

#%% throw_into_generator
def gen():
    while True:
        try:
            x = yield 'ready'
            print('got', x)
        except ValueError as e:
            print('caught', e)
            yield 'recovered'
g = gen()
print(next(g))
print(g.throw(ValueError('oops')))
print(next(g))
try:
    g.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
print(next(g, 'finished'))

#%% close_runs_finally
def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('cleanup')
g = gen()
print(next(g))
g.close()
g.close()
print(list(g))
h = gen()
h.close()
print('unstarted closed')

#%% close_ignored
def bad():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = bad()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)

#%% yield_from_delegation
def inner():
    x = yield 1
    print('inner got', x)
    return 'result'
def outer():
    r = yield from inner()
    print('returned', r)
    yield from [10, 20]
    yield from 'ab'
g = outer()
print(next(g), g.send('hi'), list(g))

#%% yield_from_throw_and_close
def inner():
    try:
        yield 1
    except ValueError as e:
        print('inner caught', e)
        yield 'handled'
    finally:
        print('inner finally')
def outer():
    try:
        yield from inner()
    finally:
        print('outer finally')
g = outer()
print(next(g), g.throw(ValueError('v')))
g.close()
print('closed')

#%% stop_iteration_inside_generator
def gen():
    yield 1
    raise StopIteration('inside')
g = gen()
print(next(g))
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def gen2():
    it = iter([])
    next(it)
    yield 1
try:
    list(gen2())
except RuntimeError as e:
    print(e)

#%% generator_return_in_loops
def gen():
    yield 1
    return 99
    yield 2
print(list(gen()), [x for x in gen()], sum(gen()), max(gen()))
def empty():
    return
    yield
print(list(empty()), next(empty(), 'none'))

#%% infinite_generators
def naturals(n=0):
    while True:
        yield n
        n += 1
from itertools import islice, takewhile
print(list(islice(naturals(), 5)), list(takewhile(lambda x: x < 4, naturals(1))))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
for v in fib():
    if v > 50: break
    print(v, end=' ')
print()

#%% primes_pipeline
def count(n):
    while True:
        yield n
        n += 1
def sieve(s):
    p = next(s)
    yield p
    yield from sieve(x for x in s if x % p)
g = sieve(count(2))
print([next(g) for _ in range(8)])

#%% generator_state_checks
def gen():
    yield 1
g = gen()
print(type(g).__name__, iter(g) is g, hasattr(g, '__next__'), hasattr(g, 'send'), callable(g), bool(g))
print(g.__next__(), g.__name__)
try:
    g.__next__()
except StopIteration:
    print('stop')
try:
    len(g)
except TypeError as e:
    print(e)
try:
    g[0]
except TypeError as e:
    print(e)

#%% already_executing
def gen():
    yield next(g)
g = gen()
try:
    next(g)
except ValueError as e:
    print(e)

#%% generator_with_exception
def gen():
    yield 1
    1 / 0
    yield 2
g = gen()
print(next(g))
try:
    next(g)
except ZeroDivisionError as e:
    print(e)
print(list(g))

#%% iterator_protocol_class
class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), [x for x in Count(2)], max(Count(5)), tuple(Count(0)), 2 in Count(3), *Count(2))
a, b, c = Count(3)
print(a, b, c, dict(zip('ab', Count(2))), list(map(str, Count(2))))

#%% getitem_iteration
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * i
print(list(Seq()), 4 in Seq(), 5 in Seq(), [x for x in Seq()], list(zip(Seq(), 'ab')), max(Seq()))
a, *b = Seq()
print(a, b)

#%% generator_iter_method
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k
t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), sum(t), sorted(t, reverse=True), 3 in t, list(enumerate(t)))

#%% iter_with_sentinel
vals = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(vals), 0)), list(vals))
it = iter('abc')
print(next(it), list(it), next(it, None))
try:
    next(5)
except TypeError as e:
    print(e)
try:
    iter(5)
except TypeError as e:
    print(e)
try:
    next(iter([]))
except StopIteration as e:
    print(repr(e))

#%% generators_interleaved
def gen(name, n):
    for i in range(n):
        yield f'{name}{i}'
def roundrobin(*its):
    its = list(its)
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)
print(list(roundrobin(gen('a', 3), gen('b', 1), gen('c', 2))))

#%% finally_in_for_over_generator
def gen():
    try:
        for i in range(5):
            yield i
    finally:
        print('gen finally')
for v in gen():
    print(v)
print('after')

#%% permutations_recursive
def perms(a):
    if not a:
        yield []
    for i in range(len(a)):
        for rest in perms(a[:i] + a[i + 1:]):
            yield [a[i]] + rest
print(list(perms([1, 2, 3])), sum(1 for _ in perms(list(range(5)))))

#%% coroutine_average
def averager():
    total, n, avg = 0, 0, None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n
c = averager()
next(c)
print([c.send(v) for v in (10, 20, 60)])

#%% uncaught_from_generator
def read(values):
    for v in values:
        yield int(v)

for n in read(['1', '2', 'three']):
    print(n)

#%% uncaught_stop_iteration
it = iter([1])
print(next(it))
print(next(it))

#%% program_generators
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 10)))
def flat(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flat(i)
        else: yield i
print(list(flat([1, [2, (3, [4])], 5])))
def avg():
    total = n = 0; v = None
    while True:
        x = yield v
        total += x; n += 1; v = total / n
g = avg(); next(g); print(g.send(10), g.send(20), g.send(60))
sq = (x * x for x in range(5)); print(sum(sq), list(sq))
d = {k: v for k, v in zip("abc", range(3)) if v}; s = {x % 3 for x in range(10)}
print(d, s, [(i, j) for i in range(3) for j in range(i)], any(x > 3 for x in range(5)), all([]))
print(dict(enumerate("ab", 1)), list(zip(*[(1, 2), (3, 4)])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])))

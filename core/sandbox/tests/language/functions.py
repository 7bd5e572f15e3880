def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return (a, b, c, args, d, e, kw)
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(1, c=9, d=0), f(*[1, 2], **{'d': 3, 'q': 4}))
def defaults(x, acc=[]):
    acc.append(x); return acc
print(defaults(1), defaults(2))
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(12)])
def counter():
    count = 0
    def step(by=1):
        nonlocal count
        count += by
        return count
    return step
c1, c2 = counter(), counter(); c1(); c1(5); print(c1(), c2())
total = 0
def add(n):
    global total
    total += n
for i in range(4): add(i)
print(total)
fs = [lambda: i for i in range(3)]; print([g() for g in fs]); gs = [lambda i=i: i for i in range(3)]; print([g() for g in gs])
compose = lambda *fns: lambda x: x if not fns else compose(*fns[:-1])(fns[-1](x))
print(compose(lambda x: x + 1, lambda x: x * 2)(5), (lambda x, y=2: x ** y)(3), (lambda *a, **k: (a, k))(1, z=2))
def deco(fn):
    def inner(*args, **kwargs):
        return 'wrapped ' + str(fn(*args, **kwargs))
    return inner
def tag(name):
    def outer(fn):
        return lambda *a: f'<{name}>{fn(*a)}</{name}>'
    return outer
@tag('b')
@deco
def hello(n): return 'hi ' + n
print(hello('x'))
def gen():
    received = yield 1
    while received:
        received = yield received * 2
    yield 'end'
g = gen(); print(next(g), g.send(4), g.send(5), g.send(None))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def countdown(n):
    try:
        while n > 0:
            yield n
            n -= 1
    finally:
        print('cleanup')
print(list(countdown(3)))
for v in countdown(2): print(v)
def early():
    for i in range(10):
        for j in range(10):
            if i * j == 6: return i, j
print(early(), early.__name__)
def flow(x):
    try:
        if x == 0: return 'zero'
        if x == 1: raise ValueError('one')
        for k in range(3):
            if k == x: break
        else:
            return 'no break'
        return 'break'
    except ValueError as e:
        return f'caught {e}'
    finally:
        print('finally', x)
print([flow(x) for x in (0, 1, 2, 9)])
def loop_finally():
    out = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append('f')
    return out
print(loop_finally())
def shadow():
    x = 1
    def inner():
        x = 2
        return [x for x in range(3)], x
    return inner(), x
print(shadow())
i = 0
while True:
    i += 1
    if i % 2: continue
    if i > 6: break
    print(i, end=' ')
else:
    print('never')
print()
while i > 0: i -= 3
else: print('else', i)
def kw_only(*, a, b=1): return a + b
print(kw_only(a=1), max(*[1, 5, 2]), print(*'abc', sep='-'), [*map(lambda p: p[0], [(1, 2)])])
if (n := len('hello')) > 3: print(n)
assert True, 'fine'
x: int = 5
y: 'list' = []
def annotated(a: int, b: str = 'x') -> bool: return bool(a)
print(annotated(1), x)
match_result = []
for v in (1, 'a', None, 3, 4, True):
    match v:
        case 1 | 2: match_result.append('low')
        case 'a': match_result.append('letter')
        case None: match_result.append('none')
        case n if n == 4: match_result.append('four')
        case _: match_result.append('other')
print(match_result)
del x
try: x
except NameError as e: print(e)

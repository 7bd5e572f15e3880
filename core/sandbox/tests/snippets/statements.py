#%% for_else_and_while_else
for i in range(3):
    if i == 5:
        break
else:
    print('no break', i)
for i in range(3):
    if i == 1:
        break
else:
    print('never')
n = 3
while n:
    n -= 1
else:
    print('while done', n)
while True:
    break
else:
    print('never')
for x in []:
    pass
else:
    print('empty')

#%% nested_break_continue
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        print(i, j)
    else:
        print('inner done', i)
print(i, j)

#%% loop_variable_survives
for i in range(4):
    pass
print(i)
for k, v in {'a': 1}.items():
    pass
print(k, v)
squares = [i * i for i in range(3)]
print(i, squares)

#%% chained_assignment_aliases
a = b = []
a.append(1)
print(a, b, a is b)
x = y = 5
x += 1
print(x, y)
p = q = r = (1,)
p += (2,)
print(p, q, r)

#%% augmented_on_subscripts_and_attributes
d = {'n': 1, 'l': [1]}
d['n'] += 5
d['l'] += [2]
d['l'][0] -= 10
print(d)
class C: pass
c = C()
c.v = 3
c.v *= 2
c.l = []
c.l += 'ab'
print(c.v, c.l)
def index():
    print('index once')
    return 0
a = [1]
a[index()] += 5
print(a)

#%% del_statements
a = [1, 2, 3]
b = {'x': 1, 'y': 2}
c = 5
del a[0], b['x'], c
print(a, b)
try:
    print(c)
except NameError as e:
    print(e)
class O: pass
o = O()
o.z = 1
del o.z
print(hasattr(o, 'z'))
try:
    del o.z
except AttributeError as e:
    print(e)
try:
    del b['nope']
except KeyError as e:
    print(e)

#%% global_and_nonlocal
count = 0
def bump():
    global count, fresh
    count += 1
    fresh = 'new'
bump(); bump()
print(count, fresh)
def outer():
    n = 0
    def inner():
        nonlocal n
        n += 1
        return n
    inner()
    return inner() + n
print(outer())

#%% unbound_local
x = 1
def f():
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    x = 2
f()
def g():
    if False:
        y = 1
    return y
try:
    g()
except NameError as e:
    print(e)

#%% free_variable_unbound
def f():
    def g():
        return z
    try:
        g()
    except NameError as e:
        print(e)
    z = 5
    return g()
print(f())

#%% assert_forms
assert True
assert 1, 'fine'
try:
    assert 0
except AssertionError as e:
    print(repr(e), str(e) == '')
try:
    assert [] , f'empty {1 + 1}'
except AssertionError as e:
    print(e, e.args)
try:
    assert False, (1, 2)
except AssertionError as e:
    print(e)

#%% with_statement
class M:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print('enter', self.n)
        return self
    def __exit__(self, t, v, tb):
        print('exit', self.n, t.__name__ if t else None, v)
        return self.n == 'swallow'
with M('a') as a, M('b') as b:
    print(a.n, b.n)
with M('swallow'):
    raise ValueError('gone')
try:
    with M('c'):
        with M('d'):
            1 / 0
except ZeroDivisionError as e:
    print('caught', e)

#%% with_flow
class M:
    def __enter__(self): return 5
    def __exit__(self, *a): print('exit', a[0])
def f():
    with M() as v:
        return v
print(f())
for i in range(2):
    with M():
        if i == 0:
            continue
        break
with (M() as a, M() as b):
    print(a + b)
with M():
    pass

#%% with_errors
class N: pass
try:
    with N():
        pass
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
class X:
    def __enter__(self): raise KeyError('in enter')
    def __exit__(self, *a): print('not called')
try:
    with X():
        pass
except KeyError as e:
    print('KeyError', e)

#%% contextlib_managers
from contextlib import contextmanager, suppress
@contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name.upper()
    finally:
        print(f'</{name}>')
with tag('b') as t:
    print(t)
with suppress(ZeroDivisionError):
    1 / 0
    print('not reached')
try:
    with tag('i'):
        raise ValueError('x')
except ValueError as e:
    print('caught', e)

#%% if_elif_truthiness
for v in (0, 1, '', 'a', [], [0], None, 0.0, {}, {0}, (), (0,), -1, float('nan')):
    if v:
        print(repr(v), 'T', end=' ')
    elif v is None:
        print('None', end=' ')
    else:
        print(repr(v), 'F', end=' ')
print()

#%% semicolons_and_one_liners
x = 1; y = 2; print(x, y)
if x: print('one'); print('two')
for i in range(2): print(i, end=' ')
print()
while x: x -= 1
def f(): return 5
class E: pass
print(f(), x, E.__name__)

#%% pass_and_ellipsis_bodies
def stub(): ...
class Empty: ...
def doc():
    """Only a docstring."""
print(stub(), doc(), doc.__doc__, Empty.__name__, stub.__doc__)
if True:
    pass
for _ in range(2):
    ...
print('end')

#%% import_forms
import math as m
from math import pi, sqrt as root
import os.path
import collections.abc
from collections import OrderedDict, defaultdict as dd
print(m.floor(2.7), pi, root(9), os.path.basename('/a/b.c'), dd(int)['x'], type(OrderedDict()).__name__)
print(m.__name__, isinstance([], collections.abc.Iterable))

#%% import_errors
try:
    import nonexistent_module
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from math import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
try:
    import math.sub
except ModuleNotFoundError as e:
    print(e)

#%% annotations
x: int = 5
y: 'list[str]' = ['a']
z: float
def f(a: int, b: str = 'q') -> bool:
    c: int = a
    return bool(c)
print(x, y, f(1), f.__annotations__)
try:
    print(z)
except NameError as e:
    print(e)
class P:
    n: int = 3
    m: str
print(P.n, hasattr(P, 'm'), P.__annotations__)

#%% for_over_many_kinds
for c in 'ab': print(c, end=' ')
for k in {'x': 1}: print(k, end=' ')
for v in (1, [2]): print(v, end=' ')
for i, (a, (b, c)) in enumerate([(1, (2, 3))]): print(i, a, b, c, end=' ')
for a, *b in [(1, 2, 3), 'xyz']: print(a, b, end=' ')
print()
d = {}
for d['key'] in range(3): pass
print(d)
lst = [0]
for lst[0] in 'pq': print(lst)

#%% while_with_complex_flow
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    if steps > 200:
        print('too many')
        break
else:
    print('steps', steps)

#%% nested_functions_and_loops
def primes(limit):
    found = []
    for n in range(2, limit):
        for p in found:
            if p * p > n:
                found.append(n)
                break
            if n % p == 0:
                break
        else:
            found.append(n)
    return found
print(primes(30), len(primes(200)))

#%% uncaught_in_nested_call
def a(n):
    if n == 0:
        raise ValueError('deep')
    return a(n - 1)

def b():
    return a(3)

print('go')
b()

#%% uncaught_in_loop_with_finally
for i in range(3):
    try:
        print(10 // (2 - i))
    finally:
        print('finally', i)

#%% syntax_error_in_source
x = 5
if x = 5:
    print('no')

#%% uncaught_assert
def area(w, h):
    assert w > 0 and h > 0, f'bad size {w}x{h}'
    return w * h
print(area(2, 3))
area(-1, 2)

#%% system_exit
print('before')
raise SystemExit('stopping here')

#%% type_alias_and_union_annotations
from typing import Optional, Union, List, Dict, Tuple
Vector = List[float]
Point = Tuple[int, int]
def scale(v: Vector, k: Optional[float] = None) -> Union[Vector, None]:
    return [x * (k or 1) for x in v]
def g(p: Point, d: Dict[str, int] | None = None, *a: int, **k: str) -> list[tuple[int, str]]:
    return [p, d]
print(scale([1.0, 2.0], 2), scale([1.0]), g((1, 2)))

#%% exec_and_eval
print(eval('1 + 2 * 3'), eval('x + 1', {'x': 4}))
ns = {}
exec('a = 5\nb = a * 2', ns)
print(ns['a'], ns['b'])

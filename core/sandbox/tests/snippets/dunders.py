#%% reflected_operators
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return f'add({self.v},{getattr(o, "v", o)})'
    def __radd__(self, o): return f'radd({self.v},{o})'
    def __rsub__(self, o): return f'rsub({self.v},{o})'
    def __rtruediv__(self, o): return f'rdiv({self.v},{o})'
    def __rpow__(self, o): return f'rpow({self.v},{o})'
    def __rmod__(self, o): return f'rmod({self.v},{o})'
    def __rfloordiv__(self, o): return f'rfloor({self.v},{o})'
n = N(1)
print(n + 2, 2 + n, n + n, 2 - n, 2 / n, 2 ** n, 2 % n, 2 // n, 1.5 + n, 'a' + n, sum([n, 5]) if False else 0 + n)

#%% not_implemented_fallback
class A:
    def __add__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
class B:
    def __radd__(self, o): return 'B.radd'
    def __gt__(self, o): return 'B.gt'
    def __eq__(self, o): return 'B.eq'
print(A() + B(), A() < B(), A() == B(), A() == A(), A() != 5)
for f in (lambda: A() + 1, lambda: A() < A(), lambda: A() + A()):
    try:
        print(f())
    except TypeError as e:
        print(e)

#%% subclass_priority
class A:
    def __add__(self, o): return 'A.add'
    def __radd__(self, o): return 'A.radd'
class B(A):
    def __radd__(self, o): return 'B.radd'
class C(A): pass
print(A() + B(), B() + A(), A() + C(), A() + A())

#%% inplace_operators
class L:
    def __init__(self): self.items = []
    def __iadd__(self, o):
        self.items.append(o)
        return self
    def __add__(self, o): return 'new'
a = b = L()
a += 1
a += 2
print(a.items, a is b)
class M:
    def __init__(self, v): self.v = v
    def __add__(self, o): return M(self.v + o)
    def __isub__(self, o): return 'replaced'
m = k = M(1)
m += 5
print(m.v, k.v)
m -= 1
print(m)

#%% all_binary_operators
class O:
    def __getattr__(self, name): raise AttributeError(name)
for name, sym in [('add', '+'), ('sub', '-'), ('mul', '*'), ('truediv', '/'), ('floordiv', '//'), ('mod', '%'), ('pow', '**'), ('lshift', '<<'), ('rshift', '>>'), ('and', '&'), ('or', '|'), ('xor', '^'), ('matmul', '@')]:
    setattr(O, f'__{name}__', lambda s, o, sym=sym: f's{sym}{o}')
    setattr(O, f'__r{name}__', lambda s, o, sym=sym: f'{o}{sym}s')
o = O()
print(o + 1, o - 1, o * 1, o / 1, o // 1, o % 1, o ** 1, o << 1, o >> 1, o & 1, o | 1, o ^ 1, o @ 1)
print(1 + o, 1 - o, 1 * o, 1 / o, 1 // o, 1 % o, 1 ** o, 1 << o, 1 >> o, 1 & o, 1 | o, 1 ^ o, 1 @ o)

#%% unary_and_conversion
class N:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 3
    def __round__(self, n=None): return ('round', n)
    def __bool__(self): return False
    def __complex__(self): return 1j
    def __trunc__(self): return 1
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
import math
n = N()
print(-n, +n, ~n, abs(n), int(n), float(n), round(n), round(n, 2), bool(n), not n, [10, 20, 30, 40][n], range(n), bin(n), math.floor(n), math.ceil(n), math.sqrt(n))

#%% container_protocol
class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): print('get', k); return self.d.get(k)
    def __setitem__(self, k, v): print('set', k, v); self.d[k] = v
    def __delitem__(self, k): print('del', k); del self.d[k]
    def __contains__(self, k): print('in', k); return k in self.d
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
b = Box()
b['a'] = 1
b[1:2] = 'slice'
b[1, 2] = 'tuple'
print(b['a'], 'a' in b, len(b), bool(b), b[::3])
del b['a']
b['n'] = 5
b['n'] += 1
print('zz' not in b)

#%% slice_objects
class S:
    def __getitem__(self, k): return k
s = S()
print(s[1], s[1:2], s[::2], s[1, 2], s[1:2, ::3], s[...], s[:], s['k'], s[-1], s[(1, 2)], s[None])
print(slice(5).indices(3), slice(1, 10, 2).indices(6), slice(None, None, -1).indices(4), slice(1, 2) == slice(1, 2), s[1:5].start, s[1:5].stop, s[1:5].step)

#%% comparison_dunders
class C:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
a, b = C(1), C(2)
print(a < b, a > b, a <= b, a >= b, a == b, a != b, sorted([b, a])[0].v, min(a, b).v)
class D:
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return 'gt'
    def __ne__(self, o): return 'ne'
print(D() < 1, 1 < D(), D() > 1, 1 > D(), D() != 1, 1 != D(), D() == 1, 1 < D() < 2)

#%% bool_and_len
class A:
    def __len__(self): return 0
class B:
    def __bool__(self): return False
    def __len__(self): return 5
class C: pass
print(bool(A()), bool(B()), bool(C()), not A(), 'y' if B() else 'n', len(B()), all([C(), A()]), any([A(), B()]), [x for x in [1] if A() or C()])

#%% callable_instances
class F:
    def __init__(self, k): self.k = k
    def __call__(self, *a, **kw): return self.k, a, kw
f = F(3)
print(f(), f(1, b=2), callable(f), list(map(F(1), [1, 2])), F(2)(*[5], **{'z': 1}), sorted([3, 1], key=lambda x: F(x)()[0]))

#%% contains_via_iter
class A:
    def __iter__(self): return iter([1, 2, 3])
class B:
    def __contains__(self, x): return 'yes'
print(2 in A(), 5 in A(), 1 in B(), 1 not in B(), list(A()), max(A()), sorted(A(), reverse=True), [*A()], sum(A()), set(A()))
a, *b = A()
print(a, b, dict.fromkeys(A()), list(zip(A(), A())), 'x'.join(map(str, A())))

#%% reversed_and_len_getitem
class R:
    def __reversed__(self): return iter('cba')
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed(R())), list(reversed(S())))
try:
    reversed(5)
except TypeError as e:
    print(e)

#%% hash_and_dict_keys
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __hash__(self): return hash((self.x, self.y))
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __repr__(self): return f'P({self.x},{self.y})'
d = {P(0, 1): 'a', P(0, 1): 'b', P(1, 0): 'c'}
print(d, d[P(0, 1)], P(1, 0) in d, d.get(P(9, 9), 'none'), len({P(1, 1), P(1, 1)}))
class H:
    def __hash__(self): return 'bad'
try:
    hash(H())
except TypeError as e:
    print(e)

#%% format_dunder
class Money:
    def __init__(self, v): self.v = v
    def __format__(self, spec):
        if spec == 'usd': return f'${self.v:,.2f}'
        if not spec: return str(self.v)
        return format(self.v, spec)
    def __str__(self): return 'M'
m = Money(1234.5)
print(f'{m:usd}', f'{m}', f'{m:.0f}', '{:usd} {!s}'.format(m, m), format(m, '010.1f'), f'{m!s:>4}')

#%% divmod_pow_round
class D:
    def __divmod__(self, o): return ('dm', o)
    def __rdivmod__(self, o): return ('rdm', o)
    def __pow__(self, e, m=None): return ('pow', e, m)
print(divmod(D(), 2), divmod(2, D()), D() ** 3, pow(D(), 3), pow(D(), 3, 5))

#%% index_errors
class Bad:
    def __index__(self): return 'x'
class NoIndex: pass
for f in (lambda: [1][Bad()], lambda: [1][NoIndex()], lambda: range(NoIndex()), lambda: [1] * NoIndex(), lambda: int(NoIndex()), lambda: float(NoIndex()), lambda: hex(Bad()), lambda: 'a' * 1.0):
    try:
        print(f())
    except TypeError as e:
        print(e)

#%% iterator_without_iter
class It:
    def __next__(self): raise StopIteration
class NotIt:
    def __iter__(self): return 5
for f in (lambda: list(It()), lambda: list(NotIt()), lambda: next(It(), 'd')):
    try:
        print(f())
    except TypeError as e:
        print(e)

#%% missing_dunder_lookup_on_instance
class A: pass
a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: 'c'
for f in (lambda: len(a), lambda: a()):
    try:
        print(f())
    except TypeError as e:
        print(e)
A.__len__ = lambda self: 7
print(len(a), a.__len__())

#%% matrix_class
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __mul__(self, o):
        if isinstance(o, Matrix):
            return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
        return Matrix([[v * o for v in r] for r in self.rows])
    def __pow__(self, n): return self if n == 1 else self * self ** (n - 1)
    def __str__(self): return '\n'.join(' '.join(f'{v:3}' for v in r) for r in self.rows)
m = Matrix([[1, 1], [1, 0]])
print(m ** 10, (m * 3)[0, 0], sep='\n')
m[1, 1] = 9
print(m)

#%% polynomial_class
class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x): return sum(a * x ** i for i, a in enumerate(self.c))
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        pad = lambda c: list(c) + [0] * (n - len(c))
        return Poly(*(a + b for a, b in zip(pad(self.c), pad(o.c))))
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Poly(*out)
    def __str__(self): return ' + '.join(f'{a}x^{i}' if i else str(a) for i, a in enumerate(self.c) if a)
p, q = Poly(1, 2), Poly(0, 1, 3)
print(p(2), p + q, p * q, (p * q)(1), sep=' | ')

#%% fraction_class
from math import gcd
class Frac:
    def __init__(self, n, d=1):
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g
    def __add__(self, o):
        o = o if isinstance(o, Frac) else Frac(o)
        return Frac(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __truediv__(self, o): return Frac(self.n * o.d, self.d * o.n)
    def __lt__(self, o): return self.n * o.d < o.n * self.d
    def __eq__(self, o): return (self.n, self.d) == (o.n, o.d)
    def __repr__(self): return f'{self.n}/{self.d}'
    def __float__(self): return self.n / self.d
print(Frac(1, 2) + Frac(1, 3), 1 + Frac(3, 4), Frac(1, 2) / Frac(-3, 4), sum([Frac(1, 6)] * 3), float(Frac(1, 8)), sorted([Frac(1, 2), Frac(1, 3)]))

#%% eq_without_hash_in_set
class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
a = A(1)
print(a == A(1), a in [A(1)], [A(1), A(2)].index(A(2)), [A(1)].count(A(1)), A.__hash__)
try:
    hash(a)
except TypeError as e:
    print(e)

#%% str_fallbacks
class OnlyRepr:
    def __repr__(self): return 'R'
class OnlyFormat:
    def __format__(self, s): return 'F' + s
    def __str__(self): return 'S'
print(str(OnlyRepr()), f'{OnlyRepr()}', '%s' % OnlyRepr(), f'{OnlyFormat():x}', str(OnlyFormat()), print(OnlyRepr()))
try:
    f'{OnlyRepr():>5}'
except TypeError as e:
    print(e)

#%% del_is_quiet
class A:
    def __init__(self, n): self.n = n
a = A(1)
b = a
del a
print(b.n)
try:
    a
except NameError as e:
    print(e)

#%% enter_exit_reuse
class Timer:
    depth = 0
    def __enter__(self):
        Timer.depth += 1
        return Timer.depth
    def __exit__(self, *exc):
        Timer.depth -= 1
        return False
t = Timer()
with t as a:
    with t as b:
        print(a, b, Timer.depth)
print(Timer.depth)

#%% class_getitem_and_instancecheck
class Box:
    def __class_getitem__(cls, item): return f'Box[{item}]'
print(Box[int], Box['x'], Box[1, 2])
print(list[int], dict[str, int], tuple[int, ...])

#%% uncaught_bad_operand
class Vec:
    def __init__(self, x):
        self.x = x
    def __add__(self, other):
        return Vec(self.x + other.x)

print((Vec(1) + Vec(2)).x)
print(Vec(1) * 2)

#%% uncaught_inside_dunder
class Temp:
    def __init__(self, c):
        self.c = c
    def __lt__(self, other):
        return self.celsius < other.celsius
print(sorted([Temp(1)])[0].c)
sorted([Temp(1), Temp(2)])

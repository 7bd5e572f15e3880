#%% instance_and_class_attributes
class A:
    shared = []
    n = 0
    def __init__(self): self.own = 1
a, b = A(), A()
a.shared.append(1)
a.n += 1
print(b.shared, a.n, b.n, A.n, a.__dict__, b.__dict__)
A.n = 10
print(a.n, b.n, 'n' in a.__dict__, vars(a))
del a.n
print(a.n)

#%% inheritance_and_super
class Shape:
    def __init__(self, name): self.name = name
    def area(self): return 0
    def describe(self): return f'{self.name}: {self.area():.2f}'
class Circle(Shape):
    def __init__(self, r):
        super().__init__('circle')
        self.r = r
    def area(self): return 3.14159 * self.r ** 2
class Ring(Circle):
    def __init__(self, r, hole):
        super().__init__(r)
        self.hole = hole
    def area(self): return super().area() - Circle(self.hole).area()
for s in (Shape('s'), Circle(2), Ring(2, 1)):
    print(s.describe(), isinstance(s, Circle), type(s).__name__)

#%% diamond_mro
class A:
    def f(self): return ['A']
class B(A):
    def f(self): return ['B'] + super().f()
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super().f()
print(D().f(), [k.__name__ for k in D.__mro__], [k.__name__ for k in D.mro()], D.__bases__[0].__name__, issubclass(D, A))
try:
    class E(A, B): pass
except TypeError as e:
    print('TypeError', str(e).split('\n')[0])

#%% init_chain_with_kwargs
class Base:
    def __init__(self, **kw):
        self.rest = kw
class Named:
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name
class Sized:
    def __init__(self, size, **kw):
        super().__init__(**kw)
        self.size = size
class Box(Named, Sized, Base): pass
b = Box(name='b', size=3, color='red')
print(b.name, b.size, b.rest)

#%% properties
class T:
    def __init__(self, c): self._c = c
    @property
    def f(self):
        """Fahrenheit."""
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self):
        print('deleted')
        self._c = None
    @property
    def readonly(self): return 1
t = T(100)
print(t.f)
t.f = 32
print(t._c, t.f)
try:
    t.readonly = 5
except AttributeError as e:
    print(e)
del t.f
print(t._c)
try:
    del t.readonly
except AttributeError as e:
    print(e)

#%% property_in_subclass
class A:
    @property
    def v(self): return 1
class B(A):
    @property
    def v(self): return super().v + 10
class C(A):
    v = 5
print(A().v, B().v, C().v, type(A.v).__name__)
class P:
    def get(self): return self._x
    def set(self, x): self._x = x * 2
    x = property(get, set)
p = P()
p.x = 4
print(p.x)

#%% class_and_static_methods
class D:
    count = 0
    def __init__(self, y, m):
        self.y, self.m = y, m
        D.count += 1
    @classmethod
    def parse(cls, s): return cls(*map(int, s.split('-')))
    @staticmethod
    def valid(m): return 1 <= m <= 12
    @classmethod
    def total(cls): return f'{cls.__name__}:{cls.count}'
class E(D): pass
d, e = D.parse('2024-5'), E.parse('1-2')
print(d.y, d.m, type(e).__name__, D.valid(13), d.valid(3), E.total(), d.total())

#%% attribute_errors
class A:
    x = 1
a = A()
for f in (lambda: a.y, lambda: A.y, lambda: a.x.y, lambda: a(), lambda: a[0], lambda: len(a), lambda: a + 1, lambda: 1 + a, lambda: a < a, lambda: iter(a), lambda: a.x(), lambda: -a, lambda: int(a), lambda: a in a, lambda: next(a)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)

#%% getattr_setattr_hooks
class Proxy:
    def __init__(self): self.log = []
    def __getattr__(self, name):
        if name.startswith('no'):
            raise AttributeError('no such: ' + name)
        return f'dyn-{name}'
p = Proxy()
print(p.foo, p.log, getattr(p, 'bar'), getattr(p, 'nope', 'default'), hasattr(p, 'nothing'), hasattr(p, 'x'))
class S:
    def __setattr__(self, k, v):
        print('set', k, v)
        super().__setattr__(k, v * 2)
    def __delattr__(self, k):
        print('del', k)
        object.__delattr__(self, k)
s = S()
s.a = 5
print(s.a)
del s.a
print(hasattr(s, 'a'))

#%% getattribute_hook
class G:
    def __init__(self): self.x = 1
    def __getattribute__(self, name):
        if name == 'magic':
            return 42
        return super().__getattribute__(name)
g = G()
print(g.x, g.magic)

#%% builtin_attr_functions
class A:
    x = 1
    def m(self): return 'm'
a = A()
setattr(a, 'y', 5)
print(getattr(a, 'x'), getattr(a, 'y'), getattr(a, 'm')(), hasattr(a, 'z'), getattr(a, 'z', None), vars(a))
delattr(a, 'y')
print(a.__dict__, [n for n in dir(a) if not n.startswith('_')], isinstance(a, A), isinstance(a, (int, A)), issubclass(A, object), type(a) is A, a.__class__ is A, A.__name__)
for f in (lambda: getattr(a, 'q'), lambda: delattr(a, 'q'), lambda: isinstance(a, 5), lambda: issubclass(a, A)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(e)

#%% repr_and_str
class A:
    def __repr__(self): return 'A()'
class B:
    def __str__(self): return 'b-str'
class C(A):
    def __str__(self): return 'c-str'
print(A(), [A()], str(A()), f'{A()}', f'{C()} {C()!r}', [C()], {'k': C()}, (C(),), '%s %r' % (C(), C()))
print(str(B()), repr(B()).startswith('<__main__.B object at 0x'), repr(A), str(type(A())), [A])

#%% bad_repr_return
class A:
    def __repr__(self): return 5
class B:
    def __str__(self): return None
class L:
    def __len__(self): return -1
class M:
    def __len__(self): return 'x'
class T:
    def __bool__(self): return 5
for f in (lambda: repr(A()), lambda: str(B()), lambda: len(L()), lambda: len(M()), lambda: bool(T()), lambda: print(B())):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

#%% slots
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y)
try:
    p.z = 3
except AttributeError as e:
    print(e)
print(hasattr(p, '__dict__'))

#%% abstract_classes
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f'{self.name} {self.area()}'
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return 'sq'
print(Sq(3).show(), isinstance(Sq(1), Shape))
try:
    Shape()
except TypeError as e:
    print(e)
class Half(Shape):
    def area(self): return 0
try:
    Half()
except TypeError as e:
    print(e)

#%% class_body_execution
class C:
    print('in body')
    for i in range(3):
        pass
    total = sum(range(4))
    def __init_subclass__(cls, **kw):
        print('subclass', cls.__name__, kw)
        super().__init_subclass__()
print(C.i, C.total)
class D(C, tag='x'): pass

#%% new_method
class Singleton:
    _one = None
    def __new__(cls, *a):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one
    def __init__(self, v=0): self.v = v
a, b = Singleton(1), Singleton(2)
print(a is b, a.v)
class Weird:
    def __new__(cls): return 'not an instance'
    def __init__(self): print('never')
print(Weird())

#%% name_mangling
class A:
    __secret = 1
    def __init__(self): self.__x = 5
    def get(self): return self.__x, self.__secret
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 9
    def mine(self): return self.__x
b = B()
print(b.get(), b.mine(), b._A__x, sorted(b.__dict__))
try:
    b.__x
except AttributeError as e:
    print(e)

#%% nested_and_local_classes
class Outer:
    class Inner:
        v = 7
        def hi(self): return 'inner'
    def make(self): return self.Inner()
print(Outer.Inner.v, Outer().make().hi(), Outer.Inner.__name__, Outer.Inner.__qualname__)
def factory(n):
    class Local:
        value = n
        def get(self): return n * 2
    return Local
print(factory(3).value, factory(4)().get(), factory(1).__name__)

#%% type_three_arguments
Point = type('Point', (), {'x': 0, 'move': lambda self, d: self.x + d})
p = Point()
print(p.x, p.move(5), Point.__name__, type(p).__name__)
Sub = type('Sub', (Point,), {})
print(isinstance(Sub(), Point), Sub().x)

#%% methods_as_objects
class A:
    def __init__(self, n): self.n = n
    def get(self, k=0): return self.n + k
a = A(5)
m = a.get
print(m(), m(k=3), A.get(a, 1), list(map(A.get, [A(1), A(2)])), m.__name__, m.__self__ is a, m.__func__ is A.get, a.get == a.get)
a.get = lambda: 'patched'
print(a.get())
A.extra = lambda self: self.n * 10
print(a.extra())

#%% multiple_inheritance_attributes
class A: x, y = 'A', 'A'
class B: x, z = 'B', 'B'
class C(A, B): pass
class D(B, A): y = 'D'
print(C.x, C.y, C.z, D.x, D.y, D.z, [c.__name__ for c in C.__bases__])

#%% super_explicit_and_classmethod
class A:
    @classmethod
    def make(cls, v): return (cls.__name__, v)
    @staticmethod
    def s(): return 'A.s'
class B(A):
    @classmethod
    def make(cls, v): return super().make(v + 1)
    def old(self): return super(B, self).s()
print(B.make(1), B().make(2), B().old(), A.make(0))
try:
    class X(A):
        def f(self): return super().nothing()
    X().f()
except AttributeError as e:
    print(e)

#%% equality_and_hash
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, P) and self.x == o.x
    def __hash__(self): return hash(self.x)
print(P(1) == P(1), P(1) != P(1), P(1) == 1, P(1) in [P(1)], len({P(1), P(1), P(2)}), [P(1)].index(P(1)), {P(1): 'a'}[P(1)])
class Q: pass
q = Q()
print(q == q, q == Q(), q != Q(), q in [Q(), q], len({q, q}), hash(q) == hash(q))

#%% inherit_from_list
class Stack(list):
    def push(self, v): self.append(v)
    def peek(self): return self[-1]
s = Stack([1, 2])
s.push(3)
print(s, len(s), s.peek(), s.pop(), s[0], isinstance(s, list), s == [1, 2], s + [9], sorted(s, reverse=True), type(s).__name__)
for v in s:
    print(v, end=' ')
print()

#%% inherit_from_dict_and_str
class Attr(dict):
    def __getattr__(self, k):
        try:
            return self[k]
        except KeyError:
            raise AttributeError(k)
    __setattr__ = dict.__setitem__
d = Attr(x=1)
d.y = 2
print(d, d.x, d['y'], len(d), isinstance(d, dict), {**d})
class Name(str):
    def shout(self): return self.upper() + '!'
n = Name('bob')
print(n.shout(), n + 'x', len(n), n == 'bob', isinstance(n, str))
class Int(int):
    def double(self): return self * 2
print(Int(4).double(), Int(3) + 1, isinstance(Int(1), int))

#%% tuple_subclass
class V(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs)
    def __add__(self, o): return V(*(a + b for a, b in zip(self, o)))
v = V(1, 2) + V(3, 4)
print(v, v[0], len(v), isinstance(v, tuple), tuple(v))

#%% descriptors
class Positive:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner):
        if obj is None: return self
        return getattr(obj, self.name)
    def __set__(self, obj, v):
        if v < 0: raise ValueError(f'{self.name[1:]} must be >= 0')
        setattr(obj, self.name, v)
class Box:
    w = Positive()
    h = Positive()
    def __init__(self, w, h): self.w, self.h = w, h
b = Box(3, 4)
b.w += 1
print(b.w, b.h, b.__dict__, type(Box.w).__name__)
try:
    b.h = -1
except ValueError as e:
    print(e)

#%% metaclass
class Meta(type):
    def __new__(mcs, name, bases, ns):
        ns['tag'] = name.lower()
        return super().__new__(mcs, name, bases, ns)
    def __call__(cls, *a):
        obj = super().__call__(*a)
        obj.made = True
        return obj
class A(metaclass=Meta):
    def __init__(self, v): self.v = v
a = A(3)
print(A.tag, a.made, a.v, type(A).__name__)

#%% vector_class
import math
class Vec:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return Vec(-self.x, -self.y)
    def __abs__(self): return math.hypot(self.x, self.y)
    def __iter__(self): yield from (self.x, self.y)
    def __repr__(self): return f'Vec({self.x}, {self.y})'
    def __eq__(self, o): return tuple(self) == tuple(o)
a, b = Vec(1, 2), Vec(3, 4)
print(a + b, b - a, a * 2, 2 * a, -a, abs(b), list(a), a == Vec(1, 2), sum([a, b], Vec(0, 0)))

#%% linked_list
class Node:
    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt
class Linked:
    def __init__(self, *vs):
        self.head = None
        for v in reversed(vs):
            self.head = Node(v, self.head)
    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.nxt
    def reverse(self):
        prev, cur = None, self.head
        while cur:
            cur.nxt, prev, cur = prev, cur, cur.nxt
        self.head = prev
    def __len__(self): return sum(1 for _ in self)
l = Linked(1, 2, 3)
print(list(l), len(l))
l.reverse()
print(list(l), bool(l), bool(Linked()))

#%% bank_account
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f'need {need}, have {have}')
        self.need, self.have = need, have
class Account:
    def __init__(self, balance=0): self.balance = balance
    def withdraw(self, n):
        if n > self.balance:
            raise InsufficientFunds(n, self.balance)
        self.balance -= n
        return self
a = Account(100)
a.withdraw(30).withdraw(20)
try:
    a.withdraw(80)
except InsufficientFunds as e:
    print(e, e.need, e.have, e.args, type(e).__name__)
print(a.balance)

#%% class_docstrings_and_module
class A:
    """About A."""
    def m(self):
        """About m."""
class B(A): pass
print(A.__doc__, A.m.__doc__, A().m.__doc__, B.__doc__, A.__module__, __name__, A.m.__qualname__, A().m.__name__)

#%% uncaught_in_method
class Shape:
    def area(self):
        raise NotImplementedError('subclass must implement')

class Square(Shape):
    pass

print('made')
Square().area()

#%% uncaught_custom_exception
class DrawError(Exception):
    pass

def draw(x):
    if x < 0:
        raise DrawError(f'x is {x}')
    return x
print(draw(1))
draw(-5)

#%% uncaught_abstract
class A:
    def __init__(self, x):
        self.x = x
a = A()

#%% total_ordering_class
from functools import total_ordering
@total_ordering
class Version:
    def __init__(self, s): self.t = tuple(map(int, s.split('.')))
    def __eq__(self, o): return self.t == o.t
    def __lt__(self, o): return self.t < o.t
    def __repr__(self): return '.'.join(map(str, self.t))
v = [Version(s) for s in ('1.10', '1.2', '1.2.1')]
print(sorted(v), max(v), v[0] > v[1], v[1] <= v[2], v[1] >= v[1], v[0] != v[1])

#%% instance_dict_updates
class A:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __repr__(self): return f'A({", ".join(f"{k}={v!r}" for k, v in sorted(vars(self).items()))})'
a = A(x=1, y='b')
print(a, a.x, a.__dict__)
a.__dict__['z'] = 3
print(a.z, vars(a))

#%% class_variables_shadowing
class Counter:
    instances = 0
    def __init__(self):
        type(self).instances += 1
        self.id = self.instances
    @classmethod
    def reset(cls): cls.instances = 0
class Sub(Counter): pass
print(Counter().id, Counter().id, Sub().id, Counter.instances, Sub.instances)
Counter.reset()
print(Counter.instances, Sub.instances)

#%% operator_on_class_objects
class A: pass
class B(A): pass
print(A == A, A != B, A is type(A()), {A: 1}[A], B in (A, B), A in [B], bool(A), isinstance(A, type), type(A) is type, callable(A), [c.__name__ for c in (A, B, int)])
print(isinstance(B(), (str, A)), issubclass(B, (int, A)), A.__subclasses__() == [B] if hasattr(A, '__subclasses__') else None)

#%% program_classes_bank
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need, self.have = need, have
class Account:
    count = 0
    def __init__(self, owner, balance=0):
        self.owner, self._balance = owner, balance
        Account.count += 1
    @property
    def balance(self): return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise ValueError("negative")
        self._balance = v
    def withdraw(self, n):
        if n > self._balance: raise InsufficientFunds(n, self._balance)
        self.balance -= n
        return self
    def __repr__(self): return f"Account({self.owner!r}, {self._balance})"
    def __eq__(self, o): return isinstance(o, Account) and self.owner == o.owner
    def __hash__(self): return hash(self.owner)
    def __lt__(self, o): return self._balance < o._balance
a, b = Account("A", 100), Account("B", 50)
print(sorted([a, b]), a.withdraw(30).withdraw(20), Account.count, a == Account("A"), len({a, Account("A")}))
for f in (lambda: a.withdraw(1000), lambda: setattr(b, "balance", -1)):
    try: f()
    except (InsufficientFunds, ValueError) as e: print(type(e).__name__, e, getattr(e, "need", None))

class Point:
    """A point."""
    origin = None
    count = 0
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y
        Point.count += 1
    def __repr__(self): return f'Point({self.x}, {self.y})'
    def __str__(self): return f'({self.x}; {self.y})'
    def __eq__(self, o): return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Point(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return Point(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return Point(-self.x, -self.y)
    def __lt__(self, o): return self.x < o.x
    def __len__(self): return 2
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, k): return self.x + k
    def __bool__(self): return bool(self.x or self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    @property
    def norm(self): return abs(self)
    @property
    def half(self): return self.x / 2
    @half.setter
    def half(self, v): self.x = v * 2
    @classmethod
    def of(cls, pair): return cls(*pair)
    @staticmethod
    def dist(a, b): return abs(a - b)
a, b = Point(3, 4), Point(1, 1)
print(a, repr(a), [a, b], a + b, a - b, a * 2, 2 * a, -a, a == Point(3, 4), a != b, a < b, b < a, sorted([a, b]), len(a), list(a), a[1], 4 in a, a(10), bool(Point()), abs(a), a.norm, Point.of((7, 8)), Point.dist(a, b), sep='\n')
a.half = 10; print(a.x, a.half); x, y = a; print(x, y, max(a), sum(a), f'{a} {a!r}', '%s %r' % (a, b), Point.count)
class Shape:
    name = 'shape'
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
    def area(self): raise NotImplementedError('area')
    def describe(self): return f'{self.name}: {self.area():.2f}'
class Circle(Shape):
    name = 'circle'
    def __init__(self, r): super().__init__(r=r)
    def area(self): return 3.14159 * self.r ** 2
class Square(Shape):
    def __init__(self, s):
        Shape.__init__(self, s=s)
        self.name = 'square'
    def area(self): return self.s ** 2
class Big(Square):
    def area(self): return super().area() * 10
for s in (Circle(1), Square(2), Big(2)): print(s.describe(), isinstance(s, Shape), type(s).__name__, hasattr(s, 'r'), getattr(s, 'zz', 'none'))
try: Shape().describe()
except NotImplementedError as e: print('NotImplementedError', e)
class A:
    def hi(self): return 'A'
class B(A):
    def hi(self): return 'B' + super().hi()
class C(A):
    def hi(self): return 'C' + super().hi()
class D(B, C):
    def hi(self): return 'D' + super().hi()
print(D().hi(), issubclass(D, A), issubclass(A, D), isinstance(D(), (int, C)))
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x); return self
    def __enter__(self): print('enter'); return self
    def __exit__(self, t, v, tb): print('exit', t.__name__ if t else None, v); return t is KeyError
with Stack() as s: s.push(1).push(2); print(s.items)
with Stack() as s, Stack() as s2: raise KeyError('k')
try:
    with Stack(): raise ValueError('v')
except ValueError as e: print('outer', e)
class Counter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Counter(3)), sum(Counter(4)), 2 in Counter(3))
class V:
    def __init__(self, d): self.d = d
    def __getattr__(self, name):
        if name in self.d: return self.d[name]
        raise AttributeError(name)
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iadd__(self, o): self.d.update(o); return self
v = V({'q': 1}); v['z'] = 2; v += {'w': 3}; print(v.q, v.z, v.w, hasattr(v, 'nope')); del v['z']; print(v.d)
m = a.of; f = a.__call__; print(m((0, 1)), f(1), Point.origin); p = Point; p.origin = 5; print(Point.origin, a.origin)
class Meta:
    registry = {}
    data = [i * 2 for i in range(3)]
    total = sum(data)
    def method(self, x=total): return x + len(self.data)
print(Meta.data, Meta().method(), vars(Point(1, 2)), Point(1, 2).__dict__, Point.__name__, type(a) is Point, a.__class__.__name__)

import math, random
from math import pi, sqrt as root
print("hello", 1, 2.5, [1, 'a', None], {'k': (1,)}, sep='|')
def fact(n):
    return 1 if n <= 1 else n * fact(n-1)
print(fact(30), fact(5))
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1,2,3,4,c=5,e=6), f(*[1,2,3], **{'c':9}))
x = [i*j for i in range(3) for j in range(3) if i != j]
print(x, {k: v for k, v in zip('abc', range(3))}, {i % 3 for i in range(10)})
print(f"{pi:.3f} {root(2)!r:>25} {x=} {'a'!r}", f"{1234567:,}", f"{0.5:%}")
class A:
    n = 0
    def __init__(self, x): self.x = x; A.n += 1
    def __repr__(self): return f"A({self.x})"
    def __add__(self, o): return A(self.x + o.x)
    @property
    def double(self): return self.x * 2
    @staticmethod
    def s(a): return a + 1
    @classmethod
    def make(cls): return cls(7)
class B(A):
    def __init__(self, x):
        super().__init__(x)
        self.y = 1
    def __repr__(self): return "B" + super().__repr__()
print(A(1) + A(2), B(5), B(5).double, A.s(1), B.make() if False else A.make(), A.n, isinstance(B(1), A))
try:
    1/0
except ZeroDivisionError as e:
    print("caught", e, type(e).__name__)
else:
    print("no")
finally:
    print("fin")
def gen(n):
    i = 0
    while i < n:
        yield i
        i += 1
print(list(gen(4)), sum(gen(5)), max(gen(3), default=0))
def outer():
    c = 0
    def inner():
        nonlocal c
        c += 1
        return c
    return inner
k = outer(); k(); print(k())
a, *b, c = range(5)
print(a, b, c)
for i in range(3):
    if i == 5: break
else:
    print("else")
print(sorted([3,1,2], reverse=True), sorted("banana", key=lambda ch: (-ord(ch), ch)))
random.seed(42); print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(100), 5))
l = [1,2,3]; random.shuffle(l); print(l, random.gauss(0,1), random.uniform(1,5))
print("%5.2f|%-5s|%03d" % (3.14159, "ab", 7), "{:>8}|{0}".format("x") if 0 else "{:>8}|{}".format("x", 3))
print(1e16, 1e-5, 0.1+0.2, 1e22, 123456789.123, float('inf'), -0.0, 2**100, 7//-2, -7%3, 7.5//2)
print(10**20 // 3, round(2.5), round(3.14159, 2), divmod(-7, 2), pow(3, 100, 7), int("ff", 16))
while True:
    break
print([*range(3), *"ab"], {**{'a':1}, 'b':2}, 1 < 2 < 3, not 1, (n := 5), n)
m = [[0]*3 for _ in range(2)]; m[0][1] = 5; print(m, m[0][::-1], "hello"[1:-1:2])
print(str.upper("a"), list(map(str, [1,2])), " a b ".split(), ",".join(["x","y"]))
s = {1,2}; s |= {3}; print(s, len(s), 2 in s)
d = dict(a=1); d.update(b=2); print(d, list(d.items()), d.get('z', 0), d.keys())

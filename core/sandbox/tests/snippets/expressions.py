#%% arithmetic_precedence
print(2 + 3 * 4 ** 2 // 5 % 7)
print(-2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2)
print(not 1 == 2, not (1 == 2), -3 // 2, -(3 // 2))
print(1 | 2 ^ 3 & 4 << 1, ~5 & 0xFF, 1 << 2 + 1)
print(7 - 4 - 2, 100 / 10 / 2, 2 * 3 % 4)

#%% floor_and_modulo_signs
for a in (7, -7):
    for b in (3, -3):
        print(a, b, a // b, a % b, divmod(a, b))
for a in (7.5, -7.5):
    for b in (2, -2):
        print(a, b, a // b, a % b, divmod(a, b))

#%% float_modulo_edges
print(-1e-20 % 1.0, 5.0 % -3, -0.0 % 3, 0.0 % -3)
print(1e308 * 10, -1e308 * 10, 0.1 + 0.2, 1 - 0.9)
print(5.5 // 1.5, -5.5 // 1.5, 5 // 0.3, 1 // 0.1)
print(3.0 // 1, type(3.0 // 1).__name__, 6 / 3, type(6 / 3).__name__)

#%% comparison_chains
x = 5
print(1 < x < 10, 1 < x > 3, 10 > x >= 5 > 4, 1 < 2 > 3 < 4)
def loud(v):
    print('loud', v)
    return v
print(loud(1) < loud(0) < loud(9))
print(loud(1) < loud(2) < loud(3))
print(1 == 1.0 == True, 'a' < 'b' < 'c', (1, 2) < (1, 3) <= (1, 3))

#%% boolean_values
print(0 or 'a', 1 and 'b', None or 0 or [], 'x' and '' and 'y')
print(not [], not '', not 0.0, not (0,), not None)
print(bool('False'), bool(0j == 0), bool([[]]), bool(' '))
print(True + True, True * 5, -True, ~True, True / 2)
print(None is None, True is not False, 1 is not None)

#%% conditional_expression
for n in (-1, 0, 1):
    print('neg' if n < 0 else 'zero' if n == 0 else 'pos')
f = lambda v: v if v else 'empty'
print(f(0), f(3), (lambda: 1 if False else 2)())
print([i if i % 2 else -i for i in range(5)])
print('a' if 0 else 'b' + 'c', ('a' if 1 else 'b') + 'c')

#%% membership
print(3 in [1, 2, 3], 'bc' in 'abcd', '' in 'abc', 'x' not in 'abc')
print(2 in {1: 'a', 2: 'b'}, 'a' in {1: 'a'}, 5 in range(0, 10, 5), 3 in range(0, 10, 5))
print((1, 2) in [(1, 2)], [1] in [[1], 2], 1.0 in [1], None in [0, False, None])
print(True in {1: 'x'}, float('nan') in [float('nan')])
n = float('nan')
print(n in [n], n == n, [n] == [n])

#%% membership_errors
try:
    print(1 in 'abc')
except TypeError as e:
    print(e)
try:
    print(1 in 5)
except TypeError as e:
    print(e)
try:
    print([1] in {1: 2})
except TypeError as e:
    print(e)

#%% bit_operations
print(0b1010 & 0b0110, 0b1010 | 0b0110, 0b1010 ^ 0b0110, ~0b1010)
print(-5 >> 1, -5 >> 10, -1 << 4, 5 >> 100, 1 << 70)
print(-5 & 0xFF, -1 & 0xFFFF, -8 | 3, -8 ^ 3)
print((5).bit_length(), (-5).bit_length(), (0).bit_length(), (255).bit_count())
try:
    1 << -1
except ValueError as e:
    print(e)

#%% walrus
if (n := len('hello')) > 3:
    print(n)
print([y := 1, y ** 2, y + 1], y)
data = [1, 5, 2, 8]
print([b for a in data if (b := a * 2) > 3], b)
while (item := data.pop()) != 1:
    print(item, end=' ')
print('done', item)
print((z := 3) + z, z)

#%% walrus_leaks_from_comprehension
def f():
    total = 0
    sums = [total := total + v for v in range(5)]
    return sums, total
print(f())
print(any((hit := v) > 2 for v in [1, 2, 3, 4]), hit)

#%% lambda_forms
add = lambda a, b=10, *c, k=1, **d: (a, b, c, k, d)
print(add(1), add(1, 2, 3, 4, k=5, z=6))
print((lambda *a: sum(a))(1, 2, 3), (lambda **k: sorted(k))(b=1, a=2))
print((lambda: (yield))().__class__.__name__)
print([f(3) for f in (lambda x: x + 1, lambda x: x * x)])

#%% slicing_strings
s = 'abcdefghij'
print(s[2:5], s[:3], s[7:], s[-3:], s[:-3], s[::2], s[::-1])
print(s[8:2:-2], s[-1:-5:-1], s[5:2], s[100:], s[-100:3], s[:100:4])
print(s[-1], s[-10], s[slice(1, 4)], s[slice(None, None, -3)])

#%% slicing_lists
a = list(range(10))
print(a[2:8:3], a[::-3], a[-4:-1], a[9:0:-4], a[:0], a[0:0:-1])
print(a[-1:-100:-4], a[100:-100:-5], a[3:3], a[:-1:5])
try:
    a[::0]
except ValueError as e:
    print(e)
try:
    a['x']
except TypeError as e:
    print(e)
try:
    a[1.0]
except TypeError as e:
    print(e)

#%% star_expressions
a = [1, 2]
b = (3, 4)
print([*a, *b, 5], (*a, *b), {*a, *b, 1})
print({**{'x': 1, 'y': 2}, 'y': 3, **{'z': 4}})
print(*a, *b, sep='-')
print([*range(3), *'ab', *{'k': 1}])
t = *a, 9
print(t)

#%% division_by_zero_messages
for op in ('1 / 0', '1 // 0', '1 % 0', '1.0 / 0', '1.0 // 0', '1.0 % 0', '0 ** -1', '0.0 ** -1'):
    a, o, b = op.split()
    a = float(a) if '.' in a else int(a)
    b = int(b)
    try:
        if o == '/': a / b
        elif o == '//': a // b
        elif o == '%': a % b
        else: a ** b
    except ZeroDivisionError as e:
        print(op, '->', e)

#%% divmod_by_zero
for a in (5, 5.0):
    try:
        divmod(a, 0)
    except ZeroDivisionError as e:
        print(e)

#%% type_errors_of_operators
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
attempt(lambda: 1 + 'a')
attempt(lambda: 'a' + 1)
attempt(lambda: [1] + (2,))
attempt(lambda: 'a' * 'b')
attempt(lambda: 'a' - 'b')
attempt(lambda: {} + {})
attempt(lambda: None + 1)
attempt(lambda: [1] * 1.5)
attempt(lambda: -'a')
attempt(lambda: ~1.5)
attempt(lambda: 1 < 'a')
attempt(lambda: None < None)
attempt(lambda: [1] < [None])
attempt(lambda: {} < {})
attempt(lambda: (1, 'a') < (1, 2))
attempt(lambda: 5 & 1.0)

#%% more_operator_errors
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
attempt(lambda: 5())
attempt(lambda: 'abc'())
attempt(lambda: [1, 2](0))
attempt(lambda: 5[0])
attempt(lambda: None[0])
attempt(lambda: len(5))
attempt(lambda: len())
attempt(lambda: (x for x in 3))
attempt(lambda: list(5))
attempt(lambda: {[1]: 2})
attempt(lambda: {{}: 1})
attempt(lambda: {[1]})
attempt(lambda: max(5))
attempt(lambda: sum(['a', 'b']))
attempt(lambda: int([1]))
attempt(lambda: float(None))

#%% power_values
print(2 ** 10, 2 ** 0, 0 ** 0, 0.0 ** 0, (-8) ** 3, 4 ** 0.5, 8 ** (1 / 3))
print(2.5 ** 2, 10 ** -3, (-1) ** 5, 1e2 ** 2, 2 ** 100)
print(pow(3, 4), pow(3, 4, 5), pow(3, -1, 7), pow(2, -2), pow(-2, 3, 5))
print(type((-8) ** (1 / 3)).__name__)

#%% integer_float_equality
print(1 == 1.0, hash(1) == hash(1.0), {1: 'a', 1.0: 'b', True: 'c'})
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 20 == 1e20, 10 ** 25 == 1e25)
print(0.1 + 0.2 == 0.3, round(0.1 + 0.2, 10) == 0.3, -0.0 == 0.0)
print(2 ** 63 > 1e18, 2 ** 1000 < float('inf'), -2 ** 70 < -1e10)

#%% evaluation_order
def v(n):
    print(n, end=' ')
    return n
d = {}
d[v(1)] = v(2)
print()
r = v(1) + v(2) * v(3)
print(r)
t = [v(1), v(2), {v(3): v(4)}]
print(t)
print((lambda a, b: a - b)(b=v(1), a=v(2)))
x = y = v(7)
print(x, y)

#%% assignment_order_in_tuples
a = [0, 1, 2]
i = 0
i, a[i] = 1, 9
print(i, a)
x, y = 1, 2
x, y = y, x
print(x, y)
a[0], a[1], a[2] = a[2], a[0], a[1]
print(a)

#%% attribute_and_subscript_chain
data = {'points': [(1, 2), (3, 4)], 'meta': {'name': 'tri'}}
print(data['points'][-1][0], data['meta']['name'].upper()[::-1])
print(data.get('none', {}).get('x', 'default'), data['points'][0][::-1])
print('a,b;c'.split(';')[0].split(',')[1].join('xyz'))

#%% chained_methods_multiline
text = (
    '  Hello World  '
    .strip()
    .lower()
    .replace('world', 'there')
)
print(text)
result = [
    n
    for n in range(20)
    if n % 3 == 0
    and n % 2 == 0
]
print(result, \
      len(result))

#%% literals
print(0xff, 0o17, 0b101, 1_000_000, 1e3, 1.5e-3, .5, 5., 1_0.0_1)
print('a' 'b' "c", r'\n', 'tab\there', '\x41\u00e9\U0001F600', '\N{GREEK SMALL LETTER PI}')
print('''three
lines
here''', """q"uote""")
print([], (), {}, (1,), [1, ], {1, })
print(...)

#%% string_escapes
print('\\', '\'', "\"", '\101', '\0' == chr(0), len('\r\n'))
print(repr('\a\b\f\v'), repr('tab\t'), repr("it's"), repr('"q"'), repr('\'"'))
print(repr('\x00\x7f\x80\xa0é€'), ascii('é€😀'))
print('a\
b')

#%% tuple_forms
t = 1, 2, 3
print(t, type(t).__name__, (1), (1,), ())
print(t + (4,), t * 2, t[1:], t.index(2), t.count(5))
a, = [7]
print(a, (1, (2, (3,))))
print((1, 2) == (1, 2.0), (1, 2) < (1, 2, 0), () < (0,))

#%% identity_of_none_and_bool
a = None
print(a is None, a == None, a is not None)
b = [1]
c = b
print(c is b, c == [1], c is [1])
print(type(None).__name__, type(...).__name__, type(NotImplemented).__name__)
print(isinstance(True, int), type(True) is bool, issubclass(bool, int))

#%% unpack_in_calls
def show(*args, **kwargs):
    print(args, kwargs)
show(*[1, 2], 3, *(4,), a=1, **{'b': 2}, **{'c': 3})
show(*'ab', **dict(k='v'))
try:
    show(a=1, **{'a': 2})
except TypeError as e:
    print(e)
try:
    show(*5)
except TypeError as e:
    print(e)
try:
    show(**[1])
except TypeError as e:
    print(e)

#%% complex_conditions
def grade(s):
    return 'A' if s >= 90 else 'B' if s >= 80 else 'C' if s >= 70 else 'F'
print([grade(s) for s in (95, 85, 75, 10)])
ok = [x for x in range(30) if not x % 2 and not x % 3 or x == 25]
print(ok)
print(all([1, 'a', [0]]), any([0, '', None]), all([]), any([]))

#%% matrix_operator
class M:
    def __init__(self, v):
        self.v = v
    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.v, o.v))
    def __imatmul__(self, o):
        self.v = [a * b for a, b in zip(self.v, o.v)]
        return self
a, b = M([1, 2, 3]), M([4, 5, 6])
print(a @ b)
a @= b
print(a.v)
try:
    1 @ 2
except TypeError as e:
    print(e)

#%% complex_numbers
z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate())
print(z * 2, z * z, z / (1 - 2j), z + 1.5, -z)
print(complex(1, -1), complex('1+2j'), 1j ** 2, z == 3 + 4j)

#%% uncaught_zero_division
def half(x):
    return x / 0

print('before')
half(3)

#%% uncaught_name_error
value = 3
print(vlaue)

#%% uncaught_attribute_error
class Point:
    pass
p = Point()
p.x = 1
print(p.x)
print(p.y)

#%% isinstance_and_type
print(isinstance(1, int), isinstance(True, int), isinstance(1.0, (int, float)), isinstance('a', str), isinstance([], list | tuple), isinstance(None, type(None)), isinstance(int, type), isinstance(lambda: 0, object))
print(type(1), type('a'), type([]), type(None), type(type), type(1.5).__name__, type({}) is dict, type(()) == tuple, type(range(1)), type(iter([])).__name__, type(ValueError()), type(print))

#%% sorted_forms
print(sorted('bca'), sorted((3, 1)), sorted({'b': 1, 'a': 2}), sorted([True, False, 2]), sorted([[2], [1, 5], [1]]), sorted([(1, 'b'), (1, 'a')]), sorted(['b', 'A', 'a']))
print(sorted([3, 1, 2], reverse=True), sorted([-3, 2, -1], key=abs), sorted('a-b_c', key=str.isalpha), sorted(range(5), key=lambda v: (v % 2, -v)), sorted([], key=len))

#%% enumerate_and_zip_objects
e = enumerate(['a', 'b'], start=1)
print(next(e), list(e), list(e), type(e).__name__)
z = zip('ab', [1, 2])
print(next(z), list(z), type(z).__name__, type(map(str, [])).__name__, type(filter(None, [])).__name__, type(reversed([])).__name__, type(range(0)).__name__)

#%% callable_and_hasattr
class A:
    def m(self): pass
print(callable(len), callable(A), callable(A()), callable(A().m), callable('a'), callable(lambda: 0), callable(int), hasattr([], 'append'), hasattr([], 'push'), hasattr('', 'upper'), hasattr(5, 'real'), hasattr(None, 'x'), hasattr({}, 'items'), hasattr(print, '__name__'))

#%% id_and_hash
a = [1]
b = a
print(id(a) == id(b), id(a) == id([1]), hash(1) == hash(1.0) == hash(True), hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None), hash(5), hash(0), hash(-1), hash(2 ** 61 - 1), hash(0.5) == hash(0.5), hash(10 ** 20) == hash(10 ** 20))
for bad in ([], {}, set(), ([],)):
    try:
        hash(bad)
    except TypeError as e:
        print(e)

#%% int_and_float_constructors
print(int(), float(), str(), bool(), list(), tuple(), dict(), set(), complex() == 0, bytes() == b'', int('7'), int(7.9), int('-0b11', 2), int(' 5 '), float('1e3'), str(5), bool([]), int(True), float('-0'))

#%% input_is_eof
try:
    input('name? ')
except EOFError as e:
    print(type(e).__name__, e)

#%% print_returns_none_and_joins
print(print('a'))
print('a', 'b', end='')
print()
print(1, [2, 3], {'k': 'v'}, (4,), None, sep='\n')
print('%d%%' % 50, 'a' 'b', str(1) + str(2))
print('multi\nline', 'tab\tx', sep='')

#%% dir_and_vars
class A:
    z = 1
    def __init__(self): self.b = 2
    def f(self): pass
print([n for n in dir(A()) if not n.startswith('__')], vars(A()), 'append' in dir([]), 'upper' in dir(str), [n for n in dir(A) if not n.startswith('__')])

#%% min_max_ties_and_keys
a = [(1, 'x'), (1, 'y'), (0, 'z'), (0, 'w')]
print(min(a, key=lambda t: t[0]), max(a, key=lambda t: t[0]), min('b', 'a', key=ord), max('abc', key=lambda c: -ord(c)), min([[2], [1, 9]]), max({'a': 1, 'b': 0}), max(3, 7.5, True), min((), default=[]), max(iter([1, 3, 2])))

#%% all_any_short_circuit
def v(x):
    print(x, end=' ')
    return x
print(any(v(x) for x in [0, 1, 2]), all(v(x) for x in [1, 0, 2]), any(map(v, [0, 5, 6])), all([]), any([]), any([[], ()]), all(['a', 1]))

#%% slice_builtin
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, list(range(20))[s], 'abcdefghijkl'[slice(-3, None)], slice(3), s.indices(5), slice(None) == slice(None))

#%% pow_and_divmod_builtin
print(pow(2, 3), pow(2.0, 3), pow(2, -1), pow(5, 3, 7), pow(-5, 3, 7), pow(5, 3, -7), divmod(7, -2), divmod(-7.5, 2))
for f in (lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2.0, 3, 5), lambda: divmod(1, 0), lambda: pow('a', 2)):
    try:
        print(f())
    except (ValueError, TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)

#%% type_conversion_errors
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t(lambda: int('3.7'))
t(lambda: int(None))
t(lambda: int({}))
t(lambda: float('abc'))
t(lambda: float([]))
t(lambda: list(1.5))
t(lambda: dict('ab'))
t(lambda: dict([(1,)]))
t(lambda: set(1))
t(lambda: tuple(None))
t(lambda: str(1, 2, 3, 4))
t(lambda: bool(1, 2))
t(lambda: int('12', 99))
t(lambda: chr(-5))
t(lambda: bytes('a'))
t(lambda: complex('x'))

#%% getattr_defaults
class A: x = None
print(getattr(A, 'x', 5), getattr(A, 'y', 5), getattr(A(), 'x'), getattr('abc', 'upper')(), getattr([], 'zzz', 'no'))
try:
    getattr(A, 'y')
except AttributeError as e:
    print(e)
try:
    getattr(A, 5)
except TypeError as e:
    print(e)

#%% reversed_forms
print(list(reversed([1, 2])), ''.join(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), next(reversed([9, 8])))
a = [3, 2, 1]
r = reversed(a)
a[0] = 'x'
print(list(r), [*reversed(list(enumerate('ab')))])

#%% round_builtin_kinds
print(round(2.5), round(3.5), round(-2.5), round(2.567, 1), round(1234, -2), round(0.1 + 0.2, 5), round(1e15 + 0.5), round(True), round(5, 2), round(-0.4), round(99.995, 2), round(1.15, 1), round(1.25, 1), round(1.35, 1))
print(round(number=2.5), round(2.345, ndigits=2), type(round(5, 0)).__name__, type(round(5.5, 0)).__name__)

#%% not_everything_is_hashable_but_all_print
print([None, True, 1.0, 1, 'a', b'b', (1,), [2], {3: 4}, {5}, range(6), ...])
print(str(None), repr(None), str(...), repr('a'), repr(1.0), str(b'x'), repr(()), repr({}), repr(set()), str([[]]))

#%% open_missing_file
try:
    open('/definitely/missing.txt')
except OSError as e:
    print(isinstance(e, Exception), isinstance(e, OSError))
try:
    with open('nope.txt') as f:
        f.read()
except Exception as e:
    print(isinstance(e, OSError))

#%% sum_of_things
print(sum([[1], [2, 3]], []), sum((i * i for i in range(4)), 10), sum([0.1, 0.2, 0.3]), sum([1e16, 1, -1e16]), sum([True, False]), sum(range(1000)), sum([10 ** 20, 1]))
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
print(sum([V(1), V(2)]).x)

#%% zip_strict_and_uneven
print(list(zip([1, 2, 3], 'ab')), list(zip(range(2), range(3), range(4))), [a * b for a, b in zip([1, 2], [3, 4])], list(zip(*{'a': 1, 'b': 2}.items())), list(zip(*[[1, 2], [3, 4], [5, 6]])))
a, b = zip(*[(1, 'x'), (2, 'y')])
print(a, b, dict(zip(b, a)), sum(x * y for x, y in zip((1, 2, 3), (4, 5, 6))))

#%% filter_map_laziness
def f(x):
    print('f', x)
    return x % 2
m = filter(f, [1, 2, 3])
print('made')
print(next(m))
print(list(m))
print(list(map(lambda *a: a, [1, 2], [3, 4], [5, 6])), list(map(pow, [2, 3], [3, 2])), list(filter(lambda kv: kv[1], {'a': 0, 'b': 1}.items())))

#%% object_and_type_names
o = object()
print(type(o).__name__, o == o, o == object(), bool(o), isinstance(o, object), str(type(o)), repr(int), repr(type), repr(ValueError), repr(object), int.__name__, type(int).__name__)
try:
    o.x = 1
except AttributeError as e:
    print(e)
try:
    object(1)
except TypeError as e:
    print(e)

#%% int_attributes_and_methods
print((10).bit_length(), (5).real, (5).imag, (5).numerator, (5).conjugate(), (1.5).is_integer(), int.from_bytes(b'\x01\x00', 'big'), (258).to_bytes(2, 'big'), (1.5).as_integer_ratio(), (0.1).hex()[:6], (7).__add__(3), (7).__class__.__name__, (-3).__abs__(), int.__name__)

#%% ascii_repr_bin
print(ascii('aé\n'), ascii(['ü']), repr('aé\n'), bin(-10), oct(64), hex(4096), bin(0), format(10, '#b'), format(-10, 'b'), f'{10:08b}', ascii(5))

#%% iter_next_defaults
it = iter({'a': 1, 'b': 2})
print(next(it), next(it), next(it, 'end'))
it = iter(range(3))
for x in it:
    print(x, next(it, None))
print(list(iter('ab')), next(iter({5})), list(zip(*[iter(range(6))] * 2)))

#%% staticmethod_classmethod_builtins
class A:
    f = staticmethod(lambda x: x * 2)
    g = classmethod(lambda cls, x: (cls.__name__, x))
    h = property(lambda self: 'prop')
print(A.f(3), A().f(4), A.g(1), A().g(2), A().h)

#%% compile_like_builtins
print(eval('2 + 3'), eval("'a' * 3"), eval('[x for x in range(3)]'), eval('max(1, 5)'))
x = 10
print(eval('x + 1'), eval('y', {'y': 7}))
try:
    eval('1 +')
except SyntaxError as e:
    print('SyntaxError')

#%% uncaught_builtin_type_error
values = [1, 2, '3']
total = sum(values)

#%% uncaught_attribute_on_none
def find(items, key):
    for i in items:
        if i == key:
            return i
found = find([1, 2], 5)
print(found)
print(found.name)

#%% round_half_even
print([round(x) for x in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5)])
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(2.5, 0))
print(round(1234.5678, -2), round(-1250.0, -2), round(15, -1), round(25, -1), round(-25, -1))
print(round(3.14159, 3), round(7), round(1e20), type(round(2.0)).__name__, type(round(2.0, 1)).__name__)

#%% round_big_and_small
print(round(1e300, 2), round(1e-10, 5), round(123456789.987654321, 4))
print(round(5, 3), round(12345, -3), round(55555, -4), round(5, -1), round(5.0, -1))
print(round(True), round(1.5, None), round(0.1 + 0.2, 2))
try:
    round(float('nan'))
except ValueError as e:
    print(e)
try:
    round(float('inf'))
except OverflowError as e:
    print(e)
try:
    round('1')
except TypeError as e:
    print(e)

#%% int_parsing
print(int('42'), int('-7'), int('  12\n'), int('1_000'), int('0x1F', 16), int('ff', 16), int('101', 2))
print(int('0b11', 0), int('0o17', 0), int('z', 36), int('+5'), int(3.99), int(-3.99), int(True))
for bad in ('', 'abc', '1.5', '12a', '1__0', '0x1F', '--1', '_1'):
    try:
        print(int(bad))
    except ValueError as e:
        print(e)

#%% int_base_errors
for args in (('9', 8), ('2', 2), ('1', 1), ('1', 40), ('', 16), ('0x', 16)):
    try:
        print(int(*args))
    except ValueError as e:
        print(e)
try:
    int(5, 10)
except TypeError as e:
    print(e)

#%% float_parsing
print(float('1.5'), float('-2e3'), float('  7 '), float('1_0.5'), float('.5'), float('5.'), float('1e-400'))
print(float('inf'), float('-Infinity'), float('nan'), float('1e400'), float(True))
for bad in ('', 'abc', '1,5', '1.2.3', 'e5', '0x10', '1e'):
    try:
        print(float(bad))
    except ValueError as e:
        print(e)

#%% float_repr
print(0.1, 1.0, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 0.00012345)
print(1e22, 1e21, 1.5e300, 5e-324, 1.7976931348623157e308, -0.0, 100000.0)
print(1/3, 2/3, 10/3, 1e100, 12345678.9, 0.1 + 0.7, 1e5 + 0.1)
print(str(1e16), repr(9999999999999998.0), 1.10, 3.0e10)

#%% float_methods
print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-1.5).hex())
print(float.fromhex('0x1.8p1'), (5).as_integer_ratio(), (3.0).conjugate(), (3).real, (3).imag)
print((7).numerator, (7).denominator, (2.5).real)

#%% big_integers
a = 2 ** 100
print(a, -a, a + 1, a * a, a // 3, a % 1000, -a // 7, -a % 7)
print(a >> 90, a << 3, a & 0xFFFF, a | 1, a ^ a, ~a)
print(a.bit_length(), a == 2 ** 100, a > 10 ** 30, a < 10 ** 31, hash(a) == hash(2 ** 100))
print(float(a), a / 2, a / 2 ** 99, int(1e25), int(-1e25))

#%% big_integer_boundaries
print(2 ** 63 - 1, 2 ** 63, -2 ** 63, -2 ** 63 - 1, (2 ** 63 - 1) + 1, -(-2 ** 63))
print(9223372036854775807 * 2, -9223372036854775808 - 1, abs(-9223372036854775808))
print(9223372036854775807 + 1 - 1 == 9223372036854775807, -9223372036854775808 // -1)
print((10 ** 18) * (10 ** 18), 3037000500 ** 2, divmod(-10 ** 20, 7))
print(-9223372036854775808 % -1, 2 ** 64 - 2 ** 64, 2 ** 64 // 2 ** 62)

#%% factorial_and_fibonacci
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
print(fact(20), fact(21), fact(30))
a, b = 0, 1
for _ in range(150):
    a, b = b, a + b
print(a)
print(len(str(fact(100))), sum(map(int, str(2 ** 200))))

#%% number_formatting_of_big
n = 10 ** 25 + 12345
print(f'{n:,}', f'{n:_}', f'{n:x}', f'{n:b}'[:20], f'{n:e}', f'{n:.3f}', f'{n:g}')
print(hex(2 ** 70), oct(2 ** 66), bin(-2 ** 65)[:10], '%d' % n, '%x' % n)

#%% hex_oct_bin
print(hex(255), oct(8), bin(10), hex(-255), bin(-5), oct(0), bin(True))
print(int(hex(1000), 16), int(bin(37), 2), f'{255:02x}{16:02x}{0:02x}', f'#{0xff8800:06X}')
try:
    hex(1.5)
except TypeError as e:
    print(e)

#%% int_to_bytes
print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), int.from_bytes(b'\x04\x00', 'big'))
print(int.from_bytes(b'\xff\xfe', 'big', signed=True), (-2).to_bytes(2, 'big', signed=True))

#%% abs_min_max
print(abs(-5), abs(-2.5), abs(True), abs(0), abs(-0.0))
print(min(3, 1, 2), max([3, 1, 2]), min('hello'), max('b', 'a', 'c'), min([1.5, 1]), max(1, 1.0), max(1.0, 1))
print(min([], default='none'), max((), default=0), min(['aa', 'b', 'ccc'], key=len), max(['aa', 'b', 'cc'], key=len))
print(max({'a': 3, 'b': 5}.items(), key=lambda kv: kv[1]), min(5, 3, key=lambda v: -v))
for f in (lambda: min([]), lambda: max(), lambda: max(1), lambda: min(1, 'a')):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

#%% sum_forms
print(sum([1, 2, 3]), sum([0.1] * 10), sum([], 5), sum([[1], [2]], []), sum((1, 2), start=10))
print(sum([True, True, False]), sum(x * x for x in range(5)), sum([1.5, 2]), sum({1: 2, 3: 4}))
try:
    sum(['a'], '')
except TypeError as e:
    print(e)
try:
    sum([1, 'a'])
except TypeError as e:
    print(e)

#%% divmod_forms
print(divmod(17, 5), divmod(-17, 5), divmod(17, -5), divmod(17.5, 5), divmod(-0.5, 1))
print(divmod(True, 2), divmod(10 ** 20, 3), 17 // 5 * 5 + 17 % 5)

#%% nan_and_inf
nan, inf = float('nan'), float('inf')
print(nan == nan, nan != nan, nan < 1, nan > 1, inf > 10 ** 308, -inf < inf)
print(inf - inf, inf * 0, inf + 1, 1 / inf, -1 / inf, inf // 1, inf % 2, 5 % inf, -5 % inf)
print(max(1, nan), max(nan, 1), min(nan, 1), sorted([3, 1, 2]))
try:
    int(inf)
except OverflowError as e:
    print(e)
try:
    int(nan)
except ValueError as e:
    print(e)

#%% float_overflow
try:
    print(2.0 ** 10000)
except OverflowError as e:
    print(e)
try:
    print(float(10 ** 400))
except OverflowError as e:
    print(e)
try:
    print(10 ** 400 / 3)
except OverflowError as e:
    print(e)
print(1e200 * 1e200, -1e200 * 1e200, 10 ** 400 // 10 ** 399)

#%% int_division_of_big
a, b = 10 ** 30, 10 ** 28
print(a / b, a // b, a % 7, (a + 1) / b, 1 / a, a / 10 ** 29)
print(-a // 3, -a % 3, a // -3, a % -3)

#%% integer_square_root_and_gcd
import math
print(math.isqrt(10 ** 20), math.isqrt(99), math.gcd(12, 18), math.gcd(0, 5), math.gcd(12, 18, 27), math.lcm(4, 6))
print(math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.perm(4))
try:
    math.factorial(-1)
except ValueError as e:
    print(e)

#%% bool_arithmetic
print(True + 1, False * 10, True == 1, True is 1 if False else 'no', sum([True] * 3))
print(True & False, True | False, True ^ True, type(True & True).__name__, type(True & 1).__name__)
print(['no', 'yes'][True], 'ab' * True, isinstance(False, int), int(True), str(True), repr(False))
print(True < 2, False < True, max(True, False), -True, +True)

#%% numeric_string_checks
for s in ('123', '12.3', '-5', '', 'abc', '½', '٣', '1e5', ' 1'):
    print(repr(s), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum())

#%% fractions_of_float_sum
values = [0.1, 0.2, 0.3]
print(sum(values), 0.1 + 0.2 + 0.3, sum(values) == 0.6, sum(values) / 3)
import math
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3))
print(0.1 * 3, 0.7 * 3, 1.1 + 2.2, 4.35 * 100, 1.15 * 100)

#%% augmented_numbers
x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 2; print(x)
x //= 5; print(x)
x **= 3; print(x)
x %= 7; print(x)
x /= 2; print(x)
x = 5
x <<= 2; x |= 1; x ^= 3; x &= 0xF; x >>= 1
print(x)

#%% geometry_numbers
import math
x1, y1, x2, y2 = 3, 4, 10, 28
d = math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2)
print(d, math.hypot(x2 - x1, y2 - y1), math.dist((x1, y1), (x2, y2)))
print((x1 + x2) / 2, (y1 + y2) // 2, (y2 - y1) / (x2 - x1))
print(math.degrees(math.atan2(y2 - y1, x2 - x1)), round(math.degrees(math.atan2(-1, -1)), 6))
print(f'{d:.2f}', f'{math.pi:.10f}', int(d * 100) / 100)

#%% conversions_between_types
print(str(1.0), int('7') + float('2.5'), str(10) + '5', float(3), int(2.999999), list('123'))
print(list(map(int, '1 2 3'.split())), tuple([1, 2]), set([1, 1]), dict([(1, 2)]), bool('0'))
print(chr(65), ord('a'), chr(ord('a') + 1), int(ord('0')), str(None), str([1, 'a']))
print(complex(1), bytes([65, 66]), int(b'12'), float(b'1.5'))

#%% uncaught_int_error
text = '12px'
number = int(text)
print(number)

#%% comparisons_of_mixed_numbers
print(1 < 1.5, 2 >= 2.0, True < 1.5, 10 ** 30 > 1.0, 3 == 3.0000000000000001)
print(sorted([3, 1.5, True, -2, 2.5]), max(1, 2.5, True), [1, 2] == [1.0, 2.0])
print(0.5 == 1 / 2, 1e3 == 1000, 1 != 1.0, (1 > 0) == True)

#%% integer_digits
n = 98765
digits = []
while n:
    n, d = divmod(n, 10)
    digits.append(d)
print(digits, sum(digits), int(''.join(map(str, digits))))
print([int(c) for c in str(2 ** 20)], str(12345)[::-1], len(str(-100)), bin(12345).count('1'))
print(sum(int(c) for c in str(10 ** 15 - 1)))

#%% clamp_and_interpolate
def clamp(v, lo, hi):
    return max(lo, min(hi, v))
def lerp(a, b, t):
    return a + (b - a) * t
print([clamp(v, 0, 255) for v in (-5, 0, 128, 255, 300)])
print([lerp(0, 10, t / 4) for t in range(5)], lerp(5, -5, 0.3))
print([int(lerp(0, 255, i / 9)) for i in range(10)])
print([round(lerp(1, 2, i / 3), 3) for i in range(4)])

#%% program_bigint
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(50), 2 ** 200, len(str(3 ** 500)), 10 ** 30 // 7, -10 ** 20 % 7, (2 ** 100).bit_length(), int("1" * 40), hash(2 ** 61), 2 ** 64 - 1)
def is_prime(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in (2, 3, 5, 7, 11, 13, 17):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([p for p in range(10 ** 9, 10 ** 9 + 100) if is_prime(p)], is_prime(2 ** 61 - 1), pow(3, -1, 11), (10 ** 20).to_bytes(9, "big"), int.from_bytes(b"\x01\x00\x00", "little"))
print(f"{2**70:,} {2**70:e} {10**25:.3g} {2**70:x}", float(10 ** 25), 10 ** 25 / 10 ** 24, 10 ** 400 // 10 ** 399, round(12345678901234567890, -5), 1 / 3 * 3 == 1, 9007199254740993 == 9007199254740993.0)

#%% program_fractions_more
from fractions import Fraction as F
print(F(1, 2) + F(1, 3), F("3.14"), F(2.5), F(-3, 6), F(7, 2).numerator, F(7, 2) // 1, -F(1, 2), abs(F(-1, 2)), F(1, 2) < F(2, 3), F(1, 2) == 0.5, F(3) ** -2, F(1, 2) ** 0.5, 1 / F(3), 2 - F(1, 2), float(F(1, 8)), int(F(7, 2)), round(F(7, 2)), F(22, 7).limit_denominator(5), str(F(4, 2)), repr(F(4, 6)), sum([F(1, i) for i in range(1, 6)]), max(F(1, 2), F(2, 3)), F(10, 4).as_integer_ratio(), f"{F(1,3)!s:>8}", F(1, 3).is_integer() if hasattr(F, "is_integer") else None)
print(sorted([F(1, 2), 0.25, 1]), F("1/3") * 3 == 1, F(5, 3) % F(1, 2), divmod(F(7, 2), 1), F(1, 2) * 2, F(3, 4) - 1, F(1, 3) + 1.0, bool(F(0)), F(9, 4) ** F(1, 2))
try: F(1, 0)
except ZeroDivisionError as e: print(e)
try: F("abc")
except ValueError as e: print(e)

#%% rounding_functions
import math
for v in (2.5, -2.5, 2.4, -2.6, 3, -0.5, 1e20):
    print(v, math.floor(v), math.ceil(v), math.trunc(v), round(v), int(v))

#%% trigonometry
import math
for d in (0, 30, 45, 60, 90, 180, -90):
    r = math.radians(d)
    print(d, round(math.sin(r), 12), round(math.cos(r), 12), round(math.tan(r), 6) if d % 180 != 90 and d != -90 else 'inf')
print(math.asin(1), math.acos(-1), math.atan(1), math.atan2(1, -1), math.atan2(0, -1), math.atan2(-0.0, -1), math.degrees(math.pi))

#%% powers_and_logs
import math
print(math.sqrt(2), math.pow(2, 0.5), math.exp(1), math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.cbrt(27))
print(math.log(10 ** 100), math.log2(2 ** 200), math.log10(10 ** 50), math.log(100, 10), math.exp(0), math.pow(0, 0))

#%% domain_errors
import math
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.pow(-8, 1 / 3), lambda: math.fmod(1, 0), lambda: math.sqrt('4'), lambda: math.floor('a'), lambda: math.factorial(2.5), lambda: math.pow(10, 400), lambda: math.sin(math.inf), lambda: math.ceil(math.nan), lambda: math.gcd(1.5, 2), lambda: math.sqrt()):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)

#%% float_inspection
import math
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.copysign(3, -0.0), math.fabs(-2), math.modf(3.25), math.modf(-3.25), math.frexp(8), math.ldexp(0.5, 4))

#%% integer_functions
import math
print(math.factorial(0), math.factorial(25), math.gcd(), math.gcd(48, -18), math.lcm(4, 6, 10), math.comb(52, 5), math.perm(10, 3), math.isqrt(17), math.prod([1, 2, 3, 4]), math.prod([], start=5), math.prod([0.5, 4]))
for f in (lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.factorial(-3)):
    try:
        f()
    except ValueError as e:
        print(e)

#%% remainders
import math
print(math.fmod(7, 3), math.fmod(-7, 3), -7 % 3, math.remainder(7, 4), math.remainder(5, 2), math.fmod(5.5, -2), 5.5 % -2)

#%% vectors
import math
print(math.hypot(3, 4), math.hypot(1, 2, 2), math.hypot(), math.dist([0, 0], [3, 4]), math.dist((1, 2, 3), (4, 5, 6)), math.sumprod([1, 2], [3, 4]) if hasattr(math, 'sumprod') else 11)
a, b, c = (0, 0), (4, 0), (4, 3)
ab, bc = math.dist(a, b), math.dist(b, c)
print(ab, bc, math.degrees(math.acos((ab ** 2 + bc ** 2 - math.dist(a, c) ** 2) / (2 * ab * bc))))

#%% constants_and_special
import math
print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.gamma(5), math.lgamma(10), math.erf(0.5), math.erfc(0.5), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.ulp(1.0), math.nextafter(1.0, 2.0), math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]))

#%% circle_points
import math
pts = [(round(100 + 50 * math.cos(2 * math.pi * i / 6)), round(100 + 50 * math.sin(2 * math.pi * i / 6))) for i in range(6)]
print(pts)
print([(f'{math.cos(math.radians(a)):.4f}', f'{math.sin(math.radians(a)):.4f}') for a in range(0, 360, 60)])
print([int(200 + 80 * math.sin(x / 10)) for x in range(0, 63, 9)])

#%% star_polygon
import math
def star(cx, cy, r, n=5):
    pts = []
    for i in range(2 * n):
        rad = r if i % 2 == 0 else r * 0.4
        a = -math.pi / 2 + i * math.pi / n
        pts.append((round(cx + rad * math.cos(a), 2), round(cy + rad * math.sin(a), 2)))
    return pts
for p in star(0, 0, 10):
    print(p)

#%% perpendicular_foot
import math
def foot(p, a, b):
    (px, py), (ax, ay), (bx, by) = p, a, b
    dx, dy = bx - ax, by - ay
    t = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)
    return ax + t * dx, ay + t * dy
f = foot((3, 4), (0, 0), (10, 5))
print(f, math.dist(f, (3, 4)), math.atan2(f[1], f[0]))

#%% uncaught_domain_error
import math
side = 3
print(math.sqrt(side ** 2 - 5))
print(math.sqrt(side ** 2 - 10))

#%% integer_valued_results
import math
print(type(math.floor(2.5)).__name__, type(math.sqrt(4)).__name__, type(math.pow(2, 2)).__name__, type(math.fabs(3)).__name__, type(math.ceil(3)).__name__, math.floor(True), math.sqrt(10 ** 30), math.floor(1e300) == int(1e300), math.floor(-0.0), math.ceil(-0.5))

#%% program_numeric_misc
import math, cmath
print(0.1 + 0.2, round(2.5), round(3.5), round(-2.567, 2), 7 // 2, -7 // 2, -7 % 3, 7.5 // 2, divmod(-7, 2), 2 ** 0.5, 10 ** -3)
print(math.sqrt(2), math.sin(math.pi / 6), math.cos(1), math.tan(1), math.atan2(1, -1), math.degrees(1), math.hypot(3, 4, 12), math.log(10), math.log2(8), math.log10(1000), math.exp(-1), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.7), math.fmod(-7, 3), math.remainder(7, 4), math.copysign(3, -0.0), math.isclose(0.1 + 0.2, 0.3), math.dist((0, 0), (3, 4)), math.prod([1, 2, 3]), math.fsum([0.1] * 10))
print([math.exp(x / 7) for x in range(-5, 6)])
print([math.sin(x) for x in range(10)], [math.log(x) for x in range(1, 12)], [x ** 1.5 for x in range(8)], [math.atan(x) for x in range(-3, 4)], [math.tanh(x / 3) for x in range(5)], [math.gamma(x / 2) for x in range(1, 8)])
print(int("ff", 16), bin(10), hex(255), oct(8), int("0b101", 0), format(1234567.891, ",.2f"), complex(1, 2) * 3j, abs(3 + 4j), (1 + 2j).conjugate(), cmath.sqrt(-1), cmath.polar(1j), cmath.exp(1j * math.pi), (-8) ** (1 / 3))
print(sum([0.1] * 10), sum(range(101)), max(3, 1, 2), min("b", "a"), abs(-5), pow(2, 10, 1000), 1e308 * 10, -1e308 * 10, float("nan") != float("nan"), 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1024 >> 3, (255).bit_length(), 123456789 ** 3)
print(1.0, 1e16, 1e15, 123456789.123456789, 1e-5, 0.0001, 1.5e300, float(10 ** 22), 3.0 == 3, True + True, 1_000_000)

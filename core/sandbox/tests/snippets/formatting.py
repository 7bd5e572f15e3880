#%% fstring_basics
x, name = 3.14159, 'pi'
print(f'{name} is {x:.2f}', f'{name!r:>6}', f'{x:10.3f}|', f'{x:<10.1f}|', f'{x:^10.2f}|', f'{x:+.1e}')
print(f'{{literal}} {1 + 1} {{{2 * 3}}}', f'{"quoted"}', f'{name.upper()}', f'{[1, 2][0]}')

#%% fstring_equals
x, y = 10, 2.5
print(f'{x=}', f'{y = }', f'{x + y=}', f'{x=:>5}', f'{y=:.3f}', f'{"a"=}', f'{x=!s}')
name = 'bob'
print(f'{name=}', f'{name=!s}', f'{name.upper()=}', f'{ name }', f'{len(name)=}')

#%% fstring_nested_specs
w, p, v = 12, 3, 3.14159265
print(f'{v:{w}.{p}f}|', f'{v:>{w}}|', f'{"x":{"*"}^{w}}|', f'{v:{"." + str(p)}}')
print(f'{w:0{p + 3}d}', f'{f"{w}-{p}":>10}', f'{"in":-^{len("abcdef")}}')

#%% fstring_expressions
d = {'a': 1}
print(f"{d['a']}", f'{"yes" if d else "no"}', f'{(lambda q: q * 2)(4)}', f'{[i for i in range(3)]}', f'{ {1: 2}[1] }')
print(f'{3 > 2}', f'{not True}', f'{None}', f'{d}', f'{1,2}', f'{(n := 5)} {n}')
print(f'a{1}b' 'c{1}' f'd{2}', f'', f'{"a" "b"}')

#%% fstring_multiline
a, b = 1, 2
print(f'''sum:
  {a} + {b} = {a + b}
  {a
   + b}''')
print(f'line1 {a}\n'
      f'line2 {b}\t|')
print(f'{a:>3}{b:>3}\n{"-" * 6}')

#%% fstring_object_format
class P:
    def __init__(self, x): self.x = x
    def __format__(self, spec): return f'P<{spec}>{self.x}'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
p = P(1)
print(f'{p} {p:abc} {p!r} {p!s:>5}', '{:x}'.format(p), format(p, 'zz'), format(p), '%s %r' % (p, p))

#%% int_format_specs
n = 1234567
for spec in ('d', ',', '_', '>12', '<12', '^12', '+', ' ', '012', '+012,', 'x', 'X', '#x', 'b', '#o', 'e', '.2f', '%', 'c', 'n', '=+12', '*>12,'):
    if spec == 'c':
        print('c', format(65, 'c'))
    else:
        print(spec, '[' + format(n, spec) + ']')

#%% negative_int_format_specs
n = -42
for spec in ('d', '6', '<6', '^7', '06', '=6', '+', ' ', 'x', '#b', '#010x', '_b', '*^8', '.1f', '08.2f', '>06', '<06', '^06'):
    print(spec, '[' + format(n, spec) + ']')

#%% float_format_specs
for v in (3.14159, 0.0, -2.5, 1234567.891, 1e-7, 1e20):
    print([format(v, s) for s in ('', '.2f', '10.3f', 'e', '.2e', 'g', '.3g', '%', '.1%', ',.2f', '+.1f', '08.2f', '.0f', '#.0f', 'G')])

#%% float_general_format
for v in (100000.0, 1000000.0, 1e-4, 1e-5, 123456789.0, 0.1, 1.0, 2.50):
    print(f'{v:g}', f'{v:.2g}', f'{v:.10g}', f'{v:#g}', f'{v:n}', f'{v:.3}', f'{v:5}', f'{v:.12}')

#%% float_rounding_in_format
print([f'{v:.0f}' for v in (0.5, 1.5, 2.5, 3.5, -0.5)], [f'{v:.1f}' for v in (0.25, 0.35, 0.05, 0.15, 2.45)])
print(f'{2.675:.2f}', f'{1.005:.2f}', f'{0.125:.2f}', f'{-0.001:.2f}', f'{0.999:.2f}', f'{9.995:.2f}', f'{1e-10:.3f}', f'{999999.9999:.2f}')
print(f'{0.5:.0%}', f'{0.125:.0%}', f'{0.12345:.1%}', f'{1:.1%}', f'{-0.5:%}')

#%% special_floats_format
nan, inf = float('nan'), float('inf')
for v in (nan, inf, -inf, -0.0):
    print(f'{v}', f'{v:.2f}', f'{v:8.1f}|', f'{v:+}', f'{v:08.1f}', f'{v:<8}|', f'{v:e}', f'{v:g}', f'{v:F}', f'{v:%}')

#%% string_format_specs
s = 'hello'
for spec in ('', '10', '<10', '>10', '^10', '^11', '*^11', '.3', '10.3', 's', '-<8', '08', 'é>8'):
    print(repr(spec), '[' + format(s, spec) + ']')
print(f'{"":>3}|', f'{"toolong":3}|', f'{"日本":>5}|')

#%% format_errors
def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
attempt(lambda: f'{"a":d}')
attempt(lambda: f'{1.5:d}')
attempt(lambda: f'{1:s}')
attempt(lambda: f'{"a":+}')
attempt(lambda: f'{"a":=5}')
attempt(lambda: f'{1:z!}')
attempt(lambda: f'{[1]:5}')
attempt(lambda: f'{None:5}')
attempt(lambda: f'{1:.2d}')
attempt(lambda: f'{"a":,}')
attempt(lambda: f'{1.5:x}')
attempt(lambda: format(1, 5))
attempt(lambda: f'{(1, 2):>10}')
attempt(lambda: f'{1.5:c}')
attempt(lambda: f'{1:,_}')
attempt(lambda: f'{5:.}')

#%% bool_and_none_format
print(f'{True}', f'{True:5}|', f'{True:d}', f'{False:>6}|', f'{None}', f'{None!s:>6}|', f'{True:.1f}', f'{True!s:>6}|')
print('{:d} {:5} {}'.format(True, True, True), '%d %s %5s|' % (True, False, True), format(None, ''), format(True, 's' if False else ''))

#%% str_format_positional
print('{} {}'.format(1, 2), '{1} {0} {1}'.format('a', 'b'), '{0}{0}'.format('x'), '{}{{}}{}'.format(1, 2))
print('{:>5}|{:<5}|{:^5}|'.format(1, 2, 3), '{:.2f} {:,}'.format(2.345, 10 ** 6), '{!r} {!s}'.format('a', 'b'))
for t, a in (('{} {}', (1,)), ('{0} {}', (1, 2)), ('{', ()), ('}', ()), ('{a}', ()), ('{0', (1,)), ('{!x}', (1,))):
    try:
        print(t.format(*a))
    except (IndexError, ValueError, KeyError) as e:
        print(type(e).__name__, e)

#%% str_format_named
print('{x}, {y}'.format(x=1, y=2), '{p[0]} {p[1]}'.format(p=(3, 4)), '{d[key]}'.format(d={'key': 'v'}), '{0.real} {0.imag}'.format(5))
class A:
    b = 'attr'
print('{a.b} {a.b!r:>8}'.format(a=A()), '{:{w}.{p}f}'.format(3.14159, w=8, p=2), '{:{}}|'.format('x', 4), '{0:{1}>{2}}'.format(7, '0', 3))

#%% percent_basics
print('%d %i %s %r %f %e %g %x %X %o %c %%' % (1, 2, 'a', 'b', 1.5, 1.5, 1.5, 255, 255, 8, 'z'))
print('%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42), '%5s|%-5s|%.2s' % ('ab', 'ab', 'abcd'))
print('%.2f|%8.3f|%-8.1f|%08.2f' % (3.14159, 3.14159, 3.14159, -3.14159), '%s' % (1,), '%s' % [1, 2])

#%% percent_mapping_and_star
print('%(a)s is %(b)03d' % {'a': 'x', 'b': 7}, '%*d|%-*d|' % (5, 1, 5, 2), '%.*f' % (2, 3.14159))
print('%(n).1f%%' % {'n': 99.5}, '%s %s' % ('a', ('b',)), '%s' % ('only',), '%s' % {'k': 1})
print('%c%c' % (65, 'B'), '%#x %#o' % (255, 8), '%x' % -255, '%5.1f%%' % 12.345)

#%% percent_errors
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
attempt(lambda: '%d' % 'a')
attempt(lambda: '%d %d' % (1,))
attempt(lambda: '%d' % (1, 2))
attempt(lambda: '%s' % ())
attempt(lambda: '%q' % 1)
attempt(lambda: '%' % 1)
attempt(lambda: '%(a)s' % {})
attempt(lambda: '%(a)s' % 1)
attempt(lambda: '%f' % 'x')
attempt(lambda: '%x' % 1.5)
attempt(lambda: '%d' % 1.9)
attempt(lambda: '%c' % 'ab')
attempt(lambda: 'plain' % 1)
attempt(lambda: 'plain' % {})
attempt(lambda: '%d' % None)

#%% percent_integers_of_floats
print('%d %d %i' % (3.99, -3.99, 1e10), '%5.2d|' % 7, '%.3d' % 7, '%+.3e' % 12345.678, '%g %g' % (1e10, 1e-10), '%G' % 1e-10)
print('%s %s' % (1.0, 1e16), '%r' % 0.1, '%5s|%-6r|' % (None, 'a'), '%a' % 'é')

#%% thousands_and_currency
for v in (0, 999, 1000, 1234567.891, -9876543.21):
    print(f'${v:,.2f}', f'{v:>15,.1f}', f'{v:_.0f}', f'{v:,}')
print(f'{1234:08,}', f'{-1234:010,}', f'{12345678:_}', f'{0xDEADBEEF:_x}', f'{255:_b}', f'{1e6:,.0f}', f'{1234.5:,}')

#%% repr_in_containers
print([1.0, 'a', None, True, (1,), {'k': [2]}, {3}, b'x', 1e100, -0.0])
print({'a': 'it\'s', "b": 'say "hi"', 1: {2: {}}}, ('x',), [[]], [()], set(), frozenset([1]), frozenset())
print(str(['\n', '\\', 'é']), repr(('a', 'b')), [range(3)], [int, str, len, None], {1.5: 'x'})

#%% self_containing_repr
a = [1]
a.append(a)
print(a)
d = {'k': 1}
d['self'] = d
print(d)
b = [d, a]
print(len(b), repr(b))

#%% align_with_unicode
for w in ('é', '日本', 'π²', '😀'):
    print(f'[{w:>4}]', f'[{w:<4}]', f'[{w:^4}]', len(w))
print('{:─^20}'.format(' title '), f'{"x":·>5}', f'{3.0:°>6}')

#%% format_builtin
print(format(3.14159, '.3f'), format(42), format('s', '>4'), format(255, '#06x'), format(1e6, ','), format(-5, '+d'), format(0.25, '.0%'))
print(format([1, 2]), format(None), format(10, 'b').zfill(8), format(ord('A'), '08b'), format(1 << 40, ','))

#%% coordinates_output
pts = [(10, 20), (30.5, 40.25), (-1, 0)]
for i, (x, y) in enumerate(pts, start=1):
    print(f'P{i}: ({x:6.2f}, {y:6.2f})')
print(f'bbox={min(p[0] for p in pts), min(p[1] for p in pts)}', f'{pts[0]}', f'{pts[1][0]:.1f}')
print(', '.join(f'{x:g},{y:g}' for x, y in pts))

#%% angle_labels
import math
for deg in (0, 30, 45, 90, 180):
    r = math.radians(deg)
    print(f'{deg:>4}° sin={math.sin(r):+.3f} cos={math.cos(r):+.3f} rad={r:.4f}')
print(f'∠ABC = {math.degrees(math.atan(1)):.1f}°')

#%% template_strings
from string import Template
t = Template('$name is ${age} years, costs $$5')
print(t.substitute(name='Al', age=3), t.safe_substitute(name='Bo'))
try:
    t.substitute(name='x')
except KeyError as e:
    print(e)

#%% nested_quotes_and_join
items = {'a': 1, 'b': 2}
print(f"{', '.join(f'{k}={v}' for k, v in items.items())}")
print(f"{'; '.join(str(v) for v in items.values())!r}", f'{max(items, key=items.get)}')
print(f"{items['a']:>{items['b'] + 3}}|", "{0[a]} {0[b]}".format(items))

#%% uncaught_format_error
value = 'abc'
print(f'{value}')
print(f'{value:.2f}')

#%% uncaught_percent_error
print('start')
print('%d items' % 'three')

#%% conversion_flags
s = 'naïve'
print(f'{s!r} {s!s} {s!a}', '{!a}'.format(s), f'{s!r:>10}', f'{s!a:*^14}', f'{5!r:>3}', '{0!r:<8}|'.format('q'))

#%% datestamp_like
h, m, s = 7, 5, 9
print(f'{h:02}:{m:02}:{s:02}', '%02d:%02d:%02d' % (h, m, s), '{:02d}h{:02d}'.format(h, m), f'{h:0>4}', f'{m:0<3}', f'{h}:{m:0{2}d}')
print('{:02x}{:02x}{:02x}'.format(255, 128, 0), '#%02X%02X%02X' % (1, 171, 205), f'{7:03b} {7:o}')

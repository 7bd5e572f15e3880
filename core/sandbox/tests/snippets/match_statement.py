#%% literals_and_wildcard
def f(x):
    match x:
        case 0: return 'zero'
        case 1 | 2 | 3: return 'small'
        case -1: return 'minus'
        case 2.5: return 'float'
        case 'a' | 'b': return 'letter'
        case None: return 'none'
        case True: return 'true'
        case _: return 'other'
print([f(v) for v in (0, 2, -1, 2.5, 'b', None, True, False, 'z', [], 1.0)])

#%% sequence_patterns
def f(x):
    match x:
        case []: return 'empty'
        case [a]: return f'one {a}'
        case [a, b]: return f'two {a} {b}'
        case [1, *rest]: return f'one+ {rest}'
        case [first, *_, last]: return f'{first}..{last}'
        case _: return 'no'
for v in ([], [5], (1, 2), [1, 2, 3], [2, 3, 4, 5], 'ab', {1, 2}, range(2), {}, iter([1])):
    print(f(v), end='; ')
print()

#%% mapping_patterns
def f(x):
    match x:
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': 'rect', 'w': w, 'h': h, **rest}: return f'rect {w}x{h} {rest}'
        case {'type': t}: return f'unknown {t}'
        case {}: return 'a mapping'
        case _: return 'no'
for v in ({'type': 'circle', 'r': 5, 'x': 1}, {'type': 'rect', 'w': 1, 'h': 2, 'c': 'red'}, {'type': 'tri'}, {'a': 1}, {}, []):
    print(f(v))

#%% class_patterns
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def f(p):
    match p:
        case Point(0, 0): return 'origin'
        case Point(0, y): return f'y={y}'
        case Point(x=x, y=0): return f'x={x}'
        case Point(x, y) if x == y: return f'diag {x}'
        case Point(): return 'somewhere'
        case _: return 'not a point'
for p in (Point(0, 0), Point(0, 3), Point(4, 0), Point(5, 5), Point(1, 2), 5):
    print(f(p))

#%% builtin_class_patterns
def f(x):
    match x:
        case bool(b): return f'bool {b}'
        case int(n) if n > 100: return f'big {n}'
        case int(n): return f'int {n}'
        case float(): return 'float'
        case str(s): return f'str {s!r}'
        case list([a, *_]): return f'list starting {a}'
        case list(): return 'empty list'
        case tuple((a, b)): return f'pair {a},{b}'
        case dict(d): return f'dict {len(d)}'
        case set() | frozenset(): return 'set'
        case _: return type(x).__name__
for v in (True, 5, 500, 1.5, 'q', [1, 2], [], (1, 2), (1, 2, 3), {'a': 1}, {1}, None, len):
    print(f(v))

#%% guards_and_bindings
def f(x):
    match x:
        case [x1, y1] if x1 > y1: return 'down'
        case [x1, y1] if x1 < y1: return 'up'
        case [_, _]: return 'flat'
        case n if isinstance(n, int): return n + 1
        case other: return repr(other)
print([f(v) for v in ([2, 1], [1, 2], [1, 1], 4, 'x')])

#%% as_patterns_and_or
def f(x):
    match x:
        case (1 | 2) as n: return f'n={n}'
        case [('a' | 'b') as k, v]: return f'{k}->{v}'
        case {'op': ('+' | '-') as op, 'args': [int(), int()] as args}: return f'{op}{args}'
        case [[a, b] as inner, c]: return f'{inner} {a} {b} {c}'
        case (int() | float()) as num: return f'num {num}'
        case _: return 'no'
for v in (2, ['a', 5], {'op': '-', 'args': [1, 2]}, [[1, 2], 3], 7.5, ['z', 1], {'op': '*', 'args': []}):
    print(f(v))

#%% value_patterns
class Color:
    RED, GREEN = 'r', 'g'
import math
def f(c):
    match c:
        case Color.RED: return 'red'
        case Color.GREEN: return 'green'
        case math.pi: return 'pi'
        case _: return '?'
print(f('r'), f('g'), f(math.pi), f('x'))

#%% nested_patterns
def evaluate(e):
    match e:
        case int() | float(): return e
        case ('+', a, b): return evaluate(a) + evaluate(b)
        case ('*', a, b): return evaluate(a) * evaluate(b)
        case ('neg', a): return -evaluate(a)
        case (op, *_): raise ValueError(f'unknown op {op}')
print(evaluate(('+', 1, ('*', 2, ('neg', 3)))))
try:
    evaluate(('/', 1, 2))
except ValueError as e:
    print(e)

#%% command_parser
def run(cmd):
    match cmd.split():
        case ['go', ('north' | 'south') as d]: return f'going {d}'
        case ['take', item]: return f'took {item}'
        case ['take', *items]: return f'took {len(items)} things'
        case ['quit' | 'exit']: return 'bye'
        case [word]: return f'{word}?'
        case []: return 'nothing'
        case _: return 'huh'
for c in ('go north', 'go up', 'take lamp', 'take a b c', 'exit', 'jump', '', 'x y'):
    print(run(c))

#%% no_match_and_binding_survives
match 5:
    case 6:
        print('six')
match (1, 2):
    case (a, b):
        pass
print(a, b)
match [1, [2, 3]]:
    case [x, [y, z]] if x > 5:
        print('no')
    case [x, _]:
        print('x', x, y, z)
x = 3
match 'k':
    case x:
        print(x)
print(x)

#%% match_in_loops
out = []
for item in [1, 'two', [3, 4], {'five': 5}, None]:
    match item:
        case int(): out.append('int'); continue
        case str():
            out.append('str')
        case [_, _]:
            out.append('pair')
        case {'five': v}:
            out.append(v)
            break
    out.append('.')
print(out)

#%% match_as_identifier
match = 5
case = match + 1
print(match, case)
def type_of(match): return match * 2
print(type_of(match=4))

#%% star_binding_kinds
match (1, 2, 3, 4):
    case (a, *mid, z):
        print(a, mid, z, type(mid).__name__)
match [1]:
    case [a, *rest]:
        print(a, rest)
match {'a': 1, 'b': 2, 'c': 3}:
    case {'a': x, **others}:
        print(x, others)

#%% match_tuple_subject
def fizz(n):
    match n % 3, n % 5:
        case 0, 0: return 'FizzBuzz'
        case 0, _: return 'Fizz'
        case _, 0: return 'Buzz'
        case _: return n
print([fizz(i) for i in range(1, 16)])

#%% class_pattern_errors
class P:
    def __init__(self): self.x = 1
try:
    match P():
        case P(1): print('no')
except TypeError as e:
    print(e)
match P():
    case P(x=1): print('kw works')
match P():
    case P(nope=1): print('no')
    case _: print('missing attribute is no match')

#%% program_walrus_match
import re
def kind(v):
    match v:
        case 0 | 1: return "bit"
        case int(n) if n < 0: return f"neg {n}"
        case [x, y]: return f"pair {x} {y}"
        case [first, *rest]: return f"list {first} +{len(rest)}"
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": t, **kw}: return f"{t} {kw}"
        case str() as s: return f"str {s!r}"
        case None: return "none"
        case _: return "other"
for v in (0, -5, [1, 2], [1, 2, 3], {"type": "circle", "r": 3}, {"type": "sq", "side": 2}, "hi", None, 2.5): print(kind(v))
if (m := re.search(r"\d+", "abc 42")) and (n := int(m[0])) > 40: print(n)
data = [3, 8, 1]
print([y for x in data if (y := x * 2) > 4], f"{(z := 5)} {z}")
first, *mid, last = range(6); print(first, mid, last)
a = b = []; a += [1]; print(b, a is b)
x = 10
def outer():
    x = 20
    def inner():
        nonlocal x
        x += 1
        return x
    return inner(), x
print(outer(), x)
print(*[1, 2], sep="-", end="!\n"); print({**{"a": 1}, "b": 2}, [*range(3), *"xy"])

def show(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, '|', e)
show(lambda: 1 / 0); show(lambda: 1 // 0); show(lambda: 1 % 0); show(lambda: 1.0 / 0)
show(lambda: [1][5]); show(lambda: (1,)[5]); show(lambda: 'a'[5]); show(lambda: {}['k']); show(lambda: {}[1, 2]); show(lambda: [1]['a'])
show(lambda: int('x')); show(lambda: float('abc')); show(lambda: int(None)); show(lambda: int([1])); show(lambda: 'a' + 1); show(lambda: 1 + 'a'); show(lambda: [1] + (2,)); show(lambda: 'a' * 'b')
show(lambda: None + 1); show(lambda: len(5)); show(lambda: undefined_name); show(lambda: (1).foo); show(lambda: 'x'.foo()); show(lambda: None.x); show(lambda: 5()); show(lambda: [].foo)
show(lambda: [3, 'a'] < [3, 1]); show(lambda: sorted([1, 'a'])); show(lambda: 1 < 'a'); show(lambda: {[]: 1}); show(lambda: 5[0]); show(lambda: iter(5)); show(lambda: sum(['a']))
show(lambda: abs('x')); show(lambda: -'x'); show(lambda: ord('ab')); show(lambda: [].pop()); show(lambda: [1].remove(2)); show(lambda: [1].index(2)); show(lambda: (1,).index(2)); show(lambda: 'abc'.index('z')); show(lambda: set().pop())
def two(a, b): return a
show(lambda: two()); show(lambda: two(1)); show(lambda: two(1, 2, 3)); show(lambda: two(1, c=2)); show(lambda: two(1, 2, b=3)); show(lambda: two(**{'a': 1})); 
def unpack2():
    a, b = [1, 2, 3]
def unpack3():
    a, b, c = (1, 2)
def unpack4():
    a, b = 5
def local():
    print(v)
    v = 1
show(unpack2); show(unpack3); show(unpack4); show(local); show(lambda: '%d' % 'x'); show(lambda: '%d %d' % (1,)); show(lambda: '%d' % (1, 2)); show(lambda: '{} {}'.format(1)); show(lambda: '{x}'.format(y=1)); show(lambda: f'{1:q}'); show(lambda: f'{"a":d}')
class MyError(ValueError):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
class Other(Exception): pass
try: raise MyError(7, 'bad')
except ValueError as e: print(e.code, e, e.args, isinstance(e, Exception), repr(e))
try:
    try: raise Other('inner', 2)
    except Other as e: raise RuntimeError('outer') from e
except RuntimeError as e: print(e, repr(e))
try:
    try: 1 / 0
    except ZeroDivisionError: raise
except ArithmeticError as e: print('reraised', e)
for exc in (ValueError, KeyError('k'), TypeError('a', 'b'), StopIteration(), AssertionError('x')):
    try: raise exc
    except (ValueError, TypeError) as e: print('vt', repr(e), str(e))
    except Exception as e: print('other', repr(e), str(e))
try: assert 1 == 2, 'math'
except AssertionError as e: print('assert', e)
try: assert []
except AssertionError as e: print('empty', repr(str(e)))
def order():
    try:
        print('try'); return 'r'
    except Exception: print('no')
    else: print('else')
    finally: print('finally')
print(order())
try: pass
except ValueError: print('no')
else: print('else')
finally: print('done')
def swallow():
    try: raise ValueError
    finally: return 'swallowed'
print(swallow())
def nested():
    for i in range(3):
        try:
            try:
                if i == 0: continue
                if i == 1: raise KeyError(i)
                return 'ret'
            finally: print('inner', i)
        except KeyError as e: print('key', e)
        finally: print('outer', i)
print(nested())
print(issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), IndexError.__name__, isinstance(ModuleNotFoundError(), ImportError), Exception('a') == Exception('a'))
try: import nothing_like_this
except ImportError as e: print(type(e).__name__)
try: raise ValueError('a') if True else None
except: print('bare')
e = 5
try: 1 / 0
except ZeroDivisionError as e: pass
try: e
except NameError: print('e is gone')

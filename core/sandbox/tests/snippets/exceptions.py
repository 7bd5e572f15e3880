#%% try_except_else_finally
def f(x):
    try:
        r = 10 / x
    except ZeroDivisionError:
        print('zero')
        r = None
    except TypeError as e:
        print('type', e)
        r = -1
    else:
        print('ok')
    finally:
        print('finally')
    return r
print(f(2), f(0), f('a'))

#%% finally_overrides_return
def f():
    try:
        return 'try'
    finally:
        return 'finally'
def g():
    x = 1
    try:
        return x
    finally:
        x = 2
def h():
    try:
        raise ValueError('lost')
    finally:
        return 'swallowed'
print(f(), g(), h())

#%% finally_with_break_continue
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
        print('body', i)
    finally:
        print('finally', i)
def f():
    for i in range(3):
        try:
            return i
        finally:
            print('f', i)
            if i < 2: continue
print(f())
while True:
    try:
        raise KeyError
    except KeyError:
        break
    finally:
        print('left')

#%% nested_finally_order
def f():
    try:
        try:
            print('a')
            raise ValueError('v')
        finally:
            print('inner finally')
    except ValueError as e:
        print('caught', e)
        raise KeyError('k') from e
    finally:
        print('outer finally')
try:
    f()
except KeyError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__))

#%% exception_variable_is_deleted
e = 'outer'
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    print(e)
except NameError as n:
    print(n)

#%% implicit_context
try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}['x']
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('new') from None
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))

#%% explicit_cause
try:
    raise RuntimeError('outer') from ValueError('inner')
except RuntimeError as e:
    print(e, '|', repr(e.__cause__), type(e.__cause__).__name__)
try:
    raise RuntimeError from KeyError
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))
try:
    raise ValueError('x') from 5
except TypeError as e:
    print(e)

#%% reraise
def f():
    try:
        int('x')
    except ValueError as e:
        e.args = ('changed',)
        raise
try:
    f()
except ValueError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    try:
        raise KeyError('a')
    except KeyError as e:
        raise e
except LookupError as e:
    print(type(e).__name__, e)

#%% exception_hierarchy
for exc in (IndexError, KeyError, ZeroDivisionError, FileNotFoundError, ModuleNotFoundError, UnicodeDecodeError, RecursionError, NotImplementedError, StopIteration, KeyboardInterrupt, UnboundLocalError, OverflowError, IndentationError):
    print([c.__name__ for c in exc.__mro__[:-1]])

#%% catching_base_classes
def attempt(f, *kinds):
    try:
        f()
    except kinds as e:
        print('caught', type(e).__name__, '-', e)
    except Exception as e:
        print('other', type(e).__name__, '-', e)
attempt(lambda: [][0], LookupError)
attempt(lambda: {}['a'], LookupError)
attempt(lambda: 1 / 0, ArithmeticError)
attempt(lambda: open('/no/such/file'), OSError)
attempt(lambda: int('z'), TypeError)
attempt(lambda: int('z'), TypeError, ValueError)
attempt(lambda: undefined, NameError)
attempt(lambda: None.x, AttributeError)

#%% exception_repr_and_args
for e in (ValueError(), ValueError('a'), ValueError('a', 1), KeyError('k'), KeyError(), KeyError('a', 'b'), Exception(None), IndexError(5), OSError(2, 'No such file'), StopIteration(3), AssertionError('x')):
    print(repr(e), '|', str(e), '|', e.args)

#%% custom_exceptions
class AppError(Exception):
    pass
class CodeError(AppError):
    def __init__(self, msg, code=0):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
class Plain(Exception):
    def __init__(self, a, b): self.a = a
for e in (AppError('x'), CodeError('bad', 5), Plain(1, 2), AppError(), AppError(1, 2)):
    try:
        raise e
    except AppError as caught:
        print('app', caught, repr(caught), caught.args)
    except Exception as caught:
        print('exc', caught, repr(caught), caught.args)

#%% raise_class_and_errors
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == '')
for bad in (5, 'text', None, object):
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)

#%% else_clause_exceptions
try:
    try:
        pass
    except ValueError:
        print('not here')
    else:
        raise ValueError('from else')
    finally:
        print('finally')
except ValueError as e:
    print('outer', e)
for i in range(2):
    try:
        if i: raise IndexError
    except IndexError:
        print('exc')
    else:
        print('else')

#%% exception_in_finally
try:
    try:
        raise ValueError('first')
    finally:
        raise KeyError('second')
except KeyError as e:
    print(repr(e), repr(e.__context__))

#%% exception_in_except_as_tuple
def kind(x):
    try:
        return [1, 2, 3][x] / (x - 1)
    except (IndexError, TypeError) as e:
        return type(e).__name__
    except ZeroDivisionError:
        return 'zero'
print([kind(x) for x in (0, 1, 5, 'a', None)])
ERRS = (ValueError, KeyError)
try:
    {}['q']
except ERRS as e:
    print(repr(e))

#%% messages_of_common_errors
def t(f):
    try:
        f()
    except Exception as e:
        print(f'{type(e).__name__}: {e}')
t(lambda: 'a' + 1)
t(lambda: 1 + 'a')
t(lambda: [1] + 'a')
t(lambda: int('1.5'))
t(lambda: float('x y'))
t(lambda: 'abc'[10])
t(lambda: [1, 2, 3]['0'])
t(lambda: (1, 2)[5])
t(lambda: {}.x)
t(lambda: None.append)
t(lambda: 'abc'.foo())
t(lambda: len(None))
t(lambda: range('a'))
t(lambda: 5 % 'a')
t(lambda: 'a' % 5)
t(lambda: [3, 'a'] < [3, 1])
t(lambda: sorted(5))
t(lambda: dict(a=1)['b'])
t(lambda: max([]))
t(lambda: [].pop())
t(lambda: ''.join([1]))
t(lambda: set([[]]))
t(lambda: chr('a'))
t(lambda: abs('a'))
t(lambda: sum(5))
t(lambda: round('a'))
t(lambda: isinstance(1, 'a'))
t(lambda: list(None))
t(lambda: tuple(1))

#%% messages_of_calls
def t(f):
    try:
        f()
    except Exception as e:
        print(f'{type(e).__name__}: {e}')
t(lambda: len())
t(lambda: len(1, 2))
t(lambda: print(end=5))
t(lambda: int('1', '2'))
t(lambda: 'a'.split(1))
t(lambda: 'a'.join())
t(lambda: [].append())
t(lambda: [].sort(5))
t(lambda: {}.get())
t(lambda: range())
t(lambda: range(1, 2, 3, 4))
t(lambda: enumerate())
t(lambda: zip(1))
t(lambda: map())
t(lambda: isinstance(1))
t(lambda: abs())
t(lambda: abs(1, 2))
t(lambda: divmod(1))
t(lambda: ord())
t(lambda: sorted())
t(lambda: sum())
t(lambda: min(1))
t(lambda: round())
t(lambda: hasattr(1))
t(lambda: (lambda x: x)())
t(lambda: 'x'.startswith())
t(lambda: float(1, 2))
t(lambda: 'abc'.upper(x=1))

#%% unpack_and_iteration_messages
def t(f):
    try:
        f()
    except Exception as e:
        print(f'{type(e).__name__}: {e}')
def a(): x, y = 1, 2, 3
def b(): x, y, z = 'ab'
def c(): (x, y) = None
def d():
    for x in 5: pass
def e():
    for x, y in [1]: pass
def f(): [*1]
def g(): print(*5)
def h(): dict(**5)
def i(): x, *y = 3
def j(): {**[1]}
def k(): a, b = {}
def l(): int(**{'q': 1})
for fn in (a, b, c, d, e, f, g, h, i, j, k):
    t(fn)

#%% key_error_forms
for k in ('a', 1, None, (1, 2), 1.5, "it's"):
    try:
        {}[k]
    except KeyError as e:
        print(e, repr(e), e.args)
try:
    {'a': 1}.pop('b')
except KeyError as e:
    print(e)
try:
    {1}.remove(2)
except KeyError as e:
    print(e)

#%% attribute_and_name_error_details
try:
    [].foo
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    undefined_thing
except NameError as e:
    print(e, e.name)
try:
    import nope_mod
except ImportError as e:
    print(e.name, e.msg)
try:
    next(iter([]))
except StopIteration as e:
    print(e.value, e.args)

#%% exception_notes_and_with_traceback
e = ValueError('base')
e.add_note('a note')
print(e.__notes__, e)
try:
    raise e.with_traceback(None)
except ValueError as caught:
    print(caught is e, caught.__traceback__ is not None)

#%% exception_groups
try:
    raise ExceptionGroup('many', [ValueError('a'), TypeError('b')])
except* ValueError as g:
    print('values', g.exceptions)
except* TypeError as g:
    print('types', g.exceptions)

#%% exceptions_as_values
errs = [ValueError('a'), KeyError('b')]
for e in errs:
    print(type(e).__name__, isinstance(e, Exception), isinstance(e, LookupError), e)
results = []
for s in ('1', 'x', '3'):
    try:
        results.append(int(s))
    except ValueError as err:
        results.append(err)
print([r if isinstance(r, int) else type(r).__name__ for r in results], ValueError('a') == ValueError('a'), {type(e): 1 for e in errs}[KeyError])

#%% retry_loop
attempts = 0
def flaky():
    global attempts
    attempts += 1
    if attempts < 3:
        raise ConnectionError(f'try {attempts}')
    return 'ok'
while True:
    try:
        print(flaky())
        break
    except ConnectionError as e:
        print('retry', e)
print(attempts)

#%% cleanup_order_with_context
log = []
class R:
    def __init__(self, n): self.n = n
    def __enter__(self): log.append('+' + self.n); return self
    def __exit__(self, t, v, tb): log.append('-' + self.n + (t.__name__[0] if t else ''))
def f():
    try:
        with R('a'), R('b'):
            log.append('body')
            raise IndexError
    except IndexError:
        log.append('except')
    else:
        log.append('else')
    finally:
        log.append('finally')
f()
print(log)

#%% sys_exc_info_and_traceback
import sys, traceback
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v)
    print(traceback.format_exc().splitlines()[-1])
print(sys.exc_info())

#%% warnings_are_quiet
import warnings
warnings.filterwarnings('ignore')
warnings.warn('careful')
print('after', issubclass(UserWarning, Warning), issubclass(DeprecationWarning, Exception))

#%% system_exit_caught
try:
    raise SystemExit(3)
except SystemExit as e:
    print('exit', e.code)
import sys
try:
    sys.exit('bye')
except BaseException as e:
    print(type(e).__name__, e, e.code)
try:
    exit()
except SystemExit as e:
    print(e.code)

#%% generator_exceptions
def g():
    try:
        yield 1
    except ValueError:
        yield 'v'
    finally:
        print('fin')
x = g()
print(next(x), x.throw(ValueError), next(x, 'end'))
y = g()
next(y)
try:
    y.throw(TypeError, 'boom')
except TypeError as e:
    print(e)

#%% deep_propagation
def level(n):
    try:
        if n == 0:
            raise ValueError('bottom')
        level(n - 1)
    except ValueError as e:
        if n < 3:
            raise ValueError(f'{e}<{n}') from e
        print('top', e)
        depth, c = 0, e
        while c.__cause__:
            c, depth = c.__cause__, depth + 1
        print(depth, c)
level(4)

#%% uncaught_chained
def load(s):
    try:
        return int(s)
    except ValueError as e:
        raise RuntimeError(f'cannot load {s!r}') from e

print(load('5'))
print(load('five'))

#%% uncaught_in_except
try:
    1 / 0
except ZeroDivisionError as e:
    print('handling', e)
    missing_function()

#%% uncaught_in_finally
try:
    print('body')
finally:
    print('finally')
    [][1]

#%% uncaught_reraise_line
def check(v):
    if v > 2:
        raise ValueError('too big: %d' % v)
    return v
for i in range(5):
    try:
        print(check(i))
    except ValueError:
        print('again')
        raise

#%% uncaught_exception_without_message
print('x')
raise NotImplementedError

#%% uncaught_key_error_tuple
grid = {(0, 0): 1}
x = 1
print(grid[0, 0])
print(grid[x, 0])

#%% uncaught_multiline_call
def area(w,
         h):
    return w * h
print(
    area(
        2,
        None,
    )
)

#%% uncaught_assert_message
values = [1, 2, 3]
assert len(values) == 3
assert sum(values) == 7, f'sum is {sum(values)}'

#%% program_exceptions_flow
def risky(n):
    if n == 0: raise ZeroDivisionError("zero")
    if n == 1: raise KeyError("missing")
    if n == 2: return int("x")
    if n == 3: return [][1]
    if n == 4: return None.foo
    if n == 5: return "a" + 1
    if n == 6: return undefined
    if n == 7: raise RuntimeError("chain") from ValueError("cause")
    if n == 8: return {}["k"]
    if n == 9: return open("/no/such/file.txt")
    if n == 10: return (1).bar
    if n == 11: return len(5)
    if n == 12: a, b = [1]
    if n == 13: a, b = [1, 2, 3]
    if n == 14: return "%d" % "x"
    if n == 15: return sorted([1, "a"])
    if n == 16: return max([])
    if n == 17: return next(iter([]))
    if n == 18: return float("abc")
    if n == 19: return [1, 2].index(5)
    if n == 20: return "abc".index("z")
    if n == 21: return {1, 2}.remove(3)
    if n == 22: return (lambda x: x)()
    if n == 23: return range(3)[5]
    if n == 24: return "{}".format()
    if n == 25: return bytes([300])
    if n == 26: return chr(-1)
    if n == 28: assert n == 0, "not zero"
    return "fine"
for i in range(30):
    try:
        print(i, risky(i))
    except Exception as e:
        print(i, type(e).__name__, str(e).replace(" (not provided in this sandbox)", ""), repr(e.__cause__))
    finally:
        pass

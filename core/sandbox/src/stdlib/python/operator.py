def module(native):
    def item_of(value, key):
        return value[key]

    def attr_of(value, path):
        for name in path.split('.'):
            value = getattr(value, name)
        return value

    def itemgetter(*keys):
        if len(keys) == 1:
            return lambda value: value[keys[0]]
        return lambda value: tuple([value[key] for key in keys])

    def attrgetter(*names):
        if len(names) == 1:
            return lambda value: attr_of(value, names[0])
        return lambda value: tuple([attr_of(value, name) for name in names])

    def methodcaller(name, *args, **kwargs):
        return lambda value: getattr(value, name)(*args, **kwargs)

    def setitem(value, key, item):
        value[key] = item

    def delitem(value, key):
        del value[key]

    def count_of(values, wanted):
        return len([value for value in values if value == wanted])

    def index_of(values, wanted):
        for index, value in enumerate(values):
            if value == wanted:
                return index
        raise ValueError('sequence.index(x): x not in sequence')

    def length_hint(value, default=0):
        if hasattr(value, '__len__'):
            return len(value)
        if hasattr(value, '__length_hint__'):
            return value.__length_hint__()
        return default

    def call(function, /, *args, **kwargs):
        return function(*args, **kwargs)

    def isub(a, b):
        a -= b
        return a

    def imul(a, b):
        a *= b
        return a

    def itruediv(a, b):
        a /= b
        return a

    def ior(a, b):
        a |= b
        return a

    def iand(a, b):
        a &= b
        return a

    def ixor(a, b):
        a ^= b
        return a

    def iadd(a, b):
        a += b
        return a

    return {
        'itemgetter': itemgetter, 'attrgetter': attrgetter, 'methodcaller': methodcaller,
        'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b,
        'truediv': lambda a, b: a / b, 'floordiv': lambda a, b: a // b, 'mod': lambda a, b: a % b,
        'pow': lambda a, b: a ** b, 'matmul': lambda a, b: a @ b, 'neg': lambda a: -a, 'pos': lambda a: +a,
        'abs': abs, 'index': lambda a: a.__index__() if hasattr(a, '__index__') else int(a),
        'invert': lambda a: ~a, 'inv': lambda a: ~a, 'not_': lambda a: not a, 'truth': bool,
        'and_': lambda a, b: a & b, 'or_': lambda a, b: a | b, 'xor': lambda a, b: a ^ b,
        'lshift': lambda a, b: a << b, 'rshift': lambda a, b: a >> b,
        'lt': lambda a, b: a < b, 'le': lambda a, b: a <= b, 'eq': lambda a, b: a == b,
        'ne': lambda a, b: a != b, 'gt': lambda a, b: a > b, 'ge': lambda a, b: a >= b,
        'is_': lambda a, b: a is b, 'is_not': lambda a, b: a is not b, 'contains': lambda a, b: b in a,
        'concat': lambda a, b: a + b, 'getitem': item_of, 'setitem': setitem, 'delitem': delitem,
        'countOf': count_of, 'indexOf': index_of, 'iadd': iadd, 'isub': isub, 'imul': imul,
        'itruediv': itruediv, 'ior': ior, 'iand': iand, 'ixor': ixor, 'length_hint': length_hint, 'call': call,
    }

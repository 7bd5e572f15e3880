def module(native):
    def itemgetter(*keys):
        if len(keys) == 1:
            return lambda value: value[keys[0]]
        return lambda value: tuple([value[key] for key in keys])

    def attrgetter(*names):
        if len(names) == 1:
            return lambda value: getattr(value, names[0])
        return lambda value: tuple([getattr(value, name) for name in names])

    return {
        'itemgetter': itemgetter, 'attrgetter': attrgetter,
        'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b,
        'truediv': lambda a, b: a / b, 'floordiv': lambda a, b: a // b, 'mod': lambda a, b: a % b,
        'pow': lambda a, b: a ** b, 'neg': lambda a: -a, 'lt': lambda a, b: a < b, 'le': lambda a, b: a <= b,
        'eq': lambda a, b: a == b, 'ne': lambda a, b: a != b, 'gt': lambda a, b: a > b, 'ge': lambda a, b: a >= b,
    }

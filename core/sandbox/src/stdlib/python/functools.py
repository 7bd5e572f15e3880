def module(native):
    missing = object()

    def reduce(function, iterable, initial=missing):
        items = iter(iterable)
        if initial is missing:
            total = next(items, missing)
            if total is missing:
                raise TypeError('reduce() of empty iterable with no initial value')
        else:
            total = initial
        for item in items:
            total = function(total, item)
        return total

    def cache(function):
        memory = {}

        def remembered(*args, **kwargs):
            key = (args, tuple(kwargs.items()))
            if key not in memory:
                memory[key] = function(*args, **kwargs)
            return memory[key]
        return remembered

    def lru_cache(maxsize=128, typed=False):
        if callable(maxsize):
            return cache(maxsize)
        return cache

    def wraps(wrapped):
        return lambda wrapper: wrapper

    def total_ordering(cls):
        def le(self, other):
            return self < other or self == other

        def gt(self, other):
            return not (self < other or self == other)

        def ge(self, other):
            return not self < other
        for name, method in (('__le__', le), ('__gt__', gt), ('__ge__', ge)):
            if not hasattr(cls, name):
                setattr(cls, name, method)
        return cls

    def cmp_to_key(compare):
        class Key:
            def __init__(self, value):
                self.value = value

            def __lt__(self, other):
                return compare(self.value, other.value) < 0

            def __eq__(self, other):
                return compare(self.value, other.value) == 0
        return Key

    return {
        'reduce': reduce, 'cache': cache, 'lru_cache': lru_cache, 'wraps': wraps,
        'total_ordering': total_ordering, 'cmp_to_key': cmp_to_key, 'partial': native.partial,
    }

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

    import collections
    CacheInfo = collections.namedtuple('CacheInfo', 'hits misses maxsize currsize')

    def remembering(function, maxsize, typed):
        memory = {}
        counts = [0, 0]

        def remembered(*args, **kwargs):
            if kwargs:
                key = (args, tuple(kwargs.items()))
            else:
                # A lone integer or string is its own key, so that 1 and 1.0 are different calls.
                key = args[0] if len(args) == 1 and type(args[0]) in (int, str) else args
            if typed:
                key = (key, tuple([type(arg) for arg in args]))
            if key in memory:
                counts[0] += 1
                value = memory[key]
                if maxsize is not None:
                    del memory[key]
                    memory[key] = value
                return value
            value = function(*args, **kwargs)
            counts[1] += 1
            if maxsize is None or maxsize > 0:
                memory[key] = value
                if maxsize is not None and len(memory) > maxsize:
                    del memory[next(iter(memory))]
            return value

        def cache_clear():
            memory.clear()
            counts[:] = [0, 0]
        remembered.cache_info = lambda: CacheInfo(counts[0], counts[1], maxsize, len(memory))
        remembered.cache_clear = cache_clear
        return update_wrapper(remembered, function)

    def cache(function):
        return remembering(function, None, False)

    def lru_cache(maxsize=128, typed=False):
        if callable(maxsize):
            return remembering(maxsize, 128, typed)
        return lambda function: remembering(function, maxsize, typed)

    def update_wrapper(wrapper, wrapped):
        for name in ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__'):
            if hasattr(wrapped, name):
                setattr(wrapper, name, getattr(wrapped, name))
        if type(wrapped) is type(update_wrapper):
            for name, value in wrapped.__dict__.items():
                setattr(wrapper, name, value)
        wrapper.__wrapped__ = wrapped
        return wrapper

    def wraps(wrapped):
        return lambda wrapper: update_wrapper(wrapper, wrapped)

    def total_ordering(cls):
        ways = {
            '__lt__': (('__gt__', lambda self, other: not (self < other or self == other)),
                       ('__le__', lambda self, other: self < other or self == other),
                       ('__ge__', lambda self, other: not self < other)),
            '__le__': (('__ge__', lambda self, other: not self <= other or self == other),
                       ('__lt__', lambda self, other: self <= other and not self == other),
                       ('__gt__', lambda self, other: not self <= other)),
            '__gt__': (('__lt__', lambda self, other: not (self > other or self == other)),
                       ('__ge__', lambda self, other: self > other or self == other),
                       ('__le__', lambda self, other: not self > other)),
            '__ge__': (('__le__', lambda self, other: not self >= other or self == other),
                       ('__gt__', lambda self, other: self >= other and not self == other),
                       ('__lt__', lambda self, other: not self >= other)),
        }
        for root in ways:
            if hasattr(cls, root):
                for name, method in ways[root]:
                    if not hasattr(cls, name):
                        setattr(cls, name, method)
                return cls
        raise ValueError('must define at least one ordering operation: < > <= >=')

    def cmp_to_key(compare):
        class Key:
            def __init__(self, value):
                self.value = value

            def __lt__(self, other):
                return compare(self.value, other.value) < 0

            def __gt__(self, other):
                return compare(self.value, other.value) > 0

            def __eq__(self, other):
                return compare(self.value, other.value) == 0
        return Key

    def singledispatch(function):
        table = []

        def find(value):
            best = None
            for cls, handler in table:
                if isinstance(value, cls) and (best is None or issubclass(cls, best[0])):
                    best = (cls, handler)
            return function if best is None else best[1]

        def register(cls, handler=None):
            if handler is None and isinstance(cls, type):
                return lambda handler: register(cls, handler)
            if handler is None:
                handler = cls
                notes = [kind for name, kind in getattr(handler, '__annotations__', {}).items() if name != 'return']
                if not notes:
                    raise TypeError(f'Invalid first argument to `register()`: {handler!r}. Use either '
                                    '`@register(some_class)` or plain `@register` on an annotated function.')
                cls = notes[0]
            for one in getattr(cls, '__args__', None) or (cls,):
                table.append((one, handler))
            return handler

        def dispatching(value, *args, **kwargs):
            return find(value)(value, *args, **kwargs)
        dispatching.register = register
        dispatching.dispatch = lambda cls: ([handler for one, handler in table if one in cls.__mro__] or [function])[0]
        return update_wrapper(dispatching, function)

    def partialmethod(function, *args, **kwargs):
        return lambda self, *more, **others: function(self, *args, *more, **{**kwargs, **others})

    class cached_property:
        def __init__(self, function):
            self.func = function
            self.attrname = None
            self.__doc__ = function.__doc__

        def __set_name__(self, owner, name):
            self.attrname = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = self.func(instance)
            instance.__dict__[self.attrname] = value
            return value

    class singledispatchmethod:
        def __init__(self, function):
            self._dispatch = singledispatch(lambda value, receiver, args, kwargs: function(receiver, value, *args, **kwargs))

        def register(self, cls, handler=None):
            if handler is None and isinstance(cls, type):
                return lambda handler: self.register(cls, handler)
            if handler is None:
                handler = cls
                cls = [kind for name, kind in handler.__annotations__.items() if name != 'return'][0]
            self._dispatch.register(
                cls, lambda value, receiver, args, kwargs: handler(receiver, value, *args, **kwargs))
            return handler

        def __get__(self, instance, owner=None):
            return lambda value, *args, **kwargs: self._dispatch(value, instance, args, kwargs)

    return {
        'cached_property': cached_property, 'singledispatchmethod': singledispatchmethod, 'reduce': reduce, 'cache': cache, 'lru_cache': lru_cache, 'wraps': wraps,
        'update_wrapper': update_wrapper, 'total_ordering': total_ordering, 'cmp_to_key': cmp_to_key,
        'partial': native.partial, 'partialmethod': partialmethod, 'singledispatch': singledispatch,
    }

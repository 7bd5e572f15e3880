def module(native):
    """What the abstract classes of `collections.abc` give to the classes that derive from them."""
    import abc
    abstract = abc.abstractmethod
    missing = object()

    class Hashable(metaclass=abc.ABCMeta):
        __slots__ = ()
        _ability_ = 'Hashable'

        @abstract
        def __hash__(self): pass

    class Callable(metaclass=abc.ABCMeta):
        __slots__ = ()
        _ability_ = 'Callable'

        @abstract
        def __call__(self, *args, **kwds): pass

    class Iterable(metaclass=abc.ABCMeta):
        __slots__ = ()
        _ability_ = 'Iterable'

        @abstract
        def __iter__(self): pass

        def __class_getitem__(cls, kind):
            return native.generic(cls, kind)

    class Iterator(Iterable):
        __slots__ = ()
        _ability_ = 'Iterator'

        @abstract
        def __next__(self): pass

        def __iter__(self): return self

    class Generator(Iterator):
        __slots__ = ()
        _ability_ = 'Generator'

        def __next__(self): return self.send(None)

    class Reversible(Iterable):
        __slots__ = ()
        _ability_ = 'Reversible'

        @abstract
        def __reversed__(self): pass

    class Sized(metaclass=abc.ABCMeta):
        __slots__ = ()
        _ability_ = 'Sized'

        @abstract
        def __len__(self): pass

    class Container(metaclass=abc.ABCMeta):
        __slots__ = ()
        _ability_ = 'Container'

        @abstract
        def __contains__(self, item): pass

        def __class_getitem__(cls, kind):
            return native.generic(cls, kind)

    class Collection(Sized, Iterable, Container):
        __slots__ = ()
        _ability_ = 'Collection'

    class Sequence(Reversible, Collection):
        __slots__ = ()
        _ability_ = 'Sequence'

        @abstract
        def __getitem__(self, index): pass

        def __iter__(self):
            index = 0
            try:
                while True:
                    yield self[index]
                    index += 1
            except IndexError:
                return

        def __contains__(self, value):
            return any([item is value or item == value for item in self])

        def __reversed__(self):
            for index in range(len(self) - 1, -1, -1):
                yield self[index]

        def index(self, value, start=0, stop=None):
            for index in range(start, len(self) if stop is None else stop):
                if self[index] is value or self[index] == value:
                    return index
            raise ValueError

        def count(self, value):
            return sum([item is value or item == value for item in self])

    class MutableSequence(Sequence):
        __slots__ = ()
        _ability_ = 'MutableSequence'

        @abstract
        def __setitem__(self, index, value): pass

        @abstract
        def __delitem__(self, index): pass

        @abstract
        def insert(self, index, value): pass

        def append(self, value):
            self.insert(len(self), value)

        def clear(self):
            while len(self):
                self.pop()

        def reverse(self):
            n = len(self)
            for i in range(n // 2):
                self[i], self[n - i - 1] = self[n - i - 1], self[i]

        def extend(self, values):
            for value in list(values):
                self.append(value)

        def pop(self, index=-1):
            value = self[index]
            del self[index]
            return value

        def remove(self, value):
            del self[self.index(value)]

        def __iadd__(self, values):
            self.extend(values)
            return self

    class Set(Collection):
        __slots__ = ()
        _ability_ = 'Set'

        @classmethod
        def _from_iterable(cls, items):
            return cls(items)

        def __le__(self, other): return all([item in other for item in self])
        def __lt__(self, other): return len(self) < len(other) and self <= other
        def __ge__(self, other): return all([item in self for item in other])
        def __gt__(self, other): return len(self) > len(other) and self >= other
        def __eq__(self, other): return len(self) == len(other) and self <= other
        def __and__(self, other): return self._from_iterable([item for item in other if item in self])
        def __or__(self, other): return self._from_iterable([*self, *other])
        def __sub__(self, other): return self._from_iterable([item for item in self if item not in other])
        def __xor__(self, other): return (self - other) | (self._from_iterable(other) - self)
        def isdisjoint(self, other): return not any([item in self for item in other])
        __rand__ = __and__
        __ror__ = __or__

    class MutableSet(Set):
        __slots__ = ()
        _ability_ = 'MutableSet'

        @abstract
        def add(self, value): pass

        @abstract
        def discard(self, value): pass

        def remove(self, value):
            if value not in self:
                raise KeyError(value)
            self.discard(value)

        def pop(self):
            for value in self:
                self.discard(value)
                return value
            raise KeyError

        def clear(self):
            for value in list(self):
                self.discard(value)

        def __ior__(self, other):
            for value in other:
                self.add(value)
            return self

        def __isub__(self, other):
            for value in list(other):
                self.discard(value)
            return self

    class Mapping(Collection):
        __slots__ = ()
        _ability_ = 'Mapping'

        @abstract
        def __getitem__(self, key): pass

        def get(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                return default

        def __contains__(self, key):
            try:
                self[key]
            except KeyError:
                return False
            return True

        def keys(self): return {key: None for key in self}.keys()
        def items(self): return {key: self[key] for key in self}.items()
        def values(self): return {key: self[key] for key in self}.values()

        def __eq__(self, other):
            return dict(self.items()) == dict(other.items()) if hasattr(other, 'items') else NotImplemented

    class MutableMapping(Mapping):
        __slots__ = ()
        _ability_ = 'MutableMapping'

        @abstract
        def __setitem__(self, key, value): pass

        @abstract
        def __delitem__(self, key): pass

        def pop(self, key, default=missing):
            try:
                value = self[key]
            except KeyError:
                if default is missing:
                    raise
                return default
            del self[key]
            return value

        def popitem(self):
            for key in self:
                value = self[key]
                del self[key]
                return key, value
            raise KeyError

        def clear(self):
            for key in list(self):
                del self[key]

        def update(self, other=(), /, **kwds):
            for key, value in dict(other, **kwds).items():
                self[key] = value

        def setdefault(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                self[key] = default
            return default

    return {
        'Hashable': Hashable, 'Callable': Callable, 'Iterable': Iterable, 'Iterator': Iterator,
        'Generator': Generator, 'Reversible': Reversible, 'Sized': Sized, 'Container': Container,
        'Collection': Collection, 'Sequence': Sequence, 'MutableSequence': MutableSequence, 'Set': Set,
        'MutableSet': MutableSet, 'Mapping': Mapping, 'MutableMapping': MutableMapping,
    }

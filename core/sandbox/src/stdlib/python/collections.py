def module(native):
    class deque:
        def __init__(self, iterable=(), maxlen=None):
            self.maxlen = maxlen
            self._items = []
            self.extend(iterable)

        def append(self, item):
            self._items.append(item)
            if self.maxlen is not None and len(self._items) > self.maxlen:
                del self._items[0]

        def appendleft(self, item):
            self._items.insert(0, item)
            if self.maxlen is not None and len(self._items) > self.maxlen:
                del self._items[-1]

        def extend(self, iterable):
            for item in iterable:
                self.append(item)

        def extendleft(self, iterable):
            for item in iterable:
                self.appendleft(item)

        def pop(self):
            if not self._items:
                raise IndexError('pop from an empty deque')
            return self._items.pop()

        def popleft(self):
            if not self._items:
                raise IndexError('pop from an empty deque')
            return self._items.pop(0)

        def clear(self):
            self._items.clear()

        def copy(self):
            return deque(self._items, self.maxlen)

        def rotate(self, n=1):
            if self._items:
                n %= len(self._items)
                self._items = self._items[-n:] + self._items[:-n]

        def reverse(self):
            self._items.reverse()

        def count(self, item):
            return self._items.count(item)

        def index(self, item, *bounds):
            if item not in self._items:
                raise ValueError(f'{item!r} is not in deque')
            return self._items.index(item, *bounds)

        def remove(self, item):
            if item not in self._items:
                raise ValueError(f'{item!r} is not in deque')
            self._items.remove(item)

        def insert(self, index, item):
            if self.maxlen is not None and len(self._items) >= self.maxlen:
                raise IndexError('deque already at its maximum size')
            self._items.insert(index, item)

        def __len__(self):
            return len(self._items)

        def __iter__(self):
            return iter(self._items)

        def __reversed__(self):
            return reversed(self._items)

        def __contains__(self, item):
            return item in self._items

        def _place(self, index):
            if isinstance(index, slice):
                raise TypeError("sequence index must be integer, not 'slice'")
            if not -len(self._items) <= index < len(self._items):
                raise IndexError('deque index out of range')
            return index

        def __getitem__(self, index):
            return self._items[self._place(index)]

        def __setitem__(self, index, item):
            self._items[self._place(index)] = item

        def __delitem__(self, index):
            del self._items[self._place(index)]

        def __add__(self, other):
            if not isinstance(other, deque):
                return NotImplemented
            return deque(self._items + other._items, self.maxlen)

        def __iadd__(self, other):
            self.extend(other)
            return self

        def __mul__(self, times):
            return deque(self._items * times, self.maxlen)

        def __lt__(self, other):
            return self._items < other._items if isinstance(other, deque) else NotImplemented

        def __le__(self, other):
            return self._items <= other._items if isinstance(other, deque) else NotImplemented

        def __eq__(self, other):
            return isinstance(other, deque) and self._items == other._items

        def __repr__(self):
            if self.maxlen is None:
                return f'deque({self._items!r})'
            return f'deque({self._items!r}, maxlen={self.maxlen})'

    def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
        if isinstance(field_names, str):
            field_names = field_names.replace(',', ' ').split()
        fields = tuple(field_names)
        preset = dict(zip(reversed(fields), reversed(tuple(defaults or ()))))

        class Record:
            _fields = fields
            __match_args__ = fields

            def __init__(self, *args, **kwargs):
                if len(args) > len(fields):
                    raise TypeError(
                        f'{typename}.__new__() takes {len(fields) + 1} positional arguments '
                        f'but {len(args) + 1} were given')
                values = dict(preset)
                values.update(zip(fields, args))
                for name, value in kwargs.items():
                    if name not in fields:
                        raise TypeError(f'{typename}.__new__() got an unexpected keyword argument {name!r}')
                    values[name] = value
                for name in fields:
                    if name not in values:
                        raise TypeError(f'{typename}.__new__() missing 1 required positional argument: {name!r}')
                    setattr(self, name, values[name])

            def _asdict(self):
                return {name: getattr(self, name) for name in fields}

            def _replace(self, **kwargs):
                return type(self)(**{**self._asdict(), **kwargs})

            @classmethod
            def _make(cls, iterable):
                return cls(*iterable)

            def _tuple(self):
                return tuple([getattr(self, name) for name in fields])

            def __iter__(self):
                return iter(self._tuple())

            def __len__(self):
                return len(fields)

            def __getitem__(self, index):
                return self._tuple()[index]

            def __eq__(self, other):
                return self._tuple() == (other._tuple() if isinstance(other, Record) else other)

            def __hash__(self):
                return hash(self._tuple())

            def __lt__(self, other):
                return self._tuple() < tuple(other)

            def __le__(self, other):
                return self._tuple() <= tuple(other)

            def __contains__(self, item):
                return item in self._tuple()

            def count(self, item):
                return self._tuple().count(item)

            def index(self, item):
                return self._tuple().index(item)

            def __add__(self, other):
                return self._tuple() + tuple(other)

            def __repr__(self):
                return typename + '(' + ', '.join([f'{name}={getattr(self, name)!r}' for name in fields]) + ')'
        return native.renamed(Record, typename)

    class ChainMap:
        def __init__(self, *maps):
            self.maps = list(maps) or [{}]

        def _merged(self):
            merged = {}
            for mapping in reversed(self.maps):
                merged.update(mapping)
            return merged

        def __getitem__(self, key):
            for mapping in self.maps:
                if key in mapping:
                    return mapping[key]
            raise KeyError(key)

        def get(self, key, default=None):
            return self[key] if key in self else default

        def __setitem__(self, key, value):
            self.maps[0][key] = value

        def __delitem__(self, key):
            del self.maps[0][key]

        def __contains__(self, key):
            return any([key in mapping for mapping in self.maps])

        def __iter__(self):
            return iter(self._merged())

        def __len__(self):
            return len(self._merged())

        def keys(self):
            return self._merged().keys()

        def values(self):
            return [self[key] for key in self._merged()]

        def items(self):
            return [(key, self[key]) for key in self._merged()]

        def new_child(self, mapping=None):
            return ChainMap({} if mapping is None else mapping, *self.maps)

        @property
        def parents(self):
            return ChainMap(*self.maps[1:])

        def __repr__(self):
            return 'ChainMap(' + ', '.join([repr(mapping) for mapping in self.maps]) + ')'

    return {
        'ChainMap': ChainMap, 'deque': deque, 'namedtuple': namedtuple, 'defaultdict': native.defaultdict,
        'Counter': native.Counter, 'OrderedDict': dict,
    }

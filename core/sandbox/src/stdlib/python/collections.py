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

        def index(self, item):
            return self._items.index(item)

        def remove(self, item):
            self._items.remove(item)

        def __len__(self):
            return len(self._items)

        def __iter__(self):
            return iter(self._items)

        def __reversed__(self):
            return reversed(self._items)

        def __contains__(self, item):
            return item in self._items

        def __getitem__(self, index):
            return self._items[index]

        def __setitem__(self, index, item):
            self._items[index] = item

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
            __hash_fields__ = fields
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

            def __lt__(self, other):
                return self._tuple() < tuple(other)

            def __add__(self, other):
                return self._tuple() + tuple(other)

            def __repr__(self):
                return typename + '(' + ', '.join([f'{name}={getattr(self, name)!r}' for name in fields]) + ')'
        return native.renamed(Record, typename)

    return {
        'deque': deque, 'namedtuple': namedtuple, 'defaultdict': native.defaultdict,
        'Counter': native.Counter, 'OrderedDict': dict,
    }

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

    class Record:
        """The methods that all named tuples share."""

        def _asdict(self):
            return dict(zip(self._fields, self))

        def _replace(self, /, **kwargs):
            values = [kwargs.pop(name, value) for name, value in zip(self._fields, self)]
            if kwargs:
                raise ValueError(f'Got unexpected field names: {list(kwargs)!r}')
            return self._make(values)

        @classmethod
        def _make(cls, iterable):
            return cls(*iterable)

        def __repr__(self):
            shown = [f'{name}={value!r}' for name, value in zip(self._fields, self)]
            return type(self).__name__ + '(' + ', '.join(shown) + ')'

        def __getnewargs__(self):
            return tuple(self)

    shared = {name: value for name, value in vars(Record).items() if name not in ('__doc__', '__module__')}

    KEYWORDS = ('False None True and as assert async await break class continue def del elif else except finally '
                'for from global if import in is lambda nonlocal not or pass raise return try while with yield').split()

    def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
        if isinstance(field_names, str):
            field_names = field_names.replace(',', ' ').split()
        fields = [str(name) for name in field_names]
        for index, name in enumerate(fields):
            if rename and (not name.isidentifier() or name in KEYWORDS or name.startswith('_')
                           or name in fields[:index]):
                fields[index] = f'_{index}'
            elif not name.isidentifier():
                raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
            elif name in KEYWORDS:
                raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
            elif name.startswith('_'):
                raise ValueError(f'Field names cannot start with an underscore: {name!r}')
            elif name in fields[:index]:
                raise ValueError(f'Encountered duplicate field name: {name!r}')
        fields = tuple(fields)
        defaults = tuple(defaults or ())
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')
        body = dict(shared)
        body['__doc__'] = f'{typename}({", ".join(fields)})'
        body['__slots__'] = ()
        body['_fields'] = body['__match_args__'] = fields
        body['_field_defaults'] = dict(zip(fields[len(fields) - len(defaults):], defaults))
        body['__new__'] = native.record(typename, fields, defaults)
        for index, name in enumerate(fields):
            body[name] = native.field(index)
        return type(typename, (tuple,), body)

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

    class UserDict:
        def __init__(self, dict=None, /, **kwargs):
            self.data = {}
            if dict is not None:
                self.update(dict)
            self.update(kwargs)

        def __len__(self): return len(self.data)
        def __iter__(self): return iter(self.data)
        def __contains__(self, key): return key in self.data
        def __setitem__(self, key, item): self.data[key] = item
        def __delitem__(self, key): del self.data[key]
        def __repr__(self): return repr(self.data)
        def __eq__(self, other): return dict(self) == dict(other)

        def __getitem__(self, key):
            if key in self.data:
                return self.data[key]
            if hasattr(self, '__missing__'):
                return self.__missing__(key)
            raise KeyError(key)

        def get(self, key, default=None): return self[key] if key in self else default
        def keys(self): return self.data.keys()
        def values(self): return [self[key] for key in self]
        def items(self): return [(key, self[key]) for key in self]

        def update(self, other=(), /, **kwargs):
            for key, value in dict(other, **kwargs).items():
                self[key] = value

        def setdefault(self, key, default=None):
            if key not in self:
                self[key] = default
            return self[key]

        def pop(self, key, *default):
            if key in self:
                value = self[key]
                del self[key]
                return value
            if default:
                return default[0]
            raise KeyError(key)

        def clear(self): self.data.clear()

        def copy(self):
            twin = type(self)()
            twin.data = self.data.copy()
            return twin

    class UserList:
        def __init__(self, initlist=None):
            self.data = [] if initlist is None else list(initlist)

        def __repr__(self): return repr(self.data)
        def __len__(self): return len(self.data)
        def __iter__(self): return iter(self.data)
        def __contains__(self, item): return item in self.data
        def __setitem__(self, index, item): self.data[index] = item
        def __delitem__(self, index): del self.data[index]
        def __eq__(self, other): return self.data == (other.data if isinstance(other, UserList) else other)
        def __lt__(self, other): return self.data < (other.data if isinstance(other, UserList) else other)

        def __getitem__(self, index):
            return type(self)(self.data[index]) if isinstance(index, slice) else self.data[index]

        def __add__(self, other): return type(self)(self.data + list(other))
        def __mul__(self, times): return type(self)(self.data * times)
        def append(self, item): self.data.append(item)
        def insert(self, index, item): self.data.insert(index, item)
        def pop(self, index=-1): return self.data.pop(index)
        def remove(self, item): self.data.remove(item)
        def clear(self): self.data.clear()
        def copy(self): return type(self)(self.data)
        def count(self, item): return self.data.count(item)
        def index(self, item, *bounds): return self.data.index(item, *bounds)
        def reverse(self): self.data.reverse()
        def sort(self, /, **options): self.data.sort(**options)
        def extend(self, other): self.data.extend(other)

    return {
        'ChainMap': ChainMap, 'deque': deque, 'namedtuple': namedtuple, 'defaultdict': native.defaultdict,
        'Counter': native.Counter, 'OrderedDict': native.OrderedDict,
        'UserDict': UserDict, 'UserList': UserList,
    }

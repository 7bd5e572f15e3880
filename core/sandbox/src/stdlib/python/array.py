def module(native):
    import struct

    limits = {'b': 1, 'B': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
    codes = {'l': 'q', 'L': 'Q'}

    class array:
        __module__ = 'array'

        def __init__(self, typecode, initializer=()):
            if typecode not in limits:
                raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
            self.typecode = typecode
            self.itemsize = limits[typecode]
            self._items = []
            if isinstance(initializer, (bytes, bytearray)):
                self.frombytes(initializer)
            else:
                self.extend(initializer)

        def _checked(self, value):
            code = '<' + codes.get(self.typecode, self.typecode)
            if self.typecode in 'fd':
                if not isinstance(value, (int, float)):
                    raise TypeError(f'must be real number, not {type(value).__name__}')
                return struct.unpack(code, struct.pack(code, value))[0]
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            try:
                struct.pack(code, value)
            except struct.error:
                names = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer',
                         'H': 'unsigned short', 'i': 'signed integer', 'I': 'unsigned int'}
                kind = names.get(self.typecode, 'int')
                raise OverflowError(f'{kind} is {"greater than maximum" if value > 0 else "less than minimum"}') from None
            return value

        def append(self, value): self._items.append(self._checked(value))
        def insert(self, index, value): self._items.insert(index, self._checked(value))

        def extend(self, values):
            for value in values:
                self.append(value)

        fromlist = extend
        def pop(self, index=-1): return self._items.pop(index)
        def remove(self, value): self._items.remove(value)
        def index(self, value): return self._items.index(value)
        def count(self, value): return self._items.count(value)
        def reverse(self): self._items.reverse()
        def tolist(self): return list(self._items)
        def tobytes(self): return struct.pack(f'<{len(self._items)}{codes.get(self.typecode, self.typecode)}', *self._items)

        def frombytes(self, data):
            if len(data) % self.itemsize:
                raise ValueError('bytes length not a multiple of item size')
            count = len(data) // self.itemsize
            self._items.extend(struct.unpack(f'<{count}{codes.get(self.typecode, self.typecode)}', data))

        def __len__(self): return len(self._items)
        def __iter__(self): return iter(self._items)
        def __contains__(self, value): return value in self._items

        def __getitem__(self, index):
            if isinstance(index, slice):
                return array(self.typecode, self._items[index])
            if not -len(self._items) <= index < len(self._items):
                raise IndexError('array index out of range')
            return self._items[index]

        def __setitem__(self, index, value):
            if isinstance(index, slice):
                self._items[index] = value._items
                return
            if not -len(self._items) <= index < len(self._items):
                raise IndexError('array assignment index out of range')
            self._items[index] = self._checked(value)

        def __delitem__(self, index): del self._items[index]
        def __add__(self, other): return array(self.typecode, self._items + other._items)
        def __mul__(self, times): return array(self.typecode, self._items * times)
        def __eq__(self, other): return isinstance(other, array) and self._items == other._items
        def __lt__(self, other): return self._items < other._items

        def __repr__(self):
            return f"array('{self.typecode}', {self._items!r})" if self._items else f"array('{self.typecode}')"

    return {'array': array, 'ArrayType': array, 'typecodes': 'bBuhHiIlLqQfd'}

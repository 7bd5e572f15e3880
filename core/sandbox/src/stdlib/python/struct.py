def module(native):
    class error(Exception):
        __module__ = 'struct'

    sizes = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8,
             'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1, 'n': 8, 'N': 8}

    def parsed(format):
        """The byte order, whether things are aligned, and the parts: count and code."""
        format = format.decode() if isinstance(format, bytes) else format
        order, native_ = 'little', True
        if format[:1] and format[0] in '@=<>!':
            order = 'big' if format[0] in '>!' else 'little'
            native_ = format[0] == '@'
            format = format[1:]
        parts, count = [], ''
        for c in format:
            if c.isdigit():
                count += c
            elif c in sizes:
                parts.append((int(count) if count else 1, c, bool(count)))
                count = ''
            elif not c.isspace():
                raise error('bad char in struct format')
        if count:
            raise error('repeat count given without format specifier')
        return order, native_, parts

    def size_of(code, native_):
        return 8 if native_ and code in 'lL' else sizes[code]

    def padding(at, size, native_):
        return -at % size if native_ else 0

    def calcsize(format):
        order, native_, parts = parsed(format)
        at = 0
        for count, code, given in parts:
            size = size_of(code, native_)
            if code not in 'xcsp':
                at += padding(at, size, native_)
            at += size * count
        return at

    def float_bytes(value, code, order):
        try:
            data = native.float_bytes(float(value), sizes[code])
        except OverflowError:
            raise OverflowError(f'float too large to pack with {code} format') from None
        return data if order == 'little' else data[::-1]

    def pack(format, *values):
        order, native_, parts = parsed(format)
        wanted = sum([(code in 'sp') or (0 if code == 'x' else count) for count, code, given in parts])
        if wanted != len(values):
            raise error(f'pack expected {wanted} items for packing (got {len(values)})')
        values = iter(values)
        out = bytearray()
        for count, code, given in parts:
            size = size_of(code, native_)
            if code == 'x':
                out.extend(bytes(count))
                continue
            if code == 's':
                value = next(values)
                if not isinstance(value, (bytes, bytearray)):
                    raise error("argument for 's' must be a bytes object")
                out.extend(bytes(value[:count]) + bytes(max(0, count - len(value))))
                continue
            if code != 'c':
                out.extend(bytes(padding(len(out), size, native_)))
            for _ in range(count):
                value = next(values)
                if code == 'c':
                    if not isinstance(value, bytes) or len(value) != 1:
                        raise error('char format requires a bytes object of length 1')
                    out.extend(value)
                elif code == '?':
                    out.append(1 if value else 0)
                elif code in 'efd':
                    if not isinstance(value, (int, float)):
                        raise error('required argument is not a float')
                    out.extend(float_bytes(value, code, order))
                else:
                    if not hasattr(value, '__index__'):
                        raise error('required argument is not an integer')
                    signed = code in 'bhilqn'
                    bits = 8 * size
                    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
                    if not low <= value <= high:
                        if size == 8:
                            raise error(f"int too large to convert" if abs(value) >= 1 << 63 else 'argument out of range')
                        kind = {'b': 'byte', 'B': 'ubyte', 'h': 'short', 'H': 'ushort'}.get(code)
                        raise error(f"'{code}' format requires {low} <= number <= {high}" if kind is None
                                    else f'{kind} format requires {low} <= number <= {high}')
                    out.extend(int(value).to_bytes(size, order, signed=signed))
        return bytes(out)

    def unpack_from(format, buffer, offset=0):
        order, native_, parts = parsed(format)
        size = calcsize(format)
        if len(buffer) - offset < size:
            raise error(f'unpack_from requires a buffer of at least {size + offset} bytes for unpacking {size} '
                        f'bytes at offset {offset} (actual buffer size is {len(buffer)})')
        values, at = [], 0
        for count, code, given in parts:
            size = size_of(code, native_)
            if code not in 'xcsp':
                at += padding(at, size, native_)
            if code == 'x':
                at += count
                continue
            if code == 's':
                values.append(bytes(buffer[offset + at:offset + at + count]))
                at += count
                continue
            for _ in range(count):
                piece = bytes(buffer[offset + at:offset + at + size])
                at += size
                if code == 'c':
                    values.append(piece)
                elif code == '?':
                    values.append(piece != b'\0')
                elif code in 'efd':
                    values.append(native.bytes_float(piece if order == 'little' else piece[::-1]))
                else:
                    values.append(int.from_bytes(piece, order, signed=code in 'bhilqn'))
        return tuple(values)

    def unpack(format, buffer):
        size = calcsize(format)
        if len(buffer) != size:
            raise error(f'unpack requires a buffer of {size} bytes')
        return unpack_from(format, buffer)

    def iter_unpack(format, buffer):
        size = calcsize(format)
        if size == 0 or len(buffer) % size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {size} bytes')
        for start in range(0, len(buffer), size):
            yield unpack_from(format, buffer, start)

    class Struct:
        def __init__(self, format):
            self.format = format
            self.size = calcsize(format)

        def pack(self, *values): return pack(self.format, *values)
        def unpack(self, buffer): return unpack(self.format, buffer)
        def unpack_from(self, buffer, offset=0): return unpack_from(self.format, buffer, offset)
        def iter_unpack(self, buffer): return iter_unpack(self.format, buffer)

    return {
        'error': error, 'calcsize': calcsize, 'pack': pack, 'unpack': unpack, 'unpack_from': unpack_from,
        'iter_unpack': iter_unpack, 'Struct': Struct,
    }

#%% bytes_basics
b = b'hello'
print(b, len(b), b[0], b[-1], b[1:3], list(b), b + b'!', b * 2, 104 in b, b'ell' in b, b == b'hello', b != 'hello')
print(repr(b'\x00\xff\n\'"'), bytes([72, 105]), bytes(3), bytes('é', 'utf-8'), b''.join([b'a', b'b']), bool(b''), type(b).__name__, hash(b) == hash(b'hello'))

#%% bytes_methods
b = b'a,b,c'
print(b.split(b','), b.upper(), b.replace(b',', b';'), b.find(b'b'), b.startswith(b'a'), b.endswith(b'c'), b.count(b','), b' x '.strip(), b.decode(), b.hex(), bytes.fromhex('00ff10'), b.index(b'c'), b'AB'.lower(), b'1'.isdigit(), b.partition(b','))

#%% bytes_errors
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t(lambda: b'a' + 'b')
t(lambda: 'a' + b'b')
t(lambda: bytes([256]))
t(lambda: b'abc'[5])
t(lambda: b'\xff'.decode())
t(lambda: bytes(-1))
t(lambda: b'a'.foo)

#%% bytearray_use
a = bytearray(b'abc')
a[0] = 65
a.append(100)
a += b'ef'
a.extend([1, 2])
print(a, len(a), bytes(a), a[1:3], a.pop(), a, a == b'Abcdef\x01', type(a).__name__)
try:
    a[0] = 300
except ValueError as e:
    print(e)

#%% bytes_iteration_and_ints
print([hex(x) for x in b'\x01\xab'], sum(b'\x01\x02'), max(b'az'), bytes(reversed(b'abc')), bytes(x ^ 1 for x in b'abc'), int.from_bytes(b'\x00\x10', 'big'), (1000).to_bytes(2, 'little'), sorted(b'cab'), b'%d-%s' % (5, b'x'))

#%% struct_like_packing
value = 0x12345678
parts = [(value >> s) & 0xFF for s in (24, 16, 8, 0)]
print(bytes(parts), bytes(parts).hex(), int.from_bytes(bytes(parts), 'little'), ''.join(f'{p:02x}' for p in parts))

#%% memory_and_compare
print(b'a' < b'b', b'abc' < b'abd', [b'b', b'a'] == [b'b', b'a'], sorted([b'b', b'a']), {b'k': 1}[b'k'], b'a' in {b'a'}, b'abc'.find(98), ascii(b'\xe9'), str(b'a'), f'{b"x"}', b'x'.ljust(3, b'.'))

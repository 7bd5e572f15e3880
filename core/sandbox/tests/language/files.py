import os
import io
import base64
from io import BytesIO, StringIO
with open('notes.txt', 'w') as f:
    print(f.write('first line\nsecond líne\n'), f.name, f.mode, f.closed, f.writable(), f.readable())
    f.writelines(['third\n', 'no end'])
print(f.closed, os.path.exists('notes.txt'), os.path.isfile('notes.txt'), os.path.isdir('notes.txt'), os.path.getsize('notes.txt'))
with open('notes.txt') as f:
    for number, line in enumerate(f, 1):
        print(number, repr(line), line.strip())
with open('notes.txt', encoding='utf-8') as f:
    print(repr(f.readline()), repr(f.read(3)), f.readlines(), repr(f.read()), f.readline() == '')
with open('notes.txt', 'a') as f:
    f.write('!\n')
f = open('notes.txt'); data = f.read(); f.close(); print(data.count('\n'), data[-8:], repr(data))
with open('notes.txt', 'rb') as f:
    raw = f.read(); print(raw[:5], type(raw), len(raw), raw[12], f.seek(0), f.read(2), f.tell(), f.seek(-3, 2) > 0, f.read())
with open('data.bin', 'wb') as f: print(f.write(bytes([0, 1, 255])), f.write(b'\x00ab'))
with open('data.bin', 'r+b') as f: f.seek(1); f.write(b'Z'); f.seek(0); print(f.read())
with open('data.bin', 'rb') as f: print(list(f.read(3)), [b for b in f.read()])
with open('new.txt', 'x') as f: print('made', file=f); print(1, 2, sep=',', end=';', file=f)
print(open('new.txt').read())
for action in [lambda: open('missing.txt'), lambda: open('new.txt', 'x'), lambda: open('new.txt', 'q'), lambda: open('new.txt', 'rw'), lambda: open('new.txt', 'r').write('x'), lambda: f.write('closed'), lambda: open('new.txt', 'rb', encoding='utf-8'), lambda: open('data.bin', 'wb').write('text'), lambda: open('new2.txt', 'w').write(b'x'), lambda: open('folder_x'), lambda: open('new.txt', 'w').read(), lambda: open(1.5), lambda: open('new.txt', 'wbt')]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, isinstance(e, OSError), e)
os.makedirs('out/deep/er', exist_ok=True); os.makedirs('out', exist_ok=True); os.mkdir('out/flat')
with open(os.path.join('out', 'deep', 'a.txt'), 'w') as f: f.write('x')
print(sorted(os.listdir('out')), sorted(os.listdir('out/deep')), os.path.isdir('out/deep'), os.path.exists('out/none'), [(top, sorted(ds), sorted(fs)) for top, ds, fs in os.walk('out/deep')])
for action in [lambda: os.makedirs('out'), lambda: os.mkdir('out/flat'), lambda: os.mkdir('no/such/x'), lambda: os.listdir('nowhere'), lambda: os.remove('nothing'), lambda: os.rmdir('out'), lambda: os.path.getsize('nothing')]:
    try:
        print(action())
    except OSError as e:
        print(type(e).__name__, e)
os.rename('out/deep/a.txt', 'out/b.txt'); print(os.path.exists('out/deep/a.txt'), open('out/b.txt').read())
os.remove('out/b.txt'); os.rmdir('out/deep/er'); os.rmdir('out/deep'); os.rmdir('out/flat'); os.rmdir('out'); print(os.path.exists('out'))
for name in ['notes.txt', 'data.bin', 'new.txt', 'new2.txt']: os.remove(name)
print(os.path.isabs('/a'), os.path.relpath('/a/b/c', '/a/d'), os.path.relpath('/a', '/a'), os.path.basename('/a/b/'), os.path.join('a', '/b'), os.path.splitext('a.b/c'), os.path.expanduser('x'), os.fspath('a'), os.sep)
b = BytesIO(); print(b.write(b'hello'), b.getvalue(), b.tell(), b.read(), b.seek(0), b.read(2), b.read()); b.seek(1); b.write(b'E'); print(b.getvalue(), len(b.getvalue()), bytes(b.getbuffer()))
b = BytesIO(b'a\nbc\n'); print(b.readline(), list(b), b.seek(0, 2), b.tell(), b.readable(), b.seekable()); b.truncate(2); print(b.getvalue())
s = StringIO('one\ntwo\n'); print(s.readline(), s.read(), s.getvalue(), repr(s.read())); s = StringIO(); print('x', 1, file=s); s.write('y'); print(repr(s.getvalue()), s.tell())
with io.StringIO() as s: s.write('in'); print(s.getvalue())
for line in io.StringIO('p\nq'): print(repr(line))
for action in [lambda: s.write('x'), lambda: BytesIO('x'), lambda: BytesIO().write('x'), lambda: StringIO(1), lambda: StringIO().write(1)]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
print(b'abc', b"it's", b'\x00\n\t\\"\xff', b'a' b'b', bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), bytearray(b'ab'), b'', len(b'abc'), b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1], b'a' + b'b', b'ab' * 2, b'a' in b'abc', 97 in b'abc', b'a' == b'a', b'a' < b'b', b'a' == 'a', bool(b''), list(b'ab'))
print('é€'.encode(), 'é'.encode('latin-1'), 'é'.encode('utf-8').decode(), b'ab'.decode('ascii'), 'aé'.encode('ascii', 'ignore'), 'aé'.encode('ascii', 'replace'), b'a\xffb'.decode('utf-8', 'replace'), b'\xff'.decode('utf-8', errors='ignore') == '', b'\xe9'.decode('latin-1'), b'\x01\xab'.hex(), bytes.fromhex('01 ab'))
print(b'a,b'.split(b','), b'a b  c'.split(), b','.join([b'x', b'y']), b'abcb'.replace(b'b', b'--'), b'abc'.find(b'c'), b'abc'.startswith(b'ab'), b'abc'.endswith((b'x', b'c')), b'aba'.count(b'a'), b' x '.strip(), b'aB'.upper(), {b'k': 1}[b'k'], hash(b'a') == hash(b'a'), isinstance(b'', bytes), type(b'').__name__)
a = bytearray(b'abc'); a[0] = 90; a.append(33); a.extend(b'xy'); print(a, bytes(a), a.pop(), len(a), a == b'Zbc!x', isinstance(a, bytearray))
for action in [lambda: b'\xff'.decode(), lambda: b'ab\xe2\x82'.decode(), lambda: 'é'.encode('ascii'), lambda: 'a'.encode('nope'), lambda: b'a' + 'b', lambda: bytes([256]), lambda: bytes('a'), lambda: b'abc'[5], lambda: bytes(-1), lambda: {bytearray(b'a'): 1}, lambda: bytes.fromhex('0g'), lambda: b'a'.foo]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
print(base64.b64encode(b'hello world'), base64.b64encode(b'\xff\xfe').decode(), base64.b64decode('aGVsbG8='), base64.b64decode(b'aGVs\nbG8='), base64.urlsafe_b64encode(b'\xff\xfe\xfd'), base64.urlsafe_b64decode('__79'), base64.b64encode(b''), base64.b16encode(b'\x0a\xff'))
for action in [lambda: base64.b64decode('abc'), lambda: base64.b64decode('abcde'), lambda: base64.b64encode('x'), lambda: base64.b64decode('é')]:
    try:
        print(action())
    except Exception as e:
        print(isinstance(e, ValueError), e)
import sys
sys.stdout.write('written\n'); print('also', file=sys.stdout); sys.stdout.flush()

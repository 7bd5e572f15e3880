#%% stringio_write_and_read
import io
s = io.StringIO()
s.write('hello\n')
print('printed', 42, file=s)
print(repr(s.getvalue()), s.tell(), s.seek(0), s.read(3), s.readline(), s.read(), s.read())

#%% stringio_lines
import io
s = io.StringIO('a\nb\nc')
print(s.readline(), [l.strip() for l in s], s.seek(0), s.readlines(), io.StringIO('x\ny').read().split())
with io.StringIO('in with') as f:
    print(f.read())

#%% bytesio
import io
b = io.BytesIO(b'abcdef')
print(b.read(2), b.tell(), b.read(), b.seek(0), b.getvalue(), len(b.getvalue()))
w = io.BytesIO()
print(w.write(b'xy'), w.getvalue(), w.seek(0), w.read())

#%% seek_and_truncate
import io
s = io.StringIO('0123456789')
s.seek(4)
s.write('XX')
print(s.getvalue(), s.tell(), s.seek(0, 2), s.truncate(5), s.getvalue())

#%% closed_error
import io
s = io.StringIO('a')
s.close()
try:
    s.read()
except ValueError as e:
    print(e, s.closed)

#%% redirect
import io, contextlib
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    print('captured')
print(repr(buf.getvalue()))

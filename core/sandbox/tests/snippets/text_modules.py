#%% base64_text
import base64
e = base64.b64encode(b'hello world')
print(e, e.decode(), base64.b64decode(e), base64.b64decode('aGk='), base64.b64encode(b''), base64.urlsafe_b64encode(b'\xfb\xff'), base64.b64encode(bytes(range(5))).decode('ascii'))

#%% base64_errors_and_hex
import base64
try:
    base64.b64decode('abc')
except Exception as e:
    print(type(e).__name__, e)
try:
    base64.b64encode('text')
except TypeError as e:
    print(e)
print(base64.b16encode(b'\x01\xff'), base64.b32encode(b'a'))

#%% textwrap_fill
import textwrap
text = 'The quick brown fox jumps over the lazy dog and keeps running through the forest.'
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, width=25), textwrap.shorten(text, 30), textwrap.wrap('', 10))
print(textwrap.fill(text, 40, initial_indent='* ', subsequent_indent='  '))

#%% textwrap_dedent_indent
import textwrap
s = '''
    one
      two
    three
'''
print(repr(textwrap.dedent(s)), repr(textwrap.indent('a\nb\n\nc', '> ')), textwrap.wrap('averyveryverylongword short', 10))

#%% statistics_means
import statistics as st
d = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(d), st.median(d), st.mode(d), st.pstdev(d), st.stdev(d), st.variance(d), st.pvariance(d), st.fmean(d), st.median([1, 3, 5]), st.mean([1.5, 2.5]), st.mean([1, 2]))

#%% statistics_more
import statistics as st
print(st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.multimode('aabbc'), st.geometric_mean([1, 2, 4]), st.harmonic_mean([2, 6]), st.quantiles([1, 2, 3, 4, 5], n=4), st.mode(['a', 'b', 'a']))
for f in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.median([]), lambda: st.mode([])):
    try:
        f()
    except st.StatisticsError as e:
        print(e)

#%% statistics_of_floats
import statistics as st
print(st.mean([0.1, 0.2, 0.3]), st.stdev([1.5, 2.5, 4.0]), st.mean([True, False]), st.mean([10 ** 20, 1]), st.pvariance([1, 2, 3]), st.median([0.5, 1.5]), st.correlation([1, 2, 3], [2, 4, 7]), st.linear_regression([1, 2, 3], [3, 5, 7]))

#%% contextlib_closing_and_nullcontext
from contextlib import nullcontext, closing, ExitStack
with nullcontext(5) as v:
    print(v)
class R:
    def close(self): print('closed')
with closing(R()) as r:
    print(type(r).__name__)
with ExitStack() as s:
    s.callback(print, 'callback')
    print('body')

#%% pprint_small
from pprint import pprint, pformat
pprint({'b': 1, 'a': [1, 2, 3]})
print(pformat([1, 2]))
pprint(list(range(40)))

#%% unicodedata_and_html
import html
print(html.escape('<a href="x">'), html.unescape('&lt;&amp;'))
import unicodedata
print(unicodedata.name('π'), unicodedata.normalize('NFC', 'e\u0301') == 'é')

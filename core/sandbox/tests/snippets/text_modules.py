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

#%% program_table_format
rows = [("Apples", 3, 1.5), ("Bananas", 12, 0.25), ("Cherries", 150, 12.999)]
print(f"{'Item':<12}|{'Qty':^7}|{'Price':>10}")
print("-" * 31)
for name, qty, price in rows:
    print(f"{name:<12}|{qty:^7d}|{price:>10,.2f}")
total = sum(q * p for _, q, p in rows)
print("=" * 31)
print(f"{'Total':<20}{total:>11,.2f}")
print("{:>10} {:<10} {:^10}|".format("a", "b", "c"))
print("%-10s|%5d|%8.3f|%e" % ("x", 42, 3.14159, 12345.678))
print(f"{255:#x} {255:#b} {255:o} {1e6:,.0f} {0.000123:.2e} {0.5:.1%} {12345:_} {-7:+d} {7:05d}")

#%% program_csv_report
import csv, io
src = '''name,dept,salary
"Smith, John",Eng,85000
Ana,Ops,62000.5
"Quote ""Q""",Eng,90000
'''
rows = list(csv.DictReader(io.StringIO(src)))
print(rows)
out = io.StringIO()
w = csv.writer(out)
w.writerow(["dept", "total"])
totals = {}
for r in rows:
    totals[r["dept"]] = totals.get(r["dept"], 0) + float(r["salary"])
w.writerows(totals.items())
w.writerow(["a,b", 'say "hi"', None, 1.5, "line\nbreak"])
print(repr(out.getvalue()))
dw = csv.DictWriter(out, fieldnames=["x", "y"], delimiter=";", quoting=csv.QUOTE_ALL)
dw.writeheader(); dw.writerow({"x": 1, "y": "z"})
print(out.getvalue().splitlines()[-2:])
print(list(csv.reader(["a\tb", "1\t'x'"], delimiter="\t", quotechar="'")), list(csv.reader(["1,2", "", "3"])))

#%% program_pprint_many
from pprint import pprint, pformat
pprint({"users": [{"name": "Alice", "roles": ["admin", "editor"], "address": {"city": "Paris", "zip": "75001"}}, {"name": "Bob", "roles": [], "address": None}], "total": 2, "description": "a rather long text that goes on and on beyond the width of eighty characters for sure"})
pprint([list(range(i)) for i in range(12)], width=40, compact=True)
pprint(("tuple", 1, {"set", "of"} and {1, 2}), width=10)
print(pformat({"b": 1, "a": (1,)}, sort_dicts=False), pformat({i: "x" * i for i in range(5)}, width=20, indent=4))
pprint({"k" * 5: {"n": {"m": {"o": list(range(30))}}}}, depth=3)
from dataclasses import dataclass
@dataclass
class Cfg:
    name: str
    values: list
pprint(Cfg("abc", list(range(40))))

#%% program_unicode_html
import html, unicodedata
print(html.escape("<a href='x'>T&C</a>"), html.unescape("&lt;b&gt; &amp; &#39;x&#39; &eacute; &copy; &nbsp;|"))
print(unicodedata.normalize("NFD", "Crème Brûlée").encode("ascii", "ignore").decode(), unicodedata.category("A"), unicodedata.category("a"), unicodedata.category("1"), unicodedata.category(" "), unicodedata.category("-"), unicodedata.name("é"), unicodedata.name("A"), unicodedata.name("π"), unicodedata.lookup("GREEK SMALL LETTER ALPHA"), unicodedata.combining("\u0301"), unicodedata.numeric("5"))
s = "Ångström naïve façade"; print("".join(c for c in unicodedata.normalize("NFD", s) if unicodedata.category(c) != "Mn"), len(s), s.casefold(), sorted(s.split()), s.encode("utf-16-le")[:4] if False else "")
print("日本語".center(9, "*"), "日本語"[::-1], "ß".upper(), "é".isalpha(), "一".isnumeric(), "Ⅷ".isnumeric())

#%% program_text_parse_report
data = """
id: 1; name: Widget; price: 9.99; qty: 100
id: 2; name: Gadget; price: 24.5; qty: 0
id: 3; name: Doohickey; price: 3.25; qty: 42
"""
items = []
for line in data.strip().splitlines():
    rec = dict(part.strip().split(": ") for part in line.split(";"))
    items.append({"id": int(rec["id"]), "name": rec["name"], "price": float(rec["price"]), "qty": int(rec["qty"])})
w = max(len(i["name"]) for i in items)
print("+" + "-" * (w + 2) + "+----------+-------+")
print(f"| {'Name':<{w}} | {'Price':>8} | {'Qty':>5} |")
for i in sorted(items, key=lambda r: r["price"], reverse=True):
    print(f"| {i['name']:<{w}} | ${i['price']:>7.2f} | {i['qty']:>5d} |")
print(f"Total value: ${sum(i['price'] * i['qty'] for i in items):,.2f}", f"{len([i for i in items if not i['qty']])} out of stock", f"avg={sum(i['price'] for i in items)/len(items):.3f}")
print(*[f"{k}={v!r}" for k, v in items[0].items()], sep=", ")
from itertools import zip_longest
cols = [["a", "bb", "ccc"], ["1", "22"]]
for row in zip_longest(*cols, fillvalue=""): print(" | ".join(c.ljust(4) for c in row))
print("{:<10}{:>10}".format("left", "right"), "{:-^30}".format(" title "), "{:.3e} {:+.2f} {:08.3f}".format(12345.678, 3.14159, -3.14159), "%08.3f|%-8s|%+d" % (3.14159, "ab", 5))

#%% program_string_formatter
import string
print(string.ascii_lowercase, string.digits, string.punctuation)
t = string.Template("Hello $name, you owe $$${amount}"); print(t.substitute(name="Bob", amount=5), t.safe_substitute(name="X"))
f = string.Formatter(); print(f.format("{0:>5}|{name!r}|{1[0]}|{obj.real}", 1, [9], name="n", obj=3), list(f.parse("a{b!r:c}d")))
for v, s in [(3.14159, ".3f"), (42, "08.2f"), (1e10, "g"), (0.1, ".20f"), (255, "X"), ("s", "*^9"), (1234.5, "+,.1f"), (-3, " d"), (7, "^+7"), (0.00001, ""), (1e22, ""), (True, "d"), (12, "c") if False else (65, "c"), (5, "%") , (2.5, ".0f"), (3.5, ".0f"), (1e-7, ".3"), (123456789, ".3e"), (0, ".2%"), (float("inf"), "5.1f"), (-0.0, ".1f"), (1.5, "010"), (12345.678, "15,.3f")]:
    print(repr(format(v, s)), end=" ")
print()
print("%s %r %5.1f %-5d| %05d %x %o %e %% %c %+d" % ("a", "b", 3.14159, 42, 42, 255, 8, 12345.678, "z", 5), "%(k)s=%(v).2f" % {"k": "pi", "v": 3.14159}, "%5s|%-5s|" % ("ab", "cd"))
print("{:,}".format(1234567), "{:>{}}".format("x", 5), "{a[k]} {b.imag}".format(a={"k": 1}, b=2j), "{{}}".format(), "{0}{1}{0}".format("a", "b"), "{!s:>6}".format("é"))

#%% program_encoding
import base64, hashlib, binascii, struct
s = "héllo wörld €"
b = s.encode("utf-8")
print(b, b.decode(), len(s), len(b), b.hex(), bytes.fromhex("68 69"), s.encode("latin-1", "replace"), s.encode("ascii", "ignore"), s.encode("ascii", "xmlcharrefreplace"))
e = base64.b64encode(b); print(e, base64.b64decode(e) == b, base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b32decode(b"NBUQ===="), base64.b16encode(b"hi"))
print(hashlib.md5(b).hexdigest(), hashlib.sha1(b).hexdigest(), hashlib.sha256(b).hexdigest(), hashlib.sha512(b).hexdigest()[:32], hashlib.new("sha224", b"x").hexdigest(), hashlib.sha384().hexdigest()[:20])
print(binascii.hexlify(b"ab"), binascii.crc32(b"hello"), struct.pack("<IhB", 1, -2, 255), struct.unpack(">Hf", struct.pack(">Hf", 513, 1.5)), struct.calcsize("<if"), struct.pack("3sxd", b"ab", 0.5))
ba = bytearray(b"abc"); ba[0] = 65; ba.extend(b"de"); ba += b"!"; print(ba, ba.find(b"d"), bytes(ba)[1:3], ba[::-1], list(b"hi"), b"a" in ba)
print(ord("€"), chr(8364), "\u20ac", "\x41", r"\n", ascii("é"), repr("tab\t'q'"), "a\\b", b"\x00\xff", "é" == "e\u0301")
def caesar(t, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in t)
print(caesar("hello, world", 3), caesar(caesar("hello", 3), -3))
try: b"\xff".decode("utf-8")
except UnicodeDecodeError as x: print(x)
try: "é".encode("ascii")
except UnicodeEncodeError as x: print(x)

#%% program_small_stats
import statistics as st
data = [2.5, 3.1, 4.7, 5.0, 5.0, 6.2, 7.8, 9.9]
print(st.mean(data), st.median(data), st.mode(data), round(st.stdev(data), 6), st.pstdev(data), st.variance(data))
print(st.quantiles(data, n=4), st.quantiles(data, n=10, method="inclusive"))
print(st.fmean([1, 2, 3, 4]), st.harmonic_mean([40, 60]), st.geometric_mean([54, 24, 36]), st.multimode("aabbc"))
print(st.mean([1, 2, 3, 4]), st.mean([1, 2]), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.median_grouped([1,2,2,3,4,4,4,5]))
x = [1, 2, 3, 4, 5]; y = [2.1, 3.9, 6.2, 7.8, 10.1]
print(st.correlation(x, y), st.covariance(x, y), st.linear_regression(x, y))
nd = st.NormalDist(100, 15)
print(nd.cdf(115), nd.pdf(100), nd.zscore(130), st.NormalDist.from_samples(data))
try:
    st.mean([])
except st.StatisticsError as e:
    print(e)

import re
from re import compile as comp, IGNORECASE
m = re.match(r'(\w+) (\w+)', 'Isaac Newton, physicist')
print(m, m.group(), m.group(0), m.group(1), m.group(1, 2), m.groups(), m[0], m[2], m.start(), m.end(), m.span(), m.start(2), m.span(2), m.string, m.lastindex, m.pos, m.endpos)
m = re.match(r'(?P<first>\w+) (?P<last>\w+)', 'Malcolm Reynolds')
print(m.groupdict(), m['first'], m.group('last'), m.lastgroup, m.re.groupindex, m.start('last'), m.expand(r'\2, \g<first>'))
print(re.match('b', 'abc'), re.search('b', 'abc').span(), re.fullmatch('a.c', 'abc') is not None, re.fullmatch('a', 'ab'), bool(re.search('', '')))
print(re.findall(r'\d+', 'x1 y22 z333'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'(\d)', 'a1b2'), re.findall('', 'ab'), re.findall('a*', 'baac'), re.findall('x', ''))
print([(m.group(), m.span()) for m in re.finditer(r'[a-z]+', 'ab 12 cde')])
print(re.sub(r'\d', '#', 'a1b22'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'(?P<x>a)', r'[\g<x>\g<0>]', 'banana'), re.sub('a', 'b', 'aaaa', 2), re.sub('a', 'b', 'aaaa', count=1), re.sub('x*', '-', 'abxd'), re.sub('', '-', 'abc'))
print(re.sub(r'\d+', lambda m: str(int(m.group()) * 2), 'a1 b22 c'), re.subn('a', 'b', 'banana'), re.sub(r'\n', r'\\n', 'a\nb'), re.sub('a', r'\n\t', 'xa'), re.sub('é', 'e', 'caféé'))
print(re.split(r'[,;]\s*', 'a, b;c,d'), re.split(r'(,)', 'a,b'), re.split(r'\W+', 'Words, words, words.'), re.split(',', 'a,b,c', maxsplit=1), re.split(',', 'a,b,c', 1), re.split(r'\b', 'hi you'), re.split('x*', 'axbc'))
print(re.escape('a.b*c[1]-$ é_'), re.escape('https://x.y/?z=1&q=#a'))
print(re.findall('(?i)AbC', 'abc ABC'), re.findall('^a', 'a\na\nb', re.M), re.findall('a.b', 'a\nb', re.S), re.findall('a.b', 'a\nb'), re.findall('[a-c]+', 'ABC abc', flags=re.I), re.I | re.M == 10, re.findall('(?im)^x$', 'X\nx'))
print(re.findall(r'''
    (\d+)   # number
    \s*     # space
    ([a-z]+ | \#)  # unit
''', '10 px 20# 3cm', re.VERBOSE | re.IGNORECASE))
print(re.search('c$', 'abc\n').span(), re.search(r'c\Z', 'abc\n'), re.search('$', 'ab\n').span(), re.findall('$', 'ab\n'), re.findall('(?m)$', 'a\nb'), re.findall(r'\Aa', 'aa'), re.sub('$', '!', 'x\n'))
print(re.findall(r'\bfoo\b', 'foo foobar foo'), re.findall(r'\Boo', 'foo oo'), re.findall(r'\w+', 'naïve café 日本_1'), re.findall(r'\w+', 'naïve', re.A), re.findall(r'\d', '1२'), re.findall(r'\d', '1२', re.ASCII), re.findall(r'\s', ' \t\x1c\xa0x'), re.findall(r'\S+', 'a b'), re.findall(r'\W', 'a-b'), re.findall(r'\D', '1a'))
print(re.findall(r'(a)(b)?', 'ab a'), re.match('(a)|(b)', 'b').groups(), re.match('(a)|(b)', 'b').groups('-'), re.match('(a)(b)?', 'a').group(2), re.match('(?P<x>a)(?P<y>b)?', 'a').groupdict('-'), re.match('(a)?b', 'b').span(1))
print(re.findall(r'(\w)\1', 'aabbcd'), re.findall(r'(?P<q>[\'"])(.*?)(?P=q)', '''"it's" 'x"y' '''), re.search(r'(\d+)-\1', '12-12').group(), re.findall(r'(.)(.)\2\1', 'abba xyyx'))
print(re.findall(r'\d+(?=px)', '10px 20em'), re.findall(r'\d+(?!px|\d)', '10px 20em'), re.findall(r'(?<=\$)\d+', '$5 6 $7'), re.findall(r'(?<!\$)\b\d+', '$5 6 $7'), re.findall(r'(?<=ab)c', 'abc'), re.sub(r'(?<=\d)(?=(\d{3})+$)', ',', '1234567'))
print(re.findall(r'<.*?>', '<a><b>'), re.findall('<.*>', '<a><b>'), re.findall('a{2}', 'aaaaa'), re.findall('a{2,3}', 'aaaaa'), re.findall('a{,2}b', 'aab b'), re.findall('a{2,}?', 'aaaa'), re.findall('x{', 'x{'), re.findall('x{a}', 'x{a}'), re.findall('x{,}y', 'xxy'), re.findall('a{}', 'a{}'))
print(re.findall('[]a]', ']a'), re.findall('[^]a]', ']ab'), re.findall('[a^]', 'a^'), re.findall('[-a]', '-a'), re.findall('[a-]', '-a'), re.findall(r'[\w.-]+@[\w.-]+', 'x <a.b-c@d.org>'), re.findall('[[]', '['), re.findall(r'[\]\[]', '[]'), re.findall('[&~|#]+', 'a&&~|#'), re.findall(r'[\d\s]+', '1 2a'), re.findall('[^\\d]', '1a'), re.findall(r'[\x41-C]', 'ABCD'), re.findall('[é-ü]', 'aéz'))
print(re.findall(r'\x41\u0042\103\t', 'ABC\t'), re.findall(r'\.', 'a.b'), re.findall(r'\$\(\)', '$()'), re.findall('\\\\', 'a\\b'), re.findall(r'\/', '/'), re.findall(' #', ' #'), re.findall(r'[\b]', '\b'), re.findall('{', '{'), re.findall('}', '}'))
p = re.compile(r'(\w)(?P<n>\d)', re.I)
print(p.pattern, p.flags, p.groups, p.groupindex, p, re.compile('a'), re.compile('x', re.M | re.S), re.compile('a', re.A).flags, p == re.compile(r'(\w)(?P<n>\d)', re.I), isinstance(p, re.Pattern), isinstance(p.match('a1'), re.Match), re.compile(p) is p)
print(p.match('xa1', 1).span(), p.search('a1b2', 2).group(), p.findall('a1b2c3', 2), p.findall('a1b2c3', 0, 4), [m.start() for m in p.finditer('a1b2')], p.sub('-', 'a1b2', count=1), p.fullmatch('a1') is not None, p.split('xa1y'), comp('A', IGNORECASE).match('a').group())
print(re.compile('^b').match('ab', 1), re.compile('b').match('ab', 1).span(), re.search(r'(?s:a.b)', 'a\nb').span(), re.findall('(?i:a)b', 'Ab AB'), re.findall('a(?#comment)b', 'ab'), re.findall('(?:ab)+', 'ababx'), re.findall('(ab)+', 'abab'), re.findall('(a|b)*', 'abc'))
print(re.findall('(?>a+)b', 'aab'), re.findall('a++b', 'aab'), re.findall('a?+a', 'aa'), re.findall(r'(<)?x(?(1)>|!)', '<x> x! <x!'), re.match('((a)(b))', 'ab').lastindex, re.match('(a)(b)?', 'a').lastindex, re.match('a', 'a').lastindex)
for bad in ['(', ')', '(a', '[', '[a', 'a**', '*', '+a', 'a{2}{3}', '(?P<n>a)(?P<n>b)', '(?P=x)', r'\1', r'(a\1)', r'(a)\2', '[b-a]', '\\', r'\q', '(?P<1>a)', '(?z)', '(?', 'a{3,2}', '(?<=a+)b', r'[\q]', '(?P<>a)', '(?<a)', 'x(?i)', r'\x1', r'\u12', '(?#', '^*', r'(?P<n', '\n  (']:
    try:
        re.compile(bad)
        print('no error for', bad)
    except re.error as e:
        print(repr(bad), e, e.msg, e.pos, type(e).__name__, isinstance(e, Exception))
for action in [lambda: re.match('a', 1), lambda: re.match(1, 'a'), lambda: re.match('a', 'a').group(1), lambda: re.match('a', 'a').group('x'), lambda: re.sub('a', r'\1', 'a'), lambda: re.sub('a', r'\g<x>', 'a'), lambda: re.sub('a', r'\q', 'a'), lambda: re.sub('a', lambda m: 1, 'a'), lambda: re.compile(re.compile('a'), re.I), lambda: re.sub('a', r'\g<1', 'a'), lambda: re.match('a', None), lambda: re.match('a')]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
text = 'Point A (12, 34) and B (5.5, -7): 90°, π ≈ 3.14'
print([tuple(map(float, m)) for m in re.findall(r'\((-?[\d.]+),\s*(-?[\d.]+)\)', text)], re.search(r'π ≈ ([\d.]+)', text).span(), re.search('°', text).start(), re.sub(r'[^\x00-\x7f]', '?', text))
print(re.search(r'<answer>(.*?)</answer>', 'a <answer>\n42\n</answer>', re.DOTALL).group(1).strip(), re.findall(r'```(?:python)?\n(.*?)```', '```python\nx = 1\n```', re.S), re.sub(r'\s+', ' ', ' a \n b ').strip(), re.split(r'(?<=[.!?])\s+', 'One. Two! Three?'))
def swap(match):
    return match.group(2) + match.group(1)
print(re.sub(r'(\w)(\w)', swap, 'abcdef'), re.sub('(a)|(b)', lambda m: (m[1] or '') * 2 + (m[2] or '').upper(), 'abab'), re.sub('(a)|b', r'[\1]', 'ab'))
while (m := re.search(r'\((\d+)\)', text := text.replace('(12, 34)', '(12)') if '(12, 34)' in text else text.replace('(12)', ''))) is not None:
    print(m[1])

#%% search_and_match
import re
print(re.search(r'\d+', 'abc 123 def').group(), re.match(r'abc', 'abcdef').span(), re.match(r'b', 'abc'), re.fullmatch(r'\w+', 'abc') is not None, re.fullmatch(r'\w+', 'a c'))
m = re.search(r'(?P<k>\w+)=(?P<v>\d+)', 'x: size=42;')
print(m.group('k'), m['v'], m.groups(), m.groupdict(), m.start(), m.end(2), m.span('k'), m[0], m.string, bool(m))

#%% findall_and_finditer
import re
print(re.findall(r'\d+', 'a1 b22 c333'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'(\d)', 'a1b2'), re.findall(r'x*', 'axb'), re.findall(r'', 'ab'))
print([(m.start(), m.group()) for m in re.finditer(r'[aeiou]', 'hello world')])

#%% substitution
import re
print(re.sub(r'\s+', ' ', 'a   b \n c'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'\d', lambda m: str(int(m.group()) * 2), 'a1b5'), re.sub('a', 'b', 'aaa', count=2), re.subn('a', 'x', 'banana'), re.sub(r'(?P<n>\d)', r'<\g<n>>', 'a1'), re.sub(r'\b', '|', 'hi yo'), re.sub('x*', '-', 'abc'))

#%% splitting
import re
print(re.split(r'[,;]\s*', 'a, b;c,d'), re.split(r'(-)', 'a-b-c'), re.split(r'\s+', ' a b '), re.split(',', 'a,b,c', maxsplit=1), re.split(r'\d', 'abc'), re.split(r'x*', 'axb'))

#%% flags
import re
print(re.findall('ab', 'ABab', re.I), re.findall(r'^\w+', 'one\ntwo', re.M), re.search('a.b', 'a\nb', re.S) is not None, re.search('a.b', 'a\nb'), re.findall(r'(?i)x', 'xX'), re.search(r'''
    (\d+)  # number
    \s*px
''', '12 px', re.VERBOSE).group(1))

#%% character_classes
import re
print(re.findall(r'[a-c]+', 'abcdabc'), re.findall(r'[^a-z\s]+', 'ab CD 12'), re.findall(r'\w+', 'naïve_1 x-y'), re.findall(r'\bcat\b', 'cat concat cat.'), re.findall(r'[\d.]+', 'v1.2 and 3'), re.findall(r'[-+]?\d*\.?\d+', '-1.5 +2 .5 x3'), re.findall(r'\S+', ' a  b'), re.findall(r'[\]\[]', 'a[b]'))

#%% quantifiers
import re
print(re.findall(r'a{2}', 'aaaaa'), re.findall(r'a{2,3}', 'aaaaa'), re.search(r'<.+>', '<a><b>').group(), re.search(r'<.+?>', '<a><b>').group(), re.findall(r'ab?', 'abaab'), re.findall(r'(?:ab)+', 'ababxab'), re.findall(r'a{,2}b', 'aaab b'))

#%% lookaround_and_backreferences
import re
print(re.findall(r'\w+(?=!)', 'hi! yo bye!'), re.findall(r'\d(?!\d)', '12 3'), re.findall(r'(?<=\$)\d+', '$5 6 $70'), re.findall(r'(?<!a)b', 'ab bb'), re.search(r'(\w)\1', 'hello').group(), re.sub(r'(\d)(?=(\d{3})+$)', r'\1,', '1234567'), re.findall(r'(?P<q>[\'"])(.*?)(?P=q)', '"a" \'b\''))

#%% compiled_patterns
import re
p = re.compile(r'(\d+)-(\d+)')
print(p.pattern, p.search('a 10-20').groups(), p.findall('1-2 3-4'), p.sub('x', '1-2'), p.match('1-2').group(1, 2), p.groups, p.split('a1-2b'), [m.group(1) for m in p.finditer('5-6 7-8')], p.fullmatch('1-2').lastindex)

#%% optional_groups_and_none
import re
m = re.match(r'(a)?(b)?(c)', 'ac')
print(m.groups(), m.groups('none'), m.group(2), m.span(2), m.lastindex)
for line in ('x=1', '# c', 'bad', 'y = 2.5'):
    m = re.match(r'\s*(\w+)\s*=\s*([\d.]+)\s*$', line)
    print(line, '->', m.groups() if m else None)

#%% errors
import re
for pattern in ('(', '[a', '*a', 'a**', '(?P<1>x)', '\\'):
    try:
        re.compile(pattern)
        print('ok', pattern)
    except re.error as e:
        print(repr(pattern), type(e).__name__)
try:
    re.search('a', None)
except TypeError as e:
    print(e)
try:
    re.search('a', 'b').group()
except AttributeError as e:
    print(e)
try:
    re.match('(a)', 'a').group(5)
except IndexError as e:
    print(e)

#%% extracting_coordinates
import re
text = 'Box at (10, 20) to (30.5, -40), <answer>B</answer> angle=45.0deg'
print([(float(x), float(y)) for x, y in re.findall(r'\(\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\)', text)], re.search(r'<answer>(.*?)</answer>', text).group(1), float(re.search(r'angle=([\d.]+)', text)[1]), re.sub(r'<[^>]+>', '', text), re.escape('a.b*c'))

#%% greedy_alternation
import re
print(re.match(r'a|ab', 'ab').group(), re.findall(r'cat|dog|bird', 'dog cat fish bird'), re.fullmatch(r'(a|ab)(c|bcd)(d*)', 'abcd').groups(), re.findall(r'^$|x', ''), re.sub(r'(?m)^', '> ', 'a\nb'), re.findall(r'(a)|(b)', 'ab'))

#%% match_repr_and_expand
import re
m = re.search(r'(\d+) (\w+)', 'order 12 cats')
print(m, m.expand(r'\2:\1'), repr(re.compile('a+')), m.re.pattern, m.pos, m.endpos)

#%% program_regex_extract
import re
log = """2024-01-15 10:23:45 ERROR [db] Connection failed: timeout=30s
2024-01-15 10:24:01 INFO [web] Request from 192.168.1.10 took 123ms
2024-01-16 00:00:00 WARN [web] Slow query (2.5s) user=alice@example.com"""
pat = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2}) (?P<time>[\d:]+) (?P<level>\w+)\s+\[(?P<mod>\w+)\] (?P<msg>.*)")
for m in pat.finditer(log):
    print(m.groupdict())
print(re.findall(r"\d+(?:\.\d+)?(?=s|ms)", log))
print(re.sub(r"(\w+)@(\w+)\.com", lambda m: m.group(1)[0] + "***@" + m.group(2), log.splitlines()[-1]))
print(re.split(r"[\s,;]+", "a, b;c  d"))
print([m.span() for m in re.finditer(r"web", log)])
print(bool(re.fullmatch(r"[A-Z]{2}\d{3}", "AB123")), re.match(r"x*", "aaa").group() == "")
print(re.sub(r"(?i)error", "E", "Error ERROR error", count=2), re.escape("a.b*c"))

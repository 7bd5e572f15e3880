#%% case_methods
s = 'hello World foo-BAR'
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("they're bill's".title(), 'ß'.upper(), 'ẞ'.lower(), 'ÉCOLE'.capitalize(), 'straße'.casefold())
print('abc'.isupper(), 'ABC1'.isupper(), 'Title Case'.istitle(), '1'.islower(), ''.islower())

#%% strip_methods
s = '  xx hello xx  '
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), repr(s.strip(' x')))
print('www.example.com'.strip('cmowz.'), 'aabbaa'.lstrip('a'), 'aabbaa'.rstrip('a'), repr('\t\n x \r\n'.strip()))
print('prefix-name'.removeprefix('prefix-'), 'name.png'.removesuffix('.png'), 'abc'.removeprefix('x'), 'abc'.removesuffix(''))

#%% split_variants
print('a b  c'.split(), 'a b  c'.split(' '), ''.split(), ''.split(','), '  '.split())
print('a,b,c,d'.split(',', 2), 'a,b,c,d'.rsplit(',', 1), 'a  b c d'.split(None, 2), ' a b c '.rsplit(None, 1))
print('a--b--c'.split('--'), 'abc'.split('abc'), 'a,b,'.split(','), 'x'.split(',', 0))
try:
    'a'.split('')
except ValueError as e:
    print(e)
print('a=b=c'.split('=', maxsplit=1), 'a b'.split(sep=' '))

#%% splitlines_and_partition
print('a\nb\r\nc\rd'.splitlines(), 'a\n\nb\n'.splitlines(True), ''.splitlines(), '\n'.splitlines())
print('key=value=x'.partition('='), 'key=value=x'.rpartition('='), 'none'.partition('='), 'none'.rpartition('='))
try:
    'a'.partition('')
except ValueError as e:
    print(e)

#%% join_forms
print(','.join(['a', 'b']), ''.join('abc'), '-'.join({'x': 1, 'y': 2}), ', '.join(str(i) for i in range(3)), '.'.join([]))
try:
    ','.join([1, 2])
except TypeError as e:
    print(e)
try:
    ','.join(['a', None])
except TypeError as e:
    print(e)
try:
    ','.join(5)
except TypeError as e:
    print(e)

#%% find_and_index
s = 'hello hello'
print(s.find('l'), s.rfind('l'), s.find('z'), s.find('l', 4), s.find('l', 4, 6), s.find(''), s.find('', 20))
print(s.index('o'), s.rindex('hello'), s.count('l'), s.count('ll'), s.count(''), 'aaaa'.count('aa'), s.count('l', 3, 9))
try:
    s.index('z')
except ValueError as e:
    print(e)
print('abc'.find('c', -1), 'abc'.find('a', -2), 'abc'.rfind('a', 0, -2))

#%% replace_forms
print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'))
print('a.b.c'.replace('.', ''), 'aaaa'.replace('aa', 'a'), 'x'.replace('y', 'z'), 'aaa'.replace('a', 'b', 0), 'aaa'.replace('a', 'b', -1))

#%% startswith_endswith
print('file.png'.endswith(('.jpg', '.png')), 'abc'.startswith('b', 1), 'abc'.startswith(''), 'abc'.endswith('b', 0, 2), ''.startswith(''))
try:
    'abc'.startswith(['a'])
except TypeError as e:
    print(e)
try:
    'abc'.endswith(1)
except TypeError as e:
    print(e)

#%% padding
print(repr('ab'.center(7)), repr('ab'.center(6, '*')), repr('abc'.center(6, '-')), repr('a'.center(4, '.')))
print(repr('ab'.ljust(5, '.')), repr('ab'.rjust(5)), 'abc'.ljust(2), '42'.zfill(5), '-42'.zfill(5), '+4'.zfill(4), 'abc'.zfill(2), ''.zfill(2))
try:
    'a'.center(5, '**')
except TypeError as e:
    print(e)

#%% predicates
for s in ('abc', 'ABC', 'a1', '123', ' ', '', 'a b', '_x', '1x', 'é', 'Hello', '\t\n', '中文'):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.islower(), s.isupper(), s.isidentifier(), s.isprintable(), s.isascii())

#%% translate
table = str.maketrans('abc', 'xyz', 'd')
print('aabbccdd e'.translate(table), 'hello'.translate({ord('l'): 'L', 'h': None, 101: None}))
print(str.maketrans({'a': '1', 'b': None}), 'abab'.translate(str.maketrans({'a': '1', 'b': None})))
try:
    str.maketrans('ab', 'c')
except ValueError as e:
    print(e)

#%% expandtabs_and_multiply
print(repr('a\tb\tc'.expandtabs()), repr('ab\tc'.expandtabs(4)), repr('\t'.expandtabs(2)), repr('a\n\tb'.expandtabs(4)))
print('ab' * 3, 3 * 'ab', 'ab' * 0, 'ab' * -1, '=' * 20, '-' * True)

#%% indexing
s = 'python'
print(s[0], s[-1], s[1:4], s[::-1], s[5:100], s[10:])
for i in (6, -7):
    try:
        s[i]
    except IndexError as e:
        print(e)
try:
    s[0] = 'P'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
try:
    s['a']
except TypeError as e:
    print(e)

#%% iteration
for i, c in enumerate('héł'):
    print(i, c, ord(c), len(c.encode()))
print(list('abc'), list(reversed('abc')), ''.join(reversed('abc')), sorted('banana'), set('aab') == {'a', 'b'})
print(max('hello'), min('hello'), len('😀é'), '😀é'[0], '😀é'[::-1])

#%% comparison
print('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'abc' < 'ab', '' < 'a', 'Z' < 'a', 'é' > 'z', '10' < '9')
print(sorted(['banana', 'Apple', 'cherry']), sorted(['banana', 'Apple', 'cherry'], key=str.lower), sorted(['b10', 'b9', 'b1']))
print('abc' == 'abc', 'abc' != 'ABC', 'a' == 97, 'a' in ['a', 'b'])

#%% unicode_repr
print(repr('é'), repr('\u200b'), repr('\ud7ff'), repr('日本'), repr('\x1b[0m'), repr('\u2028'), repr('a\\b'))
print(ascii('日本'), 'é' == 'e\u0301', len('e\u0301'), '\u00e9'.encode('utf-8'))
print(chr(8364), chr(0x1F600), ord('€'), hex(ord('😀')))

#%% chr_ord_errors
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord('ab'), lambda: ord(''), lambda: ord(5), lambda: chr('a')):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

#%% string_methods_as_functions
print(str.upper('abc'), list(map(str.strip, [' a ', 'b '])), str.join('-', 'abc'), sorted('bca', key=str.lower))
print(list(map(str.lower, ['A', 'B'])), str.split('a b'), len.__name__, str.__name__)
f = 'abc'.upper
print(f(), callable(f), 'abc'.__len__(), 'abc'.__contains__('b'), 'a'.__add__('b'), 'abc'.__getitem__(1))

#%% formatting_a_table
rows = [('apple', 1.5, 10), ('kiwi', 0.25, 200), ('watermelon', 12, 3)]
for name, price, n in rows:
    print(f'{name:<12}|{price:>8.2f}|{n:^7d}|')
print('-' * 30)
print('{:<12}|{:>8}|{:^7}|'.format('total', '', sum(r[2] for r in rows)))

#%% caesar
def shift(text, k):
    out = []
    for c in text:
        if c.isalpha():
            base = ord('A') if c.isupper() else ord('a')
            out.append(chr((ord(c) - base + k) % 26 + base))
        else:
            out.append(c)
    return ''.join(out)
print(shift('Hello, World!', 3), shift(shift('Hello, World!', 3), -3))

#%% word_count
text = 'the quick brown fox jumps over the lazy dog the end'
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:4]:
    print(f'{w:>6}: {n}')
print(max(text.split(), key=len), len(set(text) - {' '}))

#%% palindromes_and_reverse
for w in ('level', 'A man a plan', 'noon'):
    clean = ''.join(c.lower() for c in w if c.isalnum())
    print(w, clean == clean[::-1])
print(' '.join(w[::-1] for w in 'hello big world'.split()), ' '.join('hello big world'.split()[::-1]))

#%% encode_decode
b = 'héllo'.encode('utf-8')
print(b, len(b), b.decode(), b.decode('utf-8'), 'abc'.encode('ascii'))
print('é'.encode('latin-1'), 'é'.encode('ascii', 'ignore'), 'é'.encode('ascii', 'replace'))
try:
    'é'.encode('ascii')
except UnicodeEncodeError as e:
    print(e)

#%% string_building
s = ''
for i in range(5):
    s += str(i) + ','
print(s, s[:-1], s.rstrip(','))
lines = []
for i in range(3):
    lines.append('*' * (i + 1))
print('\n'.join(lines))
print('\n'.join('{:>5}'.format('#' * n) for n in (1, 3, 5)))

#%% format_map_and_vars
d = {'x': 1, 'name': 'pt'}
print('{name}={x}'.format(**d), '{name}={x:03d}'.format_map(d))
class Default(dict):
    def __missing__(self, key):
        return '<' + key + '>'
print('{a} {b}'.format_map(Default(a=1)))

#%% attribute_errors_on_str
try:
    'abc'.push('d')
except AttributeError as e:
    print(e)
try:
    'abc'.foo = 1
except AttributeError as e:
    print(e)
try:
    'abc'.upper(1)
except TypeError as e:
    print(e)
try:
    'abc'.replace('a')
except TypeError as e:
    print(e)
try:
    'abc'.replace('a', 1)
except TypeError as e:
    print(e)

#%% int_to_str_conversions
print(str(123).zfill(6), str(-5).rjust(4), str(1.50), str(True).lower(), str([1, 'a', None]), str({'a': (1,)}))
print('%s and %r' % ('x', 'x'), str(b'ab'), str(object)[:7], str(int), repr(str), str(len))

#%% multiline_text
text = """
    first
      second
third
"""
for line in text.splitlines():
    print(repr(line), len(line) - len(line.lstrip()))
print([l.strip() for l in text.strip().split('\n')])

#%% raw_and_bytes_prefix
print(r'C:\new\test', len(r'\n'), rb'\x00', b'\x00\x41', R'\d+', br'a\b')
print(f'{1}' rf'\{2}' 'x', u'text', F'{3!r}')

#%% is_checks_and_in
s = 'The year 2024'
print(any(c.isdigit() for c in s), ''.join(c for c in s if c.isdigit()), s.split()[-1].isdigit(), 'year' in s.lower())
vowels = sum(c in 'aeiou' for c in s.lower())
print(vowels, [s.find(c) for c in 'Ty2'], sum(map(str.isupper, s)))

#%% zip_strings
print(list(zip('abc', 'xy')), [a + b for a, b in zip('abc', 'xyz')], dict(zip('ab', [1, 2])))
print(sum(a != b for a, b in zip('karolin', 'kathrin')), ''.join(a if a == b else '.' for a, b in zip('hello', 'hallo')))
print([''.join(p) for p in zip(*['abc', 'def'])])

#%% string_multiplication_table
for i in range(1, 4):
    print(' '.join(f'{i * j:2}' for j in range(1, 6)))
print(*('{}x{}={}'.format(i, 2, i * 2) for i in range(3)), sep='; ')

#%% run_length
def encode(s):
    out, i = '', 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out += s[i] + (str(j - i) if j - i > 1 else '')
        i = j
    return out
print(encode('aaabccdddd'), encode(''), encode('xyz'))

#%% print_options
print('a', 'b', sep='')
print('a', 'b', sep=', ', end='!\n')
print(1, 2.0, None, True, [1], (2,), {'a'}, 'str', sep='|')
print()
print('x', end='')
print('y', end='\n\n')
print(*[], sep=',')
print('a\tb\\n')
try:
    print(1, sep=1)
except TypeError as e:
    print(e)
try:
    print(1, foo=2)
except TypeError as e:
    print(e)

#%% uncaught_index_error
word = 'cat'
for i in range(4):
    print(word[i])

#%% uncaught_concat_type_error
age = 30
label = 'Age: ' + age
print(label)

#%% infinite
from itertools import count, cycle, repeat, islice
print(list(islice(count(5, 3), 4)), list(islice(cycle('ab'), 5)), list(repeat('x', 3)), next(count()), list(islice(count(0.5, 0.25), 3)), list(zip(count(1), 'abc')), list(map(pow, range(4), repeat(2))))

#%% islice_forms
from itertools import islice
print(list(islice('abcdef', 3)), list(islice('abcdef', 2, 5)), list(islice('abcdef', 0, None, 2)), list(islice([1], 5)), list(islice(range(10), 2, 9, 3)))
it = iter(range(6))
print(list(islice(it, 2)), list(it))
try:
    islice('a', -1)
except ValueError as e:
    print(e)

#%% chain_forms
from itertools import chain
print(list(chain('ab', [1, 2], (3,))), list(chain.from_iterable([[1], [2, 3]])), list(chain()), sum(chain([1], [2])), list(chain.from_iterable('ab')), list(chain(*[[1], [2]])))

#%% combinatorics
from itertools import combinations, permutations, product, combinations_with_replacement
print(list(combinations('abc', 2)), list(permutations([1, 2, 3], 2)), list(product('ab', [1, 2])), list(combinations_with_replacement('ab', 2)), list(product([0, 1], repeat=2)))
print(len(list(permutations('abcd'))), list(combinations([1], 2)), list(permutations([])), list(combinations('ab', 0)), list(product()), [''.join(p) for p in permutations('abc')][:4])

#%% accumulate_forms
from itertools import accumulate
import operator
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate('abc')), list(accumulate([], initial=5)))

#%% groupby_forms
from itertools import groupby
print([(k, list(g)) for k, g in groupby('aaabbc')], {k: len(list(g)) for k, g in groupby(sorted('banana'))}, [(k, [x for x in g]) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
data = sorted(['apple', 'bob', 'avocado', 'cat'], key=lambda w: w[0])
for k, g in groupby(data, key=lambda w: w[0]):
    print(k, list(g))
print([k for k, _ in groupby([1, 1, 2, 1])])

#%% filters
from itertools import takewhile, dropwhile, filterfalse, compress, starmap
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress('abcd', [1, 0, 1])), list(starmap(pow, [(2, 3), (3, 2)])), list(filterfalse(None, [0, 1, ''])))

#%% zip_longest_pairwise_tee
from itertools import zip_longest, pairwise, tee
print(list(zip_longest('abc', [1])), list(zip_longest([1], [2, 3], fillvalue=0)), list(pairwise('abcd')), list(pairwise([1])))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a), [list(t) for t in tee('xy', 3)])
print([y - x for x, y in pairwise([1, 4, 9])], list(zip_longest()))

#%% laziness
from itertools import chain, count, islice, takewhile, starmap
def gen(n):
    for i in range(n):
        print('yield', i)
        yield i
c = chain(gen(2), gen(1))
print(next(c))
print(next(islice(gen(5), 1, None)))
print(list(takewhile(lambda x: x < 1, gen(3))))
print(next(x for x in count(10) if x % 7 == 0))

#%% grouper_recipes
from itertools import islice, zip_longest, chain, count, repeat
def chunked(it, n):
    it = iter(it)
    while chunk := list(islice(it, n)):
        yield chunk
print(list(chunked(range(7), 3)), list(zip_longest(*[iter('abcde')] * 2, fillvalue='-')), list(chain.from_iterable(repeat(x, x) for x in (1, 2, 3))), dict(zip('abc', count())))

#%% product_grid
from itertools import product, combinations
print([(x, y) for x, y in product(range(2), range(3))], sum(1 for a, b in combinations(range(5), 2) if (a + b) % 2), list(product('a', [1], [None])), [a + b for a, b in product('xy', 'pq')])
pts = [(0, 0), (3, 4), (6, 8)]
print(max(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** .5 for a, b in combinations(pts, 2)))

#%% iterator_types
import itertools as it
print(type(it.count()).__name__, type(it.chain()).__name__, type(it.cycle([])).__name__, type(it.product()).__name__, type(it.combinations([], 1)).__name__, type(it.groupby([])).__name__, type(it.islice([], 1)).__name__, it.count(3), it.repeat(5, 2))
p = it.permutations([1, 2])
print(next(p), list(p), next(p, 'end'), iter(p) is p)

#%% errors
import itertools as it
for f in (lambda: it.combinations([1], -1), lambda: it.permutations(5), lambda: list(it.chain(1)), lambda: list(it.starmap(pow, [1])), lambda: it.product(repeat=-1), lambda: it.islice([1], 1, 2, 0), lambda: it.count('a'), lambda: list(it.accumulate(['a', 1]))):
    try:
        print(list(f()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

#%% groupby_consumption
from itertools import groupby
groups = groupby('aabb')
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2), next(groups, 'end'))
runs = [(k, sum(1 for _ in g)) for k, g in groupby('aaabccd')]
print(runs, ''.join(k + str(n) for k, n in runs))

#%% program_combinatorics
import math
from itertools import permutations, combinations, product, combinations_with_replacement, accumulate, groupby, chain, islice, count, cycle, zip_longest, pairwise, takewhile, dropwhile, tee, compress, starmap, filterfalse
print(list(permutations("abc", 2)), len(list(permutations(range(6)))))
print(list(combinations_with_replacement([1, 2, 3], 2)), sum(1 for _ in combinations(range(20), 3)))
print(list(product([0, 1], repeat=3))[:4], list(accumulate([1, 2, 3, 4], lambda a, b: a * b)), list(accumulate([3,1,2], max)))
print([(k, list(g)) for k, g in groupby(sorted(["apple", "ant", "bee", "cat", "cow"]), key=lambda s: s[0])])
print(list(islice(count(5, 3), 4)), list(zip_longest([1, 2], "abc", fillvalue="-")), list(pairwise("abcd")))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
a, b = tee(iter(range(3))); print(list(a), list(b), list(compress("ABCD", [1, 0, 1, 0])), list(starmap(pow, [(2, 3), (3, 2)])))
print(math.comb(10, 3), math.perm(5), math.factorial(20), math.gcd(12, 18, 27), math.lcm(4, 6), math.isqrt(99))
def primes(n):
    sieve = bytearray([1]) * (n + 1)
    sieve[0:2] = b"\x00\x00"
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, v in enumerate(sieve) if v]
print(primes(60))

#%% seeded_random
import random
random.seed(42)
print(random.random(), random.random(), random.uniform(1, 10), random.randint(1, 100), random.randrange(10), random.randrange(5, 50, 5))
print([random.randint(0, 255) for _ in range(10)], random.choice('abcdef'), random.choice([1, 2, 3]))

#%% shuffle_and_sample
import random
random.seed(7)
a = list(range(10))
random.shuffle(a)
print(a, random.sample(range(100), 5), random.sample('abcdef', 3), random.choices([1, 2, 3], k=6), random.choices('ab', weights=[9, 1], k=8), random.choices('xyz', cum_weights=[1, 2, 10], k=5))

#%% distributions
import random
random.seed(1)
print(random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(5, 2), random.triangular(0, 10, 3), random.expovariate(1.5), random.betavariate(2, 3), random.gammavariate(2, 1))

#%% random_instances
import random
r = random.Random(123)
s = random.Random(123)
print(r.random() == s.random(), r.randint(1, 6), s.randint(1, 6), r.choice('abc'), r.uniform(-1, 1), r.getrandbits(8), r.sample([1, 2, 3, 4], 2))

#%% seeds_of_other_kinds
import random
for seed in (0, -5, 3.5, 'hello', 2 ** 70, True, b'x'):
    random.seed(seed)
    print(seed, random.random(), random.randint(0, 1000))

#%% state_and_bits
import random
random.seed(99)
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], random.getrandbits(10), random.getrandbits(64), random.getrandbits(100))

#%% random_errors
import random
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.randint(1.5, 2), lambda: random.sample({1, 2}, 1), lambda: random.randrange(1, 10, 0)):
    try:
        print(f())
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)

#%% randrange_big
import random
random.seed(5)
print(random.randrange(10 ** 20), random.randint(-10 ** 18, 10 ** 18), random.randrange(-10, 10), random.randrange(100, 0, -7), [random.randint(1, 6) for _ in range(12)])

#%% random_points
import random
random.seed(2024)
pts = [(random.randint(0, 511), random.randint(0, 511)) for _ in range(5)]
cols = ['#%06x' % random.randint(0, 0xFFFFFF) for _ in range(3)]
print(pts, cols, tuple(random.randint(0, 255) for _ in range(3)), round(random.uniform(0, 1), 4))

#%% monte_carlo
import random
random.seed(3)
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(1000))
print(inside, 4 * inside / 1000)
walk = [0]
for _ in range(10):
    walk.append(walk[-1] + random.choice([-1, 1]))
print(walk)

#%% shuffle_of_strings_and_deck
import random
random.seed('deck')
deck = [r + s for s in 'SH' for r in 'AKQJ']
random.shuffle(deck)
print(deck, ''.join(random.sample('python', 6)), random.choice(list({'a': 1, 'b': 2}.items())))

#%% program_simulation
import random
from collections import Counter
random.seed(42)
rolls = [random.randint(1, 6) + random.randint(1, 6) for _ in range(1000)]
c = Counter(rolls)
for k in sorted(c):
    print(f"{k:2d} {'#' * (c[k] // 10)} {c[k]}")
print(c.most_common(3), sum(rolls) / len(rolls))
pos = 0
path = []
for _ in range(20):
    pos += random.choice([-1, 1])
    path.append(pos)
print(path, random.sample(range(100), 5), random.shuffle([1]), [round(random.gauss(0, 1), 4) for _ in range(3)])
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(5000))
print(4 * inside / 5000, random.choices(["a", "b", "c"], weights=[5, 3, 2], k=8), random.uniform(1, 2))
print(random.betavariate(2, 5), random.expovariate(3), random.gammavariate(0.5, 2), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 2), random.lognormvariate(0, 1), random.triangular(1, 5, 2), random.binomialvariate(10, 0.3), random.binomialvariate(100, 0.4), random.getrandbits(70), random.randbytes(5))

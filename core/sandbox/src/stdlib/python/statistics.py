def module(native):
    import math
    from collections import namedtuple

    class StatisticsError(ValueError):
        pass

    def listed(data, what, least=1):
        data = list(data)
        if len(data) < least:
            raise StatisticsError(what)
        return data

    def exact_sum(data):
        """The sum as a fraction: numerator and denominator."""
        parts = {}
        for x in data:
            top, bottom = x.as_integer_ratio()
            parts[bottom] = parts.get(bottom, 0) + top
        if len(parts) == 1:
            for bottom, top in parts.items():
                return top, bottom
        common = math.lcm(*parts)
        return sum([top * (common // bottom) for bottom, top in parts.items()]), common

    def kind_of(data):
        """The type that results have: the widest of the data."""
        kinds = {type(x).__name__ for x in data}
        for name in ('Decimal', 'Fraction'):
            if name in kinds:
                return name
        return 'int' if kinds <= {'int', 'bool'} else 'float'

    def of_kind(top, bottom, kind):
        if kind == 'Decimal':
            from decimal import Decimal
            return Decimal(top) / Decimal(bottom)
        if kind == 'Fraction':
            from fractions import Fraction
            return Fraction(top, bottom)
        if kind == 'int' and top % bottom == 0:
            return top // bottom
        return top / bottom

    def is_finite(data):
        return all([not isinstance(x, float) or x - x == 0 for x in data])

    def mean(data):
        data = listed(data, 'mean requires at least one data point')
        if not is_finite(data):
            return sum(data) / len(data)
        top, bottom = exact_sum(data)
        return of_kind(top, bottom * len(data), kind_of(data))

    def fmean(data, weights=None):
        data = listed(data, 'fmean requires at least one data point')
        if weights is None:
            return math.fsum(data) / len(data)
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('data and weights must be the same length')
        return math.fsum([x * w for x, w in zip(data, weights)]) / math.fsum(weights)

    def geometric_mean(data):
        data = listed(data, 'Must have a non-empty dataset')
        if any([x <= 0 for x in data]):
            raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers')
        return math.exp(fmean([math.log(x) for x in data]))

    def harmonic_mean(data, weights=None):
        data = listed(data, 'harmonic_mean requires at least one data point')
        if any([x < 0 for x in data]):
            raise StatisticsError('harmonic mean does not support negative values')
        weights = [1] * len(data) if weights is None else list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
        if 0 in data:
            return 0
        top, bottom = exact_sum([w / x for x, w in zip(data, weights)])
        kind = kind_of([w / x for x, w in zip(data, weights)])
        weight, scale = exact_sum(weights)
        return of_kind(weight * bottom, top * scale, kind)

    def median(data):
        data = sorted(listed(data, 'no median for empty data'))
        n = len(data)
        return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2

    def median_low(data):
        data = sorted(listed(data, 'no median for empty data'))
        return data[(len(data) - 1) // 2]

    def median_high(data):
        data = sorted(listed(data, 'no median for empty data'))
        return data[len(data) // 2]

    def median_grouped(data, interval=1.0):
        data = sorted(listed(data, 'no median for empty data'))
        n = len(data)
        x = float(data[n // 2])
        below = len([v for v in data if v < data[n // 2]])
        inside = len([v for v in data if v == data[n // 2]])
        return x - interval / 2.0 + interval * (n / 2 - below) / inside

    def counted(data):
        counts = {}
        for item in data:
            counts[item] = counts.get(item, 0) + 1
        return counts

    def mode(data):
        counts = counted(listed(data, 'no mode for empty data'))
        return max(counts, key=counts.get)

    def multimode(data):
        counts = counted(data)
        most = max(counts.values(), default=0)
        return [item for item, count in counts.items() if count == most]

    def spread(data, middle, n):
        """The sum of squared differences over `n`, as a fraction."""
        if middle is not None:
            top, bottom = exact_sum([(x - middle) ** 2 for x in data])
            return top, bottom * n
        sx, bx = exact_sum(data)
        squares = []
        for x in data:
            top, bottom = x.as_integer_ratio()
            squares.append((top * top, bottom * bottom))
        common = math.lcm(bx * bx, *[bottom for _, bottom in squares])
        sxx = sum([top * (common // bottom) for top, bottom in squares])
        count = len(data)
        return count * sxx - sx * sx * (common // (bx * bx)), common * count * n

    def root(top, bottom):
        """The square root of a fraction, rounded once."""
        def odd_root(n, m):
            a = math.isqrt(n // m)
            return a | (a * a * m != n)
        shift = (top.bit_length() - bottom.bit_length() - 109) // 2
        if shift >= 0:
            return float(odd_root(top, bottom << 2 * shift) << shift)
        return odd_root(top << -2 * shift, bottom) / (1 << -shift)

    def pvariance(data, mu=None):
        data = listed(data, 'pvariance requires at least one data point')
        return of_kind(*spread(data, mu, len(data)), kind_of(data))

    def variance(data, xbar=None):
        data = listed(data, 'variance requires at least two data points', 2)
        return of_kind(*spread(data, xbar, len(data) - 1), kind_of(data))

    def deviation(data, middle, n):
        top, bottom = spread(data, middle, n)
        if kind_of(data) == 'Decimal':
            return of_kind(top, bottom, 'Decimal').sqrt()
        return root(top, bottom) if top else 0.0

    def pstdev(data, mu=None):
        data = listed(data, 'pstdev requires at least one data point')
        return deviation(data, mu, len(data))

    def stdev(data, xbar=None):
        data = listed(data, 'stdev requires at least two data points', 2)
        return deviation(data, xbar, len(data) - 1)

    def quantiles(data, *, n=4, method='exclusive'):
        if n < 1:
            raise StatisticsError('n must be at least 1')
        data = sorted(listed(data, 'must have at least two data points', 2))
        m = len(data) - 1 if method == 'inclusive' else len(data) + 1
        result = []
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            if method == 'inclusive':
                result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
            else:
                j = min(max(j, 1), len(data) - 1)
                delta = i * m - j * n
                result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result

    def offsets(x, y, what):
        x, y = list(x), list(y)
        if len(x) != len(y):
            raise StatisticsError(f'{what} requires that both inputs have same number of data points')
        if len(x) < 2:
            raise StatisticsError(f'{what} requires at least two data points')
        a, b = math.fsum(x) / len(x), math.fsum(y) / len(y)
        return a, b, [p - a for p in x], [q - b for q in y]

    def covariance(x, y):
        a, b, x, y = offsets(x, y, 'covariance')
        return math.sumprod(x, y) / (len(x) - 1)

    def ranks(data):
        order = sorted(range(len(data)), key=lambda i: data[i])
        result = [0] * len(data)
        start = 0
        while start < len(order):
            end = start
            while end + 1 < len(order) and data[order[end + 1]] == data[order[start]]:
                end += 1
            for i in range(start, end + 1):
                result[order[i]] = (start + end) / 2 - (len(data) - 1) / 2
            start = end + 1
        return result

    def correlation(x, y, /, *, method='linear'):
        if method not in ('linear', 'ranked'):
            raise ValueError(f'Unknown method: {method!r}')
        if method == 'ranked':
            x, y = ranks(list(x)), ranks(list(y))
        a, b, x, y = offsets(x, y, 'correlation')
        xx, yy = math.sumprod(x, x), math.sumprod(y, y)
        if not xx * yy:
            raise StatisticsError('at least one of the inputs is constant')
        return math.sumprod(x, y) / math.sqrt(xx * yy)

    LinearRegression = namedtuple('LinearRegression', 'slope intercept')

    def linear_regression(x, y, /, *, proportional=False):
        a, b, p, q = offsets(x, y, 'linear regression')
        if proportional:
            a, b, p, q = 0.0, 0.0, list(x), list(y)
        xx = math.sumprod(p, p)
        if not xx:
            raise StatisticsError('x is constant')
        slope = (math.sumprod(p, q) + 0.0) / xx
        return LinearRegression(slope=slope, intercept=0.0 if proportional else b - slope * a)

    class NormalDist:
        __module__ = 'statistics'

        def __init__(self, mu=0.0, sigma=1.0):
            if sigma < 0.0:
                raise StatisticsError('sigma must be non-negative')
            self._mu, self._sigma = float(mu), float(sigma)

        @classmethod
        def from_samples(cls, data):
            data = list(data)
            return cls(fmean(data), stdev(data))

        mean = median = mode = property(lambda self: self._mu)
        stdev = property(lambda self: self._sigma)
        variance = property(lambda self: self._sigma * self._sigma)

        def pdf(self, x):
            variance = self._sigma * self._sigma
            diff = x - self._mu
            return math.exp(diff * diff / (-2.0 * variance)) / math.sqrt(math.tau * variance)

        def cdf(self, x): return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))
        def zscore(self, x): return (x - self._mu) / self._sigma

        def samples(self, n, *, seed=None):
            import random
            source = random if seed is None else random.Random(seed)
            return [source.gauss(self._mu, self._sigma) for _ in range(n)]

        def inv_cdf(self, p):
            if p <= 0.0 or p >= 1.0:
                raise StatisticsError('p must be in the range 0.0 < p < 1.0')
            # Bisection, then Newton's steps: to the last digits, but not by the formula of CPython.
            low, high = -40.0, 40.0
            for _ in range(60):
                middle = (low + high) / 2
                if 0.5 * math.erfc(-middle / math.sqrt(2.0)) < p:
                    low = middle
                else:
                    high = middle
            return self._mu + low * self._sigma if abs(low) > 1e-15 else self._mu

        def quantiles(self, n=4): return [self.inv_cdf(i / n) for i in range(1, n)]

        def __add__(self, other):
            if isinstance(other, NormalDist):
                return NormalDist(self._mu + other._mu, math.hypot(self._sigma, other._sigma))
            return NormalDist(self._mu + other, self._sigma)

        __radd__ = __add__
        def __sub__(self, other): return self + (-1 * other)
        def __mul__(self, factor): return NormalDist(self._mu * factor, self._sigma * abs(factor))
        __rmul__ = __mul__
        def __eq__(self, other): return isinstance(other, NormalDist) and (self._mu, self._sigma) == (other._mu, other._sigma)
        def __repr__(self): return f'NormalDist(mu={self._mu!r}, sigma={self._sigma!r})'

    return {
        'mean': mean, 'fmean': fmean, 'geometric_mean': geometric_mean, 'harmonic_mean': harmonic_mean,
        'median': median, 'median_low': median_low, 'median_high': median_high, 'median_grouped': median_grouped, 'mode': mode,
        'multimode': multimode, 'pvariance': pvariance, 'variance': variance, 'pstdev': pstdev,
        'stdev': stdev, 'quantiles': quantiles, 'covariance': covariance, 'correlation': correlation,
        'linear_regression': linear_regression, 'NormalDist': NormalDist, 'StatisticsError': StatisticsError,
    }

def module(native):
    import math

    class StatisticsError(ValueError):
        pass

    def listed(data, what, least=1):
        data = list(data)
        if len(data) < least:
            raise StatisticsError(what)
        return data

    def exact(data):
        """The sum: of integers as an integer, of others correctly rounded."""
        return sum(data) if all([isinstance(x, int) for x in data]) else math.fsum(data)

    def divided(total, n):
        return total // n if isinstance(total, int) and total % n == 0 else total / n

    def mean(data):
        data = listed(data, 'mean requires at least one data point')
        if any([hasattr(x, 'limit_denominator') for x in data]):
            return sum(data) / len(data)
        return divided(exact(data), len(data))

    def fmean(data, weights=None):
        data = listed(data, 'fmean requires at least one data point')
        if weights is None:
            return math.fsum(data) / len(data)
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('data and weights must be the same length')
        return math.fsum([x * w for x, w in zip(data, weights)]) / math.fsum(weights)

    def geometric_mean(data):
        data = listed(data, 'geometric mean requires a non-empty dataset')
        if any([x <= 0 for x in data]):
            raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers')
        return math.exp(math.fsum([math.log(x) for x in data]) / len(data))

    def harmonic_mean(data):
        data = listed(data, 'harmonic_mean requires at least one data point')
        if 0 in data:
            return 0
        from fractions import Fraction
        return float(len(data) / sum([1 / Fraction(x) for x in data]))

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

    def squares(data, middle=None):
        if all([isinstance(x, int) for x in data]) and middle is None:
            # n * sum(x * x) - sum(x) ** 2 is exact.
            return (len(data) * sum([x * x for x in data]) - sum(data) ** 2), len(data)
        middle = math.fsum(data) / len(data) if middle is None else middle
        return math.fsum([(x - middle) ** 2 for x in data]), 1

    def spread(data, middle, n):
        total, scale = squares(data, middle)
        return divided(total, scale * n)

    def pvariance(data, mu=None):
        data = listed(data, 'pvariance requires at least one data point')
        return spread(data, mu, len(data))

    def variance(data, xbar=None):
        data = listed(data, 'variance requires at least two data points', 2)
        return spread(data, xbar, len(data) - 1)

    def pstdev(data, mu=None):
        return math.sqrt(pvariance(listed(data, 'pstdev requires at least one data point'), mu))

    def stdev(data, xbar=None):
        return math.sqrt(variance(listed(data, 'stdev requires at least two data points', 2), xbar))

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

    def products(x, y):
        if len(x) != len(y):
            raise StatisticsError('both inputs must have the same number of data points')
        if len(x) < 2:
            raise StatisticsError('at least two data points are required')
        a, b = math.fsum(x) / len(x), math.fsum(y) / len(y)
        cross = math.fsum([(p - a) * (q - b) for p, q in zip(x, y)])
        return a, b, cross, math.fsum([(p - a) ** 2 for p in x]), math.fsum([(q - b) ** 2 for q in y])

    def covariance(x, y):
        return products(x, y)[2] / (len(x) - 1)

    def correlation(x, y):
        a, b, cross, xx, yy = products(x, y)
        if xx == 0 or yy == 0:
            raise StatisticsError('at least one of the inputs is constant')
        return cross / math.sqrt(xx * yy)

    class LinearRegression:
        def __init__(self, slope, intercept):
            self.slope = slope
            self.intercept = intercept

        def __iter__(self):
            return iter((self.slope, self.intercept))

        def __repr__(self):
            return f'LinearRegression(slope={self.slope!r}, intercept={self.intercept!r})'

    def linear_regression(x, y):
        a, b, cross, xx, yy = products(x, y)
        if xx == 0:
            raise StatisticsError('x is constant')
        slope = cross / xx
        return LinearRegression(slope, b - slope * a)

    return {
        'mean': mean, 'fmean': fmean, 'geometric_mean': geometric_mean, 'harmonic_mean': harmonic_mean,
        'median': median, 'median_low': median_low, 'median_high': median_high, 'mode': mode,
        'multimode': multimode, 'pvariance': pvariance, 'variance': variance, 'pstdev': pstdev,
        'stdev': stdev, 'quantiles': quantiles, 'covariance': covariance, 'correlation': correlation,
        'linear_regression': linear_regression, 'StatisticsError': StatisticsError,
    }

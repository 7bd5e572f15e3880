def module(native):
    def mean(data):
        data = list(data)
        if not data:
            raise ValueError('mean requires at least one data point')
        total = sum(data)
        if isinstance(total, int) and total % len(data) == 0:
            return total // len(data)
        return total / len(data)

    def fmean(data):
        data = list(data)
        return sum(data) / len(data)

    def median(data):
        data = sorted(data)
        n = len(data)
        if n == 0:
            raise ValueError('no median for empty data')
        if n % 2:
            return data[n // 2]
        return (data[n // 2 - 1] + data[n // 2]) / 2

    def mode(data):
        counts = {}
        for item in data:
            counts[item] = counts.get(item, 0) + 1
        return max(counts, key=counts.get)

    def pvariance(data):
        data = list(data)
        middle = sum(data) / len(data)
        return sum([(x - middle) ** 2 for x in data]) / len(data)

    def variance(data):
        data = list(data)
        if len(data) < 2:
            raise ValueError('variance requires at least two data points')
        return pvariance(data) * len(data) / (len(data) - 1)

    return {
        'mean': mean, 'fmean': fmean, 'median': median, 'mode': mode, 'pvariance': pvariance,
        'variance': variance, 'pstdev': lambda data: pvariance(data) ** 0.5,
        'stdev': lambda data: variance(data) ** 0.5,
    }

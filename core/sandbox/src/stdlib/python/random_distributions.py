def module(native):
    import math

    e = math.e
    tau = math.tau
    log4 = math.log(4.0)
    magic = 1.0 + math.log(4.5)

    def gammavariate(source, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        random = source.random
        if alpha > 1.0:
            # Cheng's rejection with a log-logistic envelope.
            root = math.sqrt(2.0 * alpha - 1.0)
            b = alpha - log4
            c = alpha + root
            while True:
                u1 = random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - random()
                v = math.log(u1 / (1.0 - u1)) / root
                x = alpha * math.exp(v)
                z = u1 * u1 * u2
                r = b + c * v - x
                if r + magic - 4.5 * z >= 0.0 or r >= math.log(z):
                    return x * beta
        if alpha == 1.0:
            return -math.log(1.0 - random()) * beta
        # Ahrens and Dieter's method for alpha below 1.
        while True:
            b = (e + alpha) / e
            p = b * random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -math.log((b - p) / alpha)
            u1 = random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    return x * beta
            elif u1 <= math.exp(-x):
                return x * beta

    def betavariate(source, alpha, beta):
        y = gammavariate(source, alpha, 1.0)
        return y / (y + gammavariate(source, beta, 1.0)) if y else 0.0

    def lognormvariate(source, mu=0.0, sigma=1.0):
        return math.exp(source.normalvariate(mu, sigma))

    def paretovariate(source, alpha):
        return (1.0 - source.random()) ** (-1.0 / alpha)

    def weibullvariate(source, alpha, beta):
        return alpha * (-math.log(1.0 - source.random())) ** (1.0 / beta)

    def vonmisesvariate(source, mu, kappa):
        random = source.random
        if kappa <= 1e-6:
            return tau * random()
        s = 0.5 / kappa
        r = s + math.sqrt(1.0 + s * s)
        while True:
            z = math.cos(math.pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * math.exp(d):
                break
        q = 1.0 / r
        angle = math.acos((q + z) / (1.0 + q * z))
        return (mu + angle) % tau if random() > 0.5 else (mu - angle) % tau

    def binomialvariate(source, n=1, p=0.5):
        if n < 0:
            raise ValueError('n must be non-negative')
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError('p must be in the range 0.0 <= p <= 1.0')
        random = source.random
        if n == 1:
            return int(random() < p)
        if p > 0.5:
            return n - binomialvariate(source, n, 1.0 - p)
        if n * p < 10.0:
            # Gaps between successes are geometric.
            x = y = 0
            c = math.log2(1.0 - p)
            if not c:
                return x
            while True:
                y += math.floor(math.log2(random()) / c) + 1
                if y > n:
                    return x
                x += 1
        # Hormann's transformed rejection.
        spread = math.sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        vr = 0.92 - 4.2 / b
        ready = False
        while True:
            u = random() - 0.5
            us = 0.5 - abs(u)
            k = math.floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = random()
            if us >= 0.07 and v <= vr:
                return k
            if not ready:
                alpha = (2.83 + 5.1 / b) * spread
                lpq = math.log(p / (1.0 - p))
                m = math.floor((n + 1) * p)
                h = math.lgamma(m + 1) + math.lgamma(n - m + 1)
                ready = True
            v *= alpha / (a / (us * us) + b)
            if math.log(v) <= h - math.lgamma(k + 1) - math.lgamma(n - k + 1) + (k - m) * lpq:
                return k

    return {
        'gammavariate': gammavariate, 'betavariate': betavariate, 'lognormvariate': lognormvariate,
        'paretovariate': paretovariate, 'weibullvariate': weibullvariate, 'vonmisesvariate': vonmisesvariate,
        'binomialvariate': binomialvariate,
    }

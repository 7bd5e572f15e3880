def module(native):
    import numpy as np

    # Products.
    def kron(a, b):
        a, b = np.asarray(a), np.asarray(b)
        ndim = max(a.ndim, b.ndim)
        a = a.reshape((1,) * (ndim - a.ndim) + a.shape)
        b = b.reshape((1,) * (ndim - b.ndim) + b.shape)
        left, right, shape = [], [], []
        for m, n in zip(a.shape, b.shape):
            left += [m, 1]
            right += [1, n]
            shape.append(m * n)
        return (a.reshape(left) * b.reshape(right)).reshape(shape)

    def inner(a, b):
        a, b = np.asarray(a), np.asarray(b)
        if a.ndim == 0 or b.ndim == 0:
            return a * b
        if a.ndim == 1 and b.ndim == 1:
            return np.dot(a, b)
        return tensordot(a, b, axes=([-1], [-1]))

    def vdot(a, b):
        return np.dot(np.ravel(a), np.ravel(b))

    def tensordot(a, b, axes=2):
        a, b = np.asarray(a), np.asarray(b)
        if isinstance(axes, int):
            first, second = list(range(a.ndim - axes, a.ndim)), list(range(axes))
        else:
            first, second = [[x] if isinstance(x, int) else list(x) for x in axes]
        first = [x % a.ndim for x in first]
        second = [x % b.ndim for x in second]
        keep_a = [x for x in range(a.ndim) if x not in first]
        keep_b = [x for x in range(b.ndim) if x not in second]
        shape = [a.shape[x] for x in keep_a] + [b.shape[x] for x in keep_b]
        count = 1
        for x in first:
            count *= a.shape[x]
        left = np.transpose(a, keep_a + first).reshape(-1, count)
        right = np.transpose(b, second + keep_b).reshape(count, -1)
        return (left @ right).reshape(shape)

    def einsum(subscripts, *operands, **options):
        if '.' in subscripts:
            raise NotImplementedError('numpy.einsum with an ellipsis is not provided in this sandbox')
        text = subscripts.replace(' ', '')
        inputs, arrow, output = text.partition('->')
        inputs = inputs.split(',')
        if not arrow:
            letters = sorted(set(inputs and ''.join(inputs)))
            output = ''.join(x for x in letters if ''.join(inputs).count(x) == 1)
        if len(inputs) != len(operands):
            raise ValueError('more operands provided to einstein sum function than specified in the subscripts string')
        labels = output + ''.join(sorted(set(''.join(inputs)) - set(output)))
        product = None
        for names, operand in zip(inputs, operands):
            operand = np.asarray(operand)
            if len(names) != operand.ndim:
                raise ValueError('einstein sum subscripts string does not match the number of dimensions of an operand')
            for name in sorted(set(names)):
                while names.count(name) > 1:
                    i = names.index(name)
                    j = names.index(name, i + 1)
                    operand = np.moveaxis(np.diagonal(operand, 0, i, j), -1, i) if operand.ndim > 2 else np.diag(operand)
                    names = names[:j] + names[j + 1:]
            order = sorted(range(len(names)), key=lambda i: labels.index(names[i]))
            operand = np.transpose(operand, order)
            shape = iter(operand.shape)
            operand = operand.reshape([next(shape) if label in names else 1 for label in labels])
            product = operand if product is None else product * operand
        summed = tuple(range(len(output), len(labels)))
        return product.sum(axis=summed) if summed else product

    def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
        x, y = np.ravel(x).astype(float), np.ravel(y).astype(float)
        sides = list(bins) if isinstance(bins, (list, tuple)) and len(bins) == 2 else [bins, bins]
        edges = []
        for values, side, limits in zip((x, y), sides, range or (None, None)):
            if isinstance(side, int):
                low, high = limits or (values.min(), values.max())
                if low == high:
                    low, high = low - 0.5, high + 0.5
                edges.append(np.linspace(low, high, side + 1))
            else:
                edges.append(np.asarray(side, dtype=float))
        shape = [len(e) - 1 for e in edges]
        places = [np.searchsorted(e, v, side='right') - 1 for e, v in zip(edges, (x, y))]
        inside = np.ones(len(x), dtype=bool)
        for at, (e, v) in enumerate(zip(edges, (x, y))):
            places[at] = np.where(v == e[-1], len(e) - 2, places[at])
            inside = inside & (v >= e[0]) & (v <= e[-1])
        flat = (places[0] * shape[1] + places[1])[inside]
        own = None if weights is None else np.ravel(weights)[inside]
        counts = np.bincount(flat, weights=own, minlength=shape[0] * shape[1]).reshape(shape).astype(float)
        if density:
            counts = counts / counts.sum() / np.outer(np.diff(edges[0]), np.diff(edges[1]))
        return counts, edges[0], edges[1]

    class poly1d:
        def __init__(self, c_or_r, r=False, variable=None):
            coefficients = np.atleast_1d(np.asarray(c_or_r))
            if r:
                roots, coefficients = coefficients, np.array([1.0])
                for root in roots:
                    coefficients = np.convolve(coefficients, [1.0, -root])
            self.coeffs = self.coef = self.c = coefficients
            self.order = self.o = len(coefficients) - 1

        def __call__(self, x):
            return np.polyval(self.c, x)

        def __getitem__(self, power):
            return self.c[self.order - power] if 0 <= power <= self.order else 0.0

        def __len__(self):
            return self.order

        def deriv(self, m=1):
            return poly1d(polyder(self.c, m))

        def integ(self, m=1, k=0):
            return poly1d(polyint(self.c, m))

        @property
        def roots(self):
            return roots(self.c)

        r = roots

        def __str__(self):
            return ' + '.join(f'{c:.4g} x**{self.order - i}' for i, c in enumerate(self.c))

    def polyder(p, m=1):
        p = np.asarray(p)
        for _ in range(m):
            p = p[:-1] * np.arange(len(p) - 1, 0, -1)
        return p

    def polyint(p, m=1, k=None):
        p = np.asarray(p, dtype=float)
        for _ in range(m):
            p = np.append(p / np.arange(len(p), 0, -1), 0.0)
        return p

    def polymul(a1, a2):
        return np.convolve(a1, a2)

    def polyadd(a1, a2):
        a1, a2 = np.atleast_1d(a1), np.atleast_1d(a2)
        size = max(len(a1), len(a2))
        return np.concatenate([np.zeros(size - len(a1)), a1]) + np.concatenate([np.zeros(size - len(a2)), a2])

    def roots(p):
        p = np.trim_zeros(np.asarray(p, dtype=float), 'f')
        zeros = len(p) - len(np.trim_zeros(p, 'b'))
        p = np.trim_zeros(p, 'b')
        if len(p) < 2:
            return np.zeros(zeros)
        companion = np.diag(np.ones(len(p) - 2), -1)
        companion[0] = -p[1:] / p[0]
        return np.concatenate([np.linalg.eigvals(companion), np.zeros(zeros)])

    return {
        'kron': kron, 'inner': inner, 'vdot': vdot, 'tensordot': tensordot, 'einsum': einsum, 'histogram2d': histogram2d,
        'poly1d': poly1d, 'polyder': polyder, 'polyint': polyint, 'polymul': polymul, 'polyadd': polyadd,
        'roots': roots,
    }

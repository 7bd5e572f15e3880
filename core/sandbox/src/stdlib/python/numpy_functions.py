def module(native):
    import math
    import numpy as np

    def partition(a, kth, axis=-1):
        return np.sort(a, axis=axis)

    def argpartition(a, kth, axis=-1):
        return np.argsort(a, axis=axis)

    def lexsort(keys, axis=-1):
        order = np.arange(len(keys[0]))
        for key in keys:
            order = order[np.argsort(np.asarray(key)[order], kind='stable')]
        return order

    def msort(a):
        return np.sort(a, axis=0)

    # Names that numpy 2 dropped and scripts still have.
    def trapz(y, x=None, dx=1.0):
        return np.trapezoid(y, x, dx)

    def product(a, axis=None):
        return np.prod(a, axis=axis)

    # Sets.
    def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
        a, b = np.unique(ar1), np.unique(ar2)
        return a[np.isin(a, b)]

    def union1d(ar1, ar2):
        return np.unique(np.concatenate([np.ravel(ar1), np.ravel(ar2)]))

    def setdiff1d(ar1, ar2, assume_unique=False):
        a = np.ravel(ar1) if assume_unique else np.unique(ar1)
        return a[~np.isin(a, ar2)]

    def setxor1d(ar1, ar2, assume_unique=False):
        a, b = np.unique(ar1), np.unique(ar2)
        return np.sort(np.concatenate([a[~np.isin(a, b)], b[~np.isin(b, a)]]))

    # Choosing.
    def choose(a, choices, out=None, mode='raise'):
        a = np.asarray(a)
        result = np.zeros_like(np.broadcast_arrays(a, np.asarray(choices[0]))[0] * 0 + choices[0])
        for number, choice in enumerate(choices):
            result = np.where(a == number, choice, result)
        return result

    def piecewise(x, condlist, funclist, *args, **kw):
        x = np.asarray(x)
        conditions = list(condlist) if isinstance(condlist, (list, tuple)) else [condlist]
        conditions = [np.asarray(c, dtype=bool) for c in conditions]
        result = np.zeros_like(x)
        if len(funclist) == len(conditions) + 1:
            rest = np.ones(x.shape, dtype=bool)
            for c in conditions:
                rest = rest & ~c
            conditions.append(rest)
        for c, function in zip(conditions, funclist):
            if callable(function):
                if c.any():
                    result[c] = function(x[c], *args, **kw)
            else:
                result[c] = function
        return result

    def extract(condition, arr):
        return np.ravel(arr)[np.ravel(condition).astype(bool)]

    def compress(condition, a, axis=None, out=None):
        places = np.flatnonzero(condition)
        return np.take(np.ravel(a) if axis is None else a, places, axis=0 if axis is None else axis)

    def place(arr, mask, vals):
        mask = np.asarray(mask, dtype=bool)
        count = int(mask.sum())
        if count:
            arr[mask] = np.resize(np.asarray(vals), count)

    def putmask(a, mask, values):
        mask = np.asarray(mask, dtype=bool)
        values = np.asarray(values)
        a[mask] = values[mask] if values.shape == a.shape else np.resize(values, a.size).reshape(a.shape)[mask]

    def put(a, ind, v, mode='raise'):
        a.flat = put_flat(a, ind, v)

    def put_flat(a, ind, v):
        flat = np.ravel(a).copy()
        places = np.ravel(ind)
        flat[places] = np.resize(np.asarray(v), len(places))
        return flat

    def copyto(dst, src, casting='same_kind', where=True):
        if where is True:
            dst[...] = src
        else:
            dst[...] = np.where(where, src, dst)

    def fill_diagonal(a, val, wrap=False):
        for i in range(min(a.shape)):
            a[i, i] = val

    def resize(a, new_shape):
        flat = np.ravel(a)
        shape = (new_shape,) if isinstance(new_shape, int) else tuple(new_shape)
        count = 1
        for side in shape:
            count *= side
        if count == 0 or flat.size == 0:
            return np.zeros(shape, dtype=flat.dtype)
        return np.tile(flat, -(-count // flat.size))[:count].reshape(shape)

    def trim_zeros(filt, trim='fb'):
        items = np.asarray(filt)
        places = np.flatnonzero(items)
        if len(places) == 0:
            return filt[:0]
        first = places[0] if 'f' in trim else 0
        last = places[-1] + 1 if 'b' in trim else len(items)
        return filt[int(first):int(last)]

    def block(arrays):
        if isinstance(arrays, list) and arrays and isinstance(arrays[0], list):
            return np.vstack([np.hstack(row) for row in arrays])
        return np.hstack(arrays) if isinstance(arrays, list) else np.asarray(arrays)

    # Visiting.
    def ndindex(*shape):
        if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
            shape = tuple(shape[0])
        count = 1
        for side in shape:
            count *= side
        for number in range(count):
            index = []
            for side in reversed(shape):
                index.append(number % side)
                number //= side
            yield tuple(reversed(index))

    def ndenumerate(arr):
        arr = np.asarray(arr)
        for index in ndindex(*arr.shape):
            yield index, arr[index]

    def nditer(op, flags=None, op_flags=None):
        for item in np.ravel(op):
            yield item

    def apply_over_axes(func, a, axes):
        for axis in axes:
            a = np.expand_dims(func(a, axis), axis)
        return a

    # Numbers.
    def heaviside(x1, x2):
        x1 = np.asarray(x1, dtype=float)
        return np.where(x1 < 0, 0.0, np.where(x1 == 0, x2, 1.0))

    def unwrap(p, discont=None, axis=-1, period=6.283185307179586):
        p = np.asarray(p, dtype=float)
        steps = np.diff(p, axis=axis)
        half = period / 2
        turned = np.mod(steps + half, period) - half
        turned = np.where((turned == -half) & (steps > 0), half, turned)
        correct = np.where(np.abs(steps) < (half if discont is None else discont), 0.0, turned - steps)
        total = np.cumsum(correct, axis=axis)
        first = np.zeros_like(np.take(p, [0], axis=axis))
        return p + np.concatenate([first, total], axis=axis)

    def vander(x, N=None, increasing=False):
        x = np.asarray(x)
        powers = np.arange(len(x) if N is None else N)
        return x[:, None] ** (powers if increasing else powers[::-1])

    def tri_indices(n, k, m, lower):
        m = n if m is None else m
        y, x = np.indices((n, m))
        return np.nonzero(x - y <= k if lower else x - y >= k)

    def tril_indices(n, k=0, m=None):
        return tri_indices(n, k, m, True)

    def triu_indices(n, k=0, m=None):
        return tri_indices(n, k, m, False)

    def diag_indices(n, ndim=2):
        return (np.arange(n),) * ndim

    def gcd(x1, x2):
        return whole(math.gcd, x1, x2)

    def lcm(x1, x2):
        return whole(math.lcm, x1, x2)

    def whole(function, x1, x2):
        if np.ndim(x1) == 0 and np.ndim(x2) == 0:
            return np.int64(function(int(x1), int(x2)))
        return np.vectorize(lambda a, b: function(int(a), int(b)))(x1, x2)

    def binary_repr(num, width=None):
        if num < 0 and width:
            num += 1 << width
        return format(int(num), 'b').zfill(width or 0)

    def packbits(a, axis=None, bitorder='big'):
        bits = np.ravel(a).astype(bool).astype(np.uint8)
        bits = np.concatenate([bits, np.zeros(-len(bits) % 8, np.uint8)]).reshape(-1, 8)
        weights = np.array([128, 64, 32, 16, 8, 4, 2, 1], np.uint8)
        return (bits * (weights if bitorder == 'big' else weights[::-1])).sum(axis=1).astype(np.uint8)

    def unpackbits(a, axis=None, count=None, bitorder='big'):
        shifts = np.arange(7, -1, -1) if bitorder == 'big' else np.arange(8)
        bits = ((np.ravel(a).astype(int)[:, None] >> shifts) & 1).astype(np.uint8).ravel()
        return bits if count is None else bits[:count]

    def frombuffer(buffer, dtype=float, count=-1, offset=0):
        dtype = np.dtype(dtype)
        items = np.array(list(bytes(buffer)[offset:]), dtype=np.uint8)
        if dtype.itemsize > 1:
            if dtype.kind not in 'iu':
                raise NotImplementedError('numpy.frombuffer of ' + dtype.name + ' is not provided in this sandbox')
            if len(items) % dtype.itemsize:
                raise ValueError('buffer size must be a multiple of element size')
            parts = items.reshape(-1, dtype.itemsize).astype(np.int64)
            whole = np.zeros(len(parts), np.int64)
            for place in range(dtype.itemsize):
                whole = whole + (parts[:, place] << (8 * place))
            items = whole
        items = items.astype(dtype)
        return items if count < 0 else items[:count]

    def sliding_window_view(x, window_shape, axis=None):
        x = np.asarray(x)
        window = (window_shape,) if isinstance(window_shape, int) else tuple(window_shape)
        axes = list(range(x.ndim)) if axis is None else ([axis] if isinstance(axis, int) else list(axis))
        if len(window) != len(axes):
            raise ValueError('Since axis is None, must provide window_shape for all dimensions of `x`')
        for side, own in zip(window, axes):
            own = own % x.ndim
            count = x.shape[own] - side + 1
            if count < 1:
                raise ValueError('window shape cannot be larger than input array shape')
            places = np.arange(count)[:, None] + np.arange(side)
            x = np.moveaxis(np.take(x, places, axis=own), own + 1, -1)
        return x

    def diagonal(a, offset=0, axis1=0, axis2=1):
        a = np.moveaxis(np.asarray(a), (axis1, axis2), (0, 1)) if (axis1, axis2) != (0, 1) else np.asarray(a)
        rows, cols = a.shape[0], a.shape[1]
        count = max(0, min(rows + min(offset, 0), cols - max(offset, 0)))
        first = np.arange(count)
        picked = a[first - min(offset, 0), first + max(offset, 0)]
        return np.moveaxis(picked, 0, -1)

    def of_function(function, name):
        def at(a, indices, b=None):
            indices = indices if isinstance(indices, tuple) else (np.asarray(indices),)
            places = np.broadcast_arrays(*[np.asarray(i) for i in indices])
            flat = [p.ravel().tolist() for p in places]
            values = None if b is None else np.broadcast_to(b, places[0].shape).ravel().tolist()
            for number, index in enumerate(zip(*flat)):
                index = index[0] if len(index) == 1 else index
                a[index] = function(a[index]) if values is None else function(a[index], values[number])

        def reduce(a, axis=0, dtype=None, out=None, keepdims=False, initial=None):
            known = {'add': np.sum, 'multiply': np.prod, 'maximum': np.max, 'minimum': np.min,
                     'logical_and': np.all, 'logical_or': np.any}
            a = np.asarray(a)
            if function.__name__ in known:
                return known[function.__name__](a, axis=axis, keepdims=keepdims)
            if axis is None:
                a, axis = a.ravel(), 0
            a = np.moveaxis(a, axis, 0)
            result = a[0]
            for part in a[1:]:
                result = function(result, part)
            return np.expand_dims(result, axis) if keepdims else result

        def accumulate(array, axis=0, dtype=None, out=None):
            a = np.moveaxis(np.asarray(array), axis, 0).copy()
            for i in range(1, len(a)):
                a[i] = function(a[i - 1], a[i])
            return np.moveaxis(a, 0, axis)

        def outer(A, B):
            A, B = np.asarray(A), np.asarray(B)
            return function(A.reshape(A.shape + (1,) * B.ndim), B)

        return {'at': at, 'reduce': reduce, 'accumulate': accumulate, 'outer': outer}[name]

    return {
        'partition': partition, 'argpartition': argpartition, 'lexsort': lexsort, 'msort': msort, 'trapz': trapz, 'product': product,
        'intersect1d': intersect1d, 'union1d': union1d, 'setdiff1d': setdiff1d, 'setxor1d': setxor1d,
        'choose': choose, 'piecewise': piecewise, 'extract': extract, 'compress': compress, 'place': place,
        'putmask': putmask, 'put': put, 'copyto': copyto, 'fill_diagonal': fill_diagonal, 'resize': resize,
        'trim_zeros': trim_zeros, 'block': block, 'ndindex': ndindex, 'ndenumerate': ndenumerate, 'nditer': nditer,
        'apply_over_axes': apply_over_axes, 'heaviside': heaviside, 'unwrap': unwrap, 'vander': vander,
        'tril_indices': tril_indices, 'triu_indices': triu_indices, 'diag_indices': diag_indices,
        'binary_repr': binary_repr, 'gcd': gcd, 'lcm': lcm,
        'packbits': packbits, 'unpackbits': unpackbits, 'frombuffer': frombuffer,
        'sliding_window_view': sliding_window_view, 'diagonal': diagonal,
        'of_function': of_function,
    }

def module(native):
    import numpy as np
    from numpy.linalg import LinAlgError

    def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
        # One-sided Jacobi: turns pairs of columns until all are at right angles.
        a = np.asarray(a, dtype=float)
        if a.ndim != 2:
            raise LinAlgError(f'{a.ndim}-dimensional array given. Array must be two-dimensional')
        rows, cols = a.shape
        if rows < cols:
            if not compute_uv:
                return svd(a.T, full_matrices, False)
            u, s, vt = svd(a.T, full_matrices)
            return vt.T, s, u.T
        u, v = a.copy(), np.eye(cols)
        for _ in range(60):
            largest = 0.0
            for i in range(cols - 1):
                for j in range(i + 1, cols):
                    p, q = u[:, i].copy(), u[:, j].copy()
                    alpha, beta, gamma = float(p @ p), float(q @ q), float(p @ q)
                    size = (alpha * beta) ** 0.5
                    if size == 0 or abs(gamma) <= 1e-17 * size:
                        continue
                    largest = max(largest, abs(gamma) / size)
                    zeta = (beta - alpha) / (2 * gamma)
                    t = (1 if zeta >= 0 else -1) / (abs(zeta) + (1 + zeta * zeta) ** 0.5)
                    c = 1 / (1 + t * t) ** 0.5
                    s = c * t
                    u[:, i], u[:, j] = c * p - s * q, s * p + c * q
                    p, q = v[:, i].copy(), v[:, j].copy()
                    v[:, i], v[:, j] = c * p - s * q, s * p + c * q
            if largest < 1e-15:
                break
        s = np.sqrt((u * u).sum(axis=0))
        order = np.argsort(-s, kind='stable')
        s, u, v = s[order], u[:, order], v[:, order]
        if not compute_uv:
            return s
        for i in range(cols):
            if s[i] > 1e-300:
                u[:, i] = u[:, i] / s[i]
        small = [i for i in range(cols) if s[i] <= 1e-300]
        if small or (full_matrices and rows > cols):
            basis = [u[:, i] for i in range(cols) if i not in small]
            for axis in range(rows):
                if len(basis) == (rows if full_matrices else cols):
                    break
                e = np.zeros(rows)
                e[axis] = 1.0
                for _ in range(2):
                    for b in basis:
                        e = e - (b @ e) * b
                length = float(e @ e) ** 0.5
                if length > 1e-8:
                    basis.append(e / length)
            u = np.stack(basis, axis=1)
        # The first number of each row of vt is negative in most of LAPACK's results.
        for i in range(cols):
            if v[0, i] > 0:
                v[:, i] = -v[:, i]
                u[:, i] = -u[:, i]
        return u, s, v.T

    def svdvals(x):
        return svd(x, compute_uv=False)

    def pinv(a, rcond=None, hermitian=False, rtol=None):
        a = np.asarray(a, dtype=float)
        u, s, vt = svd(a, full_matrices=False)
        limit = (1e-15 if rcond is None and rtol is None else (rcond if rtol is None else rtol)) * (s.max() if len(s) else 0)
        inverse = np.array([1 / x if x > limit else 0.0 for x in s.tolist()])
        return (vt.T * inverse) @ u.T

    def cond(x, p=None):
        if p in (None, 2):
            s = svd(x, compute_uv=False)
            return s[0] / s[-1]
        return np.linalg.norm(x, p) * np.linalg.norm(np.linalg.inv(x), p)

    def qr(a, mode='reduced'):
        # Householder's reflections, with LAPACK's signs.
        r = np.array(a, dtype=float)
        rows, cols = r.shape
        q = np.eye(rows)
        for i in range(min(rows - 1, cols)):
            x = r[i:, i].copy()
            length = float(x @ x) ** 0.5
            if float(x[1:] @ x[1:]) == 0.0:
                continue
            x[0] += length if x[0] >= 0 else -length
            x = x / float(x @ x) ** 0.5
            r[i:] = r[i:] - 2 * np.outer(x, x @ r[i:])
            q[:, i:] = q[:, i:] - 2 * np.outer(q[:, i:] @ x, x)
        r = np.where(np.tri(rows, cols, -1) > 0, 0.0, r)
        if mode == 'complete':
            return q, r
        size = min(rows, cols)
        return (q[:, :size], r[:size]) if mode == 'reduced' else r[:size]

    def cholesky(a):
        a = np.asarray(a, dtype=float)
        size = len(a)
        lower = np.zeros((size, size))
        for i in range(size):
            for j in range(i + 1):
                rest = float(a[i, j]) - float(lower[i, :j] @ lower[j, :j])
                if i == j:
                    if rest <= 0:
                        raise LinAlgError('Matrix is not positive definite')
                    lower[i, i] = rest ** 0.5
                else:
                    lower[i, j] = rest / lower[j, j]
        return lower

    def eigvals(a):
        a = np.array(a, dtype=float)
        if a.ndim != 2 or a.shape[0] != a.shape[1]:
            raise LinAlgError('Last 2 dimensions of the array must be square')
        if np.allclose(a, a.T, atol=1e-12, rtol=1e-12):
            return np.linalg.eigvalsh(a)
        found = []
        size = len(a)
        rounds = 0
        while size > 0:
            if size == 1:
                found.append(float(a[0, 0]))
                break
            if abs(a[size - 1, size - 2]) < 1e-14 * (abs(a[size - 1, size - 1]) + abs(a[size - 2, size - 2]) + 1e-300):
                found.append(float(a[size - 1, size - 1]))
                size -= 1
                a = a[:size, :size].copy()
                rounds = 0
                continue
            p, q, r, s = (float(x) for x in a[size - 2:, size - 2:].ravel())
            half, product = (p + s) / 2, p * s - q * r
            square = half * half - product
            if square < 0:
                rounds += 1
                if size == 2 or rounds > 60:
                    raise NotImplementedError('complex eigenvalues are not provided in this sandbox')
                shift = s
            else:
                root = square ** 0.5
                shift = min((half + root, half - root), key=lambda x: abs(x - s))
                if size == 2:
                    found += [half + root, half - root] if p < s else [half - root, half + root]
                    break
            rounds += 1
            if rounds > 500:
                raise LinAlgError('Eigenvalues did not converge')
            unit = np.eye(size) * shift
            o, t = qr(a - unit)
            a = t @ o + unit
        return np.array(found[::-1])

    def eig(a):
        a = np.array(a, dtype=float)
        if np.allclose(a, a.T, atol=1e-12, rtol=1e-12):
            return np.linalg.eigh(a)
        values = eigvals(a)
        vectors = []
        for value in values.tolist():
            vt = svd(a - np.eye(len(a)) * value)[2]
            vectors.append(vt[-1])
        return values, np.stack(vectors, axis=1)

    def slogdet(a):
        d = np.linalg.det(a)
        return np.sign(d), np.log(np.abs(d))

    def multi_dot(arrays):
        result = arrays[0]
        for a in arrays[1:]:
            result = result @ a
        return result

    return {
        'svd': svd, 'svdvals': svdvals, 'pinv': pinv, 'cond': cond, 'qr': qr, 'cholesky': cholesky, 'eigvals': eigvals,
        'eig': eig, 'slogdet': slogdet, 'multi_dot': multi_dot,
    }

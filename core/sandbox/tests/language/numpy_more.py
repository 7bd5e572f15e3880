# Functions of numpy that are written in Python in the sandbox.
import numpy as np

a = np.arange(6).reshape(2, 3)
print(np.einsum('ij,kj->ik', a, a).tolist(), np.einsum('ij->j', a).tolist(), int(np.einsum('ij,ij', a, a)))
print(np.kron([1, 2], [1, 1]).tolist(), np.inner(a, a).tolist(), int(np.vdot([1, 2], [3, 4])))
print(np.tensordot(a, a, axes=([1], [1])).tolist())
print(np.intersect1d([1, 2, 3], [2, 3, 4]).tolist(), np.union1d([1], [2, 1]).tolist())
print(np.setdiff1d([1, 2, 3], [2]).tolist(), np.setxor1d([1, 2], [2, 3]).tolist())
print(np.choose([0, 1, 0], [[1, 2, 3], [4, 5, 6]]).tolist(), np.extract(a > 2, a).tolist())
print(np.piecewise(np.array([-1.0, 0.0, 2.0]), [np.array([True, False, False])], [lambda v: -v, lambda v: v * 2]).tolist())
print(np.heaviside([-1.0, 0.0, 1.0], 0.5).tolist(), np.round(np.unwrap([0, 3, 6.2, 9]), 6).tolist())
print(list(np.ndindex(2, 2)), [(i, int(v)) for i, v in np.ndenumerate(a)][:3])
print(np.vander([1, 2, 3], 3).tolist(), np.trim_zeros(np.array([0, 1, 0])).tolist(), np.resize([1, 2], 5).tolist())
x = np.zeros(5)
np.add.at(x, [0, 0, 3], 1)
np.maximum.at(x, [1], 5)
print(x.tolist(), int(np.add.reduce([1, 2, 3])), np.maximum.accumulate([1, 3, 2]).tolist())
print(np.multiply.outer([1, 2], [3, 4]).tolist(), np.minimum.reduce([[1, 9], [5, 2]]).tolist())
print(np.frombuffer(b'\x01\x02\x03', np.uint8).tolist(), np.packbits([1, 0, 0, 0, 0, 0, 0, 1]).tolist())
print(np.unpackbits(np.array([129], np.uint8)).tolist(), np.array([1, 258], np.uint16).tobytes(), np.binary_repr(5))
y = np.zeros((2, 2), int)
np.copyto(y, 7)
np.fill_diagonal(y, 1)
np.putmask(y, y == 7, 9)
print(y.tolist(), np.shares_memory(y, y[0]), np.shares_memory(y, y.copy()))
print(np.histogram2d([1, 2, 3, 3], [1, 1, 2, 2], bins=2)[0].tolist(), int(np.gcd(12, 18)), np.lcm([4, 6], 6).tolist())
p = np.poly1d([1, 2, 3])
print(float(p(2)), p.deriv().coef.tolist(), np.polymul([1, 1], [1, -1]).tolist(), np.polyder([1, 2, 3]).tolist())
m = np.array([[3.0, 1.0], [1.0, 2.0], [0.0, 5.0]])
u, s, vt = np.linalg.svd(m, full_matrices=False)
print(np.round(s, 6).tolist(), np.allclose(u @ np.diag(s) @ vt, m), np.round(np.linalg.pinv(m), 6).tolist())
q, r = np.linalg.qr(m)
print((np.round(q, 6) + 0.0).tolist(), (np.round(r, 6) + 0.0).tolist(), round(float(np.linalg.cond(m)), 6))
print(np.linalg.cholesky(np.array([[4.0, 2.0], [2.0, 5.0]])).tolist())
from numpy.lib.stride_tricks import sliding_window_view
print(sliding_window_view(np.arange(5), 3).tolist(), sliding_window_view(a, (2, 2)).shape)
print(np.lexsort(([1, 0, 1], [2, 2, 1])).tolist(), np.tril_indices(2)[0].tolist(), np.partition([3, 1, 2], 1).tolist())
try:
    np.no_such_function
except AttributeError as error:
    print('no_such_function' in str(error))
try:
    np.linalg.cholesky(np.array([[1.0, 2.0], [2.0, 1.0]]))
except np.linalg.LinAlgError as error:
    print(error)

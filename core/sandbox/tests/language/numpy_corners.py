"""Awkward corners of numpy."""
import copy

import numpy as np


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


# Views and copies.
a = np.arange(12).reshape(3, 4)
t = a.T
t[0, 0] = 100
f = a.ravel()
f[1] = 200
g = a.flatten()
g[2] = 300
h = a.T.ravel()
h[0] = -1
print(a, h[:3])
s = a[::2, 1:3]
s *= 10
print(a, s.shape, s.T.tolist(), s.reshape(-1))
b = a[1]
b[:] = b[::-1]
print(a[1], copy.copy(a)[0, 0], copy.deepcopy(a)[2])
row = a[0].copy()
row += a[1]
print(row, a[0])
c = a
c += 1
print(a is c, a[0, 0])
a[:, 1], a[:, 2] = a[:, 2].copy(), a[:, 1].copy()
print(a)
x = np.arange(5)
x[[0, 0, 1]] += 1
print(x)
x[x > 2] *= 10
x[-1] -= 1
print(x, x[::-2], x[3:0:-1], x[-10:10], x[4:2])
z = np.zeros((2, 2))
z[0] += [1, 2]
z[:, 0] -= 5
z[1, 1] = True
z[0, :] = z[:, 1]
print(z)

# Zero sizes and scalars as arrays.
e = np.zeros((0, 3))
print(e.sum(axis=0), e.mean(axis=1), e.T.shape, e.reshape(3, 0).shape, np.concatenate([e, [[1, 2, 3]]]), len(e), e.tolist())
d = np.array(5)
print(d + 1, repr(d + 1), d.shape, d.item(), d[()], float(d), int(d), d == 5, bool(d), [1, 2, 3, 4, 5, 6][d])
d[()] = 7
d += 1
print(d, repr(d), d.ndim, d.size, d.reshape(1), np.array([d, d]))
print(np.arange(0), np.array([]).size, np.array([]).dtype, np.array([[], []]).shape, np.zeros(3)[[]], np.any([]), np.all([]))

# Types meet.
print(np.array([1, 2]) == [1.0, 3], np.array([1, 2]) == "a", np.array([1, None is None]), np.array([1, 2]) == None)
print(np.array([1, 2, 3]) / np.array([2]), np.int32(7) / 2, repr(np.int32(7) // 2), repr(np.int8(100) + np.int8(100)), repr(np.uint8(5) - np.uint8(10)))
print(repr(np.float32(1) / 3), repr(np.float32(2) ** 0.5), repr(np.int64(2) ** 0.5), repr(np.int64(2) ** 3), repr(True + np.int64(1)), repr(np.bool_(True) + np.bool_(True)))
print(repr(np.uint8(200) + 100 if False else np.uint8(200) + np.int64(100)), repr(np.int64(5) / np.float32(2)), repr(np.arange(3, dtype=np.int8) * 2), repr(np.arange(3, dtype=np.float32) + np.arange(3)))
print((np.array([1, 2], np.uint8) == np.array([1, 3], np.int64)), np.array([200], np.uint8) > np.array([-1], np.int8), np.array([1.5]) // 1, np.array([-7, 7]) // 2, np.array([-7, 7]) % 3, np.array([-7.5]) % 2)
print(np.where(True, 1, 2), np.where([1, 0], "x", "y") if False else "", repr(np.sum([True, True])), repr(np.mean([1, 2], dtype=np.float32)), repr(np.array([1, 2]).mean()))
print(repr(np.array([1, 2, 3], dtype="float32")), repr(np.array([1.7, 2.2]).astype("int")), repr(np.zeros(2, dtype="i4")), repr(np.array([1, 2]).astype(str)) if False else "", np.dtype("uint8"), repr(np.dtype(float)), np.dtype(np.int16).itemsize)
print(np.bool_(1) is True, np.True_ == True, not np.False_, [np.True_, np.bool_(0)], np.array([True, False]).sum(), -np.array([1, -2]), ~np.array([0, 1]), ~np.array([True]))
print(np.array([3, 1, 2]).argsort()[::-1], np.array([[3, 1], [2, 4]]).argmax(axis=0), np.argmin([[3, 1], [0, 4]]), np.array([1, 2, 3])[np.array([2, 0])], np.arange(6).reshape(2, 3)[:, [True, False, True]])

# Errors and odd calls.
attempt(lambda: np.arange(6).reshape(2, 3) @ np.arange(2))
attempt(lambda: np.dot(np.zeros((2, 3)), np.zeros((2, 3))))
attempt(lambda: np.arange(3) + np.arange(6).reshape(3, 2))
attempt(lambda: np.zeros((2, 3)).transpose(0))
attempt(lambda: np.zeros((2, 3)).squeeze(axis=0))
attempt(lambda: np.array([1, 2, 3])[..., ...])
attempt(lambda: np.array([1, 2, 3]).reshape(2, 2))
attempt(lambda: np.percentile([1, 2], 101))
attempt(lambda: np.linspace(0, 1, -1))
attempt(lambda: np.arange())
attempt(lambda: np.array([1, 2]).sum(axis=1))
attempt(lambda: np.float64("abc"))
attempt(lambda: np.array([1, 2, 3]) < "a")
attempt(lambda: np.int64(3) + "a")
attempt(lambda: [1, 2][np.float64(1)])
attempt(lambda: np.array([1, 2])[np.float64(1)])
attempt(lambda: range(np.float64(3)))
attempt(lambda: np.array([1, 2]) if np.array([1, 2]) == np.array([1, 2]) else 0)
attempt(lambda: np.float64(1) / 0)
attempt(lambda: np.int64(1) // 0)
attempt(lambda: 1 / np.float64(0))
attempt(lambda: np.sqrt(-1))
attempt(lambda: np.cross([1, 2, 3], [1]))
attempt(lambda: np.random.randint(5, 5))
attempt(lambda: np.random.choice([]))
attempt(lambda: np.delete([1, 2, 3], 7))
attempt(lambda: np.split(np.arange(5), 2))
attempt(lambda: np.array([1, 2]).foo())
attempt(lambda: np.stack([]))
attempt(lambda: np.concatenate([np.zeros(2), np.zeros((2, 2))]))
attempt(lambda: np.array([[1, 2], [3, 4]])[[0, 1, 2]])
attempt(lambda: np.array([1, 2, 3], dtype=np.uint8)[0] + 300)
attempt(lambda: iter(np.float64(1)))
attempt(lambda: len(np.float64(1)))
attempt(lambda: np.linalg.solve([[1, 2], [2, 4]], [1, 2]))
attempt(lambda: np.linalg.det([1, 2]))
attempt(lambda: np.polyfit([1, 2], [1, 2, 3], 1))
attempt(lambda: np.interp(1, [], []))
try:
    np.array([1])[5]
except IndexError as error:
    print("caught", error)
try:
    np.linalg.inv([[1, 1], [1, 1]])
except np.linalg.LinAlgError as error:
    print("caught", error)
try:
    np.zeros(2).sum(axis=3)
except np.exceptions.AxisError as error:
    print("caught", error)

# Programs in miniature.
board = np.zeros((8, 8), dtype=int)
board[1::2, ::2] = 1
board[::2, 1::2] = 1
print(board)
glider = np.zeros((6, 6), dtype=np.uint8)
glider[[0, 1, 2, 2, 2], [1, 2, 0, 1, 2]] = 1
for _ in range(2):
    n = sum(np.roll(np.roll(glider, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0))
    glider = ((n == 3) | ((glider == 1) & (n == 2))).astype(np.uint8)
print(glider)
pts = np.array([[0.0, 0], [1, 0], [1, 1], [0, 1]])
area = 0.5 * np.abs(np.dot(pts[:, 0], np.roll(pts[:, 1], 1)) - np.dot(pts[:, 1], np.roll(pts[:, 0], 1)))
print(area, pts.mean(axis=0), pts.min(axis=0), np.ptp(pts, axis=0), np.linalg.norm(pts - pts.mean(axis=0), axis=1).round(4))
centers = np.array([[10, 10], [20, 20]])
d = np.linalg.norm(np.array([[11, 9], [19, 22], [9, 9]])[:, np.newaxis] - centers, axis=2)
print(d.argmin(axis=1), d.min(axis=1).round(3))
kernel = np.ones((3, 3)) / 9
img = np.zeros((5, 5))
img[2, 2] = 9
out = np.zeros_like(img)
padded = np.pad(img, 1)
for i in range(5):
    for j in range(5):
        out[i, j] = (padded[i:i + 3, j:j + 3] * kernel).sum()
print(out)
gradient = np.tile(np.linspace(0, 255, 5).astype(np.uint8), (2, 1))
print(gradient, np.stack([gradient] * 3, axis=2).shape, np.dstack([gradient, gradient]).shape)
hist, edges = np.histogram(np.array([1, 2, 2, 3, 3, 3]), bins=3)
print(hist, edges, np.cumsum(hist) / hist.sum())
values, counts = np.unique(np.array([[1, 2], [2, 2]]), return_counts=True)
print(dict(zip(values.tolist(), counts.tolist())), values[counts.argmax()], dict(zip(values, counts)))
v1, v2 = np.array([1.0, 0.0]), np.array([1.0, 1.0])
cos = v1.dot(v2) / (np.linalg.norm(v1) * np.linalg.norm(v2))
print(np.degrees(np.arccos(np.clip(cos, -1, 1))).round(6), f"{cos:.4f}", v1 + 0.5 * (v2 - v1), np.array([-v1[1], v1[0]]))
A = np.array([[3, 1], [1, 2]])
print(np.linalg.solve(A, np.array([9, 8])), np.linalg.det(A).round(3), np.allclose(np.linalg.inv(A) @ A, np.eye(2)), A ** 2, A @ A, A.T, np.linalg.matrix_power(A, 3))

# The script's own functions on arrays.
step = np.vectorize(lambda x, y: x if x > y else 0)
print(step(np.array([1, 5, 3]), 2), np.vectorize(lambda x: x * 0.5)([[1, 2], [3, 4]]))
print(np.apply_along_axis(lambda r: r.sum(), 1, np.arange(6).reshape(2, 3)), np.apply_along_axis(lambda r: r[::-1], 0, np.arange(6).reshape(2, 3)))
print(np.fromfunction(lambda i, j: i * 10 + j, (2, 3), dtype=int), np.fromiter((x * x for x in range(4)), dtype=float))
print("Area: " + str(np.float64(2.5)), "n=%d x=%.2f" % (np.int64(3), np.float64(1.234)), "{:>8.3f}|{}".format(np.float64(3.14159), np.float32(2.5)))
with np.errstate(divide="ignore", invalid="ignore"):
    print(np.array([1.0, 0.0]) / np.array([0.0, 0.0]), np.log(np.array([0.0])))

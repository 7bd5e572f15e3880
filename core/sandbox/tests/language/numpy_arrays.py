"""Creation, shapes, types, views and indexing of numpy arrays."""
import numpy as np


def section(name):
    print("--", name)


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


section("creation")
print(np.array([1, 2, 3]), np.array([1.5, 2]), np.array([[1, 2], [3, 4]]).shape)
print(repr(np.array([True, False])), repr(np.array([])), repr(np.array(5)))
print(repr(np.zeros((2, 3))), repr(np.ones(3, dtype=int)), repr(np.full((2, 2), 7)))
print(repr(np.zeros((2, 2), np.uint8)), repr(np.full(2, 1.5, dtype=np.float32)))
print(repr(np.arange(5)), repr(np.arange(2, 10, 3)), repr(np.arange(0, 1, 0.25)), repr(np.arange(5, 0, -2)))
print(repr(np.linspace(0, 1, 5)), repr(np.linspace(0, 10, 4, endpoint=False)), repr(np.linspace(2, 3, 1)))
print(repr(np.linspace(0, 10, 5, dtype=int)), np.linspace(0, 1, 3, retstep=True))
print(repr(np.eye(3)), repr(np.eye(2, 3, k=1, dtype=int)), repr(np.identity(2)))
print(repr(np.zeros_like([[1, 2]])), repr(np.ones_like(np.array([1.5]))), repr(np.full_like([1, 2], 9)))
print(repr(np.diag([1, 2, 3])), np.diag(np.arange(9).reshape(3, 3)))
print(repr(np.array([[1, 2.5], [True, 3]])), repr(np.array([1, 2], dtype=float)))
print(repr(np.array([1, 2, 300], dtype=np.float32)), repr(np.array((1, 2))), repr(np.array(range(3))))
print(repr(np.array([np.array([1, 2]), np.array([3, 4])])), repr(np.array([np.float32(1), 2])))
print(repr(np.array([[]])), repr(np.zeros((0, 3))), repr(np.empty((2, 0), dtype=int)))
X, Y = np.meshgrid(np.arange(3), np.arange(2))
print(X, Y, X.shape)
yy, xx = np.mgrid[0:2, 0:3]
print(yy, xx)
oy, ox = np.ogrid[0:2, 0:3]
print(oy.shape, ox.shape, np.indices((2, 2)).tolist())
print(np.tri(3, dtype=int), np.tril(np.ones((3, 3), int)), np.triu(np.arange(9).reshape(3, 3)))
print(np.logspace(0, 2, 3), np.geomspace(1, 100, 3))

section("attributes")
a = np.arange(24).reshape(2, 3, 4)
print(a.shape, a.ndim, a.size, a.dtype, a.T.shape, a.itemsize, a.nbytes, len(a), a.strides)
print(repr(a.dtype), a.dtype.name, a.dtype.kind, a.dtype == np.int64, a.dtype == int, a.dtype == "int64")
print(np.issubdtype(a.dtype, np.integer), np.issubdtype(np.float32, np.floating), np.issubdtype(np.uint8, np.signedinteger))
print(type(a).__name__, type(a), isinstance(a, np.ndarray), isinstance(a[0, 0, 0], np.integer))
print(np.iinfo(np.uint8).max, np.iinfo(int).min, np.finfo(float).eps, np.float32, np.uint8.__name__)
print(a.tolist()[0][1], a[0, 0].tolist(), a.item(5), a[0, 0, 0].item(), np.array([3]).item())

section("basic indexing")
print(a[0], a[1, 2], a[1, 2, 3], a[-1, -1, -1], a[..., 0], a[:, 1], a[0, ::2, ::-1])
print(a[0, 1:3, 1:3], a[:, None].shape, a[np.newaxis].shape, a[..., np.newaxis].shape, a[()].shape)
b = np.zeros((4, 5), dtype=np.uint8)
b[1:3, 1:4] = 7
b[0] = [1, 2, 3, 4, 5]
b[:, -1] = 9
b[3, ::2] = [10, 20, 30]
print(b)
view = b[1:3, 1:3]
view[:] = 50
view += 5
view[0, 0] -= 1
print(b, view.base is None if False else "")
c = b.copy()
c[0, 0] = 200
print(b[0, 0], c[0, 0])
r = np.arange(10)
r[2:8:2] = -1
r[::-1][:2] = 99
print(r, r[::-1], r[-3:], r[100:], r[5:2])
r[1:] = r[:-1]
print(r)
img = np.zeros((3, 3, 3), np.uint8)
img[0, 0] = (255, 0, 0)
img[1:, 1:] = [0, 255, 0]
img[:, 0, 2] = 5
print(img.tolist())
print(img[:, :, ::-1].tolist())

section("advanced indexing")
v = np.array([10, 20, 30, 40, 50])
print(v[[0, 2, -1]], v[np.array([[0, 1], [2, 3]])], v[v > 25], v[[True, False, True, False, True]])
v[v > 35] = 0
v[[0, 1]] += 5
print(v)
m = np.arange(12).reshape(3, 4)
print(m[[0, 2]], m[[0, 2], [1, 3]], m[:, [0, 2]], m[[0, 2], 1:3], m[1, [0, 1]])
print(m[m % 2 == 0], m[[True, False, True]], m[m[:, 0] > 0], m[np.ix_([0, 1], [1, 2])] if hasattr(np, "ix_") else m[[[0], [1]], [1, 2]])
m[m > 8] = [90, 100, 110]
m[[0, 1], [0, 1]] = -1
m[:, [0, 3]] = 0
print(m)
t = np.arange(24).reshape(2, 3, 4)
print(t[0, :, [0, 1]].shape, t[:, [0, 1], [0, 1]].shape, t[[0], :, [1]].shape, t[:, :, [0, 2]].shape)
mask = np.zeros((3, 3), bool)
mask[1, 1] = mask[0, 2] = True
img[mask] = [9, 8, 7]
print(img[mask], img[..., 0], mask.sum(), (~mask).sum())
img[mask, 1] = 77
print(img[0, 2], img[1, 1])
rows, cols = np.where(mask)
print(rows, cols, np.argwhere(mask), np.nonzero(mask)[0], np.flatnonzero(mask))
print(v[np.int64(1)], v[np.array(2)], v[np.array([], dtype=int)])

section("errors")
attempt(lambda: v[10])
attempt(lambda: m[0, 9])
attempt(lambda: m[0, 0, 0])
attempt(lambda: v[1.5])
attempt(lambda: v["a"])
attempt(lambda: v[[True, False]])
attempt(lambda: m[[0, 1], [0, 1, 2]])
attempt(lambda: np.array([[1, 2], [3]]))
attempt(lambda: np.array([1, [2, 3]]))
attempt(lambda: m.reshape(5, 5))
attempt(lambda: m.reshape(-1, 5))
attempt(lambda: m.reshape(-1, -1))
attempt(lambda: np.zeros((-1, 2)))
attempt(lambda: np.array([1, 2]) + np.array([1, 2, 3]))
attempt(lambda: np.zeros(3) @ np.zeros(4))
attempt(lambda: bool(np.array([1, 2])))
attempt(lambda: bool(np.array([])))
attempt(lambda: int(np.array([1, 2])))
attempt(lambda: m.sum(axis=2))
attempt(lambda: np.array([1, 2, 3], dtype="nonsense"))
attempt(lambda: m.nonsense)
attempt(lambda: np.concatenate([np.zeros((2, 2)), np.zeros((3, 3))]))
attempt(lambda: np.stack([np.zeros(2), np.zeros(3)]))
attempt(lambda: np.array([1, 2]).item())
attempt(lambda: hash(v))


def assign(target, key, value):
    target[key] = value
    return target


attempt(lambda: assign(np.zeros(3), slice(0, 2), [1, 2, 3]))
attempt(lambda: assign(np.zeros((2, 2)), 0, [1, 2, 3]))
attempt(lambda: assign(np.zeros(3, np.uint8), 0, 300))
attempt(lambda: assign(np.zeros(3, np.uint8), 0, -1))
attempt(lambda: assign(np.zeros(3, int), 0, float("nan")))
attempt(lambda: assign(np.zeros(4), np.array([True, False, True, False]), [1, 2, 3]))
attempt(lambda: assign(np.zeros(3), 5, 1))
attempt(lambda: assign(np.zeros(3, int), [0, 1], 2.7))

section("iteration")
for row in np.arange(4).reshape(2, 2):
    print(row, end="; ")
print([x for x in np.arange(3)], list(np.array([1.5, 2])), [int(x) for x in np.arange(3)])
for (x, y), c in zip(np.array([[1, 2], [3, 4]]), "ab"):
    print(x, y, c, end=" ")
print(3 in np.arange(5), 9 in np.arange(5), sum(np.arange(5)), max(np.array([1, 5, 2])), min([np.float64(2), 1]))
print(sorted(np.array([3, 1, 2])), list(enumerate(np.array([7, 8]))), tuple(np.arange(2)), [*np.arange(3)])
x, y = np.array([3, 4])
print(x, y, x + y, range(np.int64(3)), [0, 1, 2][np.int64(1)], "ab" * np.int64(2), list(map(float, np.arange(2))))
for i, value in enumerate(np.array([[1, 2], [3, 4]]).flat):
    print(i, value, end=" ")
print()

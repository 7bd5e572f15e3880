"""Arithmetic, types, functions and reductions of numpy."""
import math

import numpy as np


def section(name):
    print("--", name)


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


section("operators")
a = np.array([1, 2, 3])
b = np.array([4.0, 5.0, 6.0])
print(a + b, a - 1, 2 * a, a / 2, a // 2, a % 2, a ** 2, -a, +a, abs(-a), 1 / b, 2 ** a, 7 // a, 10 - a)
print(a == b, a < 2, a >= 2, a != [1, 0, 3], (a > 1) & (a < 3), (a == 1) | (a == 3), ~(a > 1), a > b)
print(a & 1, a | 4, a ^ 1, a << 2, a >> 1, ~a)
print(a @ b, np.eye(2) @ [3, 4], np.arange(4).reshape(2, 2) @ np.arange(4).reshape(2, 2))
print(a[:, None] * a, a.reshape(3, 1) + np.array([10, 20]), a + [1, 1, 1], (1, 2, 3) + a, a + np.ones((2, 3)))
a += 1
a *= 2
print(a, divmod(a, 3), np.array([1.26, 2.5]).round(1), pow(a, 2))
attempt(lambda: round(np.array([1.26, 2.5]), 1))
attempt(lambda: np.array([True]) - np.array([True]))
attempt(lambda: np.array([1.5]) & 1)
attempt(lambda: np.array([2]) ** -1)
attempt(lambda: -np.array([True]))


def add_in_place(x, y):
    x += y
    return x


attempt(lambda: add_in_place(np.array([1, 2]), 1.5))
attempt(lambda: add_in_place(np.array([1, 2], dtype=np.uint8), np.array([1, -1])))
attempt(lambda: add_in_place(np.zeros(2), np.ones((2, 2))))
attempt(lambda: add_in_place(np.array([1, 2]), 3))
attempt(lambda: add_in_place(np.array([1.0, 2], dtype=np.float32), 0.1))

section("types")
u = np.array([250, 255, 3], dtype=np.uint8)
print(u + 10, u * 2, u - np.uint8(5), (u + np.uint8(10)).dtype, (u + 1.5).dtype, (u / 2).dtype, u.astype(int) + 10)
print(u + np.int16(10), (u + np.array([1], np.int8)).dtype, (u + np.array([1], np.uint16)).dtype, u > 300, u == -1)
attempt(lambda: u + 300)
attempt(lambda: u + np.int64(300))
attempt(lambda: u - 1)
print(np.array([300, -1, 256]).astype(np.uint8), np.array([1.9, -1.9, 254.7]).astype(np.uint8), np.array([0, 2]).astype(bool))
print(np.array([1, 2], np.float32) * 1.1, (np.array([1], np.float32) + 1).dtype, (np.float32(1) + 1.5).dtype)
print((np.array([1], np.float32) + np.float64(1)).dtype, (np.array([1], np.int32) + np.array([1], np.float32)).dtype)
print((np.arange(3) + True).dtype, (np.array([True]) + 1).dtype, (np.array([True]) + np.array([True])), np.array([True]) * 1.0)
print(np.array([2**31 - 1], np.int32) + np.int32(1), np.array([2**63 - 1]) + 1, np.uint8(200) // np.uint8(3))
print(np.mean(np.array([255, 255], np.uint8)), np.array([255, 255], np.uint8).sum(), np.array([100, 100], np.int8).sum().dtype)

section("scalars")
x = np.float64(1.5)
n = np.int64(7)
print(x, repr(x), n, repr(n), [x, n], repr(np.bool_(True)), str(np.True_), repr(np.uint8(3)), repr(np.float32(0.1)))
print(x + 1, repr(x + 1), repr(n + 1), repr(n / 2), repr(n // 2), repr(n % 4), repr(n ** 2), repr(-n), repr(n * 1.5), repr(1 + n))
print(repr(x > 1), repr(n == 7), n == 7.0, not (x > 2), bool(n), int(x), float(n), round(x), repr(round(np.float64(2.567), 2)), math.sqrt(n))
print(isinstance(x, float), isinstance(n, int), isinstance(n, np.integer), isinstance(x, np.floating), type(x).__name__, type(n))
print(f"{x:.2f} {n:03d} {x} {n!r} {x:>6}", "%d %.1f %s" % (n, x, n), "{:.3f}".format(np.float32(0.1)), str(np.float32(0.1)))
print({n: 1}[7], {7: 2}[n], n in {7}, len({np.int64(1), 1, np.float64(1.0)}), hash(n) == hash(7))
print(x.dtype, n.shape, n.ndim, n.item(), type(n.item()), x.is_integer(), n.astype(float), max(n, 3), abs(np.int64(-3)))
print(np.float64(1e20), np.float64(1e-7), np.float64(123456789.123), np.float32(1e10), np.float64("nan"), -np.inf, np.float64(3))
print(np.float64(1) / 3, np.int64(10) / 4, np.uint8(255) + np.uint8(1), math.floor(np.float64(2.7)), np.float64(2.5).round())
print(min(np.float64(2), 3), sum([np.float64(0.5), 1]), np.pi, np.e, np.inf, np.nan)

section("functions")
t = np.array([0, np.pi / 6, np.pi / 2])
print(np.sin(t), np.cos(t).round(3), np.tan(0.5), np.arctan2(1, [1, -1]), np.degrees(t), np.deg2rad([180, 90]), np.hypot(3, 4))
print(np.sqrt([1, 4, 9]), np.exp([0, 1]), np.log([1, np.e]), np.log10(1000), np.log2(8), np.cbrt(27), np.square([2, 3]))
print(np.floor([1.5, -1.5]), np.ceil([1.5, -1.5]), np.rint([0.5, 1.5, 2.5]), np.round([1.234, 5.678], 1), np.trunc([-1.7, 1.7]), np.round(1234.5, -2))
print(np.abs([-1, 2]), np.sign([-2.5, 0, 3]), np.clip([1, 5, 10], 2, 8), np.clip(np.array([1.5, 9]), None, 5), np.array([1, 9]).clip(2, 3))
print(np.maximum([1, 5], [3, 2]), np.minimum([1, 5], 3), np.power([2, 3], 2), np.mod([-1, 5], 3), np.fmod([-1, 5], 3))
print(np.isnan([1, np.nan]), np.isinf([1, np.inf]), np.isfinite([1, np.nan, -np.inf]), np.isclose([1, 1.1], [1 + 1e-9, 1]), np.allclose([1, 2], [1, 2 + 1e-9]))
print(np.logical_and([True, False], [True, True]), np.logical_or(1, 0), np.logical_not([1, 0]), np.logical_xor([1, 0], [1, 1]))
print(np.where([True, False, True], [1, 2, 3], 0), np.where(np.arange(4) > 1, np.arange(4) * 1.5, -1), repr(np.where(np.array([1, 0], np.uint8) > 0, 255, 0)))
print(np.add(1, 2), np.subtract([3, 4], 1), np.multiply(2, [1, 2]), np.divide([1, 2], 4), np.floor_divide(7, 2), np.negative([1, -1]))
out = np.zeros(3)
np.add([1, 2, 3], 1, out=out)
print(out, np.array([1.0, 2.0]) / 0, np.array([0.0]) / 0, np.array([1, 2]) // 0, np.sqrt(np.array([-1.0])), np.nan_to_num([np.nan, 1]))
print(np.sum(x), np.abs(-3), np.sqrt(2), repr(np.sqrt(16)), repr(np.abs(-2.5)), repr(np.maximum(2, 3)), repr(np.floor(2.7)))

section("reductions")
m = np.array([[1, 2, 3], [4, 5, 6]])
print(m.sum(), m.sum(axis=0), m.sum(axis=1), m.sum(axis=-1, keepdims=True), m.mean(), m.mean(axis=0), m.max(), m.min(axis=1))
print(np.sum(m > 2), np.mean([1, 2, 4]), m.std(), m.var(axis=0), m.std(ddof=1), m.prod(), m.cumsum(), m.cumsum(axis=0), np.cumprod([1, 2, 3]))
print(m.argmax(), m.argmin(axis=1), np.argmax([3, 9, 9]), m.any(), m.all(axis=0), np.ptp(m), m.ptp() if hasattr(m, "ptp") else "", np.count_nonzero(m > 3))
print(np.median([3, 1, 2]), np.median(m, axis=0), np.percentile([1, 2, 3, 4], 50), np.percentile(m, [25, 75]), np.quantile([1, 2, 3, 4, 5], 0.1))
print(np.average([1, 2, 3], weights=[3, 2, 1]), np.average(m, axis=0), np.nanmean([1, np.nan, 3]), np.nansum([1, np.nan]), np.nanmax([1, np.nan]))
print(m.sum(axis=(0, 1)), np.arange(24).reshape(2, 3, 4).mean(axis=(0, 2)), np.max([[1, 2], [3, 4]], axis=1), np.zeros((0,)).sum(), m.mean(axis=1, keepdims=True).shape)
print(np.array([0.1] * 10).sum(), np.sum(np.full(1000, 0.1)), np.mean(np.arange(100000) * 0.001), np.float32(0.1) + np.float32(0.2))
attempt(lambda: np.array([]).max())
attempt(lambda: np.array([]).argmax())
attempt(lambda: np.array([3, np.nan, 1]).max())
attempt(lambda: np.array([3, np.nan, 1]).argmin())

section("sorting and searching")
print(np.sort([3, 1, 2]), np.argsort([3, 1, 2]), np.sort([[3, 1], [2, 0]], axis=0), np.sort([2.5, np.nan, 1]), np.sort([3, 1, 2])[::-1])
s = np.array([3, 1, 2])
s.sort()
print(s, np.unique([3, 1, 3, 2]), np.unique([1, 2, 2], return_counts=True), np.unique([[1, 2], [1, 2], [0, 1]], axis=0))
vals, idx, inv = np.unique([5, 3, 5], return_index=True, return_inverse=True)
print(vals, idx, inv, np.diff([1, 4, 9]), np.diff(m, axis=0), np.diff([1, 2, 4, 8], n=2), np.searchsorted([1, 3, 5], [0, 3, 6]), np.searchsorted([1, 3, 5], 3, side="right"))
print(np.bincount([0, 1, 1, 3]), np.histogram([1, 2, 1, 4], bins=3), np.histogram([1, 2, 3], bins=[0, 2, 4]), np.digitize([0.5, 2.5], [0, 1, 2]))
print(np.isin([1, 2, 3], [2, 5]), np.array_equal([1, 2], [1, 2]), np.array_equal([1], [1, 2]), np.gradient([1, 4, 9, 16]))
print(np.take([10, 20, 30], [2, 0]), np.select([np.arange(3) > 1, np.arange(3) > 0], [10, 20], -1), np.unravel_index(7, (2, 4)))

section("linear algebra")
A = np.array([[2.0, 1.0], [1.0, 3.0]])
print(np.dot([1, 2], [3, 4]), np.dot(A, [1, 1]), A.dot(A), np.cross([1, 0, 0], [0, 1, 0]), np.outer([1, 2], [3, 4]), np.inner([1, 2], [3, 4]))
print(np.linalg.norm([3, 4]), np.linalg.norm(A), np.linalg.norm(m, axis=1), np.linalg.norm([1, -2], ord=1), np.linalg.norm([1, -2], np.inf))
print(np.linalg.det(A).round(6), np.linalg.inv(A).round(6), np.linalg.solve(A, [3, 5]).round(6), np.trace(A), np.linalg.matrix_rank(A))
attempt(lambda: np.linalg.inv(np.zeros((2, 2))))
attempt(lambda: np.linalg.inv(np.zeros((2, 3))))
w, v = np.linalg.eigh(A)
print(w.round(6), np.abs(v).round(6), (A @ v - v * w).round(9) == 0)
sol = np.linalg.lstsq(np.array([[0, 1], [1, 1], [2, 1], [3, 1.0]]), np.array([-1, 0.2, 0.9, 2.1]), rcond=None)
print(sol[0].round(6), sol[1].round(6), sol[2], sol[3].round(6))
print(np.polyfit([0, 1, 2, 3], [1, 3, 5, 7], 1).round(6), np.polyval([1, 0, -1], 3), np.polyval([1, 2], np.array([0, 1])), np.polyfit(np.arange(5), np.arange(5) ** 2, 2).round(6) + 0.0)
print(np.interp(2.5, [1, 2, 3], [3, 2, 0]), np.interp([0, 1.5, 9], [1, 2], [10, 20]), np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3], [1, 1], "same"))
print(np.cov([[1, 2, 3], [1, 2, 4]]).round(6), np.corrcoef([1, 2, 3], [1, 2, 4]).round(6), np.trapezoid([1, 2, 3]))

section("shapes")
r = np.arange(6)
print(r.reshape(2, 3), r.reshape((3, 2)), r.reshape(-1, 2).shape, r.reshape(2, 3).T, r.reshape(2, 3).ravel(), r.reshape(2, 3).flatten()[2])
print(np.transpose(np.zeros((2, 3, 4)), (2, 0, 1)).shape, np.swapaxes(np.zeros((2, 3, 4)), 0, 2).shape, np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape, np.squeeze(np.zeros((1, 3, 1))).shape, np.expand_dims(r, 0).shape, np.expand_dims(r, axis=-1).shape)
print(np.vstack([r[:3], r[3:]]), np.hstack([r[:2], r[4:]]), np.dstack([[1, 2], [3, 4]]), np.stack([r[:2], r[2:4]], axis=1), np.concatenate([[1], [2.5]]), np.column_stack([[1, 2], [3, 4]]))
print(np.concatenate([np.zeros((1, 2)), np.ones((1, 2))], axis=1), np.append([1, 2], 3), np.append([[1, 2]], [[3, 4]], axis=0), np.insert([1, 3], 1, 2), np.delete([1, 2, 3], 1))
print(np.tile([1, 2], 3), np.tile([[1], [2]], (2, 2)), np.repeat([1, 2], 2), np.repeat([[1, 2]], 2, axis=0), np.repeat([1, 2], [1, 3]), np.roll([1, 2, 3, 4], 1), np.roll(m, -1, axis=1))
print(np.flip([1, 2, 3]), np.fliplr(m), np.flipud(m), np.rot90(m), np.rot90(m, 2), np.rot90(m, -1), np.flip(m))
print(np.pad([1, 2], 1), np.pad([[1]], ((1, 0), (0, 2)), mode="constant", constant_values=9), np.pad([1, 2, 3], 2, mode="edge"), np.pad([1, 2, 3], (2, 1), mode="reflect"))
print(np.split(np.arange(6), 3), np.array_split(np.arange(5), 2), np.broadcast_to([1, 2], (2, 2)), np.atleast_2d([1, 2]).shape, np.diagonal(np.arange(9).reshape(3, 3)))
print(np.r_[1, [2, 3]], np.c_[[1, 2], [3, 4]], np.hsplit(np.arange(4).reshape(2, 2), 2)[0], np.full((2, 2), [1, 2]))

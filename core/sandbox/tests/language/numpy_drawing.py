"""numpy as drawing scripts use it: images, geometry, random points."""
import math
import random

import numpy as np
from numpy.linalg import norm
from PIL import Image, ImageDraw

# Images and arrays.
img = Image.new("RGB", (6, 4), (10, 20, 30))
arr = np.array(img)
print(arr.shape, arr.dtype, arr[0, 0], arr.sum(), np.asarray(img).mean())
arr[1:3, 2:4] = [255, 0, 0]
arr[..., 2] = 0
back = Image.fromarray(arr)
print(back.size, back.mode, back.getpixel((2, 1)), back.getpixel((0, 0)))
print(img.getpixel((2, 1)))
gray = np.array(img.convert("L"))
print(gray.shape, gray.dtype, gray[0, 0], Image.fromarray(gray).mode, np.array(img.convert("RGBA")).shape)
mask = Image.fromarray((np.arange(24).reshape(4, 6) * 10).astype(np.uint8))
print(mask.mode, mask.getpixel((5, 3)), mask.size, np.array(mask).max())
print(np.array(Image.new("1", (2, 1), 1)), Image.fromarray(np.zeros((2, 3, 4), np.uint8)).mode)
for bad in [np.zeros((2, 2, 3)), np.zeros((2, 2, 5), np.uint8), np.zeros((2, 2, 3), int)]:
    try:
        Image.fromarray(bad)
        print("fine")
    except TypeError as e:
        print("TypeError", e)
bright = np.clip(arr.astype(np.float32) * 1.5 + 10, 0, 255).astype(np.uint8)
print(bright[0, 0], bright[1, 2], (255 - arr)[0, 0], np.where(arr > 100, 255, 0).astype(np.uint8)[1, 2])
ys, xs = np.where(arr[:, :, 0] > 200)
print(xs.min(), xs.max(), ys.min(), ys.max(), list(zip(xs, ys)))
canvas = np.ones((100, 100, 3), dtype=np.uint8) * 255
canvas[20:40, 30:60] = (0, 0, 255)
canvas[:, ::10] //= 2
print(canvas[25, 35], canvas[0, 0], canvas[0, 10], canvas[25, 30], int(canvas.sum()))
half = canvas[::2, ::2]
print(half.shape, np.array_equal(half[0, 0], canvas[0, 0]), Image.fromarray(half).size)
yy, xx = np.ogrid[:50, :50]
disc = (xx - 25) ** 2 + (yy - 25) ** 2 <= 10 ** 2
print(disc.shape, disc.dtype, disc.sum())
picture = np.zeros((50, 50, 3), np.uint8)
picture[disc] = [255, 128, 0]
print(picture.reshape(-1, 3).max(axis=0), np.unique(picture.reshape(-1, 3), axis=0).tolist())
weights = np.array([0.299, 0.587, 0.114])
print((picture @ weights).astype(np.uint8).max(), np.dot(picture[25, 25], weights).round(3))
print(np.mean(picture, axis=(0, 1)), picture.mean(axis=2).max(), np.stack([disc] * 3, axis=-1).shape)

# Drawing with numbers from arrays.
draw = ImageDraw.Draw(back)
points = np.array([[0, 0], [3, 0], [3, 3]])
draw.polygon([tuple(p) for p in points], fill=(1, 2, 3))
draw.line(points.tolist()[0] + points.tolist()[2], fill="white")
draw.line([tuple(points[0]), tuple(points[1])], fill=tuple(np.array([9, 8, 7])), width=np.int64(1))
draw.point((np.int64(5), np.float64(3)), fill=tuple(int(v) for v in np.array([7, 7, 7])))
draw.rectangle([np.int64(0), np.int64(2), np.int64(1), np.int64(3)], outline=(5, 5, 5))
print(list(back.getdata())[:24])
print(np.array(back)[0].tolist())
print(back.crop(tuple(np.array([1, 1, 3, 3]))).size, back.resize((np.int64(3), np.int64(2))).size)

# Geometry.
a, b, c = np.array([0, 0]), np.array([4, 0]), np.array([0, 3])
print(norm(b - a), np.linalg.norm(c - b), np.dot(b - a, c - a), 0.5 * abs(np.cross(np.append(b - a, 0), np.append(c - a, 0))[2]))
angle = math.degrees(math.acos(np.dot(c - b, a - b) / (norm(c - b) * norm(a - b))))
print(round(angle, 4), (a + b + c) / 3, np.mean([a, b, c], axis=0))
theta = np.radians(90)
R = np.array([[np.cos(theta), -np.sin(theta)], [np.sin(theta), np.cos(theta)]])
print((R @ np.array([1, 0])).round(6), (R @ points.T).T.round(6) + 0.0)
circle = np.column_stack([50 + 40 * np.cos(np.linspace(0, 2 * np.pi, 8, endpoint=False)), 50 + 40 * np.sin(np.linspace(0, 2 * np.pi, 8, endpoint=False))])
print(circle.round(3), [tuple(map(int, p)) for p in circle])
x = np.linspace(-2, 2, 9)
y = x ** 2 - 1
for px, py in zip(x, y):
    print(f"({px:.1f}, {py:.2f})", end=" ")
print()
roots = x[np.where(np.diff(np.sign(y)))[0]]
print(roots, y.argmin(), x[y.argmin()], np.polyfit(x, y, 2).round(6) + 0.0)
slope, intercept = np.polyfit([0, 1, 2], [1, 3, 5], 1)
print(round(slope, 6), round(intercept, 6), type(slope).__name__)
d = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=-1))
print(d.round(4))
print(np.linalg.solve(np.array([[2, 1], [1, -1]]), np.array([5, 1])), np.allclose(R @ R.T, np.eye(2)))
grid = np.zeros((3, 3), dtype=int)
grid[1, 1] = 1
grid[0, :] += 2
print(grid, grid.tolist(), np.argwhere(grid == 2).tolist(), (grid == 1).any(), "\n".join(" ".join(map(str, row)) for row in grid))
maze = np.array([list(map(int, row)) for row in ["010", "111", "000"]])
print(maze.sum(), [(int(r), int(k)) for r, k in np.argwhere(maze == 1)])
box = np.array([10.4, 20.6, 30.5, 40.5])
print(box.astype(int), np.round(box).astype(int).tolist(), [int(v) for v in box], box[2:] - box[:2], (box[0] + box[2]) / 2)
print(math.sqrt(np.float64(2)), math.atan2(np.int64(1), np.float32(1)), int(np.ceil(2.1)), max(0, np.int64(-3)), str(np.int64(5)) + "px")

# The legacy generator.
np.random.seed(42)
print(np.random.rand(3), np.random.randint(0, 10, 5), np.random.randn(2), np.random.random(), np.random.uniform(1, 2, (2, 2)))
print(np.random.choice([10, 20, 30], 4), np.random.permutation(5), np.random.normal(0, 1, 3), np.random.randint(5), np.random.rand())
print(np.random.randint(0, 256, (2, 2, 3), dtype=np.uint8), np.random.choice(5, 3, replace=False), np.random.choice([1, 2], p=[0.1, 0.9], size=5))
v = np.arange(5)
np.random.shuffle(v)
print(v, np.random.RandomState(0).randint(0, 100, 3), np.random.randint(100, 1000), np.random.standard_normal())
rng = np.random.RandomState(7)
print(rng.rand(), rng.normal(5, 2), rng.uniform(0, 10), rng.choice(3), rng.randint(0, 2**40))
m = np.arange(6).reshape(3, 2)
np.random.seed(1)
np.random.shuffle(m)
print(m)

# The newer generator.
rng = np.random.default_rng(42)
print(rng.random(), rng.random(3), rng.integers(0, 10, 5), rng.integers(100), rng.uniform(1, 2, 2), rng.normal(0, 1, 4))
print(rng.integers(1, 7, size=(2, 3)), rng.choice([10, 20, 30], 4), rng.permutation(6), rng.standard_normal(3), rng.integers(5, endpoint=True))
print(rng.choice(3, 5, p=[0.2, 0.3, 0.5]), np.random.default_rng(0).normal(size=(2, 2)), np.random.default_rng(2**40).random())
v = np.arange(8)
rng.shuffle(v)
print(v, type(rng.integers(3)).__name__, type(rng.random()).__name__)

from PIL import Image, ImageDraw
import math
verts = [(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]
edges = [(a, b) for a in range(8) for b in range(a + 1, 8) if sum(i != j for i, j in zip(verts[a], verts[b])) == 1]
def project(v, ay=0.6, ax=0.45, scale=90, c=(180, 170)):
    x, y, z = v
    x, z = x * math.cos(ay) + z * math.sin(ay), -x * math.sin(ay) + z * math.cos(ay)
    y, z = y * math.cos(ax) - z * math.sin(ax), y * math.sin(ax) + z * math.cos(ax)
    f = 5 / (5 + z)
    return (c[0] + x * scale * f, c[1] - y * scale * f, z)
P = [project(v) for v in verts]
img = Image.new("RGB", (360, 340), "white")
d = ImageDraw.Draw(img)
far = max(range(8), key=lambda i: P[i][2])
for a, b in edges:
    p, q = P[a][:2], P[b][:2]
    if far in (a, b):
        n = 12
        for k in range(0, n, 2):
            s = [p[i] + (q[i] - p[i]) * k / n for i in (0, 1)]
            e = [p[i] + (q[i] - p[i]) * (k + 1) / n for i in (0, 1)]
            d.line([tuple(s), tuple(e)], fill="gray", width=2)
    else:
        d.line([p, q], fill="black", width=3)
for p in P:
    d.ellipse([p[0] - 4, p[1] - 4, p[0] + 4, p[1] + 4], fill="red")
img.save(os.path.join(temp_output_dir, "cube.png"))
print(len(edges), "edges")

from PIL import Image, ImageDraw
import numpy as np

img = Image.open(image_path).convert("RGB")
draw = ImageDraw.Draw(img)
A, B, C = np.array([80, 290]), np.array([410, 290]), np.array([200, 70])

def perp_bisector(p, q, color, length=120):
    mid = (p + q) / 2
    d = q - p
    n = np.array([-d[1], d[0]]) / np.linalg.norm(d)
    start, end = mid - n * length, mid + n * length
    draw.line([tuple(start), tuple(end)], fill=color, width=2)
    return mid

mids = [perp_bisector(p, q, c) for p, q, c in [(A, B, "red"), (B, C, "green"), (C, A, "blue")]]
for m in mids:
    x, y = m
    draw.ellipse((x - 3, y - 3, x + 3, y + 3), fill="black")
print([tuple(map(float, m)) for m in mids])
img.save(os.path.join(temp_output_dir, "bisectors.png"))

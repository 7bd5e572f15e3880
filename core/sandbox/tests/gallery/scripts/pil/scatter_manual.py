import random
from PIL import Image, ImageDraw, ImageFont
random.seed(42)
pts = [(random.uniform(0, 10), random.uniform(0, 10)) for _ in range(30)]
pts = [(x, 0.7 * x + 1 + random.uniform(-1.5, 1.5)) for x, _ in pts]
n = len(pts)
mx = sum(p[0] for p in pts) / n
my = sum(p[1] for p in pts) / n
k = sum((x - mx) * (y - my) for x, y in pts) / sum((x - mx) ** 2 for x, _ in pts)
c = my - k * mx
W, H, M = 420, 320, 40
X = lambda x: M + x / 10 * (W - 2 * M)
Y = lambda y: H - M - y / 10 * (H - 2 * M)
img = Image.new("RGB", (W, H), "white")
d = ImageDraw.Draw(img)
d.rectangle([M, M, W - M, H - M], outline="black")
for x, y in pts:
    d.ellipse([X(x) - 3, Y(y) - 3, X(x) + 3, Y(y) + 3], fill="royalblue")
d.line([X(0), Y(c), X(10), Y(10 * k + c)], fill="red", width=2)
d.text((M + 6, M + 6), f"y = {k:.2f}x + {c:.2f}", fill="red", font=ImageFont.truetype("arial.ttf", 14))
img.save(os.path.join(temp_output_dir, "scatter.png"))

from PIL import Image, ImageDraw, ImageFont
import math

values = [35, 25, 20, 12, 8]
names = ["Rent", "Food", "Fun", "Travel", "Other"]
colors = ["#e41a1c", "#377eb8", "#4daf4a", "#984ea3", "#ff7f00"]
img = Image.new("RGB", (460, 340), "white")
d = ImageDraw.Draw(img)
f = ImageFont.truetype("DejaVuSans.ttf", 13)
start = -90
box = [30, 40, 290, 300]
cx, cy, r = 160, 170, 130
for v, n, c in zip(values, names, colors):
    end = start + v * 3.6
    d.pieslice(box, start, end, fill=c, outline="white", width=2)
    mid = math.radians((start + end) / 2)
    d.text((cx + r * 0.65 * math.cos(mid), cy + r * 0.65 * math.sin(mid)), f"{v}%", fill="white", font=f, anchor="mm")
    start = end
for i, (n, c) in enumerate(zip(names, colors)):
    y = 90 + i * 28
    d.rectangle([320, y, 338, y + 18], fill=c, outline="black")
    d.text((346, y + 1), n, fill="black", font=f)
img.save(os.path.join(temp_output_dir, "pie.png"))
print(sum(values))

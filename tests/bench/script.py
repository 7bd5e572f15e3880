from PIL import Image, ImageDraw, ImageFont
import math

image = Image.open(image_path).convert("RGB")
draw = ImageDraw.Draw(image)
corners = {"A": (64, 416), "B": (448, 396), "C": (198, 84)}
(ax, ay), (bx, by), (cx, cy) = corners["A"], corners["B"], corners["C"]
# the foot of the height from C on AB
t = ((cx - ax) * (bx - ax) + (cy - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
foot = (ax + t * (bx - ax), ay + t * (by - ay))
draw.line([corners["C"], foot], fill=(255, 0, 0), width=2)
draw.ellipse([foot[0] - 5, foot[1] - 5, foot[0] + 5, foot[1] + 5], fill="red")
height = math.dist(corners["C"], foot)
font = ImageFont.load_default()
for name, (x, y) in corners.items():
    draw.text((x + 4, y - 12), f"{name}", fill="blue", font=font)
labels = [f"{name}: {x}, {y}" for name, (x, y) in sorted(corners.items())]
draw.text((foot[0] + 4, foot[1] - 14), f"H = {height:.1f}", fill="black", font=font)
image.save("height.png")
print(f"{len(labels)} corners, height {height:.2f}")
processed_path = "height.png"

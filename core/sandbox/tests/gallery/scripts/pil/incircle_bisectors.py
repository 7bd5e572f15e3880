# Draw the angle bisectors and the incircle of the triangle
from PIL import Image, ImageDraw
from math import dist, sqrt

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def tuple(self):
        return (self.x, self.y)

    def __sub__(self, other):
        return Point(self.x - other.x, self.y - other.y)


A, B, C = Point(80, 290), Point(410, 290), Point(200, 70)
a = dist(B.tuple(), C.tuple())
b = dist(A.tuple(), C.tuple())
c = dist(A.tuple(), B.tuple())
p = a + b + c
I = Point((a * A.x + b * B.x + c * C.x) / p, (a * A.y + b * B.y + c * C.y) / p)
s = p / 2
r = sqrt(s * (s - a) * (s - b) * (s - c)) / s

img = Image.open(image_path).convert("RGBA")
overlay = Image.new("RGBA", img.size, (0, 0, 0, 0))
draw = ImageDraw.Draw(overlay)
draw.ellipse([I.x - r, I.y - r, I.x + r, I.y + r], fill=(255, 200, 0, 90), outline=(200, 120, 0, 255), width=2)
for V in (A, B, C):
    draw.line([V.tuple(), I.tuple()], fill=(0, 128, 0, 255), width=2)
result = Image.alpha_composite(img, overlay).convert("RGB")
processed_path = os.path.join(temp_output_dir, "incircle.png")
result.save(processed_path)
print(f"inradius = {r:.2f}")
print(processed_path)

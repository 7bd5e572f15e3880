import math
from PIL import Image, ImageDraw

im = Image.open(image_path)
d = ImageDraw.Draw(im)

ax, ay = 80, 290
bx, by = 410, 290
cx, cy = 200, 70
D = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
ux = ((ax**2 + ay**2) * (by - cy) + (bx**2 + by**2) * (cy - ay) + (cx**2 + cy**2) * (ay - by)) / D
uy = ((ax**2 + ay**2) * (cx - bx) + (bx**2 + by**2) * (ax - cx) + (cx**2 + cy**2) * (bx - ax)) / D
r = math.hypot(ax - ux, ay - uy)
d.ellipse((ux - r, uy - r, ux + r, uy + r), outline=(220, 0, 120), width=2)
d.line((ux - 6, uy, ux + 6, uy), fill=(220, 0, 120), width=2)
d.line((ux, uy - 6, ux, uy + 6), fill=(220, 0, 120), width=2)
for x, y in ((ax, ay), (bx, by), (cx, cy)):
    d.line([(ux, uy), (x, y)], fill=(160, 160, 160), width=1)
print("O = (%.2f, %.2f), R = %.2f" % (ux, uy, r))
im.save(temp_output_dir + "/circum.png")

import math
from PIL import Image, ImageDraw, ImageFont

img = Image.new("RGB", (480, 320), "white")
d = ImageDraw.Draw(img)
O, r, P = (170, 160), 90, (420, 200)
d.ellipse([O[0] - r, O[1] - r, O[0] + r, O[1] + r], outline="black", width=2)
dx, dy = P[0] - O[0], P[1] - O[1]
L = math.hypot(dx, dy)
alpha = math.acos(r / L)
base = math.atan2(dy, dx)
font = ImageFont.truetype("arial.ttf", 18)
for sign, name in ((1, "T"), (-1, "S")):
    t = (O[0] + r * math.cos(base + sign * alpha), O[1] + r * math.sin(base + sign * alpha))
    d.line([P, t], fill="red", width=2)
    d.line([O, t], fill="blue", width=1)
    d.ellipse([t[0] - 4, t[1] - 4, t[0] + 4, t[1] + 4], fill="red")
    d.text((t[0] + 6, t[1] + (6 if sign > 0 else -26)), name, font=font, fill="red")
d.line([O, P], fill="gray")
d.text((O[0] - 20, O[1] - 10), "O", font=font, fill="black")
d.text((P[0] + 8, P[1] - 10), "P", font=font, fill="black")
print(f"tangent length {math.sqrt(L * L - r * r):.3f}")
img.save(os.path.join(temp_output_dir, "tangents.png"))

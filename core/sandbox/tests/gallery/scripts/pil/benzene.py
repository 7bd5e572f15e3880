from PIL import Image, ImageDraw, ImageFont
import math
im = Image.new("RGB", (320, 320), "white")
dr = ImageDraw.Draw(im)
font = ImageFont.truetype("arial.ttf", 20)
c, R = (160, 170), 80
v = [(c[0] + R * math.cos(math.radians(60 * k - 90)), c[1] + R * math.sin(math.radians(60 * k - 90))) for k in range(6)]
for i in range(6):
    p, q = v[i], v[(i + 1) % 6]
    dr.line([p, q], fill="black", width=3)
    if i % 2 == 0:
        inner = [tuple(c[k] + (pt[k] - c[k]) * 0.8 for k in (0, 1)) for pt in (p, q)]
        dr.line(inner, fill="black", width=3)
dr.line([v[0], (v[0][0], v[0][1] - 40)], fill="black", width=3)
dr.text((v[0][0], v[0][1] - 42), "OH", fill="red", font=font, anchor="ms")
im.save(f"{temp_output_dir}/phenol.png")

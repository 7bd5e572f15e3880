from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (600, 300), "white")
d = ImageDraw.Draw(img)
f = ImageFont.truetype("DejaVuSans.ttf", 14)
axis, lens, F = 160, 300, 90
d.line([20, axis, 580, axis], fill=(120, 120, 120))
d.arc([lens - 150, axis - 140, lens + 20, axis + 140], -60, 60, fill="blue", width=2)
d.arc([lens - 20, axis - 140, lens + 150, axis + 140], 120, 240, fill="blue", width=2)
for x, name in ((lens - F, "F"), (lens + F, "F'"), (lens - 2 * F, "2F")):
    d.ellipse([x - 3, axis - 3, x + 3, axis + 3], fill="black")
    d.text((x, axis + 8), name, fill="black", font=f, anchor="ma")
u, h = 220, 70
v = 1 / (1 / F - 1 / u)
hi = h * v / u
d.line([lens - u, axis, lens - u, axis - h], fill="green", width=3)
d.polygon([(lens - u, axis - h - 8), (lens - u - 5, axis - h), (lens - u + 5, axis - h)], fill="green")
d.line([lens - u, axis - h, lens, axis - h, lens + v, axis + hi], fill="red", width=1)
d.line([lens - u, axis - h, lens + v, axis + hi], fill="orange", width=1)
d.line([lens + v, axis, lens + v, axis + hi], fill="purple", width=3)
d.polygon([(lens + v, axis + hi + 8), (lens + v - 5, axis + hi), (lens + v + 5, axis + hi)], fill="purple")
print(f"v = {v:.2f}, magnification = {-v / u:.3f}")
img.save(os.path.join(temp_output_dir, "lens.png"))

from PIL import Image, ImageDraw, ImageFont
S, U = 440, 40
img = Image.new("RGB", (S, S), "white")
d = ImageDraw.Draw(img)
f = ImageFont.truetype("DejaVuSans.ttf", 12)
def to_px(x, y):
    return (S / 2 + x * U, S / 2 - y * U)
for i in range(-5, 6):
    d.line([to_px(i, -5.5), to_px(i, 5.5)], fill=(225, 225, 225))
    d.line([to_px(-5.5, i), to_px(5.5, i)], fill=(225, 225, 225))
    if i:
        d.text((to_px(i, 0)[0], S / 2 + 4), str(i), fill="black", font=f, anchor="ma")
        d.text((S / 2 - 6, to_px(0, i)[1]), str(i), fill="black", font=f, anchor="rm")
d.line([to_px(-5.5, 0), to_px(5.5, 0)], fill="black", width=2)
d.line([to_px(0, -5.5), to_px(0, 5.5)], fill="black", width=2)
curve = [to_px(x / 20, (x / 20) ** 2 / 2 - 2) for x in range(-80, 81)]
d.line(curve, fill="red", width=2)
P, Q = (-3, 2.5), (2, 0)
d.line([to_px(*P), to_px(*Q)], fill="blue", width=2)
for (x, y), n in ((P, "P"), (Q, "Q")):
    px, py = to_px(x, y)
    d.ellipse([px - 4, py - 4, px + 4, py + 4], fill="blue")
    d.text((px + 6, py - 16), f"{n}({x}, {y})", fill="blue", font=f)
slope = (Q[1] - P[1]) / (Q[0] - P[0])
print(f"slope = {slope:.2f}")
img.save(os.path.join(temp_output_dir, "plane.png"))

from PIL import Image, ImageDraw, ImageFont
a, b, c = 90, 60, 40
img = Image.new("RGB", (420, 300), "white")
d = ImageDraw.Draw(img)
x, y = 130, 110
faces = {"front": (x, y, a, b), "back": (x + a + c, y, a, b), "left": (x - c, y, c, b), "right": (x + a, y, c, b), "top": (x, y - c, a, c), "bottom": (x, y + b, a, c)}
f = ImageFont.truetype("arial.ttf", 12)
total = 0
for i, (n, (fx, fy, fw, fh)) in enumerate(faces.items()):
    d.rectangle([fx, fy, fx + fw, fy + fh], outline="black", width=2, fill=(255 - i * 15, 240, 200 + i * 8))
    d.text((fx + fw / 2, fy + fh / 2), n, fill="black", font=f, anchor="mm")
    total += fw * fh
d.text((20, 20), f"surface = {total}", fill="blue", font=ImageFont.truetype("arial.ttf", 18))
img.save(os.path.join(temp_output_dir, "net.png"))

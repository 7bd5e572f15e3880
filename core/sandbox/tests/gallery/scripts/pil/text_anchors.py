from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (480, 300), "white")
d = ImageDraw.Draw(img)
f = ImageFont.truetype("arial.ttf", 22)
for i, a in enumerate(["la", "ma", "ra", "lm", "mm", "rm", "ls", "ms", "rs", "lb", "mb", "rb", "lt", "mt", "rt"]):
    x, y = 80 + (i % 3) * 150, 40 + (i // 3) * 55
    d.line([x - 60, y, x + 60, y], fill="#ccc")
    d.line([x, y - 20, x, y + 20], fill="#ccc")
    d.text((x, y), "Agy " + a, font=f, fill="black", anchor=a)
img.save(os.path.join(temp_output_dir, "anchors.png"))

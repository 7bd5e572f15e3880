from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (420, 90), "white")
px = img.load()
for x in range(20, 400):
    t = (x - 20) / 379
    for y in range(20, 50):
        px[x, y] = (int(255 * t), int(80 + 100 * (1 - abs(2 * t - 1))), int(255 * (1 - t)))
d = ImageDraw.Draw(img)
f = ImageFont.truetype("arial.ttf", 13)
for i in range(6):
    x = 20 + i * 76
    d.line([x, 50, x, 56], fill="black")
    d.text((x, 58), f"{i * 10}°C", fill="black", font=f, anchor="ma")
img.save(os.path.join(temp_output_dir, "legend.png"))

from PIL import Image, ImageDraw, ImageFont
KW, KH = 40, 180
white = list("CDEFGAB") * 2
img = Image.new("RGB", (KW * len(white) + 1, KH + 30), "white")
d = ImageDraw.Draw(img)
chord = {0, 2, 4}
for i, n in enumerate(white):
    fill = (255, 230, 150) if i in chord else "white"
    d.rectangle([i * KW, 0, (i + 1) * KW, KH], fill=fill, outline="black")
    d.text((i * KW + KW / 2, KH - 15), n, fill="black", anchor="mm", font=ImageFont.truetype("arial.ttf", 14))
for i, n in enumerate(white[:-1]):
    if n in "CDFGA":
        x = (i + 1) * KW
        d.rounded_rectangle([x - 12, -8, x + 12, 110], radius=5, fill="black")
d.text((10, KH + 6), "C major", fill="red", font=ImageFont.truetype("arial.ttf", 16))
img.save(os.path.join(temp_output_dir, "piano.png"))

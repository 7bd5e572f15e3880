from PIL import Image, ImageDraw, ImageFont
rows = [["x", "-2", "-1", "0", "1", "2"], ["f(x)", "4", "1", "0", "1", "4"]]
cw, ch = 70, 40
img = Image.new("RGB", (cw * 6 + 20, ch * 2 + 20), "white")
d = ImageDraw.Draw(img)
font = ImageFont.truetype("DejaVuSans.ttf", 18)
for r, row in enumerate(rows):
    for c, cell in enumerate(row):
        x0, y0 = 10 + c * cw, 10 + r * ch
        d.rectangle([x0, y0, x0 + cw, y0 + ch], outline="black", width=1, fill="#dde8f7" if c == 0 else "white")
        bb = d.textbbox((0, 0), cell, font=font)
        tw, th = bb[2] - bb[0], bb[3] - bb[1]
        d.text((x0 + (cw - tw) / 2 - bb[0], y0 + (ch - th) / 2 - bb[1]), cell, fill="black", font=font)
img.save(os.path.join(temp_output_dir, "values.png"))

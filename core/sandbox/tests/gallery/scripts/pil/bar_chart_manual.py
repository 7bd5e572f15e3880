from PIL import Image, ImageDraw, ImageFont

data = {"Mon": 12, "Tue": 18, "Wed": 7, "Thu": 22, "Fri": 15}
W, H, M = 480, 320, 40
img = Image.new("RGB", (W, H), "#ffffff")
draw = ImageDraw.Draw(img)
font = ImageFont.load_default()
peak = max(data.values())
slot = (W - 2 * M) / len(data)
for i, (day, value) in enumerate(data.items()):
    x0 = M + i * slot + slot * 0.15
    x1 = M + (i + 1) * slot - slot * 0.15
    y0 = H - M - value / peak * (H - 2 * M)
    draw.rectangle([x0, y0, x1, H - M], fill="steelblue", outline="navy")
    w = draw.textlength(day, font=font)
    draw.text(((x0 + x1 - w) / 2, H - M + 5), day, fill="black", font=font)
    w = draw.textlength(str(value), font=font)
    draw.text(((x0 + x1 - w) / 2, y0 - 14), str(value), fill="black", font=font)
draw.line([M, H - M, W - M, H - M], fill="black", width=2)
draw.line([M, M, M, H - M], fill="black", width=2)
draw.text((W // 2 - 40, 10), "Visitors per day", fill="black", font=font)
img.save(os.path.join(temp_output_dir, "bars.png"))

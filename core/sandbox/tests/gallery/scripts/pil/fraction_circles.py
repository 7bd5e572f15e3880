from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (540, 200), "white")
d = ImageDraw.Draw(img)
font = ImageFont.truetype("arial.ttf", 20)
for k, (num, den) in enumerate([(3, 4), (5, 8), (2, 3)]):
    x = 20 + k * 180
    for i in range(den):
        d.pieslice([x, 20, x + 130, 150], i * 360 / den - 90, (i + 1) * 360 / den - 90,
                   fill="gold" if i < num else "white", outline="black")
    d.text((x + 65, 175), f"{num}/{den}", font=font, fill="black", anchor="mm")
img.save(os.path.join(temp_output_dir, "fractions.png"))

from PIL import Image, ImageDraw, ImageFont
from textwrap import wrap
steps = ["Grass makes food from sunlight", "Grasshopper eats grass", "Frog eats the grasshopper", "Snake eats the frog"]
img = Image.new("RGB", (620, 150), "#f7fff7")
d = ImageDraw.Draw(img)
f = ImageFont.truetype("DejaVuSans.ttf", 13)
for i, s in enumerate(steps):
    x = 15 + i * 152
    d.rounded_rectangle((x, 35, x + 124, 115), radius=10, fill="#d8f3dc", outline="#2d6a4f", width=2)
    lines = wrap(s, 14)
    for k, line in enumerate(lines):
        d.text((x + 62, 75 + (k - (len(lines) - 1) / 2) * 18), line, fill="black", font=f, anchor="mm")
    if i:
        d.line((x - 26, 75, x - 4, 75), fill="black", width=2)
        d.polygon([(x - 2, 75), (x - 10, 70), (x - 10, 80)], fill="black")
img.save(os.path.join(temp_output_dir, "chain.png"))

from PIL import Image, ImageDraw, ImageFont
im = Image.new('RGB', (640, 140), (255, 255, 255))
d = ImageDraw.Draw(im)
f = ImageFont.truetype('arial.ttf', 16)
x0, x1, y = 40, 600, 80
d.line((x0, y, x1, y), fill=(0, 0, 0), width=3)
d.polygon([(x1 + 12, y), (x1, y - 7), (x1, y + 7)], fill=(0, 0, 0))
d.polygon([(x0 - 12, y), (x0, y - 7), (x0, y + 7)], fill=(0, 0, 0))
X = lambda v: x0 + (v + 5) * (x1 - x0) / 10
for v in range(-5, 6):
    d.line((X(v), y - 8, X(v), y + 8), fill=(0, 0, 0), width=2)
    d.text((X(v), y + 12), str(v), font=f, fill=(0, 0, 0), anchor='ma')
# solution set -2 < x <= 3
d.line((X(-2), y, X(3), y), fill=(255, 0, 0), width=6)
d.ellipse((X(-2) - 8, y - 8, X(-2) + 8, y + 8), fill=(255, 255, 255), outline=(255, 0, 0), width=3)
d.ellipse((X(3) - 8, y - 8, X(3) + 8, y + 8), fill=(255, 0, 0))
d.text((320, 30), '-2 < x ≤ 3', font=f, fill=(255, 0, 0), anchor='mm')
processed_path = os.path.join(temp_output_dir, 'numberline.png')
im.save(processed_path)
print(processed_path)

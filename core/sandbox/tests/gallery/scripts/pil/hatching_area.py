from PIL import Image, ImageDraw
img = Image.open(image_path).convert("RGB")
w, h = img.size
mask = Image.new("1", (w, h), 0)
ImageDraw.Draw(mask).polygon([(80, 290), (305, 180), (200, 70)], fill=1)
hatch = img.copy()
d = ImageDraw.Draw(hatch)
for x in range(-h, w, 10):
    d.line([(x, h), (x + h, 0)], fill=(0, 90, 200), width=1)
img.paste(hatch, (0, 0), mask)
img.save(os.path.join(temp_output_dir, "hatched.png"))

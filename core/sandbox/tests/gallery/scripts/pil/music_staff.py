from PIL import Image, ImageDraw
img = Image.new("L", (520, 180), 255)
d = ImageDraw.Draw(img)
top, gap = 60, 14
for i in range(5):
    d.line([(20, top + i * gap), (500, top + i * gap)], fill=0, width=1)
notes = [("C4", 10), ("D4", 9), ("E4", 8), ("F4", 7), ("G4", 6), ("A4", 5), ("B4", 4), ("C5", 3)]
for k, (name, pos) in enumerate(notes):
    x = 60 + k * 55
    y = top + pos * gap / 2
    d.ellipse([x - 9, y - 6, x + 9, y + 6], fill=0)
    if pos >= 5:
        d.line([x + 9, y, x + 9, y - 45], fill=0, width=2)
    else:
        d.line([x - 9, y, x - 9, y + 45], fill=0, width=2)
    if pos == 10:
        d.line([x - 15, y, x + 15, y], fill=0, width=1)
    d.text((x - 6, 150), name, fill=0)
img.save(os.path.join(temp_output_dir, "staff.png"))
print(img.mode)

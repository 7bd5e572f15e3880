from PIL import Image, ImageDraw
img = Image.new("RGB", (400, 160), "white")
draw = ImageDraw.Draw(img)
draw.line([(20, 20), (20, 140)], fill="black", width=4)
for y in range(20, 140, 12):
    draw.line([(20, y), (8, y + 12)], fill="black")
coil = [(20, 90), (40, 90)]
for i in range(14):
    coil.append((45 + i * 12, 75 if i % 2 else 105))
coil += [(215, 90), (240, 90)]
draw.line(coil, fill=(60, 60, 200), width=3)
draw.rectangle([240, 60, 310, 120], fill=(200, 120, 80), outline="black")
draw.line([(20, 121), (390, 121)], fill="gray", width=2)
draw.line([(330, 90), (380, 90)], fill="red", width=3)
draw.polygon([(390, 90), (378, 84), (378, 96)], fill="red")
draw.text((345, 70), "F", fill="red")
img.save(os.path.join(temp_output_dir, "spring.png"))

from PIL import Image, ImageDraw, ImageFont

try:
    font = ImageFont.truetype("Arial Bold.ttf", 20)
except IOError:
    font = ImageFont.load_default()

img = Image.open(image_path).convert("RGB")
draw = ImageDraw.Draw(img)
labels = [("∠A = 61°", (100, 250)), ("∠B = 46°", (300, 255)), ("∠C = 73°", (170, 110))]
for text, pos in labels:
    left, top, right, bottom = draw.textbbox(pos, text, font=font)
    draw.rectangle((left - 5, top - 5, right + 5, bottom + 5), fill="yellow", outline="black")
    draw.text(pos, text, font=font, fill="black")
img.save(os.path.join(temp_output_dir, "labels.png"))
print("done")

from PIL import Image, ImageDraw, ImageFont
import random
random.seed(8)
img = Image.new("RGB", (480, 340), (245, 250, 255))
d = ImageDraw.Draw(img, "RGBA")
d.ellipse([40, 40, 440, 300], fill=(180, 220, 180, 160), outline=(40, 120, 40, 255), width=4)
d.ellipse([180, 110, 300, 220], fill=(140, 100, 180, 180), outline=(80, 40, 120, 255), width=3)
d.ellipse([225, 150, 260, 185], fill=(60, 20, 90, 255))
for _ in range(12):
    x, y = random.randint(80, 380), random.randint(80, 250)
    d.ellipse([x, y, x + 22, y + 12], fill=(230, 120, 60, 150))
font = ImageFont.truetype("arial.ttf", 15)
for text, start, end in [("Nucleus", (320, 20), (270, 130)), ("Membrane", (20, 20), (90, 95)), ("Mitochondrion", (330, 310), (300, 250))]:
    d.line([start, end], fill="black", width=1)
    d.text(start, text, fill="black", font=font)
img.save(os.path.join(temp_output_dir, "cell.png"))

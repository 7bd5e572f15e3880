from PIL import Image, ImageDraw
import math
img = Image.new("RGB", (300, 300), "white")
d = ImageDraw.Draw(img)
for k in range(0, 360, 10):
    a = math.radians(k)
    d.line([150, 150, 150 + 140 * math.cos(a), 150 + 140 * math.sin(a)], fill=(k * 255 // 360, 0, 255 - k * 255 // 360), width=1 + k // 90)
d.ellipse([100.4, 100.6, 199.5, 199.2], outline="black")
d.ellipse((130, 130, 170, 170), fill=None, outline=(0, 128, 0), width=7)
d.rectangle([5, 5, 294, 294], outline="black", width=4)
img.save(os.path.join(temp_output_dir, "star.png"))

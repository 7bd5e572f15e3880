from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (640, 420), "white")
d = ImageDraw.Draw(img)
y = 8
for size in (9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 36, 48):
    f = ImageFont.truetype("DejaVuSans.ttf", size)
    d.text((10, y), f"{size}px: Angle ABC = 37.5°, xyz (QWERTY)", font=f, fill="black")
    y += size + 8
img.save(os.path.join(temp_output_dir, "sizes.png"))

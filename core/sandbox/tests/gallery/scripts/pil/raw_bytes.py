from PIL import Image, ImageDraw

# Masks drawn in grey, their ink the mode's own.
for mode in ("1", "L", "LA", "RGB", "RGBA", "CMYK", "P", "I", "F", "HSV"):
    small = Image.new(mode, (11, 3), 5 if mode in ("L", "P") else 0)
    draw = ImageDraw.Draw(small)
    draw.line((0, 0, 4, 0))
    draw.rectangle((6, 0, 9, 2))
    data = small.tobytes()
    again = Image.frombytes(mode, small.size, data)
    print(mode, small.getpixel((1, 0)), small.getpixel((6, 0)), len(data), again.tobytes() == data, draw.fill)

image = Image.new("RGB", (240, 160), "#f4f4f0")
draw = ImageDraw.Draw(image)
stamp = Image.new("L", (60, 60), 0)
ImageDraw.Draw(stamp).ellipse((4, 4, 55, 55), fill=200)
draw.bitmap((20, 20), stamp, fill="teal")
draw.bitmap((90, 50), stamp.convert("1", dither=Image.Dither.NONE), fill=(200, 30, 30))
stripes = bytes((40 * (x // 8) % 256 if channel == y % 3 else 90) for y in range(40) for x in range(60) for channel in range(3))
image.paste(Image.frombytes("RGB", (60, 40), stripes), (165, 20))
checks = Image.frombytes("1", (32, 32), bytes(0xAA if y % 2 else 0x55 for y in range(32) for _ in range(4)))
image.paste(checks.resize((64, 64)), (165, 80))
print(round(image.entropy(), 6), round(stamp.entropy(), 6), image.convert("L").get_flattened_data()[:3])
try:
    Image.frombytes("RGB", (4, 4), b"short")
except ValueError as error:
    print("ValueError:", error)
image.save("raw.png")

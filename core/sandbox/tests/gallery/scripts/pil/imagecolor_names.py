from PIL import Image, ImageDraw, ImageColor
names = ["red", "rebeccapurple", "#0f0", "#1e90ff", "rgb(255, 128, 0)", "hsl(200, 60%, 50%)", "hsv(60, 80%, 90%)", "lightgoldenrodyellow"]
img = Image.new("RGB", (320, 80 * 2))
d = ImageDraw.Draw(img)
for i, n in enumerate(names):
    rgb = ImageColor.getrgb(n)
    print(n, rgb, ImageColor.getcolor(n, "L"))
    x, y = (i % 4) * 80, (i // 4) * 80
    d.rectangle([x, y, x + 79, y + 79], fill=n)
img.save(os.path.join(temp_output_dir, "colours.png"))

from PIL import Image, ImageDraw, ImageFont
import math
img = Image.new("RGB", (320, 320), "ivory")
d = ImageDraw.Draw(img)
c = 160
for k in range(8):
    a = math.radians(k * 45)
    r = 120 if k % 2 == 0 else 75
    tip = (c + r * math.sin(a), c - r * math.cos(a))
    l = (c + 22 * math.sin(a - 0.4), c - 22 * math.cos(a - 0.4))
    rr = (c + 22 * math.sin(a + 0.4), c - 22 * math.cos(a + 0.4))
    d.polygon([(c, c), l, tip], fill="black", outline="black")
    d.polygon([(c, c), rr, tip], fill="white", outline="black")
f = ImageFont.truetype("arialbd.ttf", 22)
for t, a in zip("NESW", range(0, 360, 90)):
    d.text((c + 140 * math.sin(math.radians(a)), c - 140 * math.cos(math.radians(a))), t, font=f, fill="darkred", anchor="mm")
img.save(os.path.join(temp_output_dir, "rose.png"))

# input: scene
from PIL import Image, ImageDraw, ImageFont
base = Image.open(image_path).convert("RGBA")
txt = Image.new("RGBA", base.size, (255, 255, 255, 0))
fnt = ImageFont.truetype("DejaVuSans.ttf", 36)
d = ImageDraw.Draw(txt)
w, h = base.size
d.text((w / 2, h / 2), "SAMPLE", font=fnt, fill=(255, 255, 255, 128), anchor="mm")
rotated = txt.rotate(30)
out = Image.alpha_composite(base, rotated)
out.convert("RGB").save(os.path.join(temp_output_dir, "mark.png"))

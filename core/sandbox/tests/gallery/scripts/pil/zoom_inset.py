# input: scene
from PIL import Image, ImageDraw

src = Image.open(image_path).convert("RGB")
box = (200, 100, 260, 160)
inset = src.crop(box).resize((120, 120), Image.BICUBIC)
draw = ImageDraw.Draw(src)
draw.rectangle(box, outline="red", width=2)
src.paste(inset, (10, 10))
draw.rectangle((10, 10, 129, 129), outline="red", width=2)
draw.line((130, 10, 200, 100), fill="red")
draw.line((130, 129, 200, 160), fill="red")
src.save(os.path.join(temp_output_dir, "inset.png"))

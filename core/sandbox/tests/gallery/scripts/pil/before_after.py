# input: scene
from PIL import Image, ImageDraw, ImageEnhance, ImageFont, ImageFilter

img = Image.open(image_path).convert("RGB")
bright = ImageEnhance.Brightness(img).enhance(1.4)
contrast = ImageEnhance.Contrast(bright).enhance(1.2)
sharp = contrast.filter(ImageFilter.SHARPEN)
panel = Image.new("RGB", (img.width * 2 + 30, img.height + 50), "white")
panel.paste(img, (10, 40))
panel.paste(sharp, (img.width + 20, 40))
d = ImageDraw.Draw(panel)
font = ImageFont.truetype("arial.ttf", 20)
d.text((10, 8), "Before", fill="black", font=font)
d.text((img.width + 20, 8), "After", fill="black", font=font)
panel.save(f"{temp_output_dir}/panel.png")

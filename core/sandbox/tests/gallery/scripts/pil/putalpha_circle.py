# input: scene
from PIL import Image, ImageDraw, ImageOps, ImageFilter
img = Image.open(image_path).convert("RGB")
mask = Image.new("L", img.size, 0)
ImageDraw.Draw(mask).ellipse((40, 90, 180, 220), fill=255)
soft = mask.filter(ImageFilter.GaussianBlur(6))
cut = img.copy()
cut.putalpha(soft)
cut.save(os.path.join(temp_output_dir, "circle.png"))
spot = Image.composite(img, ImageOps.grayscale(img).convert("RGB"), mask)
spot.save(os.path.join(temp_output_dir, "spot.png"))
print(cut.mode, cut.getpixel((110, 150))[3], cut.getpixel((5, 5))[3])

# input: table
from PIL import Image, ImageDraw

img = Image.open(image_path).convert("RGBA")
overlay = Image.new("RGBA", img.size, (255, 255, 255, 0))
d = ImageDraw.Draw(overlay)
d.rectangle([20, 124, 540, 176], fill=(255, 255, 0, 100))
d.rectangle([410, 20, 540, 280], fill=(0, 200, 255, 60))
out = Image.alpha_composite(img, overlay)
out = out.convert("RGB")
path = os.path.join(temp_output_dir, "highlight.jpg")
out.save(path, quality=95)
print(path)

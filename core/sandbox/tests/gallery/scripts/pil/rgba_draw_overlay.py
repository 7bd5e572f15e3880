# input: table
from PIL import Image, ImageDraw
img = Image.open(image_path).convert("RGB")
draw = ImageDraw.Draw(img, "RGBA")
draw.rectangle([150, 20, 280, 280], fill=(255, 0, 0, 60), outline=(255, 0, 0, 255), width=3)
draw.ellipse([420, 180, 530, 225], outline=(0, 0, 255, 180), width=4)
draw.line([20, 20, 540, 280], fill=(0, 128, 0, 120), width=6)
draw.polygon([(300, 100), (380, 150), (300, 200)], fill=(255, 200, 0, 128))
img.save(os.path.join(temp_output_dir, "overlay.png"))

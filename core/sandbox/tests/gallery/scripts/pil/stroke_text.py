# input: scene
from PIL import Image, ImageDraw, ImageFont
img = Image.open(image_path).convert("RGB")
d = ImageDraw.Draw(img)
f = ImageFont.truetype("DejaVuSans-Bold.ttf", 28)
d.text((20, 20), "House", font=f, fill="white", stroke_width=2, stroke_fill="black")
d.text((190, 195), "Tree", font=f, fill=(255, 255, 0), stroke_width=3, stroke_fill=(0, 60, 0))
img.save(os.path.join(temp_output_dir, "stroke.png"))

# input: scene
from PIL import Image, ImageDraw
base = Image.open(image_path).convert("RGB")
stamp = Image.new("RGBA", (90, 90), (0, 0, 0, 0))
d = ImageDraw.Draw(stamp)
d.ellipse([5, 5, 85, 85], fill=(220, 30, 30, 200), outline="white", width=4)
d.line([25, 45, 40, 62, 68, 28], fill="white", width=8, joint="curve")
base.paste(stamp, (20, 20), stamp)
base.paste((0, 0, 120), (200, 190, 310, 230), Image.new("L", (110, 40), 140))
half = stamp.resize((45, 45), Image.LANCZOS)
base.paste(half, (250, 80), mask=half.split()[3])
base.save(os.path.join(temp_output_dir, "stamp.png"))

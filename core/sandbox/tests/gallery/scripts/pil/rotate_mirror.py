# input: triangle
from PIL import Image, ImageOps
img = Image.open(image_path).convert("RGB").resize((240, 180))
sheet = Image.new("RGB", (500, 400), "gray")
sheet.paste(img, (5, 5))
sheet.paste(img.transpose(Image.FLIP_LEFT_RIGHT), (250, 5))
sheet.paste(ImageOps.flip(img), (5, 190))
sheet.paste(img.rotate(180), (250, 190))
sheet.save(os.path.join(temp_output_dir, "mirror.png"))
rot = img.rotate(25, expand=True, fillcolor="white", resample=Image.BICUBIC)
rot.save(os.path.join(temp_output_dir, "rotated.png"))
print(rot.size)

# input: triangle
from PIL import Image
img = Image.open(image_path).convert("RGB")
w, h = img.size
shear = img.transform((w + 100, h), Image.AFFINE, (1, 0.3, -100, 0, 1, 0), resample=Image.BILINEAR, fillcolor="white")
shear.save(os.path.join(temp_output_dir, "shear.png"))
zoom = img.transform((240, 180), Image.EXTENT, (120, 40, 300, 175), resample=Image.NEAREST)
zoom.save(os.path.join(temp_output_dir, "extent.png"))

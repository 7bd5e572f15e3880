# input: scene
from PIL import Image, ImageFilter, ImageOps

img = Image.open(image_path).convert("L")
edges = img.filter(ImageFilter.FIND_EDGES)
edges = ImageOps.invert(edges)
edges = edges.point(lambda p: 255 if p > 200 else 0)
edges.save(os.path.join(temp_output_dir, "edges.png"))
print(edges.getextrema())

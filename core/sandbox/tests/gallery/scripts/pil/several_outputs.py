# input: bars
from PIL import Image
img = Image.open(image_path)
paths = []
for i, (x, name) in enumerate([(85, "apples"), (165, "pears"), (245, "plums")]):
    crop = img.crop((x - 10, 60, x + 54, 360))
    p = os.path.join(temp_output_dir, f"{i}_{name}.png")
    crop.save(p)
    paths.append(p)
processed_path = paths
for p in paths:
    print(p)

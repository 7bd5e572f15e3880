# input: bars
from PIL import Image

img = Image.open(image_path)
# Crop the region around the third bar and enlarge it
box = (235, 80, 305, 360)
crop = img.crop(box)
zoomed = crop.resize((crop.width * 2, crop.height * 2), Image.LANCZOS)
processed_path = os.path.join(temp_output_dir, "zoom.png")
zoomed.save(processed_path)
print(zoomed.size)
print(processed_path)

# input: scene
from PIL import Image
img = Image.open(image_path).convert("RGB")
pal = img.convert("P", palette=Image.ADAPTIVE, colors=8)
print(pal.mode, len(pal.getcolors()))
pal.convert("RGB").save(os.path.join(temp_output_dir, "eight.png"))
q = img.quantize(4)
q.convert("RGB").save(os.path.join(temp_output_dir, "four.png"))

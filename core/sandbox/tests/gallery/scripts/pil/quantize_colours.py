# input: scene
from PIL import Image
img = Image.open(image_path).convert("RGB")
small = img.resize((64, 48), Image.BILINEAR)
big = small.resize((320, 240), Image.NEAREST)
post = big.point(lambda v: v // 64 * 64 + 32)
colors = post.getcolors(maxcolors=4096)
colors.sort(reverse=True)
print(len(colors), colors[0][0])
post.save(os.path.join(temp_output_dir, "posterised.png"))

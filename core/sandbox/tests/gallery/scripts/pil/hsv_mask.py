# input: bars
from PIL import Image
import numpy as np
img = Image.open(image_path).convert("RGB")
hsv = np.array(img.convert("HSV"))
h, s, v = hsv[..., 0], hsv[..., 1], hsv[..., 2]
mask = (s > 100) & (v > 80)
out = np.array(img)
out[~mask] = [255, 255, 255]
Image.fromarray(out).save(os.path.join(temp_output_dir, "bars_only.png"))
ys, xs = np.where(mask)
print("bars span", xs.min(), xs.max(), ys.min(), ys.max(), "pixels", int(mask.sum()))

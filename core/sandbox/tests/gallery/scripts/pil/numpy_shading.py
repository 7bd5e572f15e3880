from PIL import Image
import numpy as np
h, w = 200, 300
yy, xx = np.mgrid[0:h, 0:w]
r2 = (xx - 150) ** 2 + (yy - 100) ** 2
z = np.sqrt(np.maximum(80 ** 2 - r2, 0))
light = np.clip((0.4 * (150 - xx) + 0.4 * (100 - yy) + 0.8 * z) / 80, 0, 1)
rgb = np.stack([light * 255, light * 120, light * 60], axis=-1)
rgb[r2 > 80 ** 2] = (230, 230, 240)
Image.fromarray(rgb.astype(np.uint8)).save(os.path.join(temp_output_dir, "sphere.png"))

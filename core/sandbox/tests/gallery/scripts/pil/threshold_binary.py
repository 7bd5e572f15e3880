# input: table
from PIL import Image
import numpy as np
img = Image.open(image_path).convert("L")
bw = img.point(lambda p: 255 if p > 128 else 0, mode="1")
bw.save(os.path.join(temp_output_dir, "bw.png"))
a = np.array(bw)
print(a.dtype, a.shape, int(a.sum()))

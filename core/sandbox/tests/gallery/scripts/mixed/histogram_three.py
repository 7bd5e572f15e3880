# input: scene
import numpy as np
from PIL import Image
import matplotlib.pyplot as plt
a = np.asarray(Image.open(image_path).convert('RGB'))
plt.figure(figsize=(6, 4))
for i, c in enumerate('rgb'):
    h, e = np.histogram(a[:, :, i], bins=32, range=(0, 256))
    plt.plot(e[:-1], h, color=c, label=c.upper())
plt.legend()
plt.xlim(0, 256)
plt.savefig(os.path.join(temp_output_dir, 'rgb.png'))
print(a.shape, a.dtype, a.mean().round(3))

# input: scene
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image
g = np.array(Image.open(image_path).convert('L'))
fig, (ax1, ax2) = plt.subplots(1, 2, figsize=(8, 3.2))
ax1.imshow(g, cmap='gray', vmin=0, vmax=255)
ax1.set_xticks([]); ax1.set_yticks([])
ax2.hist(g.ravel(), bins=64, range=(0, 256), color='gray')
ax2.set_title(f'mean {g.mean():.1f}')
plt.savefig(os.path.join(temp_output_dir, 'gray.png'))

# input: bars
import numpy as np
from PIL import Image
import matplotlib.pyplot as plt
img = np.array(Image.open(image_path).convert('RGB')).astype(int)
vals = []
for x in (107, 187, 267, 347, 427):
    col = img[:, x]
    sat = col.max(axis=1) - col.min(axis=1)
    rows = np.nonzero(sat > 60)[0]
    vals.append(round((330 - rows.min()) / 2.7))
print(vals)
fig, axs = plt.subplots(1, 2, figsize=(9, 3.6))
axs[0].imshow(img.astype(np.uint8)); axs[0].axis('off')
axs[1].bar(range(5), vals, color='gray')
for i, v in enumerate(vals):
    axs[1].annotate(str(v), (i, v), ha='center', va='bottom')
fig.savefig(os.path.join(temp_output_dir, 'read.png'))

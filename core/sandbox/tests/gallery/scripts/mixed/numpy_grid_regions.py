# input: table
import numpy as np
from PIL import Image, ImageDraw
arr = np.array(Image.open(image_path).convert('L'))
dark_rows = np.where((arr < 100).mean(axis=1) > 0.5)[0]
dark_cols = np.where((arr < 100).mean(axis=0) > 0.5)[0]
groups = lambda v: [int(g[0]) for g in np.split(v, np.where(np.diff(v) > 1)[0] + 1)]
rows, cols = groups(dark_rows), groups(dark_cols)
print(rows, cols)
im = Image.open(image_path).convert('RGB')
d = ImageDraw.Draw(im)
for i in range(len(rows) - 1):
    for j in range(len(cols) - 1):
        if (i + j) % 2:
            d.rectangle([cols[j] + 4, rows[i] + 4, cols[j + 1] - 3, rows[i + 1] - 3], outline='red')
im.save(os.path.join(temp_output_dir, 'cells.png'))

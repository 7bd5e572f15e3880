# input: table
import cv2
import numpy as np
img = cv2.imread(image_path)
means = []
for r in range(5):
    row = []
    for c in range(4):
        cell = img[20 + r * 52 + 3: 72 + r * 52 - 3, 20 + c * 130 + 3: 150 + c * 130 - 3]
        row.append(float(np.round(255 - cell.mean(), 2)))
    means.append(row)
for row in means:
    print(row)
cell = img[75:125, 20:150]
big = cv2.resize(cell, (cell.shape[1] * 3, cell.shape[0] * 3), interpolation=cv2.INTER_LINEAR)
cv2.imwrite(os.path.join(temp_output_dir, "cell.png"), big)

# input: table
import cv2
import numpy as np
image = cv2.imread(image_path, cv2.IMREAD_GRAYSCALE)
ret, bw = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
print('threshold', ret)
k_h = cv2.getStructuringElement(cv2.MORPH_RECT, (40, 1))
k_v = cv2.getStructuringElement(cv2.MORPH_RECT, (1, 40))
horizontal = cv2.morphologyEx(bw, cv2.MORPH_OPEN, k_h)
vertical = cv2.morphologyEx(bw, cv2.MORPH_OPEN, k_v)
grid = cv2.add(horizontal, vertical)
cv2.imwrite(os.path.join(temp_output_dir, 'grid.png'), grid)
print(cv2.countNonZero(grid))

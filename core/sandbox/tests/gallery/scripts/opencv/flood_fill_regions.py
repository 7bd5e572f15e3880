# input: maze
import cv2
import numpy as np
img = cv2.imread(image_path)
h, w = img.shape[:2]
mask = np.zeros((h + 2, w + 2), np.uint8)
cv2.floodFill(img, mask, (60, 20), (255, 230, 180))
print(int(mask[1:-1, 1:-1].sum()))
cv2.imwrite(os.path.join(temp_output_dir, "flood.png"), img)

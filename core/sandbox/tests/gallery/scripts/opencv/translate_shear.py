# input: triangle
import cv2
import numpy as np
img = cv2.imread(image_path)
h, w = img.shape[:2]
T = np.float32([[1, 0, 40], [0, 1, -30]])
moved = cv2.warpAffine(img, T, (w, h), borderMode=cv2.BORDER_CONSTANT, borderValue=(200, 200, 200))
S = np.float32([[1, 0.3, 0], [0, 1, 0]])
sheared = cv2.warpAffine(img, S, (w + 110, h), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
cv2.imwrite(os.path.join(temp_output_dir, "moved.png"), moved)
cv2.imwrite(os.path.join(temp_output_dir, "sheared.png"), sheared)
print(moved.shape, sheared.shape)

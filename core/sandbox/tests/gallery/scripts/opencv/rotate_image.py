# input: bars
import cv2
img = cv2.imread(image_path)
(h, w) = img.shape[:2]
center = (w // 2, h // 2)
M = cv2.getRotationMatrix2D(center, 30, 1.0)
rotated = cv2.warpAffine(img, M, (w, h), borderValue=(255, 255, 255))
print(M.round(3).tolist())
cv2.imwrite(os.path.join(temp_output_dir, 'rotated.png'), rotated)

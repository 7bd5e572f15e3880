# input: triangle
import cv2
import numpy as np
img = cv2.imread(image_path)
mask = np.zeros(img.shape[:2], np.uint8)
cv2.fillConvexPoly(mask, np.array([[80, 290], [410, 290], [200, 70]]), 255)
fg = np.full_like(img, (200, 255, 200))
img_bg = cv2.bitwise_and(img, img, mask=cv2.bitwise_not(mask))
img_fg = cv2.bitwise_and(fg, fg, mask=mask)
out = cv2.add(img_bg, img_fg)
out[img.max(axis=2) < 100] = 0
cv2.imwrite(os.path.join(temp_output_dir, "filled.png"), out)
print(cv2.countNonZero(mask))

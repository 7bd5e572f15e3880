import cv2
import numpy as np
img = np.full((200, 300), 255, np.uint8)
cv2.circle(img, (150, 100), 4, 0, -1)
cv2.line(img, (20, 180), (280, 180), 0, 2)
dist = cv2.distanceTransform(img, cv2.DIST_L2, 5)
norm = cv2.normalize(dist, None, 0, 255, cv2.NORM_MINMAX).astype(np.uint8)
cv2.imwrite(os.path.join(temp_output_dir, "distance.png"), norm)

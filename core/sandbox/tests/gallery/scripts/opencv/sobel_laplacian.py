# input: scene
import cv2
import numpy as np
gray = cv2.imread(image_path, 0)
gx = cv2.Sobel(gray, cv2.CV_64F, 1, 0, ksize=3)
gy = cv2.Sobel(gray, cv2.CV_64F, 0, 1, ksize=3)
mag = np.sqrt(gx ** 2 + gy ** 2)
mag = np.uint8(np.clip(mag / mag.max() * 255, 0, 255))
lap = cv2.convertScaleAbs(cv2.Laplacian(gray, cv2.CV_64F))
out = np.hstack([mag, lap])
cv2.imwrite(os.path.join(temp_output_dir, "gradients.png"), out)

# input: table
import cv2
import numpy as np
img = cv2.imread(image_path)
src = np.float32([[20, 20], [540, 20], [540, 280], [20, 280]])
dst = np.float32([[60, 40], [420, 10], [400, 290], [30, 250]])
M = cv2.getPerspectiveTransform(src, dst)
warped = cv2.warpPerspective(img, M, (450, 300))
for p in dst.astype(int):
    cv2.circle(warped, tuple(int(v) for v in p), 5, (0, 0, 255), -1)
cv2.imwrite(os.path.join(temp_output_dir, 'persp.png'), warped)

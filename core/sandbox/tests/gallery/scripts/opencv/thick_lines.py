import cv2
import numpy as np
img = np.full((300, 300, 3), 255, np.uint8)
for i, t in enumerate([1, 2, 3, 4, 5, 8, 12]):
    cv2.line(img, (20, 20 + i * 38), (280, 30 + i * 30), (0, 0, 0), t)
cv2.polylines(img, [np.array([[30, 280], [80, 40], [140, 270], [200, 60], [270, 280]])], False, (200, 0, 0), 6)
cv2.imwrite(os.path.join(temp_output_dir, "thick.png"), img)

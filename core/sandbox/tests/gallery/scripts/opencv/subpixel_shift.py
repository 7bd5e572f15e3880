import cv2
import numpy as np
img = np.zeros((160, 240, 3), np.uint8)
cv2.line(img, (40 << 4, 24 << 4), ((200 << 4) + 8, (60 << 4) + 4), (255, 255, 255), 1, cv2.LINE_AA, 4)
cv2.circle(img, ((80 << 3) + 4, (100 << 3) + 2), (30 << 3) + 4, (0, 255, 0), 1, cv2.LINE_AA, 3)
cv2.rectangle(img, (140, 80), (220, 140), (0, 0, 255), 5)
cv2.line(img, (150, 90), (210, 130), (255, 255, 0), 7)
cv2.imwrite(os.path.join(temp_output_dir, "shift.png"), img)

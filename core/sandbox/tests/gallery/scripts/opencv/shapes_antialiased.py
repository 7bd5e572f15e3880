import numpy as np
import cv2

img = np.zeros((300, 400, 3), np.uint8)
img[:] = (40, 30, 20)
cv2.line(img, (10, 10), (390, 120), (255, 255, 255), 1, cv2.LINE_AA)
cv2.line(img, (10, 40), (390, 160), (0, 255, 255), 3, cv2.LINE_AA)
cv2.circle(img, (100, 200), 60, (255, 128, 0), 2, lineType=cv2.LINE_AA)
cv2.circle(img, (240, 200), 50, (80, 200, 80), -1, cv2.LINE_AA)
cv2.ellipse(img, (330, 210), (50, 70), 30, 0, 360, (200, 80, 200), 2, cv2.LINE_AA)
cv2.polylines(img, [np.array([[20, 280], [120, 150], [200, 285]], np.int32)], True, (0, 0, 255), 2, cv2.LINE_AA)
cv2.putText(img, 'LINE_AA', (230, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (255, 255, 255), 2, cv2.LINE_AA)
cv2.imwrite(os.path.join(temp_output_dir, 'aa.png'), img)

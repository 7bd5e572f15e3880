import cv2
import numpy as np
img = np.full((300, 400, 3), 255, np.uint8)
pts = np.array([[100, 60], [300, 120], [280, 230], [90, 160]], np.int32)
cv2.fillPoly(img, [pts], (220, 220, 220))
rect = cv2.minAreaRect(pts)
box = cv2.boxPoints(rect)
box = box.astype(int)
cv2.drawContours(img, [box], 0, (0, 0, 255), 2)
x, y, w, h = cv2.boundingRect(pts)
cv2.rectangle(img, (x, y), (x + w, y + h), (0, 180, 0), 2)
print(sorted(round(v, 1) for v in rect[1]))
cv2.imwrite(os.path.join(temp_output_dir, "rects.png"), img)

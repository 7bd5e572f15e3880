import cv2
import numpy as np
img = cv2.imread(image_path)
pts = np.array([[80, 290], [410, 290], [200, 70]], dtype=np.float32)
(x, y), r = cv2.minEnclosingCircle(pts)
cv2.circle(img, (int(round(x)), int(round(y))), int(round(r)), (255, 0, 255), 2)
print(f"{x:.1f} {y:.1f} {r:.1f}")
rect = cv2.boundingRect(pts)
cv2.rectangle(img, rect, (0, 165, 255), 1)
area = cv2.contourArea(pts)
print("area", area, "perimeter", round(cv2.arcLength(pts, True), 2))
cv2.imwrite(os.path.join(temp_output_dir, "min.png"), img)

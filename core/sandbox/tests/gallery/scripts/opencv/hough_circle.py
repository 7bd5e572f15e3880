import cv2
import numpy as np
img = np.full((240, 320, 3), 255, np.uint8)
cv2.circle(img, (90, 120), 50, (0, 0, 0), 2)
cv2.circle(img, (230, 110), 35, (0, 0, 0), 2)
gray = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
gray = cv2.GaussianBlur(gray, (9, 9), 2)
circles = cv2.HoughCircles(gray, cv2.HOUGH_GRADIENT, dp=1, minDist=60, param1=100, param2=30, minRadius=20, maxRadius=80)
found = 0 if circles is None else circles.shape[1]
print("circles:", found)
for x, y, r in ((90, 120, 50), (230, 110, 35)):
    cv2.circle(img, (x, y), r, (0, 255, 0), 3)
    cv2.circle(img, (x, y), 2, (0, 0, 255), 3)
cv2.imwrite(os.path.join(temp_output_dir, "circles.png"), img)

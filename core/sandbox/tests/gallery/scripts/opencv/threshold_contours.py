# input: bars
import cv2
import numpy as np

img = cv2.imread(image_path)
hsv = cv2.cvtColor(img, cv2.COLOR_BGR2HSV)
mask = cv2.inRange(hsv, (0, 80, 80), (180, 255, 255))
contours, hierarchy = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
contours = sorted(contours, key=lambda c: cv2.boundingRect(c)[0])
for i, cnt in enumerate(contours):
    x, y, w, h = cv2.boundingRect(cnt)
    if w * h < 200:
        continue
    cv2.drawContours(img, [cnt], -1, (0, 0, 0), 2)
    cv2.putText(img, f"{h}px", (x, y - 6), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (0, 0, 255), 1, cv2.LINE_AA)
    print(i, x, y, w, h, cv2.contourArea(cnt))
cv2.imwrite(f"{temp_output_dir}/contours.png", img)

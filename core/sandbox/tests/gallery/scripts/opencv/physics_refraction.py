import cv2
import numpy as np
import math
img = np.full((320, 400, 3), 255, np.uint8)
img[160:] = (245, 225, 200)
n1, n2, t1 = 1.0, 1.5, math.radians(50)
t2 = math.asin(n1 * math.sin(t1) / n2)
O = (200, 160)
cv2.line(img, (0, 160), (399, 160), (0, 0, 0), 1)
for y in range(20, 300, 16):
    cv2.line(img, (200, y), (200, y + 8), (120, 120, 120), 1)
src = (int(200 - 150 * math.sin(t1)), int(160 - 150 * math.cos(t1)))
dst = (int(200 + 150 * math.sin(t2)), int(160 + 150 * math.cos(t2)))
ref = (int(200 + 150 * math.sin(t1)), int(160 - 150 * math.cos(t1)))
cv2.arrowedLine(img, src, O, (0, 0, 255), 2, cv2.LINE_AA, tipLength=0.08)
cv2.arrowedLine(img, O, dst, (255, 0, 0), 2, cv2.LINE_AA, tipLength=0.08)
cv2.arrowedLine(img, O, ref, (0, 160, 0), 1, cv2.LINE_AA, tipLength=0.08)
cv2.ellipse(img, O, (40, 40), 0, -90 - 50, -90, (0, 0, 255), 1)
cv2.ellipse(img, O, (40, 40), 0, 90 - math.degrees(t2), 90, (255, 0, 0), 1)
print(f"theta2 = {math.degrees(t2):.2f}")
cv2.imwrite(os.path.join(temp_output_dir, "refraction.png"), img)

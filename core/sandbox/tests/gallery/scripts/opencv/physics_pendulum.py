import cv2
import numpy as np
import math
img = np.full((360, 400, 3), 245, np.uint8)
pivot, L, ang = (200, 40), 230, math.radians(28)
bob = (int(pivot[0] + L * math.sin(ang)), int(pivot[1] + L * math.cos(ang)))
cv2.line(img, (120, 40), (280, 40), (0, 0, 0), 4)
for x in range(120, 280, 12):
    cv2.line(img, (x, 40), (x + 8, 28), (0, 0, 0), 1)
for y in range(40, 300, 12):
    cv2.line(img, (200, y), (200, min(y + 6, 300)), (150, 150, 150), 1)
cv2.line(img, pivot, bob, (80, 60, 40), 2, cv2.LINE_AA)
cv2.circle(img, bob, 18, (40, 40, 200), -1, cv2.LINE_AA)
cv2.ellipse(img, pivot, (70, 70), 90, -28, 0, (200, 0, 0), 2)
cv2.putText(img, "28", (212, 130), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (200, 0, 0), 1, cv2.LINE_AA)
cv2.arrowedLine(img, bob, (bob[0], bob[1] + 80), (0, 120, 0), 2)
cv2.putText(img, "mg", (bob[0] + 8, bob[1] + 78), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (0, 120, 0), 2)
print(f"T = {2 * math.pi * math.sqrt(1.5 / 9.81):.3f} s")
cv2.imwrite(os.path.join(temp_output_dir, "pendulum.png"), img)

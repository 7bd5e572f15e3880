import cv2
import numpy as np
from math import sin, cos, radians
img = np.full((360, 360, 3), 255, np.uint8)
c, R = (180, 180), 150
cv2.circle(img, c, R, (0, 0, 0), 3, cv2.LINE_AA)
for h in range(12):
    a = radians(h * 30 - 90)
    p1 = (int(c[0] + (R - 12) * cos(a)), int(c[1] + (R - 12) * sin(a)))
    p2 = (int(c[0] + R * cos(a)), int(c[1] + R * sin(a)))
    cv2.line(img, p1, p2, (0, 0, 0), 2, cv2.LINE_AA)
    t = str(h or 12)
    (tw, th), _ = cv2.getTextSize(t, cv2.FONT_HERSHEY_SIMPLEX, 0.7, 2)
    p = (int(c[0] + (R - 32) * cos(a) - tw / 2), int(c[1] + (R - 32) * sin(a) + th / 2))
    cv2.putText(img, t, p, cv2.FONT_HERSHEY_SIMPLEX, 0.7, (0, 0, 0), 2, cv2.LINE_AA)
hh, mm = 10, 10
for ang, length, thick, col in ((hh * 30 + mm / 2, 75, 6, (60, 60, 60)), (mm * 6, 110, 4, (0, 0, 200))):
    a = radians(ang - 90)
    cv2.line(img, c, (int(c[0] + length * cos(a)), int(c[1] + length * sin(a))), col, thick, cv2.LINE_AA)
cv2.circle(img, c, 7, (0, 0, 0), -1, cv2.LINE_AA)
cv2.imwrite(os.path.join(temp_output_dir, 'clock.png'), img)

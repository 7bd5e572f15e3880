import cv2
import numpy as np
canvas = np.full((240, 480, 3), 255, np.uint8)
cv2.rectangle(canvas, (30, 60), (130, 160), (200, 100, 50), -1)
cv2.circle(canvas, (220, 110), 55, (50, 180, 90), -1)
cv2.fillPoly(canvas, [np.array([[330, 170], [390, 50], [450, 170]])], (80, 80, 220))
gray = cv2.cvtColor(canvas, cv2.COLOR_BGR2GRAY)
_, th = cv2.threshold(gray, 240, 255, cv2.THRESH_BINARY_INV)
cnts, _ = cv2.findContours(th, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
for c in sorted(cnts, key=lambda c: cv2.boundingRect(c)[0]):
    peri = cv2.arcLength(c, True)
    approx = cv2.approxPolyDP(c, 0.03 * peri, True)
    name = {3: "triangle", 4: "square"}.get(len(approx), "circle")
    M = cv2.moments(c)
    cx, cy = int(M["m10"] / M["m00"]), int(M["m01"] / M["m00"])
    cv2.drawContours(canvas, [c], 0, (0, 0, 0), 2)
    cv2.putText(canvas, name, (cx - 35, 200), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (0, 0, 0), 1)
    print(name, cx, cy)
cv2.imwrite(os.path.join(temp_output_dir, "detected.png"), canvas)

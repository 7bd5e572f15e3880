import cv2
import numpy as np

canvas = np.full((320, 480, 3), 255, dtype=np.uint8)
cv2.rectangle(canvas, (20, 20), (140, 100), (255, 0, 0), 2)
cv2.rectangle(canvas, (160, 20), (280, 100), (0, 255, 0), -1)
cv2.circle(canvas, (360, 60), 40, (0, 0, 255), 3)
cv2.circle(canvas, (440, 60), 25, (0, 128, 255), cv2.FILLED)
cv2.ellipse(canvas, (90, 200), (70, 40), 20, 0, 360, (128, 0, 128), 2)
cv2.ellipse(canvas, (240, 200), (70, 40), 0, 30, 270, (0, 100, 0), -1)
pts = np.array([[330, 160], [400, 140], [460, 200], [420, 260], [340, 250]], np.int32)
cv2.polylines(canvas, [pts.reshape((-1, 1, 2))], True, (0, 0, 0), 2)
tri = np.array([[60, 310], [120, 250], [180, 310]])
cv2.fillPoly(canvas, [tri], (200, 200, 0))
cv2.line(canvas, (210, 300), (300, 260), (50, 50, 50), 1)
cv2.arrowedLine(canvas, (320, 300), (460, 280), (0, 0, 200), 2, tipLength=0.15)
cv2.imwrite(f"{temp_output_dir}/shapes.png", canvas)
print(canvas.shape)

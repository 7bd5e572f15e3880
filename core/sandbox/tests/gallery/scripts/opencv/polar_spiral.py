import cv2
import numpy as np
img = np.zeros((400, 400, 3), np.uint8)
t = np.linspace(0, 8 * np.pi, 600)
r = 7 * t
x = (200 + r * np.cos(t)).astype(np.int32)
y = (200 + r * np.sin(t)).astype(np.int32)
for i in range(1, len(t)):
    color = (int(255 * i / len(t)), 128, int(255 - 255 * i / len(t)))
    cv2.line(img, (int(x[i - 1]), int(y[i - 1])), (int(x[i]), int(y[i])), color, 2)
cv2.imwrite(os.path.join(temp_output_dir, "spiral.png"), img)

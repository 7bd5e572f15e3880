import cv2
import numpy as np
W, H = 500, 400
img = np.full((H, W, 3), 255, np.uint8)
sx, sy, ox, oy = 50, 40, W // 2, 320
for gx in range(-5, 6):
    cv2.line(img, (ox + gx * sx, 0), (ox + gx * sx, H), (230, 230, 230), 1)
for gy in range(-2, 9):
    cv2.line(img, (0, oy - gy * sy), (W, oy - gy * sy), (230, 230, 230), 1)
cv2.arrowedLine(img, (0, oy), (W - 1, oy), (0, 0, 0), 2, tipLength=0.02)
cv2.arrowedLine(img, (ox, H - 1), (ox, 0), (0, 0, 0), 2, tipLength=0.03)
xs = np.linspace(-5, 5, 300)
ys = 0.3 * xs ** 2 + 0.5
pts = np.stack([ox + xs * sx, oy - ys * sy], axis=1).round().astype(np.int32)
cv2.polylines(img, [pts.reshape(-1, 1, 2)], False, (0, 0, 255), 2, cv2.LINE_AA)
for k in (-4, -2, 2, 4):
    cv2.putText(img, str(k), (ox + k * sx - 8, oy + 20), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (0, 0, 0), 1)
cv2.putText(img, "y = 0.3x^2 + 0.5", (20, 40), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (0, 0, 255), 2)
cv2.imwrite(os.path.join(temp_output_dir, "graph.png"), img)

import cv2
import numpy as np, math
img = np.full((360, 400, 3), 255, np.uint8)
def branch(x, y, a, length, depth):
    if depth == 0:
        return
    x2, y2 = x + length * math.cos(a), y - length * math.sin(a)
    cv2.line(img, (int(x), int(y)), (int(x2), int(y2)), (20, 60 + depth * 10, 20), max(1, depth // 2))
    branch(x2, y2, a + 0.45, length * 0.75, depth - 1)
    branch(x2, y2, a - 0.4, length * 0.72, depth - 1)
branch(200, 350, math.pi / 2, 90, 9)
cv2.imwrite(os.path.join(temp_output_dir, 'fractal.png'), img)

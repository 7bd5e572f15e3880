# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path)
canvas = np.full((300, 512, 3), 255, np.uint8)
for i, col in enumerate([(255, 0, 0), (0, 255, 0), (0, 0, 255)]):
    hist = cv2.calcHist([img], [i], None, [256], [0, 256])
    cv2.normalize(hist, hist, 0, 280, cv2.NORM_MINMAX)
    pts = np.column_stack((np.arange(256) * 2, 295 - hist.flatten())).astype(np.int32)
    cv2.polylines(canvas, [pts], False, col, 1)
cv2.imwrite(os.path.join(temp_output_dir, "hist.png"), canvas)
print(img.mean(axis=(0, 1)).round(2))

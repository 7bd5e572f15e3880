# input: maze
import cv2
import numpy as np

img = cv2.imread(image_path)
gray = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
edges = cv2.Canny(gray, 50, 150, apertureSize=3)
lines = cv2.HoughLinesP(edges, 1, np.pi / 180, threshold=80, minLineLength=60, maxLineGap=5)
print(0 if lines is None else len(lines) > 10)
out = np.full_like(img, 255)
out[gray < 128] = (0, 0, 0)
cv2.line(out, (10, 50), (10, 410), (0, 200, 0), 3)
cv2.imwrite(os.path.join(temp_output_dir, "lines.png"), out)

import cv2
import numpy as np
data = [["n", "n^2", "n^3"], ["1", "1", "1"], ["2", "4", "8"], ["3", "9", "27"], ["4", "16", "64"]]
ch, cw = 40, 100
img = np.ones((ch * len(data) + 20, cw * 3 + 20, 3), dtype="uint8") * 255
for r in range(len(data) + 1):
    cv2.line(img, (10, 10 + r * ch), (10 + 3 * cw, 10 + r * ch), (0, 0, 0), 2 if r < 2 else 1)
for c in range(4):
    cv2.line(img, (10 + c * cw, 10), (10 + c * cw, 10 + ch * len(data)), (0, 0, 0), 1)
for r, row in enumerate(data):
    for c, t in enumerate(row):
        size = cv2.getTextSize(t, cv2.FONT_HERSHEY_COMPLEX, 0.7, 1)[0]
        x = 10 + c * cw + (cw - size[0]) // 2
        y = 10 + r * ch + (ch + size[1]) // 2
        cv2.putText(img, t, (x, y), cv2.FONT_HERSHEY_COMPLEX, 0.7, (0, 0, 0), 1, cv2.LINE_AA)
cv2.imwrite(os.path.join(temp_output_dir, "table.png"), img)

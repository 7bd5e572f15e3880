import cv2
import numpy as np

def drawline(img, pt1, pt2, color, thickness=1, style='dotted', gap=10):
    dist = ((pt1[0] - pt2[0]) ** 2 + (pt1[1] - pt2[1]) ** 2) ** .5
    pts = []
    for i in np.arange(0, dist, gap):
        r = i / dist
        x = int((pt1[0] * (1 - r) + pt2[0] * r) + .5)
        y = int((pt1[1] * (1 - r) + pt2[1] * r) + .5)
        pts.append((x, y))
    if style == 'dotted':
        for p in pts:
            cv2.circle(img, p, thickness, color, -1)
    else:
        s = pts[0]
        e = pts[0]
        i = 0
        for p in pts:
            s = e
            e = p
            if i % 2 == 1:
                cv2.line(img, s, e, color, thickness)
            i += 1

img = cv2.imread(image_path)
drawline(img, (200, 70), (200, 290), (255, 0, 0), 2, 'dashed', 10)
drawline(img, (80, 290), (305, 180), (0, 0, 255), 2, 'dotted', 12)
cv2.imwrite(os.path.join(temp_output_dir, 'dotted.png'), img)

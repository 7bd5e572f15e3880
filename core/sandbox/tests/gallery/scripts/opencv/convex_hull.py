import cv2
import numpy as np
rng = np.random.RandomState(5)
pts = rng.randint(40, 280, size=(30, 2))
img = np.full((320, 320, 3), 255, np.uint8)
hull = cv2.convexHull(pts.astype(np.int32))
cv2.polylines(img, [hull], isClosed=True, color=(0, 0, 255), thickness=2)
for p in pts:
    cv2.circle(img, (int(p[0]), int(p[1])), 4, (255, 0, 0), -1)
print(len(hull), cv2.contourArea(hull))
cv2.imwrite(f"{temp_output_dir}/hull.png", img)

# input: maze
import cv2
import numpy as np
from collections import deque

img = cv2.imread(image_path)
gray = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
_, free = cv2.threshold(gray, 40, 1, cv2.THRESH_BINARY)
small = cv2.erode(free, np.ones((7, 7), np.uint8))[::5, ::5]
H, W = small.shape
start, goal = (6, 6), (78, 78)
prev = {start: None}
q = deque([start])
while q:
    y, x = q.popleft()
    if (y, x) == goal:
        break
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        ny, nx = y + dy, x + dx
        if 0 <= ny < H and 0 <= nx < W and small[ny, nx] and (ny, nx) not in prev:
            prev[(ny, nx)] = (y, x)
            q.append((ny, nx))
route = []
cur = goal if goal in prev else None
while cur:
    route.append((cur[1] * 5, cur[0] * 5))
    cur = prev[cur]
print(len(route))
if route:
    cv2.polylines(img, [np.array(route, np.int32)], False, (255, 0, 255), 3)
cv2.imwrite(os.path.join(temp_output_dir, "route.png"), img)

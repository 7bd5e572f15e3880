import cv2
import numpy as np
img = np.zeros((200, 300), np.uint8)
cv2.circle(img, (60, 60), 35, 255, -1)
cv2.rectangle(img, (130, 30), (200, 90), 255, -1)
cv2.ellipse(img, (220, 150), (50, 25), 0, 0, 360, 255, -1)
cv2.circle(img, (70, 150), 20, 255, -1)
n, labels, stats, centroids = cv2.connectedComponentsWithStats(img)
palette = np.array([[0, 0, 0], [0, 0, 255], [0, 255, 0], [255, 0, 0], [0, 255, 255]], np.uint8)
out = palette[labels]
for i in range(1, n):
    x, y, w, h, area = stats[i]
    cv2.rectangle(out, (int(x), int(y)), (int(x + w), int(y + h)), (255, 255, 255), 1)
    cv2.putText(out, str(area), (int(centroids[i][0]) - 18, int(centroids[i][1])), cv2.FONT_HERSHEY_PLAIN, 0.9, (255, 255, 255), 1)
    print(i, area, centroids[i].round(1).tolist())
cv2.imwrite(os.path.join(temp_output_dir, "parts.png"), out)

import cv2
import numpy as np
base = np.full((340, 380, 3), 255, np.uint8)
for center, color in (((140, 130), (0, 0, 255)), ((240, 130), (0, 255, 0)), ((190, 215), (255, 0, 0))):
    layer = base.copy()
    cv2.circle(layer, center, 95, color, -1)
    base = cv2.addWeighted(layer, 0.35, base, 0.65, 0)
    cv2.circle(base, center, 95, (0, 0, 0), 2, cv2.LINE_AA)
for t, p in (("A", (70, 60)), ("B", (300, 60)), ("C", (182, 330))):
    cv2.putText(base, t, p, cv2.FONT_HERSHEY_SIMPLEX, 1, (0, 0, 0), 2)
cv2.imwrite(os.path.join(temp_output_dir, "venn.png"), base)

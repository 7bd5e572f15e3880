import cv2
import numpy as np
img = np.full((160, 480, 3), 230, np.uint8)
kinds = [cv2.MARKER_CROSS, cv2.MARKER_TILTED_CROSS, cv2.MARKER_STAR, cv2.MARKER_DIAMOND, cv2.MARKER_SQUARE, cv2.MARKER_TRIANGLE_UP, cv2.MARKER_TRIANGLE_DOWN]
for i, kind in enumerate(kinds):
    cv2.drawMarker(img, (40 + i * 65, 80), (200, 0, 0), markerType=kind, markerSize=30, thickness=2)
cv2.imwrite(os.path.join(temp_output_dir, 'markers.png'), img)

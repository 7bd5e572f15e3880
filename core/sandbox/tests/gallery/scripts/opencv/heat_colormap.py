import cv2
import numpy as np
g = np.tile(np.arange(256, dtype=np.uint8), (40, 1))
maps = [cv2.COLORMAP_JET, cv2.COLORMAP_HOT, cv2.COLORMAP_VIRIDIS]
img = np.vstack([cv2.applyColorMap(g, m) for m in maps])
cv2.imwrite(os.path.join(temp_output_dir, "maps.png"), img)

# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path)
gamma = 2.2
table = np.array([((i / 255.0) ** (1.0 / gamma)) * 255 for i in np.arange(0, 256)]).astype("uint8")
bright = cv2.LUT(img, table)
out = cv2.convertScaleAbs(bright, alpha=0.9, beta=10)
cv2.imwrite(os.path.join(temp_output_dir, "gamma.png"), out)

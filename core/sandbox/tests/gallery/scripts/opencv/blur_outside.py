# input: scene
import cv2
import numpy as np

img = cv2.imread(image_path)
blurred = cv2.GaussianBlur(img, (21, 21), 0)
mask = np.zeros(img.shape[:2], dtype=np.uint8)
cv2.circle(mask, (105, 155), 60, 255, -1)
out = np.where(mask[:, :, None] == 255, img, blurred)
cv2.circle(out, (105, 155), 60, (0, 255, 255), 2)
cv2.imwrite(os.path.join(temp_output_dir, "focus.png"), out)

# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path)
hsv = cv2.cvtColor(img, cv2.COLOR_BGR2HSV)
lower = np.array([35, 60, 40])
upper = np.array([85, 255, 200])
mask = cv2.inRange(hsv, lower, upper)
mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
result = cv2.bitwise_and(img, img, mask=mask)
share = np.count_nonzero(mask) / mask.size
print(f"green share: {share:.1%}")
cv2.imwrite(os.path.join(temp_output_dir, "green.png"), result)

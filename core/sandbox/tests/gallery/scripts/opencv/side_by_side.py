# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path)
gray = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
gray3 = cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR)
flipped = cv2.flip(img, 1)
top = np.hstack([img, gray3])
bottom = np.hstack([flipped, 255 - img])
both = np.vstack((top, bottom))
both = cv2.resize(both, (320, 240), interpolation=cv2.INTER_AREA)
cv2.imwrite(os.path.join(temp_output_dir, "panels.png"), both)

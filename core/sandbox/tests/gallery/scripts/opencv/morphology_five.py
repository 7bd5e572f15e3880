import cv2
import numpy as np
img = np.zeros((100, 100), np.uint8)
cv2.putText(img, "j", (35, 70), cv2.FONT_HERSHEY_SIMPLEX, 2.5, 255, 8)
img[::17, ::13] = 255
k = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))
ops = [img, cv2.erode(img, k), cv2.dilate(img, k, iterations=1), cv2.morphologyEx(img, cv2.MORPH_OPEN, k),
       cv2.morphologyEx(img, cv2.MORPH_CLOSE, k), cv2.morphologyEx(img, cv2.MORPH_GRADIENT, k)]
out = np.concatenate([np.concatenate(ops[:3], axis=1), np.concatenate(ops[3:], axis=1)], axis=0)
cv2.imwrite(os.path.join(temp_output_dir, "morph.png"), out)
print(k.tolist())

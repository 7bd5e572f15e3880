# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path)
lab = cv2.cvtColor(img, cv2.COLOR_BGR2LAB)
ycc = cv2.cvtColor(img, cv2.COLOR_BGR2YCrCb)
rgb = cv2.cvtColor(img, cv2.COLOR_BGR2RGB)
l, a, b = cv2.split(lab)
out = np.hstack([cv2.resize(c, (106, 80)) for c in (l, ycc[:, :, 1], rgb[:, :, 0])])
cv2.imwrite(os.path.join(temp_output_dir, "lab.png"), out)
print(lab[10, 10], ycc[10, 10])

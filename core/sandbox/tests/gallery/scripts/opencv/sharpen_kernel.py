# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path)
kernel = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])
sharp = cv2.filter2D(img, -1, kernel)
blur = cv2.GaussianBlur(img, (0, 0), 2)
unsharp = cv2.addWeighted(img, 1.5, blur, -0.5, 0)
cv2.imwrite(os.path.join(temp_output_dir, "sharp.png"), np.hstack([sharp[:120], unsharp[:120]]))

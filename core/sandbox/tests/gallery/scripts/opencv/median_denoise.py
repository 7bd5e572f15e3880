# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path)
rng = np.random.default_rng(1)
noisy = img.copy()
ys, xs = rng.integers(0, 240, 800), rng.integers(0, 320, 800)
noisy[ys, xs] = 255
clean = cv2.medianBlur(noisy, 3)
box = cv2.blur(noisy, (5, 5))
bil = cv2.bilateralFilter(img, 7, 50, 50)
out = np.hstack([clean[100:200, 60:160], box[100:200, 60:160], bil[100:200, 60:160]])
cv2.imwrite(os.path.join(temp_output_dir, "denoise.png"), out)

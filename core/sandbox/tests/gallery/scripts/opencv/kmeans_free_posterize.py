# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path)
div = 64
quantized = img // div * div + div // 2
small = cv2.resize(quantized, (160, 120), interpolation=cv2.INTER_NEAREST)
cv2.imwrite(os.path.join(temp_output_dir, "poster.png"), small)
print(np.unique(small.reshape(-1, 3), axis=0).shape[0] > 5)

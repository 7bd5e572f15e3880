# input: scene
import cv2
import numpy as np
gray = cv2.imread(image_path, cv2.IMREAD_GRAYSCALE)
dark = (gray * 0.5).astype(np.uint8)
eq = cv2.equalizeHist(dark)
cv2.imwrite(os.path.join(temp_output_dir, "equal.png"), np.vstack([dark[:120], eq[:120]]))
print(dark.max(), eq.max(), eq.min())

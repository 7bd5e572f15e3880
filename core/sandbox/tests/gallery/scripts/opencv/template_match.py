# input: scene
import cv2
import numpy as np
img = cv2.imread(image_path, 0)
tpl = img[154:172, 82:100]
res = cv2.matchTemplate(img, tpl, cv2.TM_CCOEFF_NORMED)
_, score, _, loc = cv2.minMaxLoc(res)
out = cv2.cvtColor(img, cv2.COLOR_GRAY2BGR)
h, w = tpl.shape
cv2.rectangle(out, loc, (loc[0] + w, loc[1] + h), (0, 0, 255), 2)
print(loc, round(score, 3))
cv2.imwrite(os.path.join(temp_output_dir, "match.png"), out)

import cv2
import numpy as np
import math

img = cv2.imread(image_path)
A, B, C = (80, 290), (410, 290), (200, 70)
ang = math.degrees(math.atan2(A[1] - C[1], C[0] - A[0]))
cv2.ellipse(img, A, (45, 45), 0, -ang, 0, (0, 0, 255), 2)
cv2.putText(img, f"{ang:.1f} deg", (A[0] + 50, A[1] - 20), cv2.FONT_HERSHEY_SIMPLEX, 0.55, (0, 0, 255), 1, cv2.LINE_AA)
angB = math.degrees(math.atan2(B[1] - C[1], B[0] - C[0]))
cv2.ellipse(img, B, (40, 40), 180, 0, angB, (255, 0, 0), 2)
cv2.putText(img, "%.1f deg" % angB, (B[0] - 130, B[1] - 20), cv2.FONT_HERSHEY_SIMPLEX, 0.55, (255, 0, 0), 1, cv2.LINE_AA)
cv2.imwrite(os.path.join(temp_output_dir, "angles.png"), img)
print(round(ang + angB, 2))

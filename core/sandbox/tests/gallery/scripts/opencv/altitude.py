import cv2
import numpy as np

img = cv2.imread(image_path)
A = (80, 290)
B = (410, 290)
C = (200, 70)
foot = (C[0], A[1])
cv2.line(img, C, foot, (0, 0, 255), 2)
cv2.rectangle(img, (foot[0], foot[1] - 12), (foot[0] + 12, foot[1]), (0, 0, 255), 1)
cv2.putText(img, 'H', (foot[0] - 6, foot[1] + 24), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (0, 0, 255), 2)
processed_path = os.path.join(temp_output_dir, 'altitude.png')
cv2.imwrite(processed_path, img)
print(processed_path)

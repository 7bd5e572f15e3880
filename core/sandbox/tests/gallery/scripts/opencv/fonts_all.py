import cv2
import numpy as np

img = np.ones((420, 640, 3), np.uint8) * 255
fonts = [
    ("SIMPLEX", cv2.FONT_HERSHEY_SIMPLEX),
    ("PLAIN", cv2.FONT_HERSHEY_PLAIN),
    ("DUPLEX", cv2.FONT_HERSHEY_DUPLEX),
    ("COMPLEX", cv2.FONT_HERSHEY_COMPLEX),
    ("TRIPLEX", cv2.FONT_HERSHEY_TRIPLEX),
    ("COMPLEX_SMALL", cv2.FONT_HERSHEY_COMPLEX_SMALL),
    ("SCRIPT_SIMPLEX", cv2.FONT_HERSHEY_SCRIPT_SIMPLEX),
    ("SCRIPT_COMPLEX", cv2.FONT_HERSHEY_SCRIPT_COMPLEX),
]
for i, (name, font) in enumerate(fonts):
    text = f"{name}: Angle 37.5 (x+y)=?"
    y = 40 + i * 50
    cv2.putText(img, text, (10, y), font, 0.9, (0, 0, 0), 1)
    (w, h), base = cv2.getTextSize(text, font, 0.9, 1)
    cv2.rectangle(img, (10, y - h), (10 + w, y + base), (0, 0, 255), 1)
    print(name, w, h, base)
cv2.imwrite(os.path.join(temp_output_dir, "fonts.png"), img)

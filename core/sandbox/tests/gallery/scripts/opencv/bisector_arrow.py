import cv2
import numpy as np

def draw_label(img, text, org, color=(0, 0, 0), scale=0.6, thick=1):
    """Text with a white box behind it."""
    (tw, th), bl = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, scale, thick)
    x, y = org
    cv2.rectangle(img, (x - 3, y - th - 3), (x + tw + 3, y + bl), (255, 255, 255), -1)
    cv2.putText(img, text, org, cv2.FONT_HERSHEY_SIMPLEX, scale, color, thick, cv2.LINE_AA)

image = cv2.imread(image_path)
A = np.array([80, 290], float)
B = np.array([410, 290], float)
C = np.array([200, 70], float)
u = (B - A) / np.linalg.norm(B - A)
v = (C - A) / np.linalg.norm(C - A)
w = (u + v) / np.linalg.norm(u + v)
end = A + w * 260
cv2.arrowedLine(image, tuple(A.astype(int).tolist()), tuple(end.astype(int).tolist()), (0, 140, 0), 2, tipLength=0.05)
draw_label(image, "bisector", (int(end[0]) - 40, int(end[1]) - 12), (0, 140, 0))
print(np.degrees(np.arccos(u @ v)).round(2))
cv2.imwrite(os.path.join(temp_output_dir, "bisector.png"), image)

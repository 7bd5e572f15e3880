# input: scene
import cv2
img = cv2.imread(image_path)
x, y, w, h = 60, 100, 100, 105
roi = img[y:y + h, x:x + w]
zoom = cv2.resize(roi, None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC)
cv2.rectangle(zoom, (0, 0), (zoom.shape[1] - 1, zoom.shape[0] - 1), (0, 0, 255), 3)
cv2.imwrite(temp_output_dir + '/zoom.png', zoom)
print(zoom.shape)

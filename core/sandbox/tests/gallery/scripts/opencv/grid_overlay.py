# input: scene
import cv2
image = cv2.imread(image_path)
h, w = image.shape[:2]
step = 40
for x in range(0, w, step):
    cv2.line(image, (x, 0), (x, h), (255, 255, 255), 1)
    cv2.putText(image, str(x), (x + 2, 10), cv2.FONT_HERSHEY_PLAIN, 0.7, (0, 0, 255), 1)
for y in range(0, h, step):
    cv2.line(image, (0, y), (w, y), (255, 255, 255), 1)
    cv2.putText(image, str(y), (2, y + 10), cv2.FONT_HERSHEY_PLAIN, 0.7, (0, 0, 255), 1)
cv2.imwrite(os.path.join(temp_output_dir, "gridded.png"), image)
print(f"{w}x{h}, step {step}")

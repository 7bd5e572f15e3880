# input: table
import cv2

img = cv2.imread(image_path)
overlay = img.copy()
cv2.rectangle(overlay, (20, 176), (540, 228), (0, 255, 255), -1)
cv2.rectangle(overlay, (150, 20), (280, 280), (255, 200, 0), -1)
alpha = 0.4
result = cv2.addWeighted(overlay, alpha, img, 1 - alpha, 0)
processed_path = os.path.join(temp_output_dir, "overlay.png")
cv2.imwrite(processed_path, result)
print(processed_path)

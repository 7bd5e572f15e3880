# input: scene
import cv2
gray = cv2.imread(image_path, cv2.IMREAD_GRAYSCALE)
gray = cv2.medianBlur(gray, 5)
th = cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 11, 2)
cv2.imwrite(os.path.join(temp_output_dir, "adaptive.png"), th)

# input: scene
import cv2

img = cv2.imread(image_path)
gray = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
blur = cv2.GaussianBlur(gray, (5, 5), 0)
edges = cv2.Canny(blur, 50, 150)
print("edge pixels:", int((edges > 0).sum()))
processed_path = os.path.join(temp_output_dir, "edges.png")
cv2.imwrite(processed_path, edges)

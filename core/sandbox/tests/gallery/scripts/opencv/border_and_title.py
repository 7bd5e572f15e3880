# input: scene
import cv2
img = cv2.imread(image_path)
img = cv2.copyMakeBorder(img, 40, 10, 10, 10, cv2.BORDER_CONSTANT, value=(60, 30, 0))
cv2.putText(img, "Figure 1: a house", (14, 27), cv2.FONT_HERSHEY_TRIPLEX, 0.7, (255, 255, 255), 1, cv2.LINE_AA)
cv2.imwrite(os.path.join(temp_output_dir, "titled.png"), img)

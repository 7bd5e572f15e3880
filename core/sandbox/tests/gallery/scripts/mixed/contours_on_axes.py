# input: bars
import cv2
import numpy as np
import matplotlib.pyplot as plt
img = cv2.imread(image_path)
mask = cv2.inRange(cv2.cvtColor(img, cv2.COLOR_BGR2HSV), (0, 100, 60), (180, 255, 255))
cs, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
plt.figure(figsize=(6, 4.6))
plt.imshow(img[..., ::-1])
for c in cs:
    if cv2.contourArea(c) > 100:
        x, y, w, h = cv2.boundingRect(c)
        plt.gca().add_patch(plt.Rectangle((x, y), w, h, fill=False, edgecolor='k', lw=2))
plt.axis('off')
plt.savefig(os.path.join(temp_output_dir, 'boxes.png'), bbox_inches='tight')
print(len(cs))

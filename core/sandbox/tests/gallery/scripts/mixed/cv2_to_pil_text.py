import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
img = cv2.imread(image_path)
cv2.line(img, (200, 70), (200, 290), (0, 0, 255), 2)
rgb = cv2.cvtColor(img, cv2.COLOR_BGR2RGB)
pil = Image.fromarray(rgb)
ImageDraw.Draw(pil).text((210, 180), "h = 6.2", font=ImageFont.truetype("arial.ttf", 18), fill=(255, 0, 0))
out = cv2.cvtColor(np.array(pil), cv2.COLOR_RGB2BGR)
cv2.imwrite(os.path.join(temp_output_dir, "both.png"), out)

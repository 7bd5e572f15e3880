import io

import cv2
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image, ImageDraw

fig, ax = plt.subplots(figsize=(4, 3), dpi=80)
ax.plot([0, 1, 2, 3], [0, 1, 0, 2], marker="o")
ax.set_title("canvas")
fig.canvas.draw()
width, height = fig.canvas.get_width_height()
pixels = np.frombuffer(fig.canvas.buffer_rgba(), dtype=np.uint8).reshape(height, width, 4)
image = Image.frombytes("RGBA", (width, height), pixels.tobytes()).convert("RGB")
ImageDraw.Draw(image).rectangle((10, 10, 90, 40), outline="red", width=3)
print(pixels.shape, pixels.dtype, image.size)

buffer = io.BytesIO()
image.save(buffer, format="PNG")
decoded = cv2.imdecode(np.frombuffer(buffer.getvalue(), np.uint8), cv2.IMREAD_COLOR)
cv2.circle(decoded, (200, 120), 30, (0, 160, 0), 2)
print(decoded.shape, np.frombuffer(b"\x01\x00\x02\x00\xff\xff", dtype="<i2").tolist(), np.frombuffer(bytes(16)).tolist())
print(np.frombuffer(b"abcdef", dtype=np.uint8, count=2, offset=3))
for arguments in ((b"abc", np.int16), (b"ab", np.uint8, 5)):
    try:
        np.frombuffer(*arguments)
    except ValueError as error:
        print("ValueError:", error)
cv2.imwrite("array.png", decoded)

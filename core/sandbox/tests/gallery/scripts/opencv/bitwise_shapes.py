import cv2
import numpy as np
rect = np.zeros((200, 200), dtype="uint8")
cv2.rectangle(rect, (25, 25), (175, 175), 255, -1)
circ = np.zeros((200, 200), dtype="uint8")
cv2.circle(circ, (100, 100), 100, 255, -1)
row1 = cv2.hconcat([cv2.bitwise_and(rect, circ), cv2.bitwise_or(rect, circ)])
row2 = cv2.hconcat([cv2.bitwise_xor(rect, circ), cv2.bitwise_not(circ)])
cv2.imwrite(os.path.join(temp_output_dir, "bits.png"), cv2.vconcat([row1, row2]))

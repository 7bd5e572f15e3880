import cv2
import numpy as np


class Annotator:
    COLORS = {"red": (0, 0, 255), "green": (0, 255, 0), "blue": (255, 0, 0)}

    def __init__(self, path):
        self.img = cv2.imread(path)
        if self.img is None:
            raise FileNotFoundError(path)
        self.count = 0

    def point(self, p, color="red"):
        cv2.circle(self.img, p, 5, self.COLORS[color], -1)
        self.count += 1
        return self

    def segment(self, p, q, color="blue"):
        cv2.line(self.img, p, q, self.COLORS[color], 2)
        self.count += 1
        return self

    def save(self, name):
        out = os.path.join(temp_output_dir, name)
        cv2.imwrite(out, self.img)
        return out


try:
    ann = Annotator(image_path)
    ann.point((80, 290)).point((410, 290)).point((200, 70), "green").segment((140, 180), (305, 180))
    processed_path = ann.save("annotated.png")
    print(f"{ann.count} marks -> {processed_path}")
except FileNotFoundError as e:
    print("missing", e)

# input: table
from PIL import Image
import numpy as np

def find_coeffs(target, source):
    matrix = []
    for (x, y), (u, v) in zip(target, source):
        matrix.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        matrix.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    A = np.array(matrix, dtype=float)
    B = np.array(source).reshape(8)
    return np.linalg.solve(A, B)

img = Image.open(image_path).convert("RGB")
coeffs = find_coeffs([(40, 20), (520, 50), (480, 290), (10, 250)], [(20, 20), (540, 20), (540, 280), (20, 280)])
out = img.transform(img.size, Image.PERSPECTIVE, coeffs, Image.BICUBIC)
out.save(os.path.join(temp_output_dir, "persp.png"))
print([round(float(c), 4) for c in coeffs])

import matplotlib.pyplot as plt
import random

random.seed(3)
xs = [random.gauss(2, 1) for _ in range(40)]
ys = [random.gauss(3, 1) for _ in range(40)]
us = [random.gauss(5, 0.8) for _ in range(40)]
vs = [random.gauss(6, 1.2) for _ in range(40)]
plt.figure(figsize=(6, 5))
plt.scatter(xs, ys, c='blue', label='group A', alpha=0.7)
plt.scatter(us, vs, c='red', marker='s', label='group B', alpha=0.7)
plt.legend()
plt.title("Two groups")
plt.savefig(f"{temp_output_dir}/scatter.png")
plt.show()

import matplotlib.pyplot as plt
import numpy as np
m = np.array([[4, -1, 0, 0], [-1, 4, -1, 0], [0, -1, 4, -1], [0, 0, -1, 4]])
fig, (a, b, c) = plt.subplots(1, 3, figsize=(9, 3.4))
im = a.matshow(m, cmap='coolwarm')
for (i, j), z in np.ndenumerate(m):
    a.text(j, i, str(z), ha='center', va='center')
a.set_title('matrix')
b.spy(m)
c.spy(np.eye(6), marker='s', markersize=8, color='g')
fig.savefig(os.path.join(temp_output_dir, 'matrix.png'))
plt.matshow(np.arange(15).reshape(3, 5))
plt.colorbar()
plt.savefig(os.path.join(temp_output_dir, 'alone.png'))

import matplotlib.pyplot as plt
import numpy as np
Y, X = np.mgrid[-3:3:40j, -3:3:40j]
U = -1 - X**2 + Y
V = 1 + X - Y**2
speed = np.sqrt(U**2 + V**2)
fig, (a, b) = plt.subplots(1, 2, figsize=(10, 4.5))
a.streamplot(X, Y, U, V, density=0.8)
a.set_title('plain')
strm = b.streamplot(X, Y, U, V, color=speed, cmap='autumn', linewidth=2, arrowsize=1.5, density=[0.5, 1])
fig.colorbar(strm.lines)
b.set_title('coloured')
plt.savefig(os.path.join(temp_output_dir, 'stream.png'))

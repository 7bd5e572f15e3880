import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.mplot3d import Axes3D
from mpl_toolkits.mplot3d.art3d import Poly3DCollection
fig = plt.figure()
ax = fig.add_subplot(111, projection='3d')
v = np.array([[0,0,0],[1,0,0],[1,1,0],[0,1,0],[0,0,1],[1,0,1],[1,1,1],[0,1,1]])
faces = [[v[i] for i in f] for f in ([0,1,2,3],[4,5,6,7],[0,1,5,4])]
ax.add_collection3d(Poly3DCollection(faces, alpha=.3, edgecolor='k'))
ax.plot([0,1],[0,1],[0,1],'r--')
ax.set_xlabel('x')
plt.savefig(os.path.join(temp_output_dir, 'out.png'))

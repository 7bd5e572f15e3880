import random
import matplotlib.pyplot as plt
random.seed(1)
pos, path = 0, [0]
for _ in range(100):
    pos += random.choice([-1, 1])
    path.append(pos)
plt.figure(figsize=(6, 3.5))
plt.plot(path, drawstyle='steps-post')
plt.axhline(0, color='gray', linewidth=0.8)
plt.title(f'Random walk, final = {path[-1]}')
plt.savefig(os.path.join(temp_output_dir, 'walk.png'))
print(max(path), min(path))

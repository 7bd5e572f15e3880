import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 10, 100)
y = np.sin(x)
plt.figure(figsize=(6, 4))
plt.plot(x, y)
plt.title('Sine wave')
plt.xlabel('x')
plt.ylabel('sin(x)')
plt.grid(True)
processed_path = os.path.join(temp_output_dir, 'sine.png')
plt.savefig(processed_path)
plt.close()
print(processed_path)

import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(0, 3, 100)
plt.figure(figsize=(6, 4))
plt.plot(x, x**2, 'b', label='$f(x)=x^2$')
plt.fill_between(x, 0, x**2, where=(x >= 1) & (x <= 2), color='lightblue', alpha=0.6, label='area = 7/3')
plt.axhline(0, color='black', lw=1)
plt.axvline(0, color='black', lw=1)
plt.legend(loc='upper left')
plt.savefig(os.path.join(temp_output_dir, 'area.png'))

import matplotlib.pyplot as plt
fig = plt.figure(figsize=(6, 4))
lines = [r'$\frac{a}{b} + \sqrt{x^2 + y^2}$', r'$\alpha + \beta = 90^\circ$', r'$\sum_{i=1}^{n} i = \frac{n(n+1)}{2}$',
         r'$x_{1,2} = \frac{-b \pm \sqrt{b^2-4ac}}{2a}$', r'$\overline{AB} \parallel \overline{CD}$', r'$\angle ABC \approx 57.3^\circ$']
for i, t in enumerate(lines):
    fig.text(0.1, 0.88 - i * 0.15, t, fontsize=16)
fig.savefig(os.path.join(temp_output_dir, 'math.png'))

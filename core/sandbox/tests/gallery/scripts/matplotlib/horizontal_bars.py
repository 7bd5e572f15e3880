import matplotlib.pyplot as plt
langs = ['Python', 'C++', 'Java', 'Go', 'Rust']
pop = [29.5, 10.1, 15.2, 2.4, 2.1]
plt.figure(figsize=(6, 3.5))
plt.barh(langs, pop, color='teal')
plt.gca().invert_yaxis()
plt.xlabel('Share (%)')
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, 'barh.png'))

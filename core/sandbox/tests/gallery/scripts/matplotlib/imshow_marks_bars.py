# input: bars
import matplotlib.pyplot as plt
import matplotlib.image as mpimg

img = mpimg.imread(image_path)
plt.figure(figsize=(7, 5.4))
plt.imshow(img)
tops = [(107, 157), (187, 227), (267, 100), (347, 273), (427, 190)]
for x, y in tops:
    plt.plot(x, y, 'rx', markersize=10, markeredgewidth=2)
    plt.axhline(y=y, color='red', linestyle=':', linewidth=1)
plt.title('Bar tops')
plt.savefig(os.path.join(temp_output_dir, 'tops.png'), bbox_inches='tight')
plt.close()

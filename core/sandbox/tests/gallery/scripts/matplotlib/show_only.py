import matplotlib.pyplot as plt
x = range(10)
plt.plot(x, [v * v for v in x], marker='o')
plt.title("Squares")
plt.xlabel("n")
plt.ylabel("n squared")
plt.show()

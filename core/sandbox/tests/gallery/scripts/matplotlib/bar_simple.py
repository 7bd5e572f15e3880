import matplotlib.pyplot as plt

names = ["Apples", "Pears", "Plums", "Figs", "Limes"]
values = [64, 38, 85, 21, 52]
fig, ax = plt.subplots(figsize=(6, 4))
bars = ax.bar(names, values, color=["tab:blue", "tab:orange", "tab:green", "tab:red", "tab:purple"])
ax.set_title("Fruit sold in May")
ax.set_ylabel("Pieces")
for bar, v in zip(bars, values):
    ax.text(bar.get_x() + bar.get_width() / 2, v + 1, str(v), ha="center", va="bottom")
ax.set_ylim(0, 100)
plt.tight_layout()
plt.savefig(os.path.join(temp_output_dir, "bar.png"), dpi=100)

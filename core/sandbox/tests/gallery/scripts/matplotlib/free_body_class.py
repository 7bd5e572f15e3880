import matplotlib.pyplot as plt
import numpy as np


class Diagram:
    """Collects arrows and draws them at the end."""

    def __init__(self, title):
        self.title = title
        self.arrows = []

    def add(self, dx, dy, name, **style):
        self.arrows.append((dx, dy, name, style))
        return self

    def render(self, path):
        fig, ax = plt.subplots(figsize=(4.5, 4.5))
        for dx, dy, name, style in self.arrows:
            ax.annotate("", xy=(dx, dy), xytext=(0, 0), arrowprops={"arrowstyle": "-|>", "lw": 2, **style})
            ax.text(dx * 1.12, dy * 1.12, name, ha="center", va="center")
        ax.plot(0, 0, "ks", ms=16)
        ax.set(xlim=(-3, 3), ylim=(-3, 3), title=self.title)
        ax.set_aspect("equal")
        fig.savefig(path)
        plt.close(fig)
        return path


processed_path = (Diagram("Forces").add(0, -2, "W", color="red").add(0, 2, "N", color="blue")
                  .add(1.5, 0.5, "T", color="green").render(os.path.join(temp_output_dir, "fbd.png")))
print(processed_path)

"""Formulas as the real matplotlib sets them: mathtext.json. Run with the pinned packages of the gallery."""

import json
import pathlib

from matplotlib import mathtext
from matplotlib.font_manager import FontProperties

FORMULAS = [
    r"$x$", r"$x^2$", r"$x_i$", r"$x_i^2$", r"$E = mc^2$", r"$\alpha + \beta$", r"$\frac{a}{b}$", r"$\sqrt{x}$",
    r"$\sqrt{x^2 + y^2}$", r"$\sum_{i=0}^{n} i^2$", r"$\int_0^1 f(x)\,dx$", r"$\theta = 45^\circ$", r"Area = $\pi r^2$",
    r"$\mathrm{km/h}$", r"$\mathbf{F} = m\mathbf{a}$", r"$\hat{x}$", r"$\bar{y}$", r"$\vec{v}$", r"$\overline{AB}$",
    r"$\left(\frac{1}{2}\right)^n$", r"$\angle ABC = 90°$", r"$a \leq b \rightarrow c$", r"$f'(x)$", r"$10^{-3}$",
    r"$\mathdefault{10^{3}}$", r"$\Delta ABC \sim \Delta DEF$", r"$\sin(\theta)$", r"$\sin \theta$", r"$\log_{10} x$",
    r"$\text{speed} = 3.5$", r"$\lim_{x \to 0} f$", r"$\frac{\sqrt{3}}{2}$", r"$y = \frac{1}{\sigma\sqrt{2\pi}}$",
    r"$A \cup B \subset C$", r"$\left[0, 1\right]$", r"$\dfrac{x}{y}$", r"$e^{i\pi} + 1 = 0$", r"cost \$5 and $x$",
    r"$\sqrt[3]{8}$", r"$\binom{n}{k}$", r"$-2 \times 10^{5}$", r"$H_2O$", r"$\mu = 5$",
]
parser = mathtext.MathTextParser("path")
cases = []
for formula in FORMULAS:
    width, height, depth, glyphs, rects = parser.parse(formula, dpi=72, prop=FontProperties(size=100))
    ink = [[chr(number), x, y, size] for _, size, number, _, x, y in glyphs]
    cases.append({"formula": formula, "box": [float(v) for v in (width, height, depth)], "glyphs": ink,
                  "rules": [[float(v) for v in rect] for rect in rects]})
path = pathlib.Path(__file__).parent / "mathtext.json"
path.write_text(json.dumps(cases, ensure_ascii=False, separators=(",", ":")) + "\n")

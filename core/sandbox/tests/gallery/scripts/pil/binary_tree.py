from PIL import Image, ImageDraw, ImageFont
from dataclasses import dataclass
from typing import Optional

@dataclass
class Node:
    value: int
    left: Optional["Node"] = None
    right: Optional["Node"] = None

def insert(root, v):
    if root is None:
        return Node(v)
    if v < root.value:
        root.left = insert(root.left, v)
    else:
        root.right = insert(root.right, v)
    return root

root = None
for v in [50, 30, 70, 20, 40, 60, 80, 35, 65]:
    root = insert(root, v)

img = Image.new("RGB", (560, 320), "white")
draw = ImageDraw.Draw(img)
font = ImageFont.truetype("arial.ttf", 16)

def render(node, x, y, dx):
    if node.left:
        draw.line([x, y, x - dx, y + 75], fill="gray", width=2)
        render(node.left, x - dx, y + 75, dx // 2)
    if node.right:
        draw.line([x, y, x + dx, y + 75], fill="gray", width=2)
        render(node.right, x + dx, y + 75, dx // 2)
    draw.ellipse([x - 20, y - 20, x + 20, y + 20], fill="lightblue", outline="black", width=2)
    draw.text((x, y), str(node.value), font=font, fill="black", anchor="mm")

render(root, 280, 40, 130)
img.save(os.path.join(temp_output_dir, "tree.png"))

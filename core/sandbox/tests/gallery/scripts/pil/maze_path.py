# input: maze
from PIL import Image, ImageDraw
from collections import deque

img = Image.open(image_path).convert("RGB")
w, h = img.size
cell, off = 40, 10

def is_open(p, q):
    """True when no black pixel lies between the centres of two cells"""
    (x1, y1), (x2, y2) = p, q
    steps = 40
    for i in range(steps + 1):
        x = int(x1 + (x2 - x1) * i / steps)
        y = int(y1 + (y2 - y1) * i / steps)
        if sum(img.getpixel((x, y))) < 100:
            return False
    return True

centre = lambda c: (off + c[0] * cell + 20, off + c[1] * cell + 20)
start, goal = (0, 0), (9, 9)
queue = deque([start])
came = {start: None}
while queue:
    cur = queue.popleft()
    if cur == goal:
        break
    for dx, dy in [(1, 0), (0, 1), (-1, 0), (0, -1)]:
        nxt = (cur[0] + dx, cur[1] + dy)
        if 0 <= nxt[0] < 10 and 0 <= nxt[1] < 10 and nxt not in came and is_open(centre(cur), centre(nxt)):
            came[nxt] = cur
            queue.append(nxt)

path = []
node = goal if goal in came else None
while node is not None:
    path.append(node)
    node = came[node]
path.reverse()
print("steps:", len(path) - 1)
draw = ImageDraw.Draw(img)
draw.line([centre(c) for c in path], fill=(255, 0, 0), width=5, joint="curve")
processed_path = os.path.join(temp_output_dir, "solved.png")
img.save(processed_path)
print(processed_path)

from PIL import Image, ImageDraw, ImageFont
import heapq, math
nodes = {'A': (60, 160), 'B': (180, 60), 'C': (180, 260), 'D': (320, 60), 'E': (320, 260), 'F': (440, 160)}
edges = [('A', 'B', 4), ('A', 'C', 2), ('B', 'C', 1), ('B', 'D', 5), ('C', 'D', 8), ('C', 'E', 10), ('D', 'E', 2), ('D', 'F', 6), ('E', 'F', 3)]
adj = {n: [] for n in nodes}
for u, v, w in edges:
    adj[u].append((v, w)); adj[v].append((u, w))
dist = {n: math.inf for n in nodes}; dist['A'] = 0; prev = {}
heap = [(0, 'A')]
while heap:
    d, u = heapq.heappop(heap)
    if d > dist[u]: continue
    for v, w in adj[u]:
        if d + w < dist[v]:
            dist[v] = d + w; prev[v] = u
            heapq.heappush(heap, (dist[v], v))
route, n = ['F'], 'F'
while n in prev:
    n = prev[n]; route.insert(0, n)
best = set(frozenset(p) for p in zip(route, route[1:]))
img = Image.new('RGB', (500, 320), 'white'); dr = ImageDraw.Draw(img)
f = ImageFont.truetype('DejaVuSans.ttf', 14)
for u, v, w in edges:
    hot = frozenset((u, v)) in best
    dr.line([nodes[u], nodes[v]], fill='red' if hot else 'black', width=4 if hot else 1)
    mx, my = (nodes[u][0] + nodes[v][0]) // 2, (nodes[u][1] + nodes[v][1]) // 2
    dr.rectangle([mx - 10, my - 9, mx + 10, my + 9], fill='white')
    dr.text((mx, my), str(w), fill='blue', font=f, anchor='mm')
for n, (x, y) in nodes.items():
    dr.ellipse([x - 18, y - 18, x + 18, y + 18], fill='gold' if n in route else 'white', outline='black', width=2)
    dr.text((x, y), n, fill='black', font=f, anchor='mm')
print(' -> '.join(route), dist['F'])
img.save(os.path.join(temp_output_dir, 'dijkstra.png'))

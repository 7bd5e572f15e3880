from PIL import Image, ImageDraw, ImageFont
puzzle = ["53..7....", "6..195...", ".98....6.", "8...6...3", "4..8.3..1", "7...2...6", ".6....28.", "...419..5", "....8..79"]
grid = [[int(c) if c != "." else 0 for c in row] for row in puzzle]

def ok(r, c, v):
    if any(grid[r][k] == v or grid[k][c] == v for k in range(9)):
        return False
    br, bc = r // 3 * 3, c // 3 * 3
    return all(grid[br + i][bc + j] != v for i in range(3) for j in range(3))

def solve():
    best, cand = None, None
    for r in range(9):
        for c in range(9):
            if grid[r][c] == 0:
                vs = [v for v in range(1, 10) if ok(r, c, v)]
                if best is None or len(vs) < len(cand):
                    best, cand = (r, c), vs
    if best is None:
        return True
    r, c = best
    for v in cand:
        grid[r][c] = v
        if solve():
            return True
        grid[r][c] = 0
    return False

print("solved" if solve() else "no solution")
S = 38
img = Image.new("RGB", (9 * S + 4, 9 * S + 4), "white")
d = ImageDraw.Draw(img)
f = ImageFont.truetype("arial.ttf", 22)
for i in range(10):
    w = 3 if i % 3 == 0 else 1
    d.line([2 + i * S, 2, 2 + i * S, 2 + 9 * S], fill="black", width=w)
    d.line([2, 2 + i * S, 2 + 9 * S, 2 + i * S], fill="black", width=w)
for r in range(9):
    for c in range(9):
        given = puzzle[r][c] != "."
        d.text((2 + c * S + S / 2, 2 + r * S + S / 2), str(grid[r][c]), fill="black" if given else "blue", font=f, anchor="mm")
img.save(os.path.join(temp_output_dir, "sudoku.png"))

from PIL import Image, ImageDraw, ImageFont

N, S = 8, 44
img = Image.new("RGB", (N * S, N * S))
draw = ImageDraw.Draw(img)
for r in range(N):
    for c in range(N):
        color = (240, 217, 181) if (r + c) % 2 == 0 else (181, 136, 99)
        draw.rectangle([c * S, r * S, (c + 1) * S - 1, (r + 1) * S - 1], fill=color)

def solve(row=0, cols=()):
    if row == N:
        return cols
    for c in range(N):
        if all(c != cc and abs(c - cc) != row - rr for rr, cc in enumerate(cols)):
            res = solve(row + 1, cols + (c,))
            if res:
                return res
    return None

sol = solve()
font = ImageFont.truetype("DejaVuSans.ttf", 32)
for r, c in enumerate(sol):
    draw.text((c * S + S / 2, r * S + S / 2), "♛", font=font, fill="black", anchor="mm")
print(sol)
img.save(os.path.join(temp_output_dir, "queens.png"))

from PIL import Image, ImageDraw
board = [["X", "O", "X"], [" ", "X", "O"], ["O", " ", "X"]]
size = 300
img = Image.new("RGB", (size, size), "white")
d = ImageDraw.Draw(img)
for k in (1, 2):
    d.line([(k * 100, 10), (k * 100, 290)], fill="black", width=5)
    d.line([(10, k * 100), (290, k * 100)], fill="black", width=5)
for r in range(3):
    for c in range(3):
        x, y = c * 100 + 50, r * 100 + 50
        if board[r][c] == "X":
            d.line([(x - 30, y - 30), (x + 30, y + 30)], fill="blue", width=8)
            d.line([(x + 30, y - 30), (x - 30, y + 30)], fill="blue", width=8)
        elif board[r][c] == "O":
            d.ellipse([x - 32, y - 32, x + 32, y + 32], outline="red", width=8)
d.line([(20, 20), (280, 280)], fill="green", width=6)
img.save(os.path.join(temp_output_dir, "ttt.png"))

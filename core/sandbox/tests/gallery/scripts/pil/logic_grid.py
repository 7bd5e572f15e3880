from PIL import Image, ImageDraw, ImageFont

size, n = 60, 5
img = Image.new("RGB", (size * n + 100, size * n + 100), "white")
draw = ImageDraw.Draw(img)
font = ImageFont.truetype("arial.ttf", 14)
people = ["Anna", "Ben", "Carla", "Dan", "Eva"]
pets = ["Cat", "Dog", "Fish", "Bird", "Horse"]
answer = {0: 2, 1: 0, 2: 4, 3: 1, 4: 3}
for i, name in enumerate(people):
    draw.text((90, 100 + i * size + size / 2), name, font=font, fill="black", anchor="rm")
for j, pet in enumerate(pets):
    draw.text((100 + j * size + size / 2, 90), pet, font=font, fill="black", anchor="ms")
for i in range(n):
    for j in range(n):
        x, y = 100 + j * size, 100 + i * size
        draw.rectangle([x, y, x + size, y + size], outline="black")
        if answer[i] == j:
            draw.ellipse([x + 15, y + 15, x + size - 15, y + size - 15], outline="green", width=4)
        else:
            draw.line([x + 18, y + 18, x + size - 18, y + size - 18], fill="red", width=3)
            draw.line([x + size - 18, y + 18, x + 18, y + size - 18], fill="red", width=3)
draw.rectangle([100, 100, 100 + n * size, 100 + n * size], outline="black", width=3)
img.save(os.path.join(temp_output_dir, "grid.png"))
for i, j in answer.items():
    print(people[i], "->", pets[j])

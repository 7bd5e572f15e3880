from PIL import Image, ImageDraw

# Load the image
img = Image.open(image_path)
draw = ImageDraw.Draw(img)

# Coordinates of the vertices
A = (80, 290)
B = (410, 290)
C = (200, 70)

# The altitude from C meets AB vertically below C
foot = (C[0], A[1])
draw.line([C, foot], fill="red", width=3)

# Right-angle mark
s = 12
draw.line([(foot[0] + s, foot[1]), (foot[0] + s, foot[1] - s), (foot[0], foot[1] - s)], fill="red", width=2)
draw.text((foot[0] - 8, foot[1] + 8), "H", fill="red")

processed_path = os.path.join(temp_output_dir, "altitude.png")
img.save(processed_path)
print(processed_path)

from PIL import Image, ImageDraw, ImageFont
img = Image.new("RGB", (420, 260), "#fffbe6")
d = ImageDraw.Draw(img)
font = ImageFont.truetype("DejaVuSans.ttf", 18)
text = "Step 1: find AB\nStep 2: draw the height\nStep 3: area = 1/2 · b · h"
d.multiline_text((20, 20), text, font=font, fill="black", spacing=10)
bbox = d.multiline_textbbox((20, 20), text, font=font, spacing=10)
d.rectangle([bbox[0] - 6, bbox[1] - 6, bbox[2] + 6, bbox[3] + 6], outline="orange", width=2)
d.text((210, 190), "centred\nlines of text", font=font, fill="navy", anchor="mm", align="center")
d.text((400, 240), "right", font=font, fill="gray", anchor="rs")
print(bbox)
img.save(os.path.join(temp_output_dir, "note.png"))

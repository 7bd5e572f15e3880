from PIL import Image, ImageDraw, ImageFont
im = Image.new('RGB', (320, 400), 'white'); d = ImageDraw.Draw(im)
d.rectangle((60, 10, 260, 26), fill=(150, 150, 150))
for x in range(60, 260, 16):
    d.line((x, 10, x + 12, 26), fill=(90, 90, 90))
d.line((160, 26, 160, 90), fill='black', width=3)
d.ellipse((110, 70, 210, 170), fill=(220, 220, 240), outline='black', width=3)
d.ellipse((154, 114, 166, 126), fill='black')
d.line((110, 120, 110, 250), fill='saddlebrown', width=4)
d.line((210, 120, 210, 300), fill='saddlebrown', width=4)
d.rectangle((80, 250, 140, 310), fill='tomato', outline='black', width=2)
d.rectangle((190, 300, 230, 340), fill='skyblue', outline='black', width=2)
f = ImageFont.truetype('arial.ttf', 16)
d.text((110, 280), 'm₁', font=f, fill='black', anchor='mm'); d.text((210, 320), 'm₂', font=f, fill='black', anchor='mm')
m1, m2, g = 5.0, 3.0, 9.81
print(f'a = {(m1 - m2) * g / (m1 + m2):.4f} m/s²')
im.save(temp_output_dir + '/pulley.png')

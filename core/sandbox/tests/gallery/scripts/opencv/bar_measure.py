# input: bars
import cv2
image = cv2.imread(image_path)
bars = {"Apples": (85, 64), "Pears": (165, 38), "Plums": (245, 85), "Figs": (325, 21), "Limes": (405, 52)}
for i, (name, (x, value)) in enumerate(bars.items()):
    top = int(330 - value * 2.7)
    cv2.line(image, (60, top), (x, top), (0, 0, 255), 1)
    cv2.circle(image, (x + 22, top), 4, (0, 0, 255), -1)
    cv2.putText(image, f"{value}", (x + 8, top - 8), cv2.FONT_HERSHEY_DUPLEX, 0.6, (0, 0, 0), 1, cv2.LINE_AA)
best = max(bars, key=lambda k: bars[k][1])
x, v = bars[best]
cv2.rectangle(image, (x - 4, int(330 - v * 2.7) - 4), (x + 48, 334), (0, 0, 255), 3)
print("Largest:", best)
cv2.imwrite(os.path.join(temp_output_dir, "measured.png"), image)

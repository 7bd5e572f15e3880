# gray
out = gray, cv2.cvtColor(noise, cv2.COLOR_RGB2GRAY)
# channels
out = cv2.cvtColor(noise, cv2.COLOR_BGR2RGB), cv2.cvtColor(gnoise, cv2.COLOR_GRAY2BGR), cv2.cvtColor(noise, cv2.COLOR_BGR2BGRA)
# rgba
out = cv2.cvtColor(cv2.cvtColor(noise, cv2.COLOR_BGR2RGBA), cv2.COLOR_RGBA2BGR), cv2.cvtColor(cv2.cvtColor(noise, cv2.COLOR_BGR2BGRA), cv2.COLOR_BGRA2GRAY)
# hsv
out = cv2.cvtColor(noise, cv2.COLOR_BGR2HSV), cv2.cvtColor(shapes, cv2.COLOR_RGB2HSV), cv2.cvtColor(noise, cv2.COLOR_BGR2HSV_FULL)
# hsv back
out = cv2.cvtColor(noise, cv2.COLOR_HSV2BGR), cv2.cvtColor(noise, cv2.COLOR_HSV2RGB_FULL), cv2.cvtColor(cv2.cvtColor(ramp, cv2.COLOR_BGR2HSV), cv2.COLOR_HSV2BGR)
# hls
out = cv2.cvtColor(noise, cv2.COLOR_BGR2HLS), cv2.cvtColor(cv2.cvtColor(ramp, cv2.COLOR_BGR2HLS), cv2.COLOR_HLS2BGR), cv2.cvtColor(ramp, cv2.COLOR_RGB2HLS_FULL)
# lab
out = cv2.cvtColor(noise, cv2.COLOR_BGR2LAB), cv2.cvtColor(ramp, cv2.COLOR_RGB2Lab)
# lab back
out = cv2.cvtColor(cv2.cvtColor(noise, cv2.COLOR_BGR2LAB), cv2.COLOR_LAB2BGR), cv2.cvtColor(cv2.cvtColor(ramp, cv2.COLOR_BGR2LAB), cv2.COLOR_LAB2RGB)
# luv
out = cv2.cvtColor(noise, cv2.COLOR_BGR2LUV), cv2.cvtColor(cv2.cvtColor(ramp, cv2.COLOR_BGR2LUV), cv2.COLOR_LUV2BGR)
# ycrcb
out = cv2.cvtColor(noise, cv2.COLOR_BGR2YCrCb), cv2.cvtColor(noise, cv2.COLOR_YCrCb2BGR), cv2.cvtColor(noise, cv2.COLOR_BGR2YUV), cv2.cvtColor(noise, cv2.COLOR_YUV2BGR)
# xyz
out = cv2.cvtColor(noise, cv2.COLOR_BGR2XYZ)
# float colours
f = noise.astype(np.float32) / 255
out = cv2.cvtColor(f, cv2.COLOR_BGR2GRAY), cv2.cvtColor(f, cv2.COLOR_BGR2HSV), cv2.cvtColor(f, cv2.COLOR_BGR2LAB), cv2.cvtColor(cv2.cvtColor(f, cv2.COLOR_BGR2HSV), cv2.COLOR_HSV2BGR)
# split merge
b, g, r = cv2.split(noise)
out = b, cv2.merge([r, g, b]), cv2.merge((b, b))
# flips
out = cv2.flip(shapes, 0), cv2.flip(shapes, 1), cv2.flip(gray, -1), cv2.transpose(shapes)
# rotate
out = cv2.rotate(shapes, cv2.ROTATE_90_CLOCKWISE), cv2.rotate(gray, cv2.ROTATE_180), cv2.rotate(shapes, cv2.ROTATE_90_COUNTERCLOCKWISE)
# borders
out = cv2.copyMakeBorder(shapes[:20, :20], 3, 4, 5, 6, cv2.BORDER_CONSTANT, value=(10, 20, 30)), cv2.copyMakeBorder(noise[:9, :9], 12, 3, 11, 2, cv2.BORDER_REFLECT), cv2.copyMakeBorder(noise[:9, :9], 12, 3, 11, 2, cv2.BORDER_REFLECT_101), cv2.copyMakeBorder(noise[:9, :9], 12, 3, 11, 2, cv2.BORDER_WRAP), cv2.copyMakeBorder(noise[:9, :9], 12, 3, 11, 2, cv2.BORDER_REPLICATE)
# concat
out = cv2.hconcat([gray[:, :40], gray[:, :20]]), cv2.vconcat([shapes[:10], noise[:10]]), cv2.repeat(gray[:8, :8], 2, 5)
# threshold
out = tuple(cv2.threshold(gnoise, 127, 200, t)[1] for t in range(5))
# otsu
out = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU), cv2.threshold(gnoise, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU), cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_TRIANGLE), cv2.threshold(cv2.cvtColor(ramp, cv2.COLOR_BGR2GRAY), 0, 255, cv2.THRESH_TRIANGLE)[0]
# threshold floats
out = cv2.threshold(gray.astype(np.float32), 100.5, 1.5, cv2.THRESH_BINARY), cv2.threshold(gray, 99.7, 255, cv2.THRESH_TRUNC), cv2.threshold(gray, -5, 255, 0)
# adaptive
out = cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 11, 2), cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY_INV, 7, 3.5), cv2.adaptiveThreshold(gnoise, 200, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, 21, -4)
# in range
hsv = cv2.cvtColor(shapes, cv2.COLOR_BGR2HSV)
out = cv2.inRange(hsv, (0, 50, 50), (20, 255, 255)), cv2.inRange(hsv, np.array([100, 43, 46]), np.array([124, 255, 255])), cv2.inRange(gray, 50, 200)
# bitwise
out = cv2.bitwise_and(shapes, noise), cv2.bitwise_or(shapes, shapes, mask=binary), cv2.bitwise_xor(gray, gnoise), cv2.bitwise_not(shapes), cv2.bitwise_and(shapes, (240, 15, 255))
# add
out = cv2.add(shapes, noise), cv2.add(gray, 40), cv2.add(shapes, (10, 20, 30, 0)), cv2.subtract(shapes, noise), cv2.subtract(noise, (100, 100, 100, 0)), cv2.add(shapes, noise, mask=binary)
# multiply
out = cv2.multiply(gray, 1.5), cv2.multiply(shapes, noise, scale=1 / 255), cv2.divide(noise, shapes), cv2.divide(gray, gnoise, scale=255), cv2.absdiff(shapes, noise), cv2.multiply(gray, gnoise)
# weighted
out = cv2.addWeighted(shapes, 0.7, noise, 0.3, 0), cv2.addWeighted(shapes, 0.5, noise, 0.5, 10), cv2.addWeighted(gray, 1.5, gnoise, -0.5, 0), cv2.convertScaleAbs(gnoise, alpha=1.7, beta=-60), cv2.convertScaleAbs(gray.astype(np.float32) - 128)
# min max compare
out = cv2.min(shapes, noise), cv2.max(shapes, noise), cv2.compare(gray, gnoise, cv2.CMP_GT), cv2.min(gray, 77)
# float arithmetic
f = noise.astype(np.float32)
out = cv2.add(f, f), cv2.multiply(f, 0.25), cv2.divide(f, f + 1), cv2.sqrt(f), cv2.pow(f, 2), cv2.addWeighted(f, 0.3, f, 0.4, 1), cv2.add(gray, gray, dtype=cv2.CV_16U)
# normalize
out = cv2.normalize(gray, None, 0, 255, cv2.NORM_MINMAX), cv2.normalize(gray // 2 + 20, None, 0, 255, cv2.NORM_MINMAX), cv2.normalize(gray.astype(np.float32), None, 0, 1, cv2.NORM_MINMAX), cv2.normalize(gray.astype(np.float32), None, 1, 0, cv2.NORM_L2), cv2.normalize(gray, None, 0, 1, cv2.NORM_MINMAX, dtype=cv2.CV_32F)
# lut
table = np.array([min(255, int((i / 255) ** 0.5 * 255)) for i in range(256)], np.uint8)
out = cv2.LUT(shapes, table), cv2.LUT(gray, 255 - table)
# statistics
out = cv2.countNonZero(binary), cv2.mean(shapes), cv2.mean(shapes, mask=binary), cv2.meanStdDev(noise), cv2.minMaxLoc(gnoise), cv2.sumElems(noise), cv2.findNonZero(binary[:12, :12]), cv2.minMaxLoc(gnoise, mask=binary)
# norms
out = cv2.norm(gray), cv2.norm(gray, gnoise), cv2.norm(gray, cv2.NORM_L1), cv2.norm(gray, gnoise, cv2.NORM_INF), cv2.norm(np.array([3.0, 4.0]))
# reduce
out = cv2.reduce(gray, 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S), cv2.reduce(gray, 1, cv2.REDUCE_AVG), cv2.reduce(gray, 0, cv2.REDUCE_MAX)
# blur
out = cv2.blur(shapes, (5, 5)), cv2.blur(noise, (3, 7)), cv2.blur(gnoise, (20, 20)), cv2.boxFilter(gray, -1, (3, 3)), cv2.boxFilter(gray, cv2.CV_32F, (3, 3), normalize=False), cv2.blur(gray, (4, 4), borderType=cv2.BORDER_REPLICATE)
# gaussian
out = cv2.GaussianBlur(shapes, (5, 5), 0), cv2.GaussianBlur(noise, (3, 3), 0), cv2.GaussianBlur(noise, (7, 7), 1.5), cv2.GaussianBlur(gnoise, (0, 0), 3), cv2.GaussianBlur(gnoise, (9, 3), 2, sigmaY=1), cv2.GaussianBlur(gnoise, (15, 15), 0), cv2.GaussianBlur(gray, (5, 5), 1.4, borderType=cv2.BORDER_CONSTANT)
# gaussian floats
out = cv2.GaussianBlur(noise.astype(np.float32), (5, 5), 0), cv2.GaussianBlur(gnoise.astype(np.float64), (7, 7), 2)
# median
out = cv2.medianBlur(noise, 3), cv2.medianBlur(shapes, 5), cv2.medianBlur(gnoise, 9), cv2.medianBlur(gnoise.astype(np.float32), 3)
# bilateral
out = cv2.bilateralFilter(shapes, 9, 75, 75), cv2.bilateralFilter(gnoise, 5, 50, 3), cv2.bilateralFilter(noise, -1, 30, 2)
# filter2d
sharpen = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])
out = cv2.filter2D(noise, -1, sharpen), cv2.filter2D(shapes, -1, np.ones((5, 5), np.float32) / 25), cv2.filter2D(gray, cv2.CV_32F, np.array([[1, 2, 3]], np.float32)), cv2.filter2D(gray, -1, sharpen, delta=20, borderType=cv2.BORDER_CONSTANT), cv2.sepFilter2D(gray, -1, np.array([1, 2, 1]) / 4, np.array([1, 2, 1]) / 4), cv2.getGaussianKernel(5, 0), cv2.getGaussianKernel(9, 2.5)
# sobel
out = cv2.Sobel(gray, cv2.CV_64F, 1, 0, ksize=3), cv2.Sobel(gnoise, cv2.CV_16S, 0, 1, ksize=5), cv2.Sobel(gray, cv2.CV_8U, 1, 1), cv2.Sobel(gray, cv2.CV_32F, 2, 0, ksize=7, scale=0.5), cv2.Scharr(gray, cv2.CV_32F, 1, 0), cv2.Sobel(gray, cv2.CV_64F, 0, 1, ksize=-1), cv2.Sobel(gray, cv2.CV_64F, 1, 0, ksize=1)
# laplacian
out = cv2.Laplacian(gray, cv2.CV_64F), cv2.Laplacian(gnoise, cv2.CV_8U, ksize=3), cv2.Laplacian(gray, cv2.CV_16S, ksize=5), cv2.Laplacian(shapes, cv2.CV_32F, ksize=3), cv2.convertScaleAbs(cv2.Laplacian(gray, cv2.CV_64F))
# canny
out = cv2.Canny(gray, 50, 150), cv2.Canny(shapes, 100, 200), cv2.Canny(gnoise, 200, 400, L2gradient=True), cv2.Canny(gray, 300, 900, apertureSize=5), cv2.Canny(gray, 30, 100, apertureSize=3, L2gradient=True), cv2.Canny(cv2.GaussianBlur(gnoise, (5, 5), 0), 30, 90)
# erode dilate
k = np.ones((3, 3), np.uint8)
out = cv2.erode(shapes, k), cv2.dilate(binary, k, iterations=2), cv2.erode(gnoise, None), cv2.dilate(noise, np.ones((2, 4), np.uint8)), cv2.erode(binary, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)), iterations=2), cv2.dilate(gray.astype(np.float32), k)
# morphology
out = tuple(cv2.morphologyEx(gray, op, np.ones((5, 5), np.uint8)) for op in (cv2.MORPH_OPEN, cv2.MORPH_CLOSE, cv2.MORPH_GRADIENT, cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT)) + (cv2.morphologyEx(binary, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3)), iterations=2),)
# elements
out = tuple(cv2.getStructuringElement(kind, (w, h)).tolist() for kind in (0, 1, 2) for w, h in ((3, 3), (5, 5), (7, 4), (9, 9), (1, 5)))
# resize linear
out = cv2.resize(shapes, (50, 40)), cv2.resize(noise, (120, 100))[:, :90], cv2.resize(noise, None, fx=0.5, fy=0.5), cv2.resize(gnoise, (0, 0), fx=1.7, fy=0.6), cv2.resize(noise, (33, 80))
# resize nearest
out = cv2.resize(noise, (50, 40), interpolation=cv2.INTER_NEAREST), cv2.resize(gnoise, (200, 100), interpolation=cv2.INTER_NEAREST), cv2.resize(noise, None, fx=0.37, fy=0.61, interpolation=cv2.INTER_NEAREST), cv2.resize(gnoise, (50, 40), interpolation=cv2.INTER_NEAREST_EXACT)
# resize area
out = cv2.resize(noise, (48, 32), interpolation=cv2.INTER_AREA), cv2.resize(noise, (32, 16), interpolation=cv2.INTER_AREA), cv2.resize(noise, (50, 40), interpolation=cv2.INTER_AREA), cv2.resize(gnoise, (130, 100), interpolation=cv2.INTER_AREA)
# resize cubic
out = cv2.resize(noise, (50, 40), interpolation=cv2.INTER_CUBIC), cv2.resize(shapes, (90, 100), interpolation=cv2.INTER_CUBIC), cv2.resize(gnoise, (200, 100), interpolation=cv2.INTER_LANCZOS4), cv2.resize(noise, (50, 70), interpolation=cv2.INTER_LANCZOS4)
# resize floats
f = noise.astype(np.float32)
out = cv2.resize(f, (50, 40)), cv2.resize(f, (50, 40), interpolation=cv2.INTER_CUBIC), cv2.resize(f, (50, 40), interpolation=cv2.INTER_AREA), cv2.resize(f, (48, 32))
# warp affine
m = cv2.getRotationMatrix2D((48, 32), 30, 1.0)
out = m, cv2.warpAffine(shapes, m, (96, 64)), cv2.warpAffine(noise, m, (90, 80), borderValue=(50, 100, 150)), cv2.warpAffine(gray, np.float32([[1, 0, 12], [0, 1, -7]]), (96, 64)), cv2.warpAffine(noise, m, (96, 64), borderMode=cv2.BORDER_REFLECT)
# warp nearest cubic
m = cv2.getRotationMatrix2D((40, 30), -17, 0.8)
out = cv2.warpAffine(noise, m, (96, 64), flags=cv2.INTER_NEAREST), cv2.warpAffine(shapes, m, (96, 64), flags=cv2.INTER_CUBIC), cv2.warpAffine(gray, m, (96, 64), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
# warp perspective
a = np.float32([[0, 0], [95, 0], [95, 63], [0, 63]])
b = np.float32([[10, 5], [80, 0], [90, 60], [3, 50]])
m = cv2.getPerspectiveTransform(a, b)
out = m, cv2.warpPerspective(shapes, m, (96, 64)), cv2.warpPerspective(noise, np.linalg.inv(m), (96, 64)), cv2.warpPerspective(gray, m, (96, 64), flags=cv2.INTER_NEAREST), cv2.warpPerspective(noise, m, (96, 64), borderMode=cv2.BORDER_REPLICATE)
# matrices
a = np.float32([[10, 10], [80, 20], [30, 60]])
b = np.float32([[0, 0], [90, 10], [20, 50]])
m = cv2.getAffineTransform(a, b)
p = cv2.getPerspectiveTransform(np.float32([[0, 0], [95, 0], [95, 63], [0, 63]]), np.float32([[10, 5], [80, 0], [90, 60], [3, 50]]))
out = m, cv2.invertAffineTransform(m), cv2.transform(a.reshape(1, -1, 2), m), cv2.perspectiveTransform(a.reshape(-1, 1, 2), p)
# remap
y, x = np.mgrid[0:64, 0:96].astype(np.float32)
out = cv2.remap(shapes, x + 5 * np.sin(y / 8).astype(np.float32), y, cv2.INTER_LINEAR), cv2.remap(noise, 95 - x, y * 0.5, cv2.INTER_NEAREST), cv2.remap(noise, x * 1.1, y * 1.1, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
# contours external
c, h = cv2.findContours(binary, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
out = len(c), h, [k.tolist() for k in c]
# contours tree
c, h = cv2.findContours(binary, cv2.RETR_TREE, cv2.CHAIN_APPROX_NONE)
out = len(c), h, [k.reshape(-1, 2)[:12].tolist() for k in c], [len(k) for k in c]
# contours list ccomp
c, h = cv2.findContours(binary, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
d, i = cv2.findContours(binary, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
out = h, i, [k[0].tolist() for k in c], [k[0].tolist() for k in d]
# contours noise
n = (gnoise > 128).astype(np.uint8)
out = ()
for mode in (0, 1, 2, 3):
    c, h = cv2.findContours(n, mode, cv2.CHAIN_APPROX_SIMPLE, offset=(3, 5))
    out += (h, len(c), [k[0, 0].tolist() for k in c][:50], [len(k) for k in c][:50])
# contour measures
c, h = cv2.findContours(binary, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
c = [k for k in c if len(k) >= 3]
out = [cv2.contourArea(k) for k in c], [cv2.arcLength(k, True) for k in c], [cv2.arcLength(k, False) for k in c], [cv2.boundingRect(k) for k in c], [cv2.isContourConvex(k) for k in c], [cv2.contourArea(k, True) for k in c]
# approx
c, h = cv2.findContours(binary, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
out = ()
for e in (0.5, 1, 2, 3, 5):
    out += ([cv2.approxPolyDP(k, e, True).tolist() for k in c], [cv2.approxPolyDP(k, e, False).tolist() for k in c])
out += ([cv2.approxPolyDP(k, 0.04 * cv2.arcLength(k, True), True).tolist() for k in c],)
# hull
c, h = cv2.findContours(binary, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
pts = np.argwhere(gnoise[:40, :40] > 200)[:, ::-1].astype(np.int32)
out = [cv2.convexHull(k).tolist() for k in c], [cv2.convexHull(k, returnPoints=False).tolist() for k in c], [cv2.convexHull(k, clockwise=True).tolist() for k in c], cv2.convexHull(pts), cv2.convexHull(pts.astype(np.float32) * 0.37)
# min area rect
c, h = cv2.findContours(binary, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
boxes = [cv2.minAreaRect(k) for k in c]
turned = np.array([[10, 20], [60, 45], [50, 65], [0, 40]])
out = boxes, [cv2.boxPoints(b).tolist() for b in boxes], cv2.minAreaRect(turned.astype(np.int32)), cv2.boxPoints(((20, 30), (10, 5), 30.0)), [cv2.minAreaRect(np.float32(q)) for q in ([[0, 0], [10, 0], [10, 5], [0, 5]], [[0, 0], [10, 5]], [[0, 0], [0, 5]], [[3, 4]], [[0, 0], [10, -5]])]
# circles
c, h = cv2.findContours(binary, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
out = [cv2.minEnclosingCircle(k) for k in c], cv2.minEnclosingCircle(np.float32([[1, 2], [8, 9], [3, 7]]))
# fits
c, h = cv2.findContours(binary, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
big = max(c, key=cv2.contourArea)
t = np.linspace(0, 6, 30)
ring = np.stack([40 + 20 * np.cos(t) + 3 * np.sin(t), 30 + 9 * np.sin(t)], axis=1).astype(np.float32)
out = cv2.fitEllipse(ring), cv2.fitEllipse(big), cv2.fitLine(big, cv2.DIST_L2, 0, 0.01, 0.01), cv2.fitLine(np.float32([[0, 0], [1, 2], [2, 4.1], [3, 6]]), cv2.DIST_L2, 0, 0.01, 0.01)
# moments
c, h = cv2.findContours(binary, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
out = [list(cv2.moments(k).items()) for k in c], list(cv2.moments(gray).items()), list(cv2.moments(binary, True).items()), cv2.HuMoments(cv2.moments(binary)), [cv2.matchShapes(c[0], k, m, 0.0) for k in c for m in (1, 2, 3) if cv2.contourArea(k) > 0]
# point test
square = np.array([[10, 10], [50, 15], [45, 50], [12, 40]], np.int32)
out = [cv2.pointPolygonTest(square, (float(x), float(y)), True) for x in range(0, 60, 7) for y in range(0, 60, 9)], [cv2.pointPolygonTest(square, (x, y), False) for x in range(0, 60, 5) for y in range(0, 60, 5)]
# defects
c, h = cv2.findContours(binary, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
out = [cv2.convexityDefects(k, cv2.convexHull(k, returnPoints=False)) for k in c if len(k) > 20]
# components
n, labels = cv2.connectedComponents(binary)
m, l2, stats, centroids = cv2.connectedComponentsWithStats(binary, connectivity=4)
out = n, labels, m, l2, stats, centroids, cv2.connectedComponentsWithStats(((gnoise > 200) * 255).astype(np.uint8), 8)
# distance
out = cv2.distanceTransform(binary, cv2.DIST_L2, 5), cv2.distanceTransform(binary, cv2.DIST_L2, 3), cv2.distanceTransform(binary, cv2.DIST_L1, 3), cv2.distanceTransform(binary, cv2.DIST_C, 3), cv2.distanceTransform(binary, cv2.DIST_L2, 0)
# flood
a = shapes.copy()
r = cv2.floodFill(a, None, (0, 0), (10, 200, 30))
b = ramp.copy()
s = cv2.floodFill(b, np.zeros((66, 98), np.uint8), (20, 20), (0, 0, 255), (5, 5, 5), (5, 5, 5))
c = cv2.cvtColor(ramp, cv2.COLOR_BGR2GRAY)
m = np.zeros((66, 98), np.uint8)
t = cv2.floodFill(c, m, (40, 30), 255, 20, 20, flags=8 | (128 << 8) | cv2.FLOODFILL_FIXED_RANGE)
out = a, b, c, m, r[0], r[3], s[0], s[3], t[0], t[3]
# histogram
out = cv2.calcHist([gray], [0], None, [256], [0, 256]), cv2.calcHist([shapes], [1], binary, [16], [0, 256]), cv2.calcHist([shapes], [0, 1], None, [8, 8], [0, 256, 0, 256]), cv2.equalizeHist(gray), cv2.equalizeHist(gnoise // 2)
# hist compare
a, b = (cv2.calcHist([p], [0], None, [32], [0, 256]) for p in (gray, gnoise))
out = [cv2.compareHist(a, b, m) for m in range(4)]
# clahe
c = cv2.createCLAHE(clipLimit=2.0, tileGridSize=(8, 8))
out = c.apply(gray), cv2.createCLAHE(4.0, (3, 3)).apply(gnoise // 3), cv2.createCLAHE().apply(cv2.cvtColor(ramp, cv2.COLOR_BGR2GRAY))
# hough lines
e = cv2.Canny(gray, 50, 150)
out = cv2.HoughLines(e, 1, np.pi / 180, 25), cv2.HoughLines(e, 2, np.pi / 90, 30)
# hough lines p
e = cv2.Canny(gray, 50, 150)
out = cv2.HoughLinesP(e, 1, np.pi / 180, 15, minLineLength=10, maxLineGap=3), cv2.HoughLinesP(e, 1, np.pi / 180, 20, minLineLength=15, maxLineGap=5)
# hough circles
out = cv2.HoughCircles(gray, cv2.HOUGH_GRADIENT, 1, 20, param1=100, param2=15, minRadius=5, maxRadius=20), cv2.HoughCircles(cv2.medianBlur(gray, 3), cv2.HOUGH_GRADIENT, 1, 10, param1=80, param2=12, minRadius=0, maxRadius=0)
# corners
out = cv2.cornerHarris(gray, 2, 3, 0.04), cv2.goodFeaturesToTrack(gray, 20, 0.05, 5), cv2.goodFeaturesToTrack(gray, 10, 0.01, 10, useHarrisDetector=True, k=0.04), cv2.cornerMinEigenVal(gray, 3)
# pyramids
out = cv2.pyrDown(shapes), cv2.pyrUp(noise[:32, :40]), cv2.pyrDown(gnoise[:33, :51]), cv2.pyrDown(gnoise.astype(np.float32))
# match template
t = gray[10:24, 44:66]
out = tuple(cv2.matchTemplate(gray, t, m) for m in (0, 1, 2, 3, 5)) + tuple(cv2.minMaxLoc(cv2.matchTemplate(shapes, shapes[5:20, 5:30], m)) for m in (1, 5))
# match coefficients
out = cv2.matchTemplate(gray, gray[10:24, 44:66], cv2.TM_CCOEFF)
# integral
out = cv2.integral(gray), cv2.integral(noise)
# polar
a, b = noise[:8, :8, 0].astype(np.float32) - 100, noise[:8, :8, 1].astype(np.float32) - 100
out = cv2.magnitude(a, b), cv2.phase(a, b, angleInDegrees=True), cv2.cartToPolar(a, b), cv2.polarToCart(cv2.magnitude(a, b), cv2.phase(a, b)), cv2.phase(a, b)
# linear algebra
m = np.array([[4.0, 1, 2], [1, 3, 0], [2, 0, 5]])
out = cv2.determinant(m), cv2.invert(m), cv2.solve(m, np.array([[1.0], [2], [3]])), cv2.gemm(m, m, 1, None, 0)
# kmeans
z = np.float32(np.concatenate([noise[:6, :6, :2].reshape(-1, 2) / 10 + c for c in (0, 100, 200)]))
ok, labels, centers = cv2.kmeans(z, 3, None, (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 1.0), 5, cv2.KMEANS_PP_CENTERS)
out = round(ok, 2), sorted(np.bincount(labels.ravel()).tolist()), np.sort(centers, axis=0)
# color map
out = cv2.applyColorMap(gray, cv2.COLORMAP_JET), cv2.applyColorMap(gnoise, cv2.COLORMAP_HOT), cv2.applyColorMap(noise, cv2.COLORMAP_VIRIDIS)
# rotated box of text
pts = np.column_stack(np.where(binary > 0)[::-1]).astype(np.int32)
out = cv2.minAreaRect(pts), cv2.boundingRect(pts), cv2.boundingRect(binary), cv2.boundingRect(pts.astype(np.float32) * 0.77)

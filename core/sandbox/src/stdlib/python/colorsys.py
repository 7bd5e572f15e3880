def module(native):
    def hsv_to_rgb(h, s, v):
        if s == 0.0:
            return v, v, v
        i = int(h * 6.0)
        f = h * 6.0 - i
        p = v * (1.0 - s)
        q = v * (1.0 - s * f)
        t = v * (1.0 - s * (1.0 - f))
        return ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))[i % 6]

    def rgb_to_hsv(r, g, b):
        high = max(r, g, b)
        low = min(r, g, b)
        span = high - low
        if span == 0:
            return 0.0, 0.0, high
        rc, gc, bc = (high - r) / span, (high - g) / span, (high - b) / span
        if r == high:
            h = bc - gc
        elif g == high:
            h = 2.0 + rc - bc
        else:
            h = 4.0 + gc - rc
        return (h / 6.0) % 1.0, span / high, high

    def hls_to_rgb(h, l, s):
        if s == 0.0:
            return l, l, l
        m2 = l * (1.0 + s) if l <= 0.5 else l + s - l * s
        m1 = 2.0 * l - m2

        def channel(hue):
            hue %= 1.0
            if hue < 1 / 6:
                return m1 + (m2 - m1) * hue * 6.0
            if hue < 0.5:
                return m2
            if hue < 2 / 3:
                return m1 + (m2 - m1) * (2 / 3 - hue) * 6.0
            return m1
        return channel(h + 1 / 3), channel(h), channel(h - 1 / 3)

    def rgb_to_hls(r, g, b):
        high = max(r, g, b)
        low = min(r, g, b)
        total = high + low
        span = high - low
        l = total / 2.0
        if span == 0:
            return 0.0, l, 0.0
        s = span / total if l <= 0.5 else span / (2.0 - high - low)
        rc, gc, bc = (high - r) / span, (high - g) / span, (high - b) / span
        if r == high:
            h = bc - gc
        elif g == high:
            h = 2.0 + rc - bc
        else:
            h = 4.0 + gc - rc
        return (h / 6.0) % 1.0, l, s

    return {'rgb_to_hls': rgb_to_hls, 'hsv_to_rgb': hsv_to_rgb, 'rgb_to_hsv': rgb_to_hsv, 'hls_to_rgb': hls_to_rgb}

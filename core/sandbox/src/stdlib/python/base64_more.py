def module(native):
    import binascii

    letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

    def b32encode(s):
        out = bytearray()
        for start in range(0, len(s), 5):
            chunk = s[start:start + 5]
            number = int.from_bytes(chunk + bytes(5 - len(chunk)), 'big')
            group = [letters[number >> shift & 31] for shift in range(35, -1, -5)]
            used = (len(chunk) * 8 + 4) // 5
            out.extend(bytes(group[:used]) + b'=' * (8 - used))
        return bytes(out)

    def b32decode(s, casefold=False, map01=None):
        s = s.encode() if isinstance(s, str) else bytes(s)
        s = s.upper() if casefold else s
        if len(s) % 8:
            raise binascii.Error('Incorrect padding')
        body = s.rstrip(b'=')
        padding = len(s) - len(body)
        if padding not in (0, 1, 3, 4, 6):
            raise binascii.Error('Incorrect padding')
        out = bytearray()
        body += b'A' * padding
        for start in range(0, len(body), 8):
            number = 0
            for byte in body[start:start + 8]:
                digit = letters.find(bytes([byte]))
                if digit < 0:
                    raise binascii.Error('Non-base32 digit found')
                number = number << 5 | digit
            out.extend(number.to_bytes(5, 'big'))
        return bytes(out[:len(out) - (padding * 5 + 7) // 8]) if padding else bytes(out)

    def b16decode(s, casefold=False):
        s = s.decode() if isinstance(s, (bytes, bytearray)) else s
        if not casefold and any([c in 'abcdef' for c in s]):
            raise binascii.Error('Non-base16 digit found')
        return binascii.unhexlify(s)

    def b85encode(b, pad=False):
        alphabet = ('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
                    '!#$%&()*+-;<=>?@^_`{|}~')
        out = ''
        for start in range(0, len(b), 4):
            chunk = b[start:start + 4]
            number = int.from_bytes(chunk + bytes(4 - len(chunk)), 'big')
            group = ''.join([alphabet[number // 85 ** power % 85] for power in range(4, -1, -1)])
            out += group if pad else group[:len(chunk) + 1]
        return out.encode()

    return {'b32encode': b32encode, 'b32decode': b32decode, 'b16decode': b16decode, 'b85encode': b85encode}

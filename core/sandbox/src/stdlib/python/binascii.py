def module(native):
    import base64

    def b2a_base64(data, *, newline=True):
        return base64.b64encode(data) + (b'\n' if newline else b'')

    def unhexlify(text):
        text = text.decode() if isinstance(text, (bytes, bytearray)) else text
        if len(text) % 2:
            raise Error('Odd-length string')
        try:
            return bytes.fromhex(text)
        except ValueError:
            raise Error('Non-hexadecimal digit found') from None

    def hexlify(data, sep=None):
        return (data.hex() if sep is None else data.hex(sep)).encode()

    table = []

    def crc32(data, crc=0):
        if not table:
            for n in range(256):
                for _ in range(8):
                    n = n >> 1 ^ 0xedb88320 if n & 1 else n >> 1
                table.append(n)
        crc ^= 0xffffffff
        for byte in data:
            crc = table[(crc ^ byte) & 0xff] ^ crc >> 8
        return crc ^ 0xffffffff

    Error = native.binascii_error
    return {
        'Error': Error, 'b2a_base64': b2a_base64, 'a2b_base64': base64.b64decode, 'hexlify': hexlify,
        'b2a_hex': hexlify, 'unhexlify': unhexlify, 'a2b_hex': unhexlify, 'crc32': crc32,
    }

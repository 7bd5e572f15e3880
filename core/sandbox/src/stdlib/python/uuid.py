def module(native):
    import hashlib
    import random

    # There is no source of chance here: the same script gets the same identifiers.
    source = random.Random(0x75756964)

    class UUID:
        __module__ = 'uuid'
        __hash_fields__ = ('int',)

        def __init__(self, hex=None, bytes=None, int=None, version=None):
            if hex is not None:
                digits = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
                if len(digits) != 32:
                    raise ValueError('badly formed hexadecimal UUID string')
                number = whole(digits, 16)
            elif bytes is not None:
                number = whole.from_bytes(bytes, 'big')
            elif int is not None:
                number = int
            else:
                raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
            if version is not None:
                number = number & ~(0xf000 << 64) | version << 76
                number = number & ~(0xc000 << 48) | 0x8000 << 48
            self.int = number

        hex = property(lambda self: f'{self.int:032x}')
        bytes = property(lambda self: self.int.to_bytes(16, 'big'))
        version = property(lambda self: self.int >> 76 & 15)
        urn = property(lambda self: f'urn:uuid:{self}')
        time_low = property(lambda self: self.int >> 96)

        def __str__(self):
            digits = self.hex
            return f'{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}'

        def __repr__(self): return f"UUID('{self}')"
        def __int__(self): return self.int
        def __eq__(self, other): return isinstance(other, UUID) and self.int == other.int
        def __lt__(self, other): return self.int < other.int
        def __gt__(self, other): return self.int > other.int

    whole = int

    def uuid4():
        return UUID(int=source.getrandbits(128), version=4)

    def uuid1(node=None, clock_seq=None):
        return UUID(int=source.getrandbits(128), version=1)

    def named(function, version):
        def make(namespace, name):
            name = name.encode() if isinstance(name, str) else name
            return UUID(bytes=function(namespace.bytes + name).digest()[:16], version=version)
        return make

    spaces = {'DNS': '10', 'URL': '11', 'OID': '12', 'X500': '14'}
    return {
        'UUID': UUID, 'uuid1': uuid1, 'uuid4': uuid4, 'uuid3': named(hashlib.md5, 3), 'uuid5': named(hashlib.sha1, 5),
        **{f'NAMESPACE_{name}': UUID(f'6ba7b8{part}-9dad-11d1-80b4-00c04fd430c8') for name, part in spaces.items()},
    }

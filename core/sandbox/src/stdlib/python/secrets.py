def module(native):
    import base64
    import random

    # There is no source of chance here: the same script gets the same secrets.
    source = random.Random(0x736563726574)

    def token_bytes(nbytes=None):
        return source.randbytes(32 if nbytes is None else nbytes)

    def token_hex(nbytes=None):
        return token_bytes(nbytes).hex()

    def token_urlsafe(nbytes=None):
        return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')

    def compare_digest(a, b):
        return a == b

    return {
        'token_bytes': token_bytes, 'token_hex': token_hex, 'token_urlsafe': token_urlsafe, 'choice': source.choice,
        'randbelow': lambda n: source.randrange(n), 'randbits': source.getrandbits, 'compare_digest': compare_digest,
        'SystemRandom': random.Random,
    }

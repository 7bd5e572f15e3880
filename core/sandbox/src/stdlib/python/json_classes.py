def module(native):
    class JSONEncoder:
        item_separator = ', '
        key_separator = ': '

        def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                     sort_keys=False, indent=None, separators=None, default=None):
            self.skipkeys = skipkeys
            self.ensure_ascii = ensure_ascii
            self.check_circular = check_circular
            self.allow_nan = allow_nan
            self.sort_keys = sort_keys
            self.indent = indent
            self._separators = separators
            if default is not None:
                self.default = default

        def default(self, o):
            raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

        def encode(self, o):
            return native.encode(o, skipkeys=self.skipkeys, ensure_ascii=self.ensure_ascii,
                                 allow_nan=self.allow_nan, sort_keys=self.sort_keys, indent=self.indent,
                                 separators=self._separators, default=self.default)

        def iterencode(self, o):
            yield self.encode(o)

    class JSONDecoder:
        def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                     strict=True, object_pairs_hook=None):
            self._hooks = {
                'object_hook': object_hook, 'parse_float': parse_float, 'parse_int': parse_int,
                'parse_constant': parse_constant, 'object_pairs_hook': object_pairs_hook,
            }

        def decode(self, s):
            import json
            return json.loads(s, **self._hooks)

        def raw_decode(self, s, idx=0):
            value, end = native.raw_decode(s[idx:], **self._hooks)
            return value, end + idx

    return {'JSONEncoder': JSONEncoder, 'JSONDecoder': JSONDecoder}

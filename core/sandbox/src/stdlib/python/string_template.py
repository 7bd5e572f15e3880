def module(native):
    import re

    class Template:
        delimiter = '$'

        def __init__(self, template):
            self.template = template

        def _fill(self, mapping, kwargs, strict):
            values = {**(mapping or {}), **kwargs}

            def value(match):
                name = match['named'] or match['braced']
                if match['escaped']:
                    return '$'
                if name is None:
                    if not strict:
                        return match[0]
                    line = self.template.count('\n', 0, match.start()) + 1
                    column = match.start() - self.template.rfind('\n', 0, match.start())
                    raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')
                if name in values:
                    return str(values[name])
                if strict:
                    raise KeyError(name)
                return match[0]
            names = r'[_a-zA-Z][_a-zA-Z0-9]*'
            pattern = rf'\$(?:(?P<escaped>\$)|(?P<named>{names})|\{{(?P<braced>{names})\}}|)'
            return re.sub(pattern, value, self.template)

        def substitute(self, mapping=None, **kwargs):
            return self._fill(mapping, kwargs, True)

        def safe_substitute(self, mapping=None, **kwargs):
            return self._fill(mapping, kwargs, False)

    class Formatter:
        def format(self, format_string, /, *args, **kwargs):
            return self.vformat(format_string, args, kwargs)

        def vformat(self, format_string, args, kwargs):
            used = set()
            text, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
            self.check_unused_args(used, args, kwargs)
            return text

        def _vformat(self, format_string, args, kwargs, used, depth, auto):
            if depth < 0:
                raise ValueError('Max string recursion exceeded')
            result = []
            for literal, field, spec, conversion in self.parse(format_string):
                if literal:
                    result.append(literal)
                if field is None:
                    continue
                if field == '' or field[0] in '.[':
                    field = f'{auto}{field}'
                    auto += 1
                value, first = self.get_field(field, args, kwargs)
                used.add(first)
                value = self.convert_field(value, conversion)
                spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
                result.append(self.format_field(value, spec))
            return ''.join(result), auto

        def parse(self, text):
            literal, at, size = '', 0, len(text)
            while at < size:
                c = text[at]
                if c in '{}' and text[at + 1:at + 2] == c:
                    literal += c
                    at += 2
                elif c == '}':
                    raise ValueError("Single '}' encountered in format string")
                elif c == '{':
                    depth, end, brackets = 1, at + 1, False
                    while end < size and depth:
                        depth += {'{': 1, '}': -1}.get(text[end], 0)
                        end += 1
                    if depth:
                        raise ValueError("expected '}' before end of string" if end > at + 1 else
                                         "Single '{' encountered in format string")
                    field = text[at + 1:end - 1]
                    cut = re.search(r'[!:]', re.sub(r'\[[^\]]*\]', lambda m: ' ' * len(m[0]), field))
                    name = field[:cut.start()] if cut else field
                    rest = field[cut.start():] if cut else ''
                    conversion = None
                    if rest[:1] == '!':
                        conversion, rest = rest[1:2], rest[2:]
                    yield literal, name, rest[1:], conversion
                    literal, at = '', end
                else:
                    literal += c
                    at += 1
            if literal:
                yield literal, None, None, None

        def get_field(self, field_name, args, kwargs):
            first = re.match(r'[^.\[]*', field_name)[0]
            key = int(first) if first.isdigit() else first
            value = self.get_value(key, args, kwargs)
            for attribute, index in re.findall(r'\.([^.\[]+)|\[([^\]]*)\]', field_name[len(first):]):
                value = getattr(value, attribute) if attribute else value[int(index) if index.isdigit() else index]
            return value, key

        def get_value(self, key, args, kwargs):
            return args[key] if isinstance(key, int) else kwargs[key]

        def check_unused_args(self, used_args, args, kwargs):
            pass

        def format_field(self, value, format_spec):
            return format(value, format_spec)

        def convert_field(self, value, conversion):
            if conversion is None:
                return value
            if conversion in ('s', 'r', 'a'):
                return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
            raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def capwords(text, sep=None):
        return (sep or ' ').join([word.capitalize() for word in text.split(sep)])

    return {'Template': Template, 'Formatter': Formatter, 'capwords': capwords}

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

    def capwords(text, sep=None):
        return (sep or ' ').join([word.capitalize() for word in text.split(sep)])

    return {'Template': Template, 'capwords': capwords}

def module(native):
    import re

    def translate(pattern):
        out, at = '', 0
        while at < len(pattern):
            c = pattern[at]
            at += 1
            if c == '*':
                out += '.*'
            elif c == '?':
                out += '.'
            elif c == '[':
                end = pattern.find(']', at + 1 + (pattern[at:at + 1] == '!'))
                if end < 0:
                    out += r'\['
                else:
                    inside = pattern[at:end].replace('\\', r'\\')
                    out += '[' + ('^' + inside[1:] if inside[0] == '!' else inside) + ']'
                    at = end + 1
            else:
                out += re.escape(c)
        return rf'(?s:{out})\Z'

    def fnmatchcase(name, pattern):
        return re.match(translate(pattern), name) is not None

    def filter(names, pattern):
        wanted = re.compile(translate(pattern))
        return [name for name in names if wanted.match(name)]

    return {'translate': translate, 'fnmatch': fnmatchcase, 'fnmatchcase': fnmatchcase, 'filter': filter}

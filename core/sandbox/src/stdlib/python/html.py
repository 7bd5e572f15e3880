def module(native):
    import re

    names = {
        'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '©', 'reg': '®',
        'deg': '°', 'plusmn': '±', 'times': '×', 'divide': '÷', 'euro': '€', 'pound': '£', 'yen': '¥', 'cent': '¢',
        'sect': '§', 'para': '¶', 'middot': '·', 'hellip': '…', 'ndash': '–', 'mdash': '—', 'lsquo': '‘',
        'rsquo': '’', 'ldquo': '“', 'rdquo': '”', 'laquo': '«', 'raquo': '»', 'bull': '•', 'trade': '™',
        'larr': '←', 'uarr': '↑', 'rarr': '→', 'darr': '↓', 'harr': '↔', 'le': '≤', 'ge': '≥', 'ne': '≠',
        'infin': '∞', 'sum': '∑', 'radic': '√', 'micro': 'µ', 'alpha': 'α', 'beta': 'β', 'gamma': 'γ',
        'delta': 'δ', 'epsilon': 'ε', 'theta': 'θ', 'lambda': 'λ', 'mu': 'μ', 'pi': 'π', 'sigma': 'σ', 'phi': 'φ',
        'omega': 'ω', 'Delta': 'Δ', 'Sigma': 'Σ', 'Omega': 'Ω', 'frac12': '½', 'frac14': '¼', 'frac34': '¾',
        'auml': 'ä', 'ouml': 'ö', 'uuml': 'ü', 'Auml': 'Ä', 'Ouml': 'Ö', 'Uuml': 'Ü', 'szlig': 'ß',
        'eacute': 'é', 'egrave': 'è', 'ecirc': 'ê', 'agrave': 'à', 'acirc': 'â', 'ccedil': 'ç', 'ntilde': 'ñ',
        'iquest': '¿', 'iexcl': '¡', 'aring': 'å', 'oslash': 'ø', 'aelig': 'æ', 'check': '✓', 'hearts': '♥',
    }

    def escape(s, quote=True):
        s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
        return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s

    def character(match):
        name = match[1]
        if name[0] == '#':
            code = int(name[2:], 16) if name[1] in 'xX' else int(name[1:])
            return chr(code) if 0 < code < 0x110000 and not 0xd800 <= code < 0xe000 else '\ufffd'
        if name in names:
            return names[name]
        raise NotImplementedError(f'html.unescape() of &{name}; is not provided in this sandbox')

    def unescape(s):
        return re.sub(r'&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);', character, s)

    return {'escape': escape, 'unescape': unescape}

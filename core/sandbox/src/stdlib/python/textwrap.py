def module(native):
    def chunks_of(text):
        """Words and the spaces between them; a hyphenated word may be broken after its hyphens."""
        chunks = []
        for piece in text.replace('\t', '        ').split(' '):
            if chunks:
                if chunks[-1].isspace():
                    chunks[-1] += ' '
                else:
                    chunks.append(' ')
            start = 0
            for at in range(1, len(piece) - 1):
                before, after = piece[start:at][-2:], piece[at + 1:][:2]
                if piece[at] == '-' and before.isalpha() and after.isalpha() and len(before + after) == 4:
                    chunks.append(piece[start:at + 1])
                    start = at + 1
            if piece[start:]:
                chunks.append(piece[start:])
        return chunks

    def wrap(text, width=70, *, initial_indent='', subsequent_indent='', break_long_words=True,
             drop_whitespace=True, expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
             break_on_hyphens=True, max_lines=None, placeholder=' [...]', tabsize=8):
        if width <= 0:
            raise ValueError(f'invalid width {width!r} (must be > 0)')
        if expand_tabs:
            text = text.expandtabs(tabsize)
        if replace_whitespace:
            for c in '\n\x0b\x0c\r\t':
                text = text.replace(c, ' ')
        waiting = chunks_of(text)
        waiting.reverse()
        lines = []
        while waiting:
            indent = subsequent_indent if lines else initial_indent
            room = width - len(indent)
            line = []
            used = 0
            if drop_whitespace and lines and waiting[-1].isspace():
                waiting.pop()
            while waiting and used + len(waiting[-1]) <= room:
                used += len(waiting[-1])
                line.append(waiting.pop())
            if waiting and len(waiting[-1]) > room:
                left = max(room, 1) - used
                if break_long_words and left > 0:
                    line.append(waiting[-1][:left])
                    waiting[-1] = waiting[-1][left:]
                elif not line:
                    line.append(waiting.pop())
            if drop_whitespace and line and line[-1].isspace():
                line.pop()
            if not line:
                continue
            if max_lines is not None and len(lines) + 1 == max_lines and ''.join(waiting).strip():
                while line and len(indent) + len(''.join(line)) + len(placeholder) > width:
                    line.pop()
                while line and line[-1].isspace():
                    line.pop()
                lines.append(indent + ''.join(line) + (placeholder if line else placeholder.lstrip()))
                return lines
            lines.append(indent + ''.join(line))
        return lines

    def fill(text, width=70, **options):
        return '\n'.join(wrap(text, width, **options))

    def shorten(text, width, **options):
        lines = wrap(' '.join(text.split()), width, max_lines=1, **options)
        return lines[0] if lines else ''

    def dedent(text):
        lines = [line if line.strip() else '' for line in text.split('\n')]
        margin = None
        for line in lines:
            if line:
                indent = line[:len(line) - len(line.lstrip())]
                if margin is None:
                    margin = indent
                while not indent.startswith(margin):
                    margin = margin[:-1]
        return '\n'.join([line[len(margin or ''):] for line in lines])

    def indent(text, prefix, predicate=None):
        chosen = predicate or (lambda line: line.strip())
        return ''.join([prefix + line if chosen(line) else line for line in text.splitlines(True)])

    class TextWrapper:
        def __init__(self, width=70, **options):
            self.width = width
            self._options = options

        def wrap(self, text):
            return wrap(text, self.width, **self._options)

        def fill(self, text):
            return fill(text, self.width, **self._options)

    return {
        'wrap': wrap, 'fill': fill, 'shorten': shorten, 'dedent': dedent, 'indent': indent,
        'TextWrapper': TextWrapper,
    }

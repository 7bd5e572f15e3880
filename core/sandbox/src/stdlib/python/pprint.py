def module(native):
    import sys

    def is_record(value):
        return hasattr(type(value), '__dataclass_fields__') and not isinstance(value, type)

    class PrettyPrinter:
        def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                     underscore_numbers=False):
            self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
            self._compact, self._sort, self._underscores = compact, sort_dicts, underscore_numbers

        def pprint(self, value):
            print(self.pformat(value), file=self._stream or sys.stdout)

        def pformat(self, value):
            out = []
            self._format(value, out, 0, 0, 1)
            return ''.join(out)

        def _short(self, value, level):
            """The value on one line."""
            if type(value) is dict:
                if not value:
                    return '{}'
                if self._depth and level > self._depth:
                    return '{...}'
                items = [f'{self._short(k, level + 1)}: {self._short(v, level + 1)}' for k, v in self._items(value)]
                return '{' + ', '.join(items) + '}'
            if type(value) in (list, tuple):
                ends = '[]' if type(value) is list else '()'
                if not value:
                    return ends
                if self._depth and level > self._depth:
                    return ends[0] + '...' + ends[1]
                shown = ', '.join([self._short(item, level + 1) for item in value])
                comma = ',' if type(value) is tuple and len(value) == 1 else ''
                return ends[0] + shown + comma + ends[1]
            if type(value) in (set, frozenset) and value:
                shown = '{' + ', '.join([repr(item) for item in self._sorted(value)]) + '}'
                return shown if type(value) is set else f'frozenset({shown})'
            if self._underscores and type(value) is int:
                return f'{value:_d}'
            return repr(value)

        def _sorted(self, values):
            try:
                return sorted(values)
            except TypeError:
                return sorted(values, key=lambda value: (str(type(value)), repr(value)))

        def _items(self, value):
            if not self._sort:
                return list(value.items())
            try:
                return sorted(value.items(), key=lambda item: item[0])
            except TypeError:
                return sorted(value.items(), key=lambda item: (str(type(item[0])), repr(item[0])))

        def _format(self, value, out, at, after, level):
            short = self._short(value, level)
            if len(short) <= self._width - at - after or (self._depth and level > self._depth):
                out.append(short)
            elif type(value).__name__ in ('dict', 'OrderedDict', 'defaultdict', 'Counter') and isinstance(value, dict):
                self._format_dict(value, out, at, after, level)
            elif type(value) in (list, tuple):
                ends = '[]' if type(value) is list else '()'
                out.append(ends[0])
                comma = ',' if type(value) is tuple and len(value) == 1 else ''
                self._format_items(value, out, at, after + len(comma) + 1, level)
                out.append(comma + ends[1])
            elif type(value) in (set, frozenset) and value:
                frozen = type(value) is frozenset
                out.append('frozenset({' if frozen else '{')
                start = at + (len('frozenset(') if frozen else 0)
                self._format_items(self._sorted(value), out, start, after + (2 if frozen else 1), level)
                out.append('})' if frozen else '}')
            elif type(value) is str:
                self._format_text(value, out, at, after, level)
            elif is_record(value):
                self._format_record(value, out, at, after, level)
            else:
                out.append(short)

        def _format_dict(self, value, out, at, after, level):
            name = type(value).__name__
            if name == 'OrderedDict':
                out.append(name + '(')
                self._format(list(value.items()), out, at + len(name) + 1, after + 1, level)
                out.append(')')
                return
            end = ''
            if name == 'defaultdict':
                head = f'defaultdict({value.default_factory!r},\n' + ' ' * (at + len('defaultdict('))
                out.append(head)
                at, end = at + len('defaultdict('), ')'
            elif name == 'Counter':
                out.append('Counter(')
                at, end = at + len('Counter('), ')'
            out.append('{' + (self._indent - 1) * ' ')
            items = value.most_common() if name == 'Counter' else self._items(value)
            after += 1 + len(end)
            inner = at + self._indent
            for index, (key, item) in enumerate(items):
                last = index == len(items) - 1
                shown = self._short(key, level + 1)
                out.append(shown + ': ')
                self._format(item, out, inner + len(shown) + 2, after if last else 1, level + 1)
                if not last:
                    out.append(',\n' + ' ' * inner)
            out.append('}' + end)

        def _format_items(self, items, out, at, after, level):
            items = list(items)
            inner = at + self._indent
            if self._indent > 1:
                out.append((self._indent - 1) * ' ')
            width = left = self._width - inner + 1
            separator = ''
            for index, item in enumerate(items):
                last = index == len(items) - 1
                if last:
                    left -= after
                    width -= after
                if self._compact:
                    shown = self._short(item, level + 1)
                    size = len(shown) + 2
                    if left < size:
                        left = width
                        if separator:
                            separator = ',\n' + ' ' * inner
                    if left >= size:
                        left -= size
                        out.append(separator + shown)
                        separator = ', '
                        continue
                out.append(separator)
                separator = ',\n' + ' ' * inner
                self._format(item, out, inner, after if last else 1, level + 1)

        def _format_record(self, value, out, at, after, level):
            name = type(value).__name__
            fields = [(field.name, getattr(value, field.name))
                      for field in type(value).__dataclass_fields__.values() if field.repr]
            out.append(name + '(')
            inner = at + len(name) + 1
            for index, (field, item) in enumerate(fields):
                last = index == len(fields) - 1
                out.append(field + '=')
                self._format(item, out, inner + len(field) + 1, after + 1 if last else 1, level + 1)
                if not last:
                    out.append(',\n' + ' ' * inner)
            out.append(')')

        def _format_text(self, value, out, at, after, level):
            chunks = []
            lines = value.splitlines(True)
            if level == 1:
                at += 1
                after += 1
            room = last_room = self._width - at
            for index, line in enumerate(lines):
                shown = repr(line)
                if index == len(lines) - 1:
                    last_room -= after
                if len(shown) <= last_room:
                    chunks.append(shown)
                    continue
                parts = words_of(line)
                current = ''
                for number, part in enumerate(parts):
                    candidate = current + part
                    limit = last_room if index == len(lines) - 1 and number == len(parts) - 1 else room
                    if len(repr(candidate)) > limit:
                        if current:
                            chunks.append(repr(current))
                        current = part
                    else:
                        current = candidate
                if current:
                    chunks.append(repr(current))
            if len(chunks) == 1:
                out.append(chunks[0])
                return
            glue = '\n' + ' ' * at
            text = glue.join(chunks)
            out.append(f'({text})' if level == 1 else text)

    def words_of(line):
        import re
        return re.findall(r'\S*\s*', line)[:-1]

    def pformat(value, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                             underscore_numbers=underscore_numbers).pformat(value)

    def pprint(value, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
               underscore_numbers=False):
        PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                      underscore_numbers=underscore_numbers).pprint(value)

    def pp(value, *args, sort_dicts=False, **kwargs):
        pprint(value, *args, sort_dicts=sort_dicts, **kwargs)

    return {
        'PrettyPrinter': PrettyPrinter, 'pformat': pformat, 'pprint': pprint, 'pp': pp,
        'saferepr': lambda value: PrettyPrinter()._short(value, 1),
    }

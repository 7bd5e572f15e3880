def module(native):
    class Memo:
        """What was copied already, and its copy."""

        def __init__(self):
            self._known = {}

        def find(self, value):
            return self._known.get(native.identity(value))

        def keep(self, value, twin):
            # The original is kept, too, so that its number stays its own.
            self._known[native.identity(value)] = (value, twin)
            return twin

    def copy(value):
        if hasattr(type(value), '__copy__'):
            return value.__copy__()
        if type(value) in (list, dict, set):
            return value.copy()
        return native.clone(value)

    def copied_items(value, memo):
        return [deepcopy(item, memo) for item in value]

    def deepcopy(value, memo=None):
        if value is None or type(value) in (int, float, str, bool):
            return value
        if not isinstance(memo, Memo):
            memo = Memo()
        known = memo.find(value)
        if known is not None:
            return known[1]
        if hasattr(type(value), '__deepcopy__'):
            return memo.keep(value, value.__deepcopy__(memo))
        if isinstance(value, list):
            twin = memo.keep(value, [] if type(value) is list else native.clone(value))
            twin.clear()
            for item in value:
                twin.append(deepcopy(item, memo))
            return attributes(value, twin, memo)
        if isinstance(value, tuple):
            items = copied_items(value, memo)
            if all([a is b for a, b in zip(items, value)]):
                return value
            return memo.keep(value, tuple(items) if type(value) is tuple else native.instance(type(value), items))
        if isinstance(value, dict):
            twin = memo.keep(value, native.clone(value) if hasattr(value, '__dict__') else value.copy())
            for key, item in list(dict.items(value)):
                dict.__setitem__(twin, key, deepcopy(item, memo))
            return attributes(value, twin, memo)
        if isinstance(value, set):
            return memo.keep(value, set(copied_items(value, memo)))
        if isinstance(value, (frozenset, type)):
            return value
        twin = native.clone(value)
        if twin is not value:
            memo.keep(value, twin)
            attributes(value, twin, memo)
        return twin

    def attributes(value, twin, memo):
        if hasattr(value, '__dict__'):
            for name, item in vars(value).items():
                native.set(twin, name, deepcopy(item, memo))
        else:
            for name in getattr(type(value), '__slots__', ()):
                if hasattr(value, name):
                    native.set(twin, name, deepcopy(getattr(value, name), memo))
        return twin

    class Error(Exception):
        pass

    return {'copy': copy, 'deepcopy': deepcopy, 'Error': Error, 'error': Error}

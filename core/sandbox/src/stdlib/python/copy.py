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
        if isinstance(value, (list, dict, set)):
            return value.copy()
        if hasattr(value, '__copy__'):
            return value.__copy__()
        return native.clone(value)

    def copied_items(value, memo):
        return [deepcopy(item, memo) for item in value]

    def deepcopy(value, memo=None):
        if value is None or isinstance(value, (int, float, str)):
            return value
        if not isinstance(memo, Memo):
            memo = Memo()
        known = memo.find(value)
        if known is not None:
            return known[1]
        if isinstance(value, list):
            twin = memo.keep(value, [])
            for item in value:
                twin.append(deepcopy(item, memo))
            return twin
        if isinstance(value, tuple):
            items = copied_items(value, memo)
            if all([a is b for a, b in zip(items, value)]):
                return value
            return memo.keep(value, tuple(items))
        if isinstance(value, dict):
            twin = memo.keep(value, value.copy())
            for key in value:
                twin[key] = deepcopy(value[key], memo)
            return twin
        if isinstance(value, set):
            return memo.keep(value, set(copied_items(value, memo)))
        if isinstance(value, (frozenset, type)):
            return value
        if hasattr(value, '__deepcopy__'):
            return memo.keep(value, value.__deepcopy__(memo))
        twin = native.clone(value)
        if twin is not value:
            memo.keep(value, twin)
            if hasattr(value, '__dict__'):
                for name, item in vars(value).items():
                    native.set(twin, name, deepcopy(item, memo))
        return twin

    class Error(Exception):
        pass

    return {'copy': copy, 'deepcopy': deepcopy, 'Error': Error, 'error': Error}

def module(native):
    def copy(value):
        if isinstance(value, (list, dict, set)):
            return value.copy()
        if hasattr(value, '__copy__'):
            return value.__copy__()
        return native.clone(value)

    def deepcopy(value, memo=None):
        if isinstance(value, list):
            return [deepcopy(item) for item in value]
        if isinstance(value, tuple):
            return tuple([deepcopy(item) for item in value])
        if isinstance(value, dict):
            twin = value.copy()
            for key in value:
                twin[key] = deepcopy(value[key])
            return twin
        if isinstance(value, (set, frozenset)):
            return value.copy()
        if hasattr(value, '__deepcopy__'):
            return value.__deepcopy__({})
        twin = native.clone(value)
        if twin is not value and hasattr(value, '__dict__'):
            for name, item in vars(value).items():
                setattr(twin, name, deepcopy(item))
        return twin

    return {'copy': copy, 'deepcopy': deepcopy}

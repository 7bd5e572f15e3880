def module(native):
    class SimpleNamespace:
        def __init__(self, /, **names):
            self.__dict__.update(names)

        def __repr__(self):
            return 'namespace(' + ', '.join([f'{name}={value!r}' for name, value in vars(self).items()]) + ')'

        def __eq__(self, other):
            return vars(self) == vars(other) if isinstance(other, SimpleNamespace) else NotImplemented

    def generator():
        yield

    class Holder:
        def method(self):
            pass

    class MethodType:
        def __new__(cls, function, receiver):
            return native.bind(function, receiver)

    class MappingProxyType:
        def __init__(self, mapping):
            object.__setattr__(self, '_mapping', mapping)

        def __getitem__(self, key): return self._mapping[key]
        def __len__(self): return len(self._mapping)
        def __iter__(self): return iter(self._mapping)
        def __contains__(self, key): return key in self._mapping
        def __repr__(self): return f'mappingproxy({self._mapping!r})'
        def __eq__(self, other): return dict(self) == dict(other)
        def __or__(self, other): return self._mapping | other
        def get(self, key, default=None): return self._mapping.get(key, default)
        def keys(self): return self._mapping.keys()
        def values(self): return self._mapping.values()
        def items(self): return self._mapping.items()
        def copy(self): return self._mapping.copy()

    def new_class(name, bases=(), kwds=None, exec_body=None):
        body = {}
        if exec_body is not None:
            exec_body(body)
        return type(name, tuple(bases), body)

    import sys
    return {
        'SimpleNamespace': SimpleNamespace, 'MethodType': MethodType, 'MappingProxyType': MappingProxyType,
        'FunctionType': type(generator), 'LambdaType': type(generator), 'GeneratorType': type(generator()),
        'BuiltinFunctionType': type(len), 'BuiltinMethodType': type(len), 'ModuleType': type(sys),
        'NoneType': type(None), 'EllipsisType': type(...), 'NotImplementedType': type(NotImplemented),
        'GenericAlias': type(list[int]), 'UnionType': type(int | str), 'new_class': new_class,
    }

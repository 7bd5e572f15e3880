def module(native):
    class ABCMeta(type):
        __abstract_classes__ = True

        def register(cls, subclass):
            if not isinstance(subclass, type):
                raise TypeError('Can only register classes')
            cls._abc_registry = vars(cls).get('_abc_registry', ()) + (subclass,)
            return subclass

    class ABC(metaclass=ABCMeta):
        __slots__ = ()

    def abstractmethod(function):
        function.__isabstractmethod__ = True
        return function

    def abstractproperty(function):
        return property(abstractmethod(function))

    return {
        'ABC': ABC, 'ABCMeta': ABCMeta, 'abstractmethod': abstractmethod, 'abstractproperty': abstractproperty,
        'abstractclassmethod': lambda function: classmethod(abstractmethod(function)),
        'abstractstaticmethod': lambda function: staticmethod(abstractmethod(function)),
    }

def module(native):
    class ABC:
        pass

    def abstractmethod(function):
        return function

    return {'ABC': ABC, 'abstractmethod': abstractmethod, 'abstractproperty': property}

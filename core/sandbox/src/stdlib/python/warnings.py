def module(native):
    class catch_warnings:
        def __init__(self, *, record=False, **options):
            self._record = record

        def __enter__(self):
            return [] if self._record else None

        def __exit__(self, *error):
            return None

    def ignored(*args, **kwargs):
        return None

    # There is nowhere for a warning to go.
    return {
        'warn': ignored, 'filterwarnings': ignored, 'simplefilter': ignored, 'resetwarnings': ignored,
        'catch_warnings': catch_warnings,
    }

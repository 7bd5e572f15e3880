def module(native):
    def accumulate(iterable, func=None, *, initial=None):
        total = initial
        started = initial is not None
        if started:
            yield total
        for item in iterable:
            if not started:
                total = item
                started = True
            else:
                total = total + item if func is None else func(total, item)
            yield total

    def takewhile(predicate, iterable):
        for item in iterable:
            if not predicate(item):
                return
            yield item

    def dropwhile(predicate, iterable):
        dropping = True
        for item in iterable:
            if dropping and predicate(item):
                continue
            dropping = False
            yield item

    def filterfalse(predicate, iterable):
        for item in iterable:
            if not (item if predicate is None else predicate(item)):
                yield item

    def compress(data, selectors):
        for item, keep in zip(data, selectors):
            if keep:
                yield item

    def starmap(function, iterable):
        for args in iterable:
            yield function(*tuple(args))

    def pairwise(iterable):
        items = iter(iterable)
        try:
            previous = next(items)
        except StopIteration:
            return
        for item in items:
            yield previous, item
            previous = item

    def zip_longest(*iterables, fillvalue=None):
        iterators = [iter(iterable) for iterable in iterables]
        ended = object()
        while True:
            items = [next(iterator, ended) for iterator in iterators]
            if all(item is ended for item in items):
                return
            yield tuple([fillvalue if item is ended else item for item in items])

    def groupby(iterable, key=None):
        # What the groups share: the item looked at, its rank, and the number of the group.
        items, end = iter(iterable), object()
        item = rank = None
        number = 0

        def advance():
            nonlocal item, rank
            item = next(items, end)
            if item is not end:
                rank = item if key is None else key(item)

        def _grouper(wanted, own):
            while number == own and item is not end and rank == wanted:
                yield item
                if number == own:
                    advance()

        advance()
        while item is not end:
            number += 1
            current = rank
            yield current, _grouper(current, number)
            while item is not end and rank == current:
                advance()

    def batched(iterable, n):
        if n < 1:
            raise ValueError('n must be at least one')
        batch = []
        for item in iterable:
            batch.append(item)
            if len(batch) == n:
                yield tuple(batch)
                batch = []
        if batch:
            yield tuple(batch)

    def tee(iterable, n=2):
        if n < 0:
            raise ValueError('n must be >= 0')
        items, seen, end = iter(iterable), [], object()

        def _tee():
            at = 0
            while True:
                if at == len(seen):
                    item = next(items, end)
                    if item is end:
                        return
                    seen.append(item)
                yield seen[at]
                at += 1
        return tuple([_tee() for _ in range(n)])

    return {
        'product': native.product, 'permutations': native.permutations, 'combinations': native.combinations,
        'combinations_with_replacement': native.combinations_with_replacement, 'accumulate': accumulate,
        'takewhile': takewhile, 'dropwhile': dropwhile, 'filterfalse': filterfalse, 'compress': compress,
        'starmap': starmap, 'pairwise': pairwise, 'zip_longest': zip_longest, 'groupby': groupby,
        'batched': batched, 'tee': tee, 'count': native.count, 'cycle': native.cycle,
        'repeat': native.repeat, 'chain': native.chain, 'islice': native.islice,
    }

def module(native):
    def product(*iterables, repeat=1):
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        pools = [tuple(pool) for pool in iterables] * repeat
        if any(not pool for pool in pools):
            return
        indices = [0] * len(pools)
        while True:
            yield tuple([pool[i] for pool, i in zip(pools, indices)])
            for position in range(len(pools) - 1, -1, -1):
                indices[position] += 1
                if indices[position] < len(pools[position]):
                    break
                indices[position] = 0
            else:
                return

    def permutations(iterable, r=None):
        pool = tuple(iterable)
        n = len(pool)
        r = n if r is None else r
        not_negative(r)
        if r > n:
            return
        indices = list(range(n))
        left = list(range(n, n - r, -1))
        yield tuple([pool[i] for i in indices[:r]])
        while True:
            for position in range(r - 1, -1, -1):
                left[position] -= 1
                if left[position] == 0:
                    indices[position:] = indices[position + 1:] + indices[position:position + 1]
                    left[position] = n - position
                else:
                    other = -left[position]
                    indices[position], indices[other] = indices[other], indices[position]
                    yield tuple([pool[i] for i in indices[:r]])
                    break
            else:
                return

    def not_negative(r):
        if r < 0:
            raise ValueError('r must be non-negative')

    def combinations(iterable, r):
        not_negative(r)
        pool = tuple(iterable)
        n = len(pool)
        if r > n:
            return
        indices = list(range(r))
        while True:
            yield tuple([pool[i] for i in indices])
            for position in range(r - 1, -1, -1):
                if indices[position] != position + n - r:
                    break
            else:
                return
            indices[position] += 1
            for later in range(position + 1, r):
                indices[later] = indices[later - 1] + 1

    def combinations_with_replacement(iterable, r):
        not_negative(r)
        pool = tuple(iterable)
        n = len(pool)
        if not n and r:
            return
        indices = [0] * r
        while True:
            yield tuple([pool[i] for i in indices])
            for position in range(r - 1, -1, -1):
                if indices[position] != n - 1:
                    break
            else:
                return
            indices[position:] = [indices[position] + 1] * (r - position)

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
            yield function(*args)

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
        'product': product, 'permutations': permutations, 'combinations': combinations,
        'combinations_with_replacement': combinations_with_replacement, 'accumulate': accumulate,
        'takewhile': takewhile, 'dropwhile': dropwhile, 'filterfalse': filterfalse, 'compress': compress,
        'starmap': starmap, 'pairwise': pairwise, 'zip_longest': zip_longest, 'groupby': groupby,
        'batched': batched, 'tee': tee, 'count': native.count, 'cycle': native.cycle,
        'repeat': native.repeat, 'chain': native.chain, 'islice': native.islice,
    }

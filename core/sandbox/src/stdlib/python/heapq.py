def module(native):
    def up(heap, first, at):
        item = heap[at]
        while at > first:
            parent = (at - 1) // 2
            if not item < heap[parent]:
                break
            heap[at] = heap[parent]
            at = parent
        heap[at] = item

    def settle(heap, at):
        """Sinks an item to a leaf by way of the smaller children, then lets it rise, as CPython does: so
        that the list holds the same order."""
        first = at
        item = heap[at]
        while 2 * at + 1 < len(heap):
            child = 2 * at + 1
            if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
                child += 1
            heap[at] = heap[child]
            at = child
        heap[at] = item
        up(heap, first, at)

    def heappush(heap, item):
        heap.append(item)
        up(heap, 0, len(heap) - 1)

    def heappop(heap):
        if not heap:
            raise IndexError('index out of range')
        last = heap.pop()
        if not heap:
            return last
        return heapreplace(heap, last)

    def heapreplace(heap, item):
        smallest = heap[0]
        heap[0] = item
        settle(heap, 0)
        return smallest

    def heapify(heap):
        for at in range(len(heap) // 2 - 1, -1, -1):
            settle(heap, at)

    def heappushpop(heap, item):
        if heap and heap[0] < item:
            return heapreplace(heap, item)
        return item

    def nsmallest(n, iterable, key=None):
        return sorted(iterable, key=key)[:max(n, 0)]

    def nlargest(n, iterable, key=None):
        return sorted(iterable, key=key, reverse=True)[:max(n, 0)]

    def merge(*iterables, key=None, reverse=False):
        return iter(sorted([item for items in iterables for item in items], key=key, reverse=reverse))

    return {
        'heappush': heappush, 'heappop': heappop, 'heapify': heapify, 'heappushpop': heappushpop,
        'heapreplace': heapreplace, 'nsmallest': nsmallest, 'nlargest': nlargest, 'merge': merge,
    }

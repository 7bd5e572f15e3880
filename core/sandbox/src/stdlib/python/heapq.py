def module(native):
    def up(heap, at):
        while at > 0:
            parent = (at - 1) // 2
            if not heap[at] < heap[parent]:
                return
            heap[at], heap[parent] = heap[parent], heap[at]
            at = parent

    def down(heap, at):
        while True:
            child = 2 * at + 1
            if child >= len(heap):
                return
            if child + 1 < len(heap) and heap[child + 1] < heap[child]:
                child += 1
            if not heap[child] < heap[at]:
                return
            heap[at], heap[child] = heap[child], heap[at]
            at = child

    def heappush(heap, item):
        heap.append(item)
        up(heap, len(heap) - 1)

    def heappop(heap):
        last = heap.pop()
        if not heap:
            return last
        smallest = heap[0]
        heap[0] = last
        down(heap, 0)
        return smallest

    def heapify(heap):
        for at in range(len(heap) // 2 - 1, -1, -1):
            down(heap, at)

    def heappushpop(heap, item):
        heappush(heap, item)
        return heappop(heap)

    def nsmallest(n, iterable, key=None):
        return sorted(iterable, key=key)[:n]

    def nlargest(n, iterable, key=None):
        return sorted(iterable, key=key, reverse=True)[:n]

    return {
        'heappush': heappush, 'heappop': heappop, 'heapify': heapify, 'heappushpop': heappushpop,
        'nsmallest': nsmallest, 'nlargest': nlargest,
    }

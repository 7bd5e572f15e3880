def module(native):
    import heapq

    class Empty(Exception):
        __module__ = '_queue'

    class Full(Exception):
        __module__ = 'queue'

    class Queue:
        """Nothing waits here: nobody else could change the queue."""

        def __init__(self, maxsize=0):
            self.maxsize = maxsize
            self.queue = []
            self.unfinished_tasks = 0

        def qsize(self): return len(self.queue)
        def empty(self): return not self.queue
        def full(self): return 0 < self.maxsize <= len(self.queue)
        def _put(self, item): self.queue.append(item)
        def _get(self): return self.queue.pop(0)

        def put(self, item, block=True, timeout=None):
            if self.full():
                if block and timeout is None:
                    raise NotImplementedError('waiting for a full queue is not provided in this sandbox')
                raise Full
            self._put(item)
            self.unfinished_tasks += 1

        def get(self, block=True, timeout=None):
            if not self.queue:
                if block and timeout is None:
                    raise NotImplementedError('waiting for an empty queue is not provided in this sandbox')
                raise Empty
            return self._get()

        def put_nowait(self, item): self.put(item, False)
        def get_nowait(self): return self.get(False)

        def task_done(self):
            if self.unfinished_tasks <= 0:
                raise ValueError('task_done() called too many times')
            self.unfinished_tasks -= 1

        def join(self):
            if self.unfinished_tasks:
                raise NotImplementedError('waiting for tasks is not provided in this sandbox')

    class LifoQueue(Queue):
        def _get(self): return self.queue.pop()

    class PriorityQueue(Queue):
        def _put(self, item): heapq.heappush(self.queue, item)
        def _get(self): return heapq.heappop(self.queue)

    return {'Queue': Queue, 'LifoQueue': LifoQueue, 'PriorityQueue': PriorityQueue, 'SimpleQueue': Queue,
            'Empty': Empty, 'Full': Full}

"""Supervised workers: one that is killed, hangs or swells costs its own case and no other.

``concurrent.futures.ProcessPoolExecutor`` gives up every case at hand when one worker dies. Here
each worker has one pipe and one case at a time, so that it is known whose case ended it.
"""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import os
import resource
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from queue import SimpleQueue
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

SECONDS = 60.0
"""How long a case may take."""

MEMORY = 1_000_000_000
"""Bytes of address space that a worker may have."""

_PRELOADED = "drafter.batch.work"

_LONGEST_FOLDER = 103 - len("/pymp-12345678/listener-12345678")
"""Bytes; ``sun_path`` holds 104 on macOS and 108 on Linux, with the zero at the end."""


class WorkerDiedError(Exception):
    """The worker that had the case was killed or crashed; says by what."""


class TimeLimitError(Exception):
    """The case took too long, and its worker was ended."""


class CaseBrokeError(Exception):
    """The work raised something; its name only, for the words may hold facts of a client."""


def _context() -> ForkServerContext | SpawnContext:
    """How workers are started.

    A fork of a process with threads can hang; the fork server has none, and has the heavy imports
    behind it, so that a new worker is there at once. Its socket lies in the folder for temporary
    files, and a system takes no long path of a socket: then each worker starts from nothing.
    """
    if len(os.fsencode(tempfile.gettempdir())) > _LONGEST_FOLDER:
        return mp.get_context("spawn")
    context = mp.get_context("forkserver")
    context.set_forkserver_preload([_PRELOADED])
    return context


class Workers(Executor):
    """An ``Executor`` whose workers are watched.

    Args:
        count: how many work at once.
        seconds: how long one call may take.
        memory: bytes that one worker may have.
    """

    def __init__(self, count: int, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._context = _context()
        self._seconds = seconds
        self._memory = memory
        self._calls: SimpleQueue[tuple[Future[Any], Callable[..., Any], Any, Any] | None]
        self._calls = SimpleQueue()
        self._ending = threading.Event()
        self._watchers = [
            threading.Thread(target=self._watch, name=f"watcher-{n}", daemon=True)
            for n in range(count)
        ]
        for one in self._watchers:
            one.start()

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Has a worker call ``fn``; it and its arguments must be picklable."""
        if self._ending.is_set():
            msg = "these workers have been sent home"
            raise RuntimeError(msg)
        future: Future[T] = Future()
        self._calls.put((future, fn, args, kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - the signature of Executor
        """Ends the workers: after their work, or at once with ``cancel_futures``."""
        if cancel_futures:
            self._ending.set()
        for _ in self._watchers:
            self._calls.put(None)
        if wait:
            for one in self._watchers:
                one.join()
        self._ending.set()

    def _watch(self) -> None:
        """One thread for one worker: hands out calls, and puts a new worker in a dead one's place."""
        worker: _Worker | None = None
        while (item := self._calls.get()) is not None:
            future, fn, args, kwargs = item
            if self._ending.is_set():
                future.cancel()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                worker = worker or _Worker(self._context, self._memory)
                future.set_result(worker.call((fn, args, kwargs), self._seconds, self._ending))
            except CaseBrokeError as error:
                future.set_exception(error)
            except Exception as error:  # noqa: BLE001 - whatever it was, it is this call's own
                if worker is not None:
                    worker.end()
                    worker = None
                future.set_exception(error)
        if worker is not None:
            worker.dismiss()


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, context: ForkServerContext | SpawnContext, memory: int) -> None:
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, memory), daemon=True)
        self._process.start()
        theirs.close()

    def call(self, call: tuple[Any, Any, Any], seconds: float, ending: threading.Event) -> Any:  # noqa: ANN401 - whatever the call returns
        """The result of a call.

        Raises:
            WorkerDiedError: the process ended.
            TimeLimitError: it took too long.
            CaseBrokeError: the call raised something.
        """
        self._pipe.send(call)
        deadline = time.monotonic() + seconds
        while not self._pipe.poll(0.2):  # a quarter of a second to notice that all must end
            if ending.is_set():
                msg = "stopped"
                raise WorkerDiedError(msg)
            if time.monotonic() > deadline:
                msg = f"took longer than {seconds:g} seconds"
                raise TimeLimitError(msg)
            if not self._process.is_alive() and not self._pipe.poll(0):
                raise WorkerDiedError(self._epitaph())
        try:
            name, result = self._pipe.recv()
        except (EOFError, OSError):
            self._process.join(1)
            raise WorkerDiedError(self._epitaph()) from None
        if name:
            raise CaseBrokeError(name)
        return result

    def _epitaph(self) -> str:
        code = self._process.exitcode
        if code is None or code >= 0:
            return f"the worker ended (status {code})"
        with contextlib.suppress(ValueError):
            return f"the worker was ended by {signal.Signals(-code).name}"
        return f"the worker was ended by signal {-code}"

    def end(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.join()
        self._pipe.close()
        self._process.close()

    def dismiss(self) -> None:
        """Lets the process go; it has nothing to do."""
        with contextlib.suppress(OSError):
            self._pipe.send(None)
        self._process.join(2)
        self.end()


def _serve(pipe: Connection, memory: int) -> None:  # pragma: no cover - runs in the workers
    """The life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold a client's facts
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    threading.Thread(target=_follow, daemon=True).start()
    while True:
        try:
            call = pipe.recv()
        except (EOFError, OSError):
            return
        if call is None:
            return
        fn, args, kwargs = call
        try:
            answer = "", fn(*args, **kwargs)
        except BaseException as error:  # noqa: BLE001 - SystemExit too is this call's own
            answer = type(error).__name__, None
        try:
            pipe.send(answer)
        except OSError:  # the parent was killed; a trace would only frighten
            return


def _follow() -> None:  # pragma: no cover - likewise
    """Ends a worker with its parent, so that none writes after a run that was killed."""
    parent = mp.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)

"""Workers on other machines: a Dask cluster behind the same interface (extra ``dask``)."""

from __future__ import annotations

import importlib
from concurrent.futures import Executor

from drafter.errors import DrafterError


def dask_executor(address: str) -> tuple[Executor, int]:
    """The executor of a Dask scheduler, and how many threads work behind it.

    The machines share the output folder and have the same version of this program.

    Args:
        address: of the scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises:
        DrafterError: Dask is not installed, or nobody answers at the address.
    """
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        msg = 'a cluster needs Dask: pip install "mandamus-drafter[dask]".'
        raise DrafterError(msg) from None
    try:
        client = distributed.Client(address, timeout="5s", set_as_default=False)
        threads = sum(client.nthreads().values())
    except (OSError, ValueError, TypeError):
        msg = f"{address}: no Dask scheduler answers there; compare the address with its own words."
        raise DrafterError(msg) from None
    if not threads:
        client.close()
        msg = f"{address}: the scheduler has no workers; start some with: dask worker {address}"
        raise DrafterError(msg)
    executor: Executor = client.get_executor()
    return executor, threads

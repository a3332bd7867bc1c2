"""Reading what stands in a packet: somebody may have put anything in the place of a paper."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MOST_BYTES = 100_000_000
"""Bytes of a paper or a manifest that are read."""


def read_regular(path: Path) -> bytes:
    """The bytes of a regular file; nothing else is opened.

    Raises:
        OSError: it is not there or may not be read, or it is a link, a pipe that would be waited
            for, a device, or larger than ``MOST_BYTES``.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "is no regular file", str(path))
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data

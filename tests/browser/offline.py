"""The tests in the browser with the network cut: ``unshare -rn python -m tests.browser.offline``.

Of a new network namespace this brings up its own loopback, makes sure that nothing else is there,
and runs the tests.
"""

from __future__ import annotations

import fcntl
import socket
import struct
import sys

import pytest

_SET_FLAGS = 0x8914  # SIOCSIFFLAGS
_UP = 0x1


def main() -> int:
    """Exit code of pytest; 2 if there is a network."""
    others = [name for _, name in socket.if_nameindex() if name != "lo"]
    if others:
        sys.stderr.write(f"there is a network here ({', '.join(others)}): start it by unshare\n")
        return 2
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sH14s", b"lo", _UP, b""))
    return int(pytest.main(["tests/browser", *sys.argv[1:]]))


if __name__ == "__main__":
    sys.exit(main())

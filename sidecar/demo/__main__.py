"""`python -m sidecar.demo NOW`: the demo's mail server as a process of its own, ended by closing its standard input."""

import asyncio
import signal
import sys
from datetime import datetime

from sidecar.demo.server import serve

if __name__ == "__main__":
    # Ctrl+C reaches every process of a terminal; the sidecar ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asyncio.run(serve(datetime.fromisoformat(sys.argv[1])))

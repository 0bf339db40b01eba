"""Beside mbsync (Debian package isync), over the same Inbox: from nothing to everything kept on disk, and again.

mbsync copies whole messages into a Maildir. We keep header fields and verdicts in a database. So it is also run with
`MaxSize 1`, which makes it fetch every header and write that with a note in place of the body: the nearest it comes to
the same work. Even so it keeps all fields, in a file for each message, and we judge what we keep.
"""

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.harness.dovecot import Dovecot


def beside(server: Dovecot, user: str, ours: Callable[[], tuple[float, float]], runs: int) -> None:
    """Take turns. `ours` returns the seconds of a first pass that records everything, and of one without news."""
    mbsync = shutil.which("mbsync")
    if mbsync is None:
        print("mbsync: skipped, it is not installed (Debian package isync)")
        return
    times: dict[str, list[tuple[float, float]]] = {"ours": [], "whole messages": [], "headers only": []}
    for _ in range(runs):
        times["ours"].append(ours())
        times["whole messages"].append(_theirs(mbsync, server, user, ""))
        times["headers only"].append(_theirs(mbsync, server, user, "MaxSize 1\n"))
    medians = {name: tuple(map(statistics.median, zip(*taken, strict=True))) for name, taken in times.items()}
    our_first, our_nothing = medians.pop("ours")
    print(f"beside mbsync, the same Inbox, everything kept on disk, median of {runs}:")
    print(f"  ours, header fields and verdicts: first {our_first:.2f} s, without news {our_nothing * 1000:.0f} ms")
    for name, (first, nothing) in medians.items():
        print(f"  mbsync, {name}: first {first:.2f} s, {first / our_first:.1f} times ours", end="; ")
        print(f"without news {nothing * 1000:.0f} ms, {nothing / our_nothing:.1f} times ours")


def _theirs(mbsync: str, server: Dovecot, user: str, more: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "mbsyncrc")
        config.write_text(
            f'IMAPAccount a\nHost 127.0.0.1\nPort {server.port}\nUser {user}\nPass "{server.password}"\nSSLType None\n'
            f"\nIMAPStore far\nAccount a\n\nMaildirStore near\nPath {folder}/mail/\nInbox {folder}/inbox\n"
            f"SubFolders Verbatim\n\nChannel c\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Near\nSync Pull\n"
            f"SyncState *\n{more}"
        )
        Path(folder, "mail").mkdir()
        seconds = []
        for _ in range(2):
            began = time.perf_counter()
            subprocess.run([mbsync, "-q", "-c", str(config), "c"], check=True, env={**os.environ, "HOME": folder})
            seconds.append(time.perf_counter() - began)
            time.sleep(1.1)  # in the second after a change of its Maildir it waits by itself
        if not any(Path(folder, "inbox", "cur").iterdir()):
            raise AssertionError("mbsync copied nothing")
    return seconds[0], seconds[1]

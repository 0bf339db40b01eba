"""Beside mbsync (Debian package isync), which copies whole messages where we read headers: what a user waits for."""

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
    """Take turns over the same Inbox. Both sides tell the seconds from nothing, and again when there is no news."""
    mbsync = shutil.which("mbsync")
    if mbsync is None:
        print("mbsync: skipped, it is not installed (Debian package isync)")
        return
    their_times, our_times = [], []
    for _ in range(runs):
        their_times.append(_theirs(mbsync, server, user))
        our_times.append(ours())
    first, nothing = (statistics.median(times) for times in zip(*their_times, strict=True))
    our_first, our_nothing = (statistics.median(times) for times in zip(*our_times, strict=True))
    print(
        f"mbsync, the same Inbox, median of {runs}: first {first:.2f} s, {first / our_first:.1f} times ours", end="; "
    )
    print(f"without news {nothing * 1000:.0f} ms, {nothing / our_nothing:.1f} times ours")


def _theirs(mbsync: str, server: Dovecot, user: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "mbsyncrc")
        config.write_text(
            f'IMAPAccount a\nHost 127.0.0.1\nPort {server.port}\nUser {user}\nPass "{server.password}"\nSSLType None\n'
            f"\nIMAPStore far\nAccount a\n\nMaildirStore near\nPath {folder}/mail/\nInbox {folder}/inbox\n"
            f"SubFolders Verbatim\n\nChannel c\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Near\nSync Pull\n"
            "SyncState *\n"
        )
        Path(folder, "mail").mkdir()
        seconds = []
        for _ in range(2):
            began = time.perf_counter()
            subprocess.run([mbsync, "-q", "-c", str(config), "c"], check=True, env={**os.environ, "HOME": folder})
            seconds.append(time.perf_counter() - began)
        if not any(Path(folder, "inbox", "cur").iterdir()):
            raise AssertionError("mbsync copied nothing")
    return seconds[0], seconds[1]

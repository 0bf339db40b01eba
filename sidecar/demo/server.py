"""The demo's IMAP server: pymap with the season in memory, on a free loopback port, until standard input ends."""

import asyncio
import json
import sys
from argparse import Namespace
from datetime import datetime
from secrets import token_urlsafe

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.backend.dict.mailbox import MailboxSet
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pysasl.hashing import BuiltinHash

from sidecar.demo.season import DemoSeason, demo_season

FOLDERS = ("Sent", "Archive", "Junk", "Trash")
USER = "demo"


async def serve(now: datetime) -> None:
    """Fill the mailbox as of `now`, print one JSON line that says how to reach it, serve until standard input ends.

    The line: `{"port": …, "user": …, "password": …, "address": …}`; the password is made anew each time.
    """
    season = demo_season(now)
    password = token_urlsafe()
    backend, config = await DictBackend.init(_arguments(password), hash_context=BuiltinHash(rounds=1))
    config.apply_context()
    async with backend.login.demo_user_identity.new_session() as session:
        mailboxes = session.mailbox_set
        for folder in FOLDERS:
            await mailboxes.add_mailbox(folder)
        await _fill(mailboxes, season)
    handler = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(backend.login, config))
    server = await asyncio.start_server(handler, host="127.0.0.1", port=0)
    async with server:
        reach = {"port": server.sockets[0].getsockname()[1], "user": USER, "password": password}
        print(json.dumps({**reach, "address": season.address}), flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def _fill(mailboxes: MailboxSet, season: DemoSeason) -> None:
    for placed in season.mail:
        mailbox = await mailboxes.get_mailbox(placed.folder)
        await mailbox.append(AppendMessage(placed.message, placed.at))


def _arguments(password: str) -> Namespace:
    """What pymap's own command line would have made of its defaults, a demo user, and no TLS."""
    return Namespace(
        host="127.0.0.1", port="0", debug=False, cert=None, key=None, tls=False, passlib_cfg=None, proxy_protocol=None,
        inherited_sockets=None, demo_data=False, demo_user=USER, demo_password=password,
    )  # fmt: skip

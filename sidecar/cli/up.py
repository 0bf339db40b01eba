"""`deardr up`: start the sidecar and say how to come in."""

import sys

import click

from sidecar import __version__
from sidecar.app.serve import PortTaken, serve
from sidecar.config import HOST, PORT, clock, home
from sidecar.demo.mailbox import DemoUnavailable
from sidecar.store.access import Access, Purpose
from sidecar.web.logs import configure


@click.command(epilog="Example: deardr up --no-browser")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="Where to listen; 0: any free port."
)
@click.option("--browser/--no-browser", default=None, help="Open the status page; on a desktop that is the default.")
def up(port: int, browser: bool | None) -> None:
    """Start the sidecar on this machine's own address, and print a sign-in link and a pairing code."""
    configure(sys.stderr)
    place = home().create()

    def ready(demo: bool, listening: int) -> None:
        access = Access(place.database)
        link = f"http://{HOST}:{listening}/signin?ticket={access.issue(Purpose.TICKET)}"
        code = access.issue(Purpose.CODE)
        access.close()
        click.echo(_welcome(demo, link, code))
        if browser if browser is not None else _on_a_desktop():
            click.launch(link)

    try:
        serve(place, clock(), port, ready)
    except PortTaken as error:
        raise click.ClickException(
            f"{error} If DearDr runs there already, `deardr open` makes a new sign-in link; "
            f"else choose another port: deardr up --port {port + 1}"
        ) from error
    except DemoUnavailable as error:
        raise click.ClickException(str(error)) from error


def _on_a_desktop() -> bool:
    return sys.stdout.isatty() and sys.stdin.isatty()


def _welcome(demo: bool, link: str, code: str) -> str:
    lines = [
        "",
        f"DearDr {__version__} is running on this machine only.",
        f"  Status page   {link}",
        "                (works once, within 15 minutes; `deardr open` makes a new one)",
        f"  Pairing code  {code}",
        "                (type it into the mail client's DearDr options; `deardr pair new` makes a new one)",
    ]
    if demo:
        lines += [
            "  Demo mailbox  You see an invented season. Add your own account on the status page, or with:",
            "                deardr account add NAME --address ADDRESS --host IMAP-SERVER --security tls",
        ]
    return "\n".join([*lines, "  Stop it with Ctrl+C.", ""])

"""The `deardr` command. Each subcommand is loaded when it is called, so that `deardr lint` starts fast."""

import importlib
import sys
from collections.abc import Sequence

import click

from sidecar import __version__
from sidecar.config import ConfigurationError

COMMANDS = {
    "up": "sidecar.cli.up",
    "open": "sidecar.cli.access",
    "pair": "sidecar.cli.access",
    "lint": "sidecar.cli.lint",
    "rules": "sidecar.cli.lint",
    "inspect": "sidecar.cli.inspect",
    "account": "sidecar.cli.account",
    "sync": "sidecar.cli.sync",
    "due": "sidecar.cli.due",
    "letters": "sidecar.cli.people",
    "programs": "sidecar.cli.people",
    "season": "sidecar.cli.people",
    "profile": "sidecar.cli.people",
    "templates": "sidecar.cli.templates",
    "doctor": "sidecar.cli.doctor",
    "export": "sidecar.cli.archive",
    "import": "sidecar.cli.archive",
    "backup": "sidecar.cli.archive",
}
ATTRIBUTES = {"open": "open_", "import": "import_"}  # the command's function, where its name is taken in Python


class LazyGroup(click.Group):
    """A group whose commands are imported on first use."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of a season's work."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name])
        command = getattr(module, ATTRIBUTES.get(cmd_name, cmd_name))
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name]} has no command {cmd_name}")
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deardr")
def deardr() -> None:
    """Help with the emails of a residency season: letters of recommendation and programs.

    \b
    Start here:
      deardr up               the status page, and what mail clients talk to
      deardr lint draft.txt   what is weak in a draft, and why
      deardr due              whom to write to, and when
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; a setting that cannot be used ends it with one sentence and status 2."""
    try:
        deardr(args=arguments, prog_name="deardr")
    except ConfigurationError as error:
        click.echo(f"deardr: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()

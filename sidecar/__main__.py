"""The `deardr` command. Each subcommand is loaded when it is called, so that `deardr lint` starts fast."""

import importlib
import sys
from collections.abc import Sequence

import click

from sidecar import __version__
from sidecar.config import ConfigurationError

COMMANDS = {  # name: (module, function, what it does); summaries stand here so that --help need not import everything
    "up": ("up", "up", "Start the sidecar: status page, API, mail reading."),
    "open": ("access", "open_", "Make a new sign-in link for the status page."),
    "pair": ("access", "pair", "Connect a mail client, or take its access away."),
    "lint": ("lint", "lint", "Say what is weak in a draft, and why."),
    "rules": ("lint", "rules", "List the rules, or explain one."),
    "inspect": ("inspect", "inspect", "Say what is made of a received or sent message."),
    "account": ("account", "account", "Add, list, test or remove a mail account."),
    "sync": ("sync", "sync", "Read the mailboxes now."),
    "due": ("due", "due", "List whom to write to, and when."),
    "act": ("act", "act", "Put a prompt off, settle it, answer it; take that back."),
    "letters": ("people", "letters", "List and edit referees and their letters."),
    "programs": ("people", "programs", "List, import and edit programs."),
    "season": ("season", "season", "Show or change the season's dates."),
    "profile": ("profile", "profile", "Show or change who you are."),
    "templates": ("templates", "templates", "List, show or fill in email templates."),
    "doctor": ("doctor", "doctor", "Check the installation and say what to do."),
    "export": ("archive", "export", "Write everything DearDr knows to one file."),
    "import": ("archive", "import_", "Read such a file back."),
    "backup": ("archive", "backup", "Copy the database safely while it is in use."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported on first use."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of a season's work."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, function, _ = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"sidecar.cli.{module}"), function)
        if not isinstance(command, click.Command):
            raise TypeError(f"sidecar.cli.{module}.{function} is no command")
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, _, summary) in COMMANDS.items()])


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

"""Starts a real Thunderbird on a throw-away profile, without a screen and without any network but this computer's."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.harness.ports import free_port
from tests.thunderbird.marionette import Marionette

_QUIET: dict[str, object] = {
    # no first-run pages, questions or news
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.rights.override": True,
    "mail.shell.checkDefaultClient": False,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "mailnews.start_page_override.mstone": "ignore",
    "mail.inappnotifications.enabled": False,
    "app.donation.eoy.version.viewed": 999,
    "app.update.disabledForTesting": True,
    "mail.chat.enabled": False,
    # nothing leaves the computer
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "datareporting.healthreport.uploadEnabled": False,
    "toolkit.telemetry.server": "http://127.0.0.1:9/",
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.manage-offline-status": False,
    "network.proxy.type": 0,
    "extensions.update.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    # add-ons without a signature, as Thunderbird allows anyway
    "extensions.autoDisableScopes": 0,
    "extensions.enabledScopes": 5,
    "xpinstall.signatures.required": False,
    # automation
    "focusmanager.testmode": True,
    "extensions.background.idle.timeout": 600_000,  # an event page sleeps when a test says so, not in the middle of one
    "toolkit.startup.max_resumed_crashes": -1,
    "browser.sessionstore.resume_from_crash": False,
    "ui.prefersReducedMotion": 1,
    "intl.locale.requested": "en-US",
    # mail
    "alerts.useSystemBackend": False,
    "mail.biff.show_alert": False,
    "mail.biff.play_sound": False,
    "mail.compose.attachment_reminder": False,
    "mail.SpellCheckBeforeSend": False,
    "mail.spellcheck.inline": False,
    "mail.warn_on_send_accel_key": False,
    "mailnews.database.global.indexer.enabled": False,
}
USER = "alice"
ADDRESS = "alice@example.org"
NAME = "Alice Okafor"


def _account(imap_port: int, smtp_port: int) -> dict[str, object]:
    """One IMAP account with two identities, a second one, and the local folders."""
    prefs: dict[str, object] = {
        "mail.accountmanager.accounts": "account1,account2,account3",
        "mail.accountmanager.defaultaccount": "account1",
        "mail.accountmanager.localfoldersserver": "server2",
        "mail.account.lastKey": 3,
        "mail.identity.lastKey": 3,
        "mail.server.lastKey": 3,
        "mail.account.account1.identities": "id1,id2",
        "mail.account.account1.server": "server1",
        "mail.account.account2.server": "server2",
        "mail.account.account3.identities": "id3",
        "mail.account.account3.server": "server3",
        "mail.server.server2.type": "none",
        "mail.server.server2.hostname": "Local Folders",
        "mail.server.server2.name": "Local Folders",
        "mail.server.server2.userName": "nobody",
        "mail.smtpservers": "smtp1",
        "mail.smtp.defaultserver": "smtp1",
        "mail.smtpserver.smtp1.hostname": "127.0.0.1",
        "mail.smtpserver.smtp1.port": smtp_port,
        "mail.smtpserver.smtp1.authMethod": 1,
        "mail.smtpserver.smtp1.try_ssl": 0,
        "mail.smtpserver.smtp1.type": "smtp",
    }
    for number, user in ((1, USER), (3, "bob")):
        server = f"mail.server.server{number}."
        prefs |= {
            f"{server}type": "imap",
            f"{server}hostname": "127.0.0.1",
            f"{server}port": imap_port,
            f"{server}userName": user,
            f"{server}name": f"{user}@example.org",
            f"{server}socketType": 0,
            f"{server}authMethod": 3,
            f"{server}login_at_startup": False,  # the password is put in later
            f"{server}check_new_mail": True,
            f"{server}check_time": 10,
            f"{server}use_idle": True,
        }
    for number, address, user in ((1, ADDRESS, USER), (2, "a.okafor@example.org", USER), (3, "bob@example.org", "bob")):
        identity = f"mail.identity.id{number}."
        prefs |= {
            f"{identity}fullName": NAME,
            f"{identity}useremail": address,
            f"{identity}valid": True,
            f"{identity}smtpServer": "smtp1",
            f"{identity}compose_html": True,
            f"{identity}fcc": True,
            f"{identity}fcc_folder": f"imap://{user}@127.0.0.1/Sent",
            f"{identity}draft_folder": f"imap://{user}@127.0.0.1/Drafts",
        }
    return prefs


def program() -> str | None:
    """Where Thunderbird is installed, if it is: the program itself, since distributions put a script before it.

    `DEARDR_TEST_THUNDERBIRD` names another one, such as the oldest that is supported.
    """
    if named := os.environ.get("DEARDR_TEST_THUNDERBIRD"):
        return named
    for place in ("/usr/lib/thunderbird/thunderbird", "/usr/lib64/thunderbird/thunderbird"):
        if Path(place).is_file():
            return place
    return shutil.which("thunderbird")


@contextlib.contextmanager
def thunderbird(
    executable: str, profile: Path, *, imap_port: int, smtp_port: int, prefs: dict[str, object]
) -> Iterator[Marionette]:
    """Run Thunderbird for the length of the block."""
    port = free_port()
    chosen = _QUIET | _account(imap_port, smtp_port) | {"marionette.port": port} | prefs
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in chosen.items()]
    (profile / "user.js").write_text("".join(lines))
    home = profile / "home"
    home.mkdir(exist_ok=True)
    environment = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"} | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "LANG": "C.UTF-8",
        "TZ": "America/New_York",
        "MOZ_CRASHREPORTER_DISABLE": "1",
        "NO_AT_BRIDGE": "1",
    }
    screen = [] if os.environ.get("DEARDR_TEST_SCREEN") else ["--headless"]
    command = [
        executable,
        *screen,
        "--marionette",
        "--remote-allow-system-access",
        "--no-remote",
        "--profile",
        str(profile),
    ]
    with (profile / "thunderbird.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - found by us
            command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    try:
        with contextlib.closing(Marionette(port)) as session:
            yield session
            session.quit()
    finally:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        with contextlib.suppress(ProcessLookupError):  # gone in good order
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

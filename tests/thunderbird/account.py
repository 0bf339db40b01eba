"""Signs the accounts of the test profile in, as a user who keeps the password."""

from tests.harness.dovecot import Dovecot
from tests.thunderbird.rig import Rig
from tests.thunderbird.waiting import eventually

_PASSWORDS = """
const [users, password] = arguments;
for (const user of users) {
  const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
  login.init("imap://127.0.0.1", null, "imap://127.0.0.1", user, password, "", "");
  await Services.logins.addLoginAsync(login);
}
"""
_CONNECT = """
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const servers = MailServices.accounts.accounts.map((one) => one.incomingServer).filter((one) => one.type == "imap");
for (const server of servers) server.getNewMessages(server.rootFolder, window.msgWindow, null);
"""
_FOLDERS = """
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const servers = MailServices.accounts.accounts.map((one) => one.incomingServer).filter((one) => one.type == "imap");
return servers.every((server) => server.rootFolder.descendants.some((folder) => folder.name == "Sent"));
"""


def sign_in(rig: Rig, mail: Dovecot) -> None:
    rig.main(_PASSWORDS, ["alice", "bob"], mail.password)
    rig.main(_CONNECT)
    eventually(lambda: rig.main(_FOLDERS), "both accounts' folders")

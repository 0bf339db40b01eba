#!/bin/sh
# Install the Debian packages the tests use, where that is possible; say which are missing where it is not.
set -eu
missing=
for package in "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
for program in node npm; do
  command -v "$program" >/dev/null 2>&1 || missing="$missing $(echo "$program" | sed 's/^node$/nodejs/')"
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  echo "Not a Debian or Ubuntu system: tests that need$missing will be skipped." >&2
  exit 0
fi
if [ "$(id -u)" = 0 ]; then become=; elif sudo -n true 2>/dev/null; then become="sudo -n"; else
  echo "Without root or sudo$missing cannot be installed: the tests that need them will be skipped." >&2
  exit 0
fi
echo "Installing for the tests:$missing"
export DEBIAN_FRONTEND=noninteractive
$become apt-get update -qq
# A mail server must not start by itself; the tests start their own on free loopback ports.
$become sh -c 'test -e /usr/sbin/policy-rc.d || { printf "#!/bin/sh\nexit 101\n" > /usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d; touch /tmp/deardr-policy-rc.d; }'
# shellcheck disable=SC2086  # the list is meant to be split
$become apt-get install -y -qq --no-install-recommends $missing >/dev/null
$become sh -c 'if test -e /tmp/deardr-policy-rc.d; then rm -f /usr/sbin/policy-rc.d /tmp/deardr-policy-rc.d; fi'

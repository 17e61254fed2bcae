#!/usr/bin/env bash
# cupsd-config.sh BASE: writes the whole tree of a private CUPS server under BASE; touches nothing else.
set -euo pipefail
base=$1
if [ "$(id -u)" = 0 ]; then user=lp group=lp admins=root; else user=$(id -un) group=$(id -gn) admins=$group; fi
mkdir -p "$base"/{etc/ssl,etc/ppd,log,cache,run,spool/tmp,out}
cat >"$base/etc/cups-files.conf" <<CONF
ServerRoot $base/etc
ServerBin /usr/lib/cups
DataDir /usr/share/cups
CacheDir $base/cache
StateDir $base/run
RequestRoot $base/spool
TempDir $base/spool/tmp
ServerKeychain $base/etc/ssl
DocumentRoot $base/out
AccessLog $base/log/access_log
ErrorLog $base/log/error_log
PageLog $base/log/page_log
User $user
Group $group
SystemGroup $admins
FatalErrors config log
CONF
cat >"$base/etc/cupsd.conf" <<CONF
LogLevel warn
MaxLogSize 0
Listen $base/run/cups.sock
Browsing No
DefaultAuthType Basic
WebInterface No
IdleExitTimeout 0
DirtyCleanInterval 0
PreserveJobHistory Yes
PreserveJobFiles No
MaxJobs 0
MaxJobTime 0
DefaultEncryption Never
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
CONF
if [ "$(id -u)" = 0 ]; then chown -R root:lp "$base/etc" "$base/spool" "$base/cache" "$base/log"; fi
chmod 0755 "$base"

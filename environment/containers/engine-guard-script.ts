/**
 * The shell script that runs a container engine in a directory of its own and outlives whoever asked for it:
 * `sh -c <script> sh <directory>`, with the engine's settings in `<directory>/daemon.json`. The end of its stdin, which also
 * comes when the other side is killed, ends the engine with its containers. Then the directory and the bridge are removed.
 */
export const engineGuardScript = `
# Also PIPE: when the other side is gone, so is the reader of stderr, and the directory has still to be removed.
trap '' HUP INT TERM PIPE
directory=$1
exec 3<&0 </dev/null
cd "$directory" || exit 1
# A bridge that is there already belongs to somebody else's engine.
test -e /sys/class/net/docker0 && bridge=theirs || bridge=ours

# Its mounts are its own and end with it, and what it would leave in the system's directories goes into mounts too.
(
  trap - HUP INT TERM PIPE
  exec unshare --mount sh -c '
    mount -t tmpfs none /run && mount -t tmpfs none /etc/docker && exec dockerd --config-file "$1/daemon.json"
  ' sh "$directory"
) 3<&- &
engine=$!
{
  while read -r _ <&3; do :; done
  kill -TERM "$engine"
} >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$engine"
status=$?
kill -KILL "$watcher" 2>/dev/null

test "$bridge" = theirs || ip link delete docker0 2>/dev/null
find /sys/fs/cgroup -depth -type d -path "*/\${directory##*/}*" -exec rmdir {} + 2>/dev/null
cd /
rm -rf "$directory"
exit "$status"
`;

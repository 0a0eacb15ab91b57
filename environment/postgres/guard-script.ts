/**
 * The shell script that makes a database cluster, runs PostgreSQL on it and outlives whoever asked for it:
 * `sh -c <script> sh <directory> <binaries> <server option…>`, with the superuser's password in `<directory>/password`.
 * A line on its stdin asks for a fast shutdown; the end of its stdin, which also comes when the other side is killed,
 * for an immediate one. Once the server is gone the directory is removed, and the script ends with the server's status.
 */
export const guardScript = `
# Also PIPE: when the other side is gone, so is the reader of stderr, and the directory has still to be removed.
trap '' HUP INT TERM PIPE
directory=$1
binaries=$2
shift 2
exec 3<&0 </dev/null
cd "$directory" || exit 1

if "$binaries/initdb" --pgdata=data --username=postgres --pwfile=password --auth=scram-sha-256 \\
    --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 \\
    --no-sync --no-instructions >/dev/null 3<&-
then
  rm -f password
  "$binaries/postgres" -D "$directory/data" "$@" 3<&- &
  server=$!
  {
    while read -r _ <&3; do kill -INT "$server"; done
    # Again and again, because a server that is just starting does not hear the first one.
    while kill -QUIT "$server"; do sleep 1; done
  } >/dev/null 2>&1 &
  watcher=$!
  exec 3<&-
  wait "$server"
  status=$?
  kill -KILL "$watcher" 2>/dev/null
else
  status=1
fi

cd /
rm -rf "$directory"
exit "$status"
`;

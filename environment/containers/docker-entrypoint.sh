#!/bin/sh
# What the official image of PostgreSQL promises, as far as it is needed here: POSTGRES_USER, POSTGRES_PASSWORD (demanded) and
# POSTGRES_DB make a new cluster, which listens on TCP only once all of it is there; the command is run as the user postgres.
set -eu

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /var/run/postgresql
  chown -R postgres:postgres "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --clear-groups -- "$0" "$@"
fi

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  printf '%s\n' "${POSTGRES_PASSWORD:?has to be set}" > /tmp/password
  initdb --pgdata="$PGDATA" --username="$user" --pwfile=/tmp/password --auth-host=scram-sha-256 --auth-local=trust --no-sync
  rm /tmp/password
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >> "$PGDATA/postgresql.conf"
  if [ "$database" != postgres ]; then
    echo "CREATE DATABASE \"$database\"" | postgres --single -D "$PGDATA" postgres > /dev/null
  fi
fi
exec "$@"

#!/bin/sh
# Makes the secrets of compose.yaml in deploy/secrets, once: a file that is there already stays as it is.
# The folder is its owner's alone; the files in it are mounted one by one, and read by other users there.
set -eu
umask 077
folder="${1:-$(dirname "$0")/secrets}"
mkdir -p "$folder"

# The text of standard input as the secret of this name.
keep() {
  if [ -s "$folder/$1" ]; then
    cat >/dev/null
  else
    cat >"$folder/$1"
    chmod 444 "$folder/$1"
  fi
}

# 24 random bytes, for a password in an address.
password() {
  od -An -tx1 -N24 /dev/urandom | tr -d ' \n'
}

head -c 32 /dev/urandom | base64 | keep encryption_key
head -c 32 /dev/urandom | base64 | keep session_secret
password | keep database_owner_password
printf 'postgres://paydesk_owner:%s@database:5432/paydesk' "$(cat "$folder/database_owner_password")" |
  keep database_owner_url
printf 'postgres://paydesk:%s@database:5432/paydesk' "$(password)" | keep database_url
echo "The secrets are in $folder. Keep a copy of encryption_key apart from the backups of the database."

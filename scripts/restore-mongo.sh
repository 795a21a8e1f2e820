#!/usr/bin/env bash
# Replaces the application's Mongo database by an archive of backup-mongo.sh: restore-mongo.sh ARCHIVE. Asks first; FORCE=1 does not.
# shellcheck source=scripts/backup-common.sh
source "$(dirname "${BASH_SOURCE[0]}")/backup-common.sh"

archive=${1:-}
if [[ ! -s $archive ]]; then
  say "there is nothing to restore in \"$archive\". Usage: restore-mongo.sh ARCHIVE"
  exit 1
fi
if [[ ${FORCE:-} != 1 ]]; then
  read -r -p "This drops what the database has now. Type yes to go on: " answer
  if [[ $answer != yes ]]; then
    say "nothing was changed"
    exit 1
  fi
fi

# shellcheck disable=SC2016  # the container's shell expands them
compose exec -T mongo sh -c 'exec mongorestore --quiet --archive --gzip --drop --nsInclude "$MONGO_INITDB_DATABASE.*" \
  --username "$MONGO_INITDB_ROOT_USERNAME" --password "$MONGO_INITDB_ROOT_PASSWORD" --authenticationDatabase admin' <"$archive"
say "restored $archive"

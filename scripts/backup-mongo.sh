#!/usr/bin/env bash
# Dumps the application's Mongo database from its running container to BACKUP_DIR/kiwi-{db}-{time}.archive.gz and deletes
# its own archives that are older than BACKUP_RETENTION_DAYS. For cron. Copy the archives to another machine.
# shellcheck source=scripts/backup-common.sh
source "$(dirname "${BASH_SOURCE[0]}")/backup-common.sh"

database=$(setting MONGO_DB kiwi)
folder=$(backup_dir)
target=$folder/kiwi-$database-$(date -u +%Y%m%d-%H%M%S).archive.gz
part=$target.part
trap 'rm -f "$part"' EXIT
umask 077

# The container knows the credentials; none is in this process's arguments or environment.
# shellcheck disable=SC2016  # the container's shell expands them
compose exec -T mongo sh -c 'exec mongodump --quiet --archive --gzip --db "$MONGO_INITDB_DATABASE" \
  --username "$MONGO_INITDB_ROOT_USERNAME" --password "$MONGO_INITDB_ROOT_PASSWORD" --authenticationDatabase admin' >"$part"
keep "$part" "$target"
prune "$folder" "kiwi-$database-????????-??????.archive.gz"

#!/usr/bin/env bash
# Writes what no replay can make again (events, claims, blobs, seals, secrets) to BACKUP_DIR/kiwi-events-{time}.tar.zst while
# Kiwi runs, by its own `kiwi backup`. Deletes its own archives that are older than BACKUP_RETENTION_DAYS. For cron.
# Copy the archives to another machine; keep them safe, and keep .env too: a SECRET_KEY that is set there is not in them.
# shellcheck source=scripts/backup-common.sh
source "$(dirname "${BASH_SOURCE[0]}")/backup-common.sh"

folder=$(backup_dir)
target=$folder/kiwi-events-$(date -u +%Y%m%d-%H%M%S).tar.zst
part=$target.part
trap 'rm -f "$part"; compose exec -T api rm -f /data/backup.part >/dev/null 2>&1 || true' EXIT
umask 077

compose exec -T api kiwi backup /data/backup.part >&2
compose exec -T api cat /data/backup.part >"$part"
keep "$part" "$target"
prune "$folder" "kiwi-events-????????-??????.tar.zst"

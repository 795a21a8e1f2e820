#!/usr/bin/env bash
# Fills empty stores from an archive of backup-kiwi.sh: restore-kiwi.sh ARCHIVE. Postgres must run and hold no events, and
# data/kiwi must be empty. Read models fill themselves at the next `docker compose up -d`.
# shellcheck source=scripts/backup-common.sh
source "$(dirname "${BASH_SOURCE[0]}")/backup-common.sh"

archive=${1:-}
if [[ ! -s $archive ]]; then
  say "there is nothing to restore in \"$archive\". Usage: restore-kiwi.sh ARCHIVE"
  exit 1
fi

# Kiwi restores into a new folder; it is a mount that has to be filled here.
# shellcheck disable=SC2016  # the container's shell expands them
compose run --rm --no-deps -T --entrypoint bash api -euc '
  if [[ -e $KIWI_DATA/seals.log ]]; then echo "data/kiwi is not empty" >&2; exit 1; fi
  chown kiwi: "$KIWI_DATA"
  cat >"$KIWI_DATA/restore.part"
  chown kiwi: "$KIWI_DATA/restore.part"
  kiwi restore "$KIWI_DATA/restore.part" --data "$KIWI_DATA/restored"
  cp -a "$KIWI_DATA/restored/." "$KIWI_DATA"
  rm -r "$KIWI_DATA/restored" "$KIWI_DATA/restore.part"' <"$archive"
say "restored $archive"

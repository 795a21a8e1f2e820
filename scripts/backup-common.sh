# Shared by the backup scripts (docs/deployment.md); sourced, never run.
# shellcheck shell=bash
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly project

# The .env of compose.yaml, as compose reads it: what is in the environment wins.
setting() {
  local name=$1 fallback=$2 line
  if [[ -n ${!name:-} ]]; then
    echo "${!name}"
    return
  fi
  line=$(grep -E "^$name=" "$project/.env" 2>/dev/null | tail -1 || true)
  line=${line#*=}
  line=${line#[\"\']}
  line=${line%[\"\']}
  echo "${line:-$fallback}"
}

compose() { docker compose --project-directory "$project" "$@"; }

say() { echo "$(basename "$0"): $*" >&2; }

# Makes BACKUP_DIR, for nobody else to read, and prints it; a relative one is beside the project.
backup_dir() {
  local folder
  folder=$(setting BACKUP_DIR backups)
  [[ $folder == /* ]] || folder=$project/$folder
  mkdir -p "$folder"
  chmod 700 "$folder"
  echo "$folder"
}

# keep PART FILE: a finished part becomes the archive; an empty one is deleted and fails.
keep() {
  if [[ ! -s $1 ]]; then
    rm -f "$1"
    say "the archive is empty; nothing was kept"
    exit 1
  fi
  mv "$1" "$2"
  say "wrote $2 ($(stat -c %s "$2") bytes)"
}

# prune FOLDER PATTERN: deletes archives of that name that are older than BACKUP_RETENTION_DAYS.
prune() {
  local days
  days=$(setting BACKUP_RETENTION_DAYS 14)
  find "$1" -maxdepth 1 -type f -name "$2" -mmin "+$((days * 24 * 60))" -print -delete
}

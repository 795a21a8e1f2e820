#!/usr/bin/env bash
# Run once by the MongoDB image, when its data folder is empty: the user that Kiwi itself logs in as.
set -euo pipefail

mongosh --quiet --username "$MONGO_INITDB_ROOT_USERNAME" --password "$MONGO_INITDB_ROOT_PASSWORD" \
  --authenticationDatabase admin "$MONGO_INITDB_DATABASE" <<'SCRIPT'
db.createUser({
  user: process.env.MONGO_APP_USER,
  pwd: process.env.MONGO_APP_PASSWORD,
  roles: [{ role: "readWrite", db: process.env.MONGO_INITDB_DATABASE }],
});
SCRIPT

#!/usr/bin/env bash
# Builds the image: build.sh BINARY [NAME]. Its root is made by rootfs.sh, unless ROOTFS names one that was made before.
# Needs root, buildah, and what rootfs.sh needs.
set -euo pipefail
BINARY="$(realpath "$1")"
NAME="${2:-waterwheel}"
HERE="$(cd "$(dirname "$0")" && pwd)"
WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT

if [ -n "${ROOTFS:-}" ]; then
    ln "$ROOTFS" "$WORK/rootfs.tar" 2>/dev/null || cp "$ROOTFS" "$WORK/rootfs.tar"
else
    "$HERE/rootfs.sh" "$WORK/rootfs.tar"
fi
install -m 0755 "$BINARY" "$WORK/waterwheel"
cp "$HERE/entrypoint" "$HERE/awslocal" "$WORK/"
# Docker's format, since OCI's has no health check, for which compose files wait.
buildah bud --format docker --tag "$NAME" --file "$HERE/Containerfile" "$WORK"

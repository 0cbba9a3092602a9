#!/usr/bin/env bash
# Builds the image: build.sh BINARY [NAME]. Its root is made of Debian packages, so no other image is needed.
# Needs root, buildah and mmdebstrap.
set -euo pipefail
BINARY="$(realpath "$1")"
NAME="${2:-waterwheel}"
SUITE="${SUITE:-bookworm}"
HERE="$(cd "$(dirname "$0")" && pwd)"
WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT

# Python functions have boto3, Node.js ones their runtime, and hooks the AWS CLI.
PACKAGES=bash,ca-certificates,libgcc-s1,python3,python3-boto3,nodejs,awscli
mmdebstrap --variant=minbase --include="$PACKAGES" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/*' \
    --customize-hook='mkdir -p "$1"/var/lib/localstack "$1"/etc/localstack/init' \
    "$SUITE" "$WORK/rootfs.tar"
install -m 0755 "$BINARY" "$WORK/waterwheel"
cp "$HERE/entrypoint" "$HERE/awslocal" "$WORK/"
buildah bud --format oci --tag "$NAME" --file "$HERE/Containerfile" "$WORK"

#!/usr/bin/env bash
# Makes the root of the image: rootfs.sh FILE. It is made of Debian packages, so no other image is needed.
# Needs root, mmdebstrap and python3 with pip.
set -euo pipefail
OUT="$1"
SUITE="${SUITE:-bookworm}"
WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT

# For functions, hooks, and the health checks of compose files, which mostly ask with curl.
# Debian's own boto3 is none for them: before 1.28 it does not know AWS_ENDPOINT_URL and calls AWS.
PACKAGES=bash,ca-certificates,curl,libgcc-s1,python3,nodejs,awscli
# Of pip's, only itself: with a newer urllib3 Debian's AWS CLI does not start.
BOTO3="--no-deps boto3==1.44.5 botocore==1.44.8 s3transfer==0.19.3"
cat > "$WORK/boto3" <<END
#!/bin/sh -e
for library in "\$1"/usr/lib/python3.*; do
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile \\
        --target "\$1/usr/local/lib/\${library##*/}/dist-packages" $BOTO3
done
END
chmod +x "$WORK/boto3"
mmdebstrap --quiet --variant=minbase --include="$PACKAGES" --format=tar \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/lib/python3/dist-packages/awscli/examples/*' \
    --customize-hook='rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/*' \
    --customize-hook="$WORK/boto3"' "$1"' \
    --customize-hook='mkdir -p "$1"/var/lib/localstack "$1"/etc/localstack/init' \
    "$SUITE" "$OUT"

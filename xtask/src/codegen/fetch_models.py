"""Puts the newest model of each named service, as plain JSON, into a folder."""

import glob
import gzip
import os
import subprocess
import sys
import tempfile
import zipfile

version, target, *services = sys.argv[1:]
with tempfile.TemporaryDirectory() as work:
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check",
         "--no-deps", "--dest", work, f"botocore=={version}"],
        check=True,
    )
    with zipfile.ZipFile(glob.glob(os.path.join(work, "*.whl"))[0]) as wheel:
        names = wheel.namelist()
        for service in services:
            path = max(
                name for name in names
                if name.startswith(f"botocore/data/{service}/") and name.endswith("/service-2.json.gz")
            )
            with open(os.path.join(target, f"{service}.json.part"), "wb") as out:
                out.write(gzip.decompress(wheel.read(path)))
            os.replace(out.name, os.path.join(target, f"{service}.json"))

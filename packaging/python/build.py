"""Makes the wheel: `build.py BINARY VERSION PLATFORM-TAG OUT-FOLDER`. Prints the file's path.

A wheel is a zip with a list of what is in it; `cargo xtask package` calls this, with nothing but the standard
library. The binary lies where installers take programs from, so that `waterwheel` is on PATH as it is, with no
Python in front. Dates are fixed: the same input gives the same bytes.
"""

import base64
import hashlib
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATE = (1980, 1, 1, 0, 0, 0)

METADATA = """\
Metadata-Version: 2.1
Name: waterwheel
Version: {version}
Summary: Kinesis, Lambda and S3 pipelines that run for real on one machine, with a pytest fixture
License: Apache-2.0
Keywords: aws,kinesis,lambda,s3,sqs,sns,pytest,localstack
Classifier: Framework :: Pytest
Classifier: License :: OSI Approved :: Apache Software License
Classifier: Operating System :: POSIX :: Linux
Classifier: Programming Language :: Python :: 3
Classifier: Programming Language :: Rust
Classifier: Topic :: Software Development :: Testing
Classifier: Typing :: Typed
Requires-Python: >=3.9
Description-Content-Type: text/markdown
Provides-Extra: boto3
Requires-Dist: boto3 ; extra == "boto3"

"""

ENTRY_POINTS = """\
[pytest11]
waterwheel = waterwheel.plugin
"""


def main(binary, version, tags, out):
    """Writes the wheel and gives its path. Several tags are joined by dots, as in file names of wheels."""
    info = f"waterwheel-{version}.dist-info"
    wheel = ["Wheel-Version: 1.0", "Generator: waterwheel", "Root-Is-Purelib: false"]
    wheel += [f"Tag: py3-none-{tag}" for tag in tags.split(".")]
    package = sorted((HERE / "waterwheel").glob("*.py")) + [HERE / "waterwheel/py.typed"]
    files = {f"waterwheel/{file.name}": file.read_bytes() for file in package}
    program = f"waterwheel-{version}.data/scripts/waterwheel"
    files[program] = Path(binary).read_bytes()
    readme = (HERE / "README.md").read_text()
    files[f"{info}/METADATA"] = (METADATA.format(version=version) + readme).encode()
    files[f"{info}/WHEEL"] = ("\n".join(wheel) + "\n").encode()
    files[f"{info}/entry_points.txt"] = ENTRY_POINTS.encode()
    files[f"{info}/LICENSE"] = (HERE.parent.parent / "LICENSE").read_bytes()
    record = [f"{name},sha256={digest(content)},{len(content)}" for name, content in files.items()]
    record.append(f"{info}/RECORD,,")
    files[f"{info}/RECORD"] = ("\n".join(record) + "\n").encode()
    path = Path(out) / f"waterwheel-{version}-py3-none-{tags}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, DATE)
            entry.external_attr = (0o100755 if name == program else 0o100644) << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    return path


def digest(content):
    """The hash of a file as RECORD has it."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    print(main(*sys.argv[1:]))

"""A browser: pages of another origin that put and get objects by presigned addresses, and forms that post files."""

import contextlib
import json
import os
import queue
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Server
from tools import installed

KEY = {"access_key": "root-key", "secret": "root-secret"}

# A name that stands for this machine in the browser alone, and for which nothing is allowed beforehand.
SITE = "pages.example"
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           f"--host-resolver-rules=MAP {SITE} 127.0.0.1", "--proxy-server=direct://"]
# What a page's script ends with; an error of it is told as well.
PAGE = """<!doctype html><meta charset="utf-8"><body><script type="module">
const tell = (found) => fetch("/told", { method: "POST", body: JSON.stringify(found) });
const tried = async (...request) => { try { return await fetch(...request); } catch (error) { return error.name; } };
try { %s } catch (error) { await tell({ error: String(error) }); }
</script>"""


class Site:
    """Serves one page and hears what it tells: by its script, or by where the browser is sent."""

    def __init__(self):
        self.page, self.told = "", queue.Queue()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                found = urlsplit(self.path)
                if found.path == "/done":
                    site.told.put({key: value for key, (value,) in parse_qs(found.query).items()})
                self.answer(site.page if found.path == "/" else "", 200 if found.path in ("/", "/done") else 404)

            def do_POST(self):
                site.told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.answer("")

            def answer(self, text, status=200):
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://{SITE}:{self.server.server_address[1]}"

    def __enter__(self):
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture(scope="module")
def site():
    with Site() as site:
        yield site


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    """Proves signatures, so that forms come from any page."""
    options = ["--ephemeral", "--auth", "verify", "--access-key-id", KEY["access_key"], "--secret-access-key", KEY["secret"]]
    server = Server(tmp_path_factory.mktemp("strict"), options=options)
    yield server
    server.stop()


def shown(site, folder, script, **values):
    """What the page tells once the browser has it; the script finds the values by their names."""
    named = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    site.page = PAGE % (named + script)
    program = installed("chromium", "Debian's chromium")
    with open(folder / "chromium.log", "wb") as log:
        browser = subprocess.Popen([program, *OPTIONS, f"--user-data-dir={folder / 'profile'}", f"{site.origin}/"],
                                   stdin=subprocess.DEVNULL, stdout=log, stderr=log, env={**os.environ, "HOME": str(folder)})
    try:
        with contextlib.suppress(queue.Empty):
            return site.told.get(timeout=60)
        pytest.fail(f"the page told nothing\n{(folder / 'chromium.log').read_text(errors='replace')[-3000:]}")
    finally:
        browser.terminate()
        browser.wait()


def test_a_page_puts_and_gets_what_the_bucket_lets_it(shared, name, site, tmp_path):
    s3 = shared.client("s3")
    closed = f"{name[:50]}-closed"
    for bucket in (name, closed):
        s3.create_bucket(Bucket=bucket)
        s3.put_object(Bucket=bucket, Key="there", Body=b"shown", Metadata={"colour": "red"})
    s3.put_bucket_cors(Bucket=name, CORSConfiguration={"CORSRules": [
        {"AllowedOrigins": ["https://elsewhere.example"], "AllowedMethods": ["DELETE"]},
        {"AllowedOrigins": [f"http://{SITE}:*"], "AllowedMethods": ["PUT", "GET"], "AllowedHeaders": ["content-*", "x-amz-*"],
         "ExposeHeaders": ["ETag", "x-amz-meta-colour"], "MaxAgeSeconds": 60},
    ]})

    def link(operation, bucket, key, **more):
        return s3.generate_presigned_url(operation, {"Bucket": bucket, "Key": key, **more})

    links = {
        "put": link("put_object", name, "put", ContentType="text/x-water"), "get": link("get_object", name, "there"),
        "remove": link("delete_object", name, "there"), "closed": link("get_object", closed, "there"),
        "close": link("put_object", closed, "put", ContentType="text/x-water"),
    }
    found = shown(site, tmp_path, """
        const water = { method: "PUT", body: "of a page", headers: { "Content-Type": "text/x-water" } };
        const put = await tried(links.put, water);
        const get = await tried(links.get);
        await tell({
            put: [put.status, put.headers?.get("etag")],
            get: [get.status, await get.text(), get.headers.get("x-amz-meta-colour"), get.headers.get("x-amz-request-id")],
            removed: await tried(links.remove, { method: "DELETE" }),
            stranger: await tried(links.put, { ...water, headers: { ...water.headers, "X-Other": "1" } }),
            closed: [await tried(links.closed), await tried(links.close, water)],
        });
    """, links=links)
    etag = s3.head_object(Bucket=name, Key="put")["ETag"]
    assert found == {
        "put": [200, etag], "get": [200, "shown", "red", None], "removed": "TypeError", "stranger": "TypeError",
        "closed": ["TypeError", "TypeError"],
    }
    assert s3.get_object(Bucket=name, Key="put")["Body"].read() == b"of a page"
    assert [it["Key"] for it in s3.list_objects_v2(Bucket=closed)["Contents"]] == ["there"]
    assert s3.head_object(Bucket=name, Key="there")["ContentType"]


def test_a_form_posts_a_file_and_the_browser_is_sent_on(strict, name, site, tmp_path):
    s3 = strict.client("s3", **KEY)
    s3.create_bucket(Bucket=name)
    fields = {"success_action_redirect": f"{site.origin}/done", "Content-Type": "text/plain", "x-amz-meta-colour": "red"}
    form = s3.generate_presigned_post(
        name, "uploads/${filename}", Fields=fields,
        Conditions=[{key: value} for key, value in fields.items()] + [["content-length-range", 1, 1000]])
    found = shown(site, tmp_path, """
        const html = document.createElement("form");
        Object.assign(html, { method: "POST", action: form.url, enctype: "multipart/form-data" });
        for (const [name, value] of Object.entries(form.fields)) {
            html.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
        }
        const chosen = new DataTransfer();
        chosen.items.add(new File(["of a form"], "a ü.txt", { type: "text/plain" }));
        const file = Object.assign(document.createElement("input"), { type: "file", name: "file" });
        file.files = chosen.files;
        html.append(file);
        document.body.append(html);
        html.submit();
    """, form=form)
    head = s3.head_object(Bucket=name, Key="uploads/a ü.txt")
    assert found == {"bucket": name, "key": "uploads/a ü.txt", "etag": head["ETag"]}
    assert (head["ContentLength"], head["ContentType"], head["Metadata"]) == (9, "text/plain", {"colour": "red"})

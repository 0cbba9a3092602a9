"""What a browser sends on behalf of a page, and what it changes."""

import http.client
import json

import pytest
from conftest import TRUST, make_role

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:52.0) Gecko/20100101 Firefox/52.0"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
REFUSAL = "A browser may change something here only for a page that it names as Origin, and this request names none."


def ask(server, method, path, headers, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request(method, path, body=body, headers={"Host": f"localhost:{server.port}", **headers})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("sign", [
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Dest": "image"}, {"User-Agent": FIREFOX}, {"Referer": "https://attacker.example/"},
], ids=lambda sign: "-".join(sign))
def test_a_browser_without_an_origin_changes_nothing(shared, name, sign):
    iam = shared.client("iam")
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)
    query = f"RoleName={name}&Version=2010-05-08"
    for method, path, headers, body in [
        ("GET", f"/?Action=DeleteRole&{query}", {}, None),
        ("GET", f"/?%41ction=DeleteRole&{query}", {}, None),
        ("GET", f"/?{query}&A%63tion=Delete%52ole", {}, None),
        ("POST", "/", FORM, f"Action=DeleteRole&{query}"),
        ("POST", f"/?%41ction=DeleteRole&{query}", {"Content-Type": "text/plain"}, "x"),
    ]:
        status, text = ask(shared, method, path, {**sign, **headers}, body)
        assert status == 403 and "AccessDenied" in text and REFUSAL in text, text
    assert iam.get_role(RoleName=name)["Role"]["RoleName"] == name


def test_a_page_that_is_allowed_and_a_program_change_what_they_ask(shared, name):
    for at, headers in enumerate([
        {"Origin": "http://localhost:3000", "Sec-Fetch-Site": "cross-site", "User-Agent": FIREFOX},
        {"User-Agent": "node", "Sec-Fetch-Mode": "cors"}, {},
    ]):
        role = f"{name[:40]}-{at}"
        make_role(shared, role)
        status, text = ask(shared, "GET", f"/?%41ction=DeleteRole&RoleName={role}&Version=2010-05-08", headers)
        assert status == 200, text
        assert role not in json.dumps(shared.client("iam").list_roles(), default=str)


def test_links_to_objects_work_and_pages_put_objects_by_presigned_urls(shared, name):
    s3 = shared.client("s3")
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="k", Body=b"shown")
    follow = {"User-Agent": FIREFOX, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate",
              "Sec-Fetch-Dest": "document", "Referer": "https://elsewhere.example/"}

    def link(operation, key):
        url = s3.generate_presigned_url(operation, {"Bucket": name, "Key": key})
        return url.removeprefix(shared.url)

    assert ask(shared, "GET", link("get_object", "k"), follow) == (200, "shown")
    assert ask(shared, "GET", link("get_object", "k"), {**follow, "Sec-Fetch-Dest": "image"}) == (200, "shown")
    page = {"User-Agent": FIREFOX, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
    assert ask(shared, "PUT", link("put_object", "new"), {**page, "Origin": "http://localhost:3000"}, "put")[0] == 200
    for stranger in ({**page, "Origin": "https://elsewhere.example"}, {**page, "Origin": "null"}, page):
        status, text = ask(shared, "PUT", link("put_object", "k"), stranger, "changed")
        assert status == 403 and "AccessDenied" in text, text
    objects = [s3.get_object(Bucket=name, Key=key)["Body"].read() for key in ("k", "new")]
    assert objects == [b"shown", b"put"]

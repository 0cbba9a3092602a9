"""Topics that deliver to endpoints of HTTP: confirmation, signatures, retries, dead letters."""

import base64
import contextlib
import http.server
import json
import queue
import ssl
import subprocess
import threading
import urllib.parse
import urllib.request

import pytest

from conftest import ACCOUNT, REGION, Server, refused, wait_for

ROOT_KEY = ("AKIDOWNER", "the owner's secret")


class Endpoint:
    """A server that keeps what it is sent, and answers with what it is told to, else with 200."""

    def __init__(self, tls=None):
        endpoint = self
        self.sent, self.answers = queue.Queue(), queue.Queue()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                endpoint.sent.put((self.headers, body))
                status = 200 if endpoint.answers.empty() else endpoint.answers.get()
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def next(self):
        """The headers and the body that came next."""
        return self.sent.get(timeout=60)

    def document(self):
        return json.loads(self.next()[1])


@pytest.fixture
def endpoint():
    endpoint = Endpoint()
    yield endpoint
    endpoint.server.shutdown()
    endpoint.server.server_close()


def visit(url):
    """Follows a link, as whoever has it: without a signature."""
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode()


def subscribe(sns, topic, url, **attributes):
    answer = sns.subscribe(TopicArn=topic, Protocol=url.split(":")[0], Endpoint=url, Attributes=attributes,
                           ReturnSubscriptionArn=True)
    return answer["SubscriptionArn"]


def confirmed(sns, topic, endpoint, path="/", **attributes):
    """A subscription of the endpoint, which it has confirmed."""
    arn = subscribe(sns, topic, endpoint.url + path, **attributes)
    document = endpoint.document()
    assert arn in visit(document["SubscribeURL"])
    return arn


def canonical(document):
    names = {
        "Notification": ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
    }.get(document["Type"], ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"])
    return "".join(f"{name}\n{document[name]}\n" for name in names if name in document)


def verify(document, certificate, folder):
    """As "Verifying the signatures of Amazon SNS messages" says, by OpenSSL."""
    for name, content in [("cert.pem", certificate.encode()), ("text", canonical(document).encode()),
                          ("signature", base64.b64decode(document["Signature"]))]:
        (folder / name).write_bytes(content)

    def openssl(*arguments):
        return subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, text=True)

    key = openssl("x509", "-in", "cert.pem", "-pubkey", "-noout")
    (folder / "key.pem").write_text(key.stdout)
    digest = {"1": "-sha1", "2": "-sha256"}[document["SignatureVersion"]]
    done = openssl("dgst", digest, "-verify", "key.pem", "-signature", "signature", "text")
    assert "Verified OK" in done.stdout, (key.stderr, done.stdout, done.stderr)


def policy(retries, delay=1, **more):
    retries = {"minDelayTarget": delay, "maxDelayTarget": delay, "numRetries": retries}
    return json.dumps({"healthyRetryPolicy": retries, **more})


def test_an_endpoint_confirms_and_gets_what_is_published(server, endpoint, tmp_path):
    sns = server.client("sns")
    topic = sns.create_topic(Name="t")["TopicArn"]
    arn = subscribe(sns, topic, endpoint.url + "/hook")
    headers, body = endpoint.next()
    asked = json.loads(body)
    assert headers["x-amz-sns-message-type"] == asked["Type"] == "SubscriptionConfirmation"
    assert headers["x-amz-sns-topic-arn"] == asked["TopicArn"] == topic
    assert "x-amz-sns-subscription-arn" not in headers
    # What is published before it is confirmed does not come.
    sns.publish(TopicArn=topic, Message="too early")
    listed = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    assert [it["SubscriptionArn"] for it in listed] == ["PendingConfirmation"]
    certificate = visit(asked["SigningCertURL"])
    verify(asked, certificate, tmp_path)
    assert f"<SubscriptionArn>{arn}</SubscriptionArn>" in visit(asked["SubscribeURL"])
    shown = sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]
    assert (shown["PendingConfirmation"], shown["ConfirmationWasAuthenticated"]) == ("false", "false")
    assert json.loads(shown["EffectiveDeliveryPolicy"])["healthyRetryPolicy"]["numRetries"] == 3

    attributes = {"a": {"DataType": "String", "StringValue": "x"}}
    sent = sns.publish(TopicArn=topic, Message="hello\n\"you\"", Subject="s", MessageAttributes=attributes)
    headers, body = endpoint.next()
    document = json.loads(body)
    assert headers["x-amz-sns-message-id"] == document["MessageId"] == sent["MessageId"]
    assert headers["x-amz-sns-subscription-arn"] == arn
    assert headers["Content-Type"] == "text/plain; charset=UTF-8"
    assert headers["User-Agent"] == "Amazon Simple Notification Service Agent"
    assert (document["Message"], document["Subject"]) == ("hello\n\"you\"", "s")
    assert document["MessageAttributes"] == {"a": {"Type": "String", "Value": "x"}}
    verify(document, certificate, tmp_path)

    sns.set_topic_attributes(TopicArn=topic, AttributeName="SignatureVersion", AttributeValue="2")
    sns.publish(TopicArn=topic, Message="again")
    second = endpoint.document()
    assert second["SignatureVersion"] == "2"
    verify(second, certificate, tmp_path)
    visit(second["UnsubscribeURL"])
    assert sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] == []
    # Whoever has the link may be a stranger: the endpoint is told, and can take it back.
    headers, body = endpoint.next()
    ended = json.loads(body)
    assert headers["x-amz-sns-message-type"] == ended["Type"] == "UnsubscribeConfirmation"
    assert headers["x-amz-sns-subscription-arn"] == arn
    verify(ended, certificate, tmp_path)
    visit(ended["SubscribeURL"])
    [listed] = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    assert listed["SubscriptionArn"] == arn


def test_links_and_the_certificate_need_no_signature(tmp_path, endpoint):
    options = ["--auth", "verify", "--access-key-id", ROOT_KEY[0], "--secret-access-key", ROOT_KEY[1]]
    server = Server(tmp_path, options=[*options, "--ephemeral"])
    with contextlib.ExitStack() as stack:
        stack.callback(server.stop)
        sns = server.client("sns", ROOT_KEY[0], secret=ROOT_KEY[1], region_name="eu-west-1")
        topic = sns.create_topic(Name="t")["TopicArn"]
        confirmed(sns, topic, endpoint)
        sns.publish(TopicArn=topic, Message="hello")
        document = endpoint.document()
        verify(document, visit(document["SigningCertURL"]), tmp_path)
        visit(document["UnsubscribeURL"])
        # The endpoint is told, and could take it back.
        assert endpoint.document()["Type"] == "UnsubscribeConfirmation"
        assert sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] == []
        # A token is proof only as it is; and nothing else is open.
        _, code, _ = refused(sns.confirm_subscription, TopicArn=topic, Token="x")
        assert code == "InvalidParameter"
        with pytest.raises(urllib.error.HTTPError) as caught:
            visit(f"{server.url}/?Action=ListTopics")
        assert caught.value.code == 403
        # Who wants it so must sign to unsubscribe.
        arn = subscribe(sns, topic, endpoint.url)
        token = endpoint.document()["Token"]
        sns.confirm_subscription(TopicArn=topic, Token=token, AuthenticateOnUnsubscribe="true")
        with pytest.raises(urllib.error.HTTPError) as caught:
            visit(f"{server.url}/?Action=Unsubscribe&SubscriptionArn={urllib.parse.quote(arn)}")
        assert caught.value.code == 403
        sns.unsubscribe(SubscriptionArn=arn)


def test_what_fails_is_tried_again_and_what_is_refused_is_a_dead_letter(server, endpoint):
    sns, sqs = server.client("sns"), server.client("sqs")
    topic = sns.create_topic(Name="t")["TopicArn"]
    dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
    redrive = json.dumps({"deadLetterTargetArn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:dead"})
    confirmed(sns, topic, endpoint, DeliveryPolicy=policy(2), RedrivePolicy=redrive)

    for status in [500, 429]:
        endpoint.answers.put(status)
    sent = sns.publish(TopicArn=topic, Message="at last")["MessageId"]
    assert [endpoint.document()["MessageId"] for _ in range(3)] == [sent] * 3

    def letter():
        found = sqs.receive_message(QueueUrl=dead, WaitTimeSeconds=20)["Messages"][0]
        sqs.delete_message(QueueUrl=dead, ReceiptHandle=found["ReceiptHandle"])
        return json.loads(found["Body"])["Message"]

    # Refused: it is not tried again.
    endpoint.answers.put(404)
    sns.publish(TopicArn=topic, Message="unwanted")
    assert letter() == "unwanted"
    endpoint.document()
    # Failed too often.
    for status in [500, 503, 302]:
        endpoint.answers.put(status)
    sns.publish(TopicArn=topic, Message="in vain")
    assert letter() == "in vain"
    assert [endpoint.document()["Message"] for _ in range(3)] == ["in vain"] * 3
    assert endpoint.sent.empty()


def test_a_delivery_outlives_a_kill(server, endpoint):
    sns = server.client("sns")
    topic = sns.create_topic(Name="t")["TopicArn"]
    confirmed(sns, topic, endpoint, DeliveryPolicy=policy(20))
    endpoint.answers.put(500)
    sent = sns.publish(TopicArn=topic, Message="hello")["MessageId"]
    assert endpoint.document()["MessageId"] == sent
    server.restart()
    assert endpoint.document()["MessageId"] == sent


def test_bare_messages_go_as_their_policy_says(server, endpoint):
    sns = server.client("sns")
    topic = sns.create_topic(Name="t")["TopicArn"]
    of_type = json.dumps({"requestPolicy": {"headerContentType": "text/csv"}})
    confirmed(sns, topic, endpoint, RawMessageDelivery="true", DeliveryPolicy=of_type)
    sns.publish(TopicArn=topic, Message="a,b")
    headers, body = endpoint.next()
    assert (body, headers["Content-Type"], headers["x-amz-sns-rawdelivery"]) == ("a,b", "text/csv", "true")


def test_policies_and_endpoints_are_refused_as_on_aws(server):
    sns = server.client("sns")
    topic = sns.create_topic(Name="t")["TopicArn"]

    def message(call, **arguments):
        status, code, words = refused(call, **arguments)
        assert (status, code) == (400, "InvalidParameter")
        return words

    wrong = policy(101)
    words = "DeliveryPolicy: healthyRetryPolicy.numRetries must be less than or equal to 100"
    told = message(sns.subscribe, TopicArn=topic, Protocol="http", Endpoint="http://localhost:1/",
                   Attributes={"DeliveryPolicy": wrong})
    assert told == f"Invalid parameter: Attributes Reason: {words}"
    told = message(sns.subscribe, TopicArn=topic, Protocol="https", Endpoint="http://localhost:1/")
    assert told == "Invalid parameter: Endpoint must match the specified protocol"
    told = message(sns.subscribe, TopicArn=topic, Protocol="http", Endpoint="http://169.254.169.254/")
    assert "link-local" in told


def test_certificates_have_the_address_that_is_wanted(tmp_path, endpoint):
    options = ["--ephemeral", "--sns-cert-url", "https://sns.{region}.amazonaws.com"]
    server = Server(tmp_path, options=options)
    try:
        sns = server.client("sns", region_name="eu-west-1")
        topic = sns.create_topic(Name="t")["TopicArn"]
        subscribe(sns, topic, endpoint.url)
        document = endpoint.document()
        url = urllib.parse.urlsplit(document["SigningCertURL"])
        assert (url.scheme, url.hostname) == ("https", "sns.eu-west-1.amazonaws.com")
        # Whoever leads that name here gets it.
        asked = urllib.request.Request(server.url + url.path, headers={"Host": url.hostname})
        verify(document, urllib.request.urlopen(asked, timeout=30).read().decode(), tmp_path)
    finally:
        server.stop()


def test_an_endpoint_of_https_is_verified(tmp_path):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem",
         "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
         "-addext", "basicConstraints=critical,CA:FALSE"],
        cwd=tmp_path, check=True, capture_output=True,
    )
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    endpoint = Endpoint(tls)
    trusting = {"SSL_CERT_FILE": str(tmp_path / "cert.pem")}
    with contextlib.ExitStack() as stack:
        for name, variables in [("trusting", trusting), ("strange", {})]:
            (tmp_path / name).mkdir()
            server = Server(tmp_path / name, options=["--ephemeral"], variables=variables)
            stack.callback(server.stop)
            sns, sqs = server.client("sns"), server.client("sqs")
            topic = sns.create_topic(Name="t")["TopicArn"]
            if variables:
                confirmed(sns, topic, endpoint)
                sns.publish(TopicArn=topic, Message="hello")
                assert endpoint.document()["Message"] == "hello"
            else:
                dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
                redrive = json.dumps({"deadLetterTargetArn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:dead"})
                subscribe(sns, topic, endpoint.url, DeliveryPolicy=policy(0), RedrivePolicy=redrive)
                # What confirms a subscription is for its endpoint alone: it does not become a dead letter.
                wait_for("the server to give up", lambda: "a confirmation is not delivered" in server.log())
                assert "Messages" not in sqs.receive_message(QueueUrl=dead)
                assert endpoint.sent.empty()

"""What a server sends besides what it should: heads without an end, bodies that are not as announced."""

from __future__ import annotations

import datetime as dt
import ssl
import threading
from contextlib import contextmanager
from socket import create_server

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from newsbot.state import State

from .runs import NO_DOUBT, crawl, records

TAKEN = 20_000_000
"""Bytes that no crawl takes of one head, retries and what the system buffers included."""


@pytest.fixture(scope="module")
def secure(tmp_path_factory):
    """The server's side of TLS with a certificate that signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "contoh.id")])
    day = dt.datetime.now(dt.UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    signed = made.not_valid_before(day - dt.timedelta(1)).not_valid_after(day + dt.timedelta(1))
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    certificate = signed.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    file.write_bytes(key.private_bytes(*form) + certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@contextmanager
def talking(start, again, tls=None):
    """A server that answers every connection with `start` and then `again` for ever; its port and what it has sent."""
    listening = create_server(("127.0.0.1", 0))
    sent = [0]

    def talk(connection):
        try:
            with tls.wrap_socket(connection, server_side=True) if tls else connection as peer:
                peer.recv(65_536)
                peer.sendall(start)
                while sent[0] < 10 * TAKEN:
                    peer.sendall(again)
                    sent[0] += len(again)
        except OSError:
            pass

    def accept():
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    with listening:
        yield listening.getsockname()[1], sent


HEAD = b"HTTP/1.1 200 OK\r\n"
ENDLESS = {
    "lines": (HEAD, b"X-Isi: " + b"x" * 500 + b"\r\n"),
    "short lines": (HEAD, b"a:\r\n" * 100),
    "one line": (HEAD + b"X-Isi: ", b"x" * 10_000),
    "continued": (HEAD + b"X-Isi: a\r\n", b" " + b"x" * 500 + b"\r\n"),
    "informational": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("what", ENDLESS)
def test_head_without_an_end_ends_the_connection(tmp_path, secure, scheme, what):
    with talking(*ENDLESS[what], secure if scheme == "https" else None) as (port, sent):
        site = f"{scheme}://127.0.0.1:{port}"
        settings = ("--set", "DOWNLOAD_VERIFY_CERTIFICATES=0")
        run = crawl(site, tmp_path, site, declared=False, options=settings)
    (host,) = run.report["hosts"]
    assert "header" in host["left_alone"]
    assert 0 < sent[0] < TAKEN
    assert run.code == 1


@pytest.mark.parametrize(("manner", "reason"), [("cut", "cut_short"), ("overlong", "overlong")])
def test_body_that_is_not_as_long_as_announced_is_asked_for_again_by_the_next_run(tmp_path, manner, reason):
    site = Site(articles=5, changed=0)
    story = site.stories()[2]
    whole = site.answer(story.path, "http://127.0.0.1", {})
    site.instead = {story.path: [Reply(200, whole.body, manner=manner)]}
    with LoopbackServer(site) as server:
        first = crawl(server.base, tmp_path)
        site.instead = {}
        second = crawl(server.base, tmp_path)
    assert (first.report["failed"], len(records(tmp_path))) == ({reason: 1}, 5)
    assert second.report["records"] == {"article": 1}


def test_article_whose_body_is_never_as_announced_is_given_up_and_named(tmp_path):
    site = Site(articles=2, changed=0)
    story = site.stories()[1]
    site.instead = {story.path: [Reply(200, "<p>kabar</p>" * 50, manner="overlong")]}
    with LoopbackServer(site) as server:
        for _ in range(5):
            last = crawl(server.base, tmp_path, options=NO_DOUBT).report
        asked = len(site.requests)
        crawl(server.base, tmp_path)
        assert story.path not in site.requests[asked:]
        assert last["given_up_articles"] == [server.base + story.path]
    with State(tmp_path / "out" / "state.sqlite") as state:
        assert state.count_pending(["loopback"]) == 0


def test_article_that_came_without_a_byte_is_asked_for_again_though_nobody_announces_it(tmp_path):
    site = Site(articles=8)
    path = site.stories()[2].path
    site.instead[path] = [Reply(200, ""), None]
    with LoopbackServer(site) as server:
        news = [{"kind": "news_sitemap", "url": f"{server.base}/sitemap-news.xml"}]
        first = crawl(server.base, tmp_path, sources=news)
        site.instead["/sitemap-news.xml"] = [Reply(200, "<urlset></urlset>", content_type="application/xml")]
        crawl(server.base, tmp_path, sources=news)
    assert (first.report["failed"], first.report["rejects"]) == ({"empty": 1}, {})
    assert site.requests.count(path) == 2
    assert len(records(tmp_path)) == 8

"""Each decision of docs/security.md is what a crawl runs with, and the ones that a setting cannot show are tried."""

import datetime as dt
import re
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scrapy.settings import Settings

from newsbot import settings as project
from newsbot.addon import NewsbotAddon
from newsbot.loopback import LoopbackServer, Site

from .runs import crawl, records

DOCUMENT = (Path(__file__).parents[2] / "docs/security.md").read_text("utf-8")
DECIDED = re.findall(r"`([A-Z_]+)` = `([^`]*)`", DOCUMENT)


@pytest.fixture(scope="module")
def effective():
    settings = Settings()
    settings.setmodule(project, priority="project")
    NewsbotAddon().update_settings(settings)
    return settings


def test_the_document_decides_settings():
    assert len(DECIDED) >= 12


@pytest.mark.parametrize(("name", "value"), DECIDED)
def test_setting_is_as_decided(effective, name, value):
    assert str(effective[name]) == value


def test_only_http_is_spoken(effective):
    handlers = effective.getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler is not None} == {"http", "https"}


def test_job_folder_is_refused(tmp_path):
    run = crawl("http://127.0.0.1:1", tmp_path, options=("--set", f"JOBDIR={tmp_path / 'job'}"))
    assert run.code == 2
    assert "what is not done lies in newsbot's own state" in run.said


def certificate(folder):
    """A certificate for this machine that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    day = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(day)
        .not_valid_after(day + dt.timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "localhost.pem"
    form = serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


STORY = (
    "<!DOCTYPE html><html><head><title>Kabar Sumur Tua</title></head><body>"
    "<h1>Kabar Sumur Tua di Lereng Bukit</h1><article>"
    + "<p>Sumur tua di lereng bukit kembali dipakai setelah dinding batunya ditata ulang oleh warga pada pagi hari.</p>"
    * 5
    + "</article></body></html>"
)


class Secure(BaseHTTPRequestHandler):
    def do_GET(self):
        body = STORY.encode() if "sumur" in self.path else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """The tests tell."""


@pytest.fixture
def https(tmp_path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Secure)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    (tmp_path / "portals").mkdir()
    (tmp_path / "portals/aman.toml").write_text(
        "[portal.aman]\nname = 'Aman'\ndomains = ['localhost']\narticle = ['/(?P<id>[0-9]+)/sumur']\n"
    )
    yield f"https://localhost:{server.server_address[1]}/2026/sumur"
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_certificate_that_nobody_vouches_for_is_refused(https, tmp_path):
    places = ("--portals-from", str(tmp_path / "portals"), "--set", "RETRY_TIMES=0")
    run = crawl("", tmp_path, https, declared=False, options=places)
    (reason,) = run.report["by_portal"]["aman"]["left_alone"].values()
    assert reason == "its robots.txt cannot be read: bad_certificate"
    assert run.report["records"] == {}
    trusting = (*places, "--set", "DOWNLOAD_VERIFY_CERTIFICATES=0")
    assert crawl("", tmp_path, https, declared=False, options=trusting).report["records"] == {"article": 1}


def test_state_and_files_have_names_of_their_own(tmp_path):
    """Nothing that a page says becomes the name of a file."""
    with LoopbackServer(Site(articles=2)) as server:
        crawl(server.base, tmp_path)
    names = {
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert records(tmp_path)
    assert {re.sub(r"\d+-\d+", "N", name) for name in names} <= {
        *("manifest.json", "manifest.json.lock", "parts/N.jsonl", "report.json"),
        *("state.sqlite", "state.sqlite-shm", "state.sqlite-wal", "state.sqlite.lock"),
        *("state.sqlite.backups/000001.sqlite", "urls.jsonl.gz"),
    }

"""Invented pages to inspect, and a server that shows them."""

import http.client
import json
import threading
import time
from contextlib import contextmanager

import pytest

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

import uvicorn

from newsbot.inspector.inspection import marked, read
from newsbot.inspector.server import Inspector, bound
from newsbot.inspector.shelf import Shelf
from newsbot.inspector.sources import of_page
from newsbot.items import Origin
from tests.invented import ONE, THREE, TWO, snapshot

HEADLINE = "Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
URL = "https://contoh.id/berita/2023/09/13/panen-garam-di-teluk-biru-naik-tiga-kali-lipat"
BROKEN = f"""<html><head><title>{HEADLINE}</title></head><body>
<nav><a href="/">Beranda</a> {HEADLINE}</nav>
<article><h1>{HEADLINE}</h1><time datetime="2023-09-13T14:05:00+07:00">Rabu, 13 September 2023 14:05 WIB</time>
<div class="isi">{ONE}<br><br>{TWO}<br>
<div class="baca-juga">Baca juga:
<a href="/berita/2023/09/12/gudang-garam-baru-di-muara">Gudang garam baru di muara</a></div>
{THREE}<br><br>Rombongan petani <b>pulang</b> dengan <i>perahu</i> sewaan pada sore hari, sebelum air laut surut
jauh.</div>
</article></body></html>"""
"""Paragraphs that line breaks alone keep apart, one of them in several nodes."""
HIT = "document.title='hit'"
HOSTILE = f"""<html onload="{HIT}"><head><title>{HEADLINE}</title><base href="https://jahat.example/">
<meta http-equiv="refresh" content="0; url=https://jahat.example/"><script>{HIT}</script>
<link rel="stylesheet" href="https://jahat.example/a.css"><style>@import "https://jahat.example/b.css";
.isi {{ background: url(https://jahat.example/c.png); color: #333 }}</style></head>
<body class="x' onload='{HIT}" onload="{HIT}"><svg onload="{HIT}"><script>{HIT}</script></svg>
<h1>{HEADLINE} &lt;script&gt;{HIT}&lt;/script&gt;</h1>
<div class="isi" style="background: url('https://jahat.example/d.png')" onclick="{HIT}">
<p>{ONE}</p><p onmouseover="{HIT}">{TWO}</p><iframe src="https://jahat.example/e"></iframe>
<form action="https://jahat.example/f"><button formaction="javascript:{HIT}">Kirim</button></form>
<a href="javascript:{HIT}">tautan</a> <img src="https://jahat.example/g.png" onerror="{HIT}" alt="garam">
<img src="/relatif.png" srcset="https://jahat.example/h.png 2x"><img src="data:text/html,x">
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p>{THREE}</p>
<math><mtext></form><style></math><img src=x onerror="{HIT}">
<noscript><p title="</noscript><img src=x onerror={HIT}>"></noscript></div></body></html>"""
"""What pages try, in every place where one may try it."""


def looked_at(body, url=URL, **facts):
    """The record of a page, and the page with its marks."""
    page = snapshot(body, url, **facts)
    record = read(page).record
    return record, marked(page, record, "nbtest")


@contextmanager
def served(*bodies, folder, shelf=None):
    """An inspector of some pages, which answers while the block runs."""
    if shelf is None:
        pages = (snapshot(body, URL, origin=Origin(path=f"{at}.html")) for at, body in enumerate(bodies))
        shelf = Shelf(entry for page in pages for entry in of_page(page))
    listening = bound()
    inspector = Inspector(shelf, folder, "Pages", "{}:{}".format(*listening.getsockname()))
    config = uvicorn.Config(inspector.app(), lifespan="off", ws="none", log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield Asking(inspector)
    finally:
        server.should_exit = True
        thread.join(30)
        listening.close()


class Asking:
    """A client of an inspector, which says exactly what it is told to."""

    def __init__(self, inspector):
        self.inspector = inspector
        self.host = inspector.host

    def raw(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection(self.host, timeout=60)
        connection.request(
            method, path, body, {name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer, text

    def get(self, path=""):
        answer, text = self.raw(f"{self.inspector.home}/{path}")
        assert answer.status == 200, (answer.status, text)
        return text

    def post(self, path, **said):
        headers = {"Origin": f"http://{self.host}", "Content_Type": "application/json"}
        answer, text = self.raw(f"{self.inspector.home}/{path}", "POST", json.dumps(said), **headers)
        return answer.status, json.loads(text)

"""Pages in the containers that others write: a folder, mail messages of a browser, Scrapy's HTTP cache."""

import json
from contextlib import contextmanager
from datetime import datetime
from email import encoders
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.utils import format_datetime
from types import SimpleNamespace
from typing import NamedTuple
from unittest import mock

from scrapy import Request
from scrapy.extensions.httpcache import DbmCacheStorage, FilesystemCacheStorage
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from scrapy.utils.request import RequestFingerprinter


class Page(NamedTuple):
    """One answer: what came, from where and when."""

    url: str
    body: bytes
    headers: dict[str, str]
    fetched_at: str
    status: int = 200

    @property
    def facts(self):
        """What no container but a folder's manifest holds all of."""
        return {
            "url": self.url,
            "status": self.status,
            "headers": self.headers,
            "fetched_at": self.fetched_at,
        }


def html(folder, pages):
    rows = []
    for number, page in enumerate(pages):
        (folder / f"{number:04}.html").write_bytes(page.body)
        rows.append(json.dumps({"file": f"{number:04}.html", **page.facts}))
    (folder / "manifest.jsonl").write_text("\n".join(rows), "utf-8")


def mhtml(folder, pages):
    """What a browser does not note, the status and the headers of an answer, stands beside the message."""
    for number, page in enumerate(pages):
        message = MIMEMultipart("related")
        message["Snapshot-Content-Location"] = page.url
        message["Date"] = format_datetime(datetime.fromisoformat(page.fetched_at))
        part = MIMEBase("text", "html")
        part.set_payload(page.body)
        encoders.encode_base64(part)
        message.attach(part)
        (folder / f"{number:04}.mhtml").write_bytes(message.as_bytes())
        beside = {"status": page.status, "headers": page.headers}
        (folder / f"{number:04}.json").write_text(json.dumps(beside), "utf-8")


def http_cache(folder, pages):
    """As Scrapy itself writes it."""
    _cached(FilesystemCacheStorage, folder, pages)


def dbm_cache(folder, pages):
    """The same in a database, of the one format that every Python can write."""
    _cached(DbmCacheStorage, folder, pages)


@contextmanager
def keeping(storage, folder):
    """Scrapy's storage of this class over the folder, and the spider that it is asked with."""
    settings = Settings({"HTTPCACHE_DIR": str(folder.resolve()), "HTTPCACHE_DBM_MODULE": "dbm.dumb"})
    crawler = SimpleNamespace(request_fingerprinter=RequestFingerprinter())
    kept, spider = storage(settings), SimpleNamespace(name="kabar", crawler=crawler)
    kept.open_spider(spider)
    yield kept, spider
    kept.close_spider(spider)


def _cached(storage, folder, pages):
    with keeping(storage, folder) as (kept, spider):
        for page in pages:
            moment = datetime.fromisoformat(page.fetched_at).timestamp()
            answer = HtmlResponse(page.url, page.status, page.headers, page.body)
            with mock.patch("scrapy.extensions.httpcache.time", return_value=moment):
                kept.store_response(spider, Request(page.url), answer)

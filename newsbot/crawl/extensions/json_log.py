"""Log lines as JSON objects, one a line, for those who collect logs."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.exceptions import NotConfigured
from scrapy.utils.log import get_scrapy_root_handler

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings


class JsonLines(logging.Formatter):
    """`time` (ISO 8601, UTC), `level`, `logger`, `message`, and `error` with the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """One object in one line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {
            "time": moment,
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class JsonLog:
    """With NEWSBOT_LOG_JSON, has Scrapy's own log handler write `JsonLines`, wherever it writes to."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> JsonLog:
        if not crawler.settings.getbool("NEWSBOT_LOG_JSON"):
            raise NotConfigured
        if handler := get_scrapy_root_handler():
            handler.setFormatter(JsonLines())
        return cls()


def log_json_from_the_start(settings: BaseSettings) -> None:
    """Before a process of Scrapy's begins: its first lines too are JSON, in LOG_FILE or on standard error."""
    path = settings.get("LOG_FILE")
    handler = logging.FileHandler(path, encoding="utf-8") if path else logging.StreamHandler()
    handler.setFormatter(JsonLines())
    handler.setLevel(settings.get("LOG_LEVEL") or logging.INFO)
    logging.root.addHandler(handler)
    logging.root.setLevel(logging.NOTSET)
    settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")  # noqa: FBT003 - a setting's value

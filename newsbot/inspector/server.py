"""The inspector's server: pages for a shelf, answered one request after the other, on loopback alone."""

from __future__ import annotations

import json
import secrets
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from newsbot.inspector import views
from newsbot.inspector.addresses import moved, number_in, question, wanting
from newsbot.inspector.changes import Changes
from newsbot.inspector.corrections import BODY, Refused
from newsbot.inspector.guard import Guard
from newsbot.inspector.inspection import Inspection, Marked, inspect, marked, placed_elsewhere, read
from newsbot.inspector.keeping import default_name
from newsbot.inspector.rendering import asset, rendered
from newsbot.inspector.shelf import Entry, Shelf, Wanted
from newsbot.inspector.texts import GROUPS, texts_of

HOST = "127.0.0.1"
_HEADLINE = "field-headline"
_A_PAGE = 100
"""Entries that the list shows at once."""


def bound(port: int = 0) -> socket.socket:
    """A socket of this machine's loopback; port 0 is a free one. Raises OSError where the port is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # a browser that is quicker than the server waits
    except OSError:
        listening.close()
        raise
    return listening


class Inspector:
    """A shelf that is served, the corrections that were made, and the folder into which they leave.

    `token` is in every address, `prefix` begins the names of all marks: pages know neither.
    """

    def __init__(self, shelf: Shelf, folder: Path, title: str, host: str) -> None:
        self.shelf = shelf
        self.folder = folder
        self.title = title
        self.host = host
        self.token = secrets.token_urlsafe(24)
        self.prefix = f"nb{secrets.token_hex(6)}"
        self.changes = Changes(folder)

    @property
    def address(self) -> str:
        """What a browser opens."""
        return f"http://{self.host}{self.home}/"

    @property
    def home(self) -> str:
        """The path under which all pages are."""
        return f"/{self.token}"

    def app(self) -> Guard:
        """The application, behind its guard."""
        routes = [
            Route("/", self.listed),
            Route("/p/{number:int}", self.entry),
            Route("/p/{number:int}/saved", self.saved),
            Route("/p/{number:int}/rules", self.rules),
            Route("/p/{number:int}/record.json", self.record),
            Route("/p/{number:int}/correct", self.correct, methods=["POST"]),
            Route("/p/{number:int}/keep", self.keep, methods=["POST"]),
            Route("/{name}", self.file),
        ]
        return Guard(Starlette(routes=[Mount(self.home, routes=routes)]), self.host, self.token)

    async def file(self, request: Request) -> Response:
        """A style or the script of the pages."""
        found = asset(request.path_params["name"])
        return Response(found[0], media_type=found[1]) if found else _missing()

    async def listed(self, request: Request) -> Response:
        """The entries, the least trusted first."""
        asked = request.query_params
        wanted = Wanted.of(asked)
        found = self.shelf.wanted(wanted)
        start = min(number_in(asked.get("from", "")), len(found))
        return self._page(
            "list.html",
            wanted=wanted,
            query=wanting(wanted),
            below="" if wanted.below is None else f"{wanted.below:g}",
            corrections=self.changes.corrections,
            kept=self.changes.kept,
            found=len(found),
            shown=found[start : start + _A_PAGE],
            start=start,
            before=moved(asked, start - _A_PAGE) if start else None,
            after=moved(asked, start + _A_PAGE) if start + _A_PAGE < len(found) else None,
            portals=self.shelf.values(lambda entry: (entry.portal,)),
            kinds=self.shelf.values(lambda entry: (entry.kind,)),
            layouts=self.shelf.values(lambda entry: (entry.layout or "none",)),
            problems=self.shelf.values(lambda entry: entry.problems),
        )

    async def entry(self, request: Request) -> Response:
        """One entry: the marked page, and the record beside it."""
        entry = self._entry(request)
        if entry is None:
            return _missing()
        wanted = Wanted.of(request.query_params)
        before, after = self.shelf.beside(entry, wanted)
        found = inspect(entry, number_in(request.query_params.get("page", "")))
        corrections = self.changes.of(entry.number)
        shown = self._marked(found, styled=True)
        elsewhere = placed_elsewhere(found, shown) if shown else {}
        told = texts_of(found.record) if found.record else []
        styled = request.query_params.get("styles") != "off"
        of_frame = question(page=found.page if found.pages > 1 else None, styles=None if styled else "off")
        return self._page(
            "entry.html",
            found=found,
            record=found.record,
            entry=entry,
            marked=shown,
            frame=f"{self.home}/p/{entry.number}/saved{of_frame}",
            here=f"{self.home}/p/{entry.number}",
            styled=styled,
            elsewhere=elsewhere,
            lost=[pair for pair in shown.unplaced if pair[0].name not in elsewhere] if shown else [],
            restyled=wanting(
                wanted,
                page=found.page if found.pages > 1 else None,
                styles="off" if styled else "on",
            ),
            numbered=[(at, wanting(wanted, page=at)) for at in range(1, found.pages + 1)],
            groups=GROUPS,
            counts=shown.counts if shown else {},
            firsts=_firsts(shown),
            opens_at=_opens_at(shown),
            corrections=corrections,
            problems=views.problems_of(found.record["metadata"]) if found.record else [],
            source=views.source_of(found.record["metadata"], BODY) if found.record else {},
            rows=list(views.rows(found.record, corrections, shown)) if found.record else [],
            blocks=views.passed(shown, told, "kept", corrections.dropped),
            removed=views.passed(shown, told, "removed", corrections.restored),
            body=corrections.values.get(BODY, (found.record or {}).get(BODY, "")),
            source_text=_json(found.record),
            name=default_name(found.snapshot) if found.snapshot else "",
            kept=self.changes.kept.get(entry.number, []),
            asked=wanting(wanted),
            before=before,
            after=after,
        )

    async def saved(self, request: Request) -> Response:
        """The saved page itself, marked as it is read with the portal's rules or without."""
        entry = self._entry(request)
        found = inspect(entry, number_in(request.query_params.get("page", ""))) if entry else None
        if found is None or found.snapshot is None:
            return _missing()
        record = found.record
        if asked := request.query_params.get("rules"):
            record = read(found.snapshot, generic=asked == "off").record
        styled = request.query_params.get("styles") != "off"
        return HTMLResponse(marked(found.snapshot, record, self.prefix, styled=styled).document)

    async def rules(self, request: Request) -> Response:
        """One page read with the portal's rules and without, side by side."""
        entry = self._entry(request)
        if entry is None:
            return _missing()
        found = inspect(entry, number_in(request.query_params.get("page", "")))
        page = found.snapshot
        at = found.page if found.pages > 1 else None
        both = [read(page, generic=generic) for generic in (False, True)] if page else []
        records = [reading.record for reading in both if reading.record]
        is_read = len(records) == 2
        return self._page(
            "rules.html",
            entry=entry,
            found=found,
            both=both,
            opens_at=[_opens_at(marked(page, one.record, self.prefix)) for one in both] if page else [],
            frames=[
                f"{self.home}/p/{entry.number}/saved{question(page=at, rules=way)}" for way in ("on", "off")
            ],
            back=f"{self.home}/p/{entry.number}{question(page=at)}",
            fields=views.differing(*records) if is_read else [],
            others=views.witnesses_differing(*records) if is_read else 0,
            passages=views.bodies(*records) if is_read else [],
        )

    async def record(self, request: Request) -> Response:
        """The record, as it is and without corrections."""
        entry = self._entry(request)
        found = inspect(entry) if entry else None
        if found is None or found.record is None:
            return _missing()
        return Response(_json(found.record) + "\n", media_type="application/json")

    async def correct(self, request: Request) -> Response:
        """Take a correction, or take it back."""
        return await self._changed(
            request,
            lambda found, said: self.changes.correct(found, said, lambda: self._marked(found, styled=False)),
        )

    async def keep(self, request: Request) -> Response:
        """Write a golden file or gold."""
        return await self._changed(request, self.changes.keep)

    async def _changed(
        self, request: Request, change: Callable[[Inspection, dict[str, str]], dict[str, str]]
    ) -> Response:
        entry = self._entry(request)
        if entry is None:
            return _missing()
        try:
            said = json.loads(await request.body())
        except (ValueError, RecursionError):
            return JSONResponse({"refused": "no JSON"}, 400)
        if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
            return JSONResponse({"refused": "an object of strings is expected"}, 400)
        found = inspect(entry, number_in(said.pop("page", "")))
        if found.record is None:
            return JSONResponse({"refused": "there is no record to correct"}, 409)
        try:
            return JSONResponse(change(found, said))
        except Refused as error:
            return JSONResponse({"refused": str(error)}, 409)

    def _entry(self, request: Request) -> Entry | None:
        return self.shelf.get(request.path_params["number"])

    def _marked(self, found: Inspection, *, styled: bool) -> Marked | None:
        return marked(found.snapshot, found.record, self.prefix, styled=styled) if found.snapshot else None

    def _page(self, template: str, **values: Any) -> Response:
        page = rendered(
            template, home=self.home, title=self.title, shelf=self.shelf, folder=self.folder, **values
        )
        return HTMLResponse(page.encode("utf-8", "replace"))


def serve(inspector: Inspector, listening: socket.socket) -> None:
    """Serve until the process is interrupted."""
    config = uvicorn.Config(
        inspector.app(), lifespan="off", ws="none", access_log=False, log_level="error", server_header=False
    )
    uvicorn.Server(config).run(sockets=[listening])


def _firsts(shown: Marked | None) -> dict[str, str]:
    """The first mark of each look."""
    firsts: dict[str, str] = {}
    if shown:
        for one in shown.told:
            if one.name in shown.anchors:
                firsts.setdefault(one.group, shown.anchors[one.name])
    return firsts


def _opens_at(shown: Marked | None) -> str:
    """Where the saved page is opened: at the headline where that has a mark of its own, else where the text begins."""
    headline = shown.anchors.get(_HEADLINE, "") if shown else ""
    return headline if headline.endswith(_HEADLINE) else _firsts(shown).get("kept", "")


def _json(record: dict[str, Any] | None) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) if record else ""


def _missing() -> Response:
    return PlainTextResponse("There is no such page.\n", 404)

"""A draft as the text of a declaration file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsbot.drafting.addresses import shared_site
from newsbot.drafting.findings import Draft
from newsbot.portals.writing import written

_FIELDS = ("headline", "body", "date", "byline")
_LISTS = ("breadcrumbs", "keywords")
_FILL_IN = "FILL IN:"


def declaration_text(found: Draft, portal_id: str, name: str, taken: Mapping[str, str] | None = None) -> str:
    """The declaration as TOML, with FILL IN where the pages did not tell.

    `taken` names the owner of each domain that another portal claims already: those are left out, since two equal
    claims are an error, and the draft reads pages that are given to it by its id.
    """
    portal, layout = f"portal.{portal_id}", f"{portal_id}-drafted"
    comments = {
        f"{portal}.domains": [
            f"{_FILL_IN} left out is {domain} of {owner}" for domain, owner in (taken or {}).items()
        ],
        f"{portal}.brands": [] if found.brands else [
            f"{_FILL_IN} how its datelines sign, as KOMPAS.com in 'JAKARTA, KOMPAS.com -'"
        ],
        f"{portal}.checked": [] if found.month else [f"{_FILL_IN} of which year"],
        f"layout.{layout}": [f"{_FILL_IN} {field}" for field in (*_FIELDS, *_LISTS) if field not in found.findings],
    }  # fmt: skip
    return written(
        {
            "portal": {portal_id: _portal(found, name, layout, taken or {})},
            "layout": {layout: _layout(found)},
        },
        head=[
            f"{portal_id}: drafted from {_count(len(found.addresses), 'page')}; read it before you trust it."
        ],
        comments={place: lines for place, lines in comments.items() if lines},
    )


def domains_of(found: Draft) -> tuple[str, ...]:
    """The hosts that the draft claims: the one of its pages, or their site and every host below it."""
    site, several = shared_site(found.hosts)
    return (site, f"*.{site}" if several else f"www.{site}")


def _portal(found: Draft, name: str, layout: str, taken: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": name,
        "domains": [domain for domain in domains_of(found) if domain not in taken],
        "brands": list(found.brands),
        "article": [found.article] if found.article else [],
        "examples": list(found.addresses[:1]),
        "layouts": [layout],
        "status": "documented",
        "checked": _checked(found),
        "unverified": _unverified(found),
        "sources": _sources(found),
    }


def _layout(found: Draft) -> dict[str, Any]:
    rules: dict[str, Any] = {"probe": _probe(found)}
    for name in (*_FIELDS, *_LISTS):
        if finding := found.findings.get(name):
            rules[name] = list(finding.selectors)
    if caption := found.findings.get("caption"):
        box = found.image_box or "figure"
        told = {"bare": True} if box in caption.selectors else {"caption": list(caption.selectors)}
        rules["images"] = [{"box": box, **told}]
    if found.noise:
        rules["noise"] = {name: list(marks) for name, marks in found.noise.items()}
    return rules


def _sources(found: Draft) -> list[dict[str, Any]]:
    announced = [
        {"kind": "feed" if "sitemap" not in url else "sitemap", "url": url} for url in found.feeds[:6]
    ]
    guess = f"https://{found.hosts[0]}/sitemap-news.xml"
    return [*announced, {"kind": "news_sitemap", "url": guess, "unverified": True}]


def _probe(found: Draft) -> str:
    body = found.findings.get("body")
    return ", ".join(body.selectors) if body else "h1"


def _checked(found: Draft) -> str:
    pages = f"drafted from {_count(len(found.addresses), 'page')}"
    return f"{pages} of {found.month}" if found.month else pages


def _unverified(found: Draft) -> list[str]:
    facts = [f"{name}: no selector gave what was read" for name in found.missing]
    return [*facts, "sources: nobody has seen the news sitemap answer", "layout: drafted, read by nobody yet"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("s" if number != 1 else "")

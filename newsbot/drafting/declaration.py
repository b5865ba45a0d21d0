"""A draft as the text of a portal module."""

from __future__ import annotations

import json
from collections.abc import Mapping

from newsbot.drafting.addresses import shared_site
from newsbot.drafting.findings import Draft

_FIELDS = ("headline", "body", "date", "byline")
_LISTS = ("breadcrumbs", "keywords")


def module_text(found: Draft, portal_id: str, name: str, taken: Mapping[str, str] | None = None) -> str:
    """The declaration as Python, with FILL IN where the pages did not tell.

    `taken` names the owner of each domain that another portal claims already: those are left out, since two equal
    claims are an error, and the draft reads pages that are given to it by its id.
    """
    lines = [
        f'"""{portal_id}: drafted from {_count(len(found.addresses), "page")}; read it before you trust it."""',
        "",
        f"from newsbot.portals import {'ImageRule, ' if 'caption' in found.findings else ''}Layout, Portal, Source",
        "",
        "_ARTICLE = Layout(",
        f'    name="{portal_id}-drafted",',
        f"    probe={_quoted(_probe(found))},",
        *_rules(found),
        ")",
        "",
        "PORTALS = [",
        "    Portal(",
        f"        id={_quoted(portal_id)},",
        f"        name={_quoted(name)},",
        _claims(found, taken or {}),
        _brands(found),
        f"        article={_tuple((found.article,) if found.article else ())},",
        f"        examples={_tuple(found.addresses[:1])},",
        "        layouts=(_ARTICLE,),",
        *_sources(found),
        '        status="documented",',
        f"        checked={_quoted(_checked(found))},{'' if found.month else '  # FILL IN: of which year'}",
        "        unverified=(",
        *(f"            {_quoted(fact)}," for fact in _unverified(found)),
        "        ),",
        "    ),",
        "]",
        "",
    ]
    return "\n".join(lines)


def _claims(found: Draft, taken: Mapping[str, str]) -> str:
    free = tuple(domain for domain in domains_of(found) if domain not in taken)
    owned = ", ".join(f"{domain} of {owner}" for domain, owner in taken.items())
    return f"        domains={_tuple(free)}," + (f"  # FILL IN: left out is {owned}" if owned else "")


def _brands(found: Draft) -> str:
    if found.brands:
        return f"        brands={_tuple(found.brands)},"
    return "        brands=(),  # FILL IN: how its datelines sign, as KOMPAS.com in 'JAKARTA, KOMPAS.com -'"


def _rules(found: Draft) -> list[str]:
    lines = []
    for name in (*_FIELDS, *_LISTS):
        finding = found.findings.get(name)
        if finding:
            lines.append(f"    {name}={_tuple(finding.selectors)},")
        elif name == "headline":
            lines.append('    headline=("h1",),  # FILL IN')
        else:
            lines.append(f"    # FILL IN: {name}")
    if caption := found.findings.get("caption"):
        box = found.image_box or "figure"
        told = "bare=True" if box in caption.selectors else f"caption={_tuple(caption.selectors)}"
        rule = f"ImageRule(box={_quoted(box)}, {told})"
        lines.append(f"    images=({rule},),")
    if found.noise:
        bins = ", ".join(
            f"{_quoted(name)}: {_quoted(', '.join(marks))}" for name, marks in found.noise.items()
        )
        lines.append(f"    noise={{{bins}}},")
    return lines


def _sources(found: Draft) -> list[str]:
    lines = ["        sources=("]
    lines += [
        f"            Source(kind={_quoted('feed' if 'sitemap' not in url else 'sitemap')}, url={_quoted(url)}),"
        for url in found.feeds[:6]
    ]
    home = f"https://{found.hosts[0]}"
    lines += [
        f'            Source(kind="news_sitemap", url={_quoted(home + "/sitemap-news.xml")}, unverified=True),',
        "        ),",
    ]
    return lines


def _probe(found: Draft) -> str:
    body = found.findings.get("body")
    return ", ".join(body.selectors) if body else "h1"


def domains_of(found: Draft) -> tuple[str, ...]:
    """The hosts that the draft claims: the one of its pages, or their site and every host below it."""
    site, several = shared_site(found.hosts)
    return (site, f"*.{site}" if several else f"www.{site}")


def _checked(found: Draft) -> str:
    return f"drafted from {_count(len(found.addresses), 'page')}" + (
        f" of {found.month}" if found.month else ""
    )


def _unverified(found: Draft) -> tuple[str, ...]:
    facts = [f"{name}: no selector gave what was read" for name in found.missing]
    return (*facts, "sources: nobody has seen the news sitemap answer", "layout: drafted, read by nobody yet")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("s" if number != 1 else "")


def _quoted(text: str) -> str:
    """A Python string literal: page content never leaves its quotes."""
    if "\\" in text and text.isprintable() and '"' not in text and not text.endswith("\\"):
        return f'r"{text}"'
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else ascii(text)


def _tuple(values: tuple[str, ...]) -> str:
    if not values:
        return "()"
    inside = ", ".join(_quoted(value) for value in values)
    return f"({inside},)" if len(values) == 1 else f"({inside})"

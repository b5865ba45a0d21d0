"""Where the names that sign link to: the pages of their writers."""

from __future__ import annotations

from itertools import islice

from newsbot.extractors.raw import RawArticle
from newsbot.pages.addresses import join_address, leads_to_writer
from newsbot.pages.page import Page, text_of

_MOST_LINKS = 1_000


def note_writer_links(page: Page, raw: RawArticle) -> None:
    """Add the names in the page's bylines that link to writers' pages, with the addresses."""
    printed = ("printed_byline", "printed_authors", "printed_editors")
    said = " ".join(line.value for name in printed for line in raw.all(name) if not line.url)
    for link in islice(page.tagged("a"), _MOST_LINKS) if said else ():
        text = link.text
        if text and text.strip() not in said:
            continue  # as nearly all links
        if leads_to_writer(link.get("href")) and (name := text_of(link)) in said:
            raw.add(
                "writer_link",
                name,
                "printed",
                "link to a writer's page",
                join_address(page.base, link.get("href")),
            )

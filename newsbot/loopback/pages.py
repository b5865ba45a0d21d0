"""The invented stories in the markup of three real templates, with their noise: tribun, kompas and detik."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape

from newsbot.loopback.stories import Story, printed

_MENU = "".join(
    f'<li><a href="/indeks?kanal={name}">{name.title()}</a></li>'
    for name in ("nasional", "daerah", "olahraga", "ekonomi")
)
_FOOTER = '<footer><a href="/tentang">Tentang Kami</a> <a href="/pedoman">Pedoman Media Siber</a><p>Copyright 2026 Loopback</p></footer>'
_OTHERS = "".join(
    f'<li class="art-list"><h3><a href="/read/2026/11/01/{n:08d}/berita-lain-nomor-{n}-dari-kota-sebelah">Berita lain nomor {n} dari kota sebelah</a></h3></li>'
    for n in range(90_000_000, 90_000_012)
)


def _head(story: Story, base: str) -> str:
    address = f"{base}{story.path}"
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": story.published.isoformat(),
        "dateModified": story.modified.isoformat(),
        "author": {"@type": "Person", "name": story.author},
        "mainEntityOfPage": address,
    }
    return (
        f'<head><meta charset="utf-8"><title>{escape(story.headline)} - Loopback</title><link rel="canonical" href="{escape(address)}">'
        f'<meta property="og:title" content="{escape(story.headline)}"><meta property="og:type" content="article">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
    )


def _pager(story: Story, base: str, page: int) -> str:
    if story.pages == 1:
        return ""
    links = "".join(
        f'<a href="{base}{story.path}?page={n}" class="{"active" if n == page else ""}">{n}</a>'
        for n in range(1, story.pages + 1)
    )
    return f'<div class="paging">Halaman selanjutnya {links}</div>'


def _insert(base: str) -> str:
    return f'<p class="baca">Baca juga: <a href="{base}/read/2026/11/01/90000099/cara-merawat-kebun-kecil-di-rumah">Cara Merawat Kebun Kecil di Rumah</a></p>'


def _paragraphs(story: Story, base: str, page: int, lead: str) -> str:
    texts = [escape(text, quote=False) for text in story.page(page)]
    if page == 1:
        texts[0] = lead + texts[0]
    middle = len(texts) // 2
    return (
        "".join(f"<p>{text}</p>" for text in texts[:middle])
        + _insert(base)
        + "".join(f"<p>{text}</p>" for text in texts[middle:])
    )


def tribun(story: Story, base: str, page: int) -> str:
    """The story as a page of the tribun template."""
    body = _paragraphs(story, base, page, f"<strong>TRIBUNNEWS.COM, {story.place.upper()} - </strong>")
    return (
        f'<!DOCTYPE html><html lang="id">{_head(story, base)}<body><ul class="menu">{_MENU}</ul><div id="article">'
        f'<h1 class="f50" id="arttitle">{escape(story.headline)}</h1><div class="mt10"><time class="grey">Tayang: {printed(story.published)}</time></div>'
        f'<div id="penulis">Penulis: <a>{story.author}</a></div><div id="editor">Editor: <a>{story.editor}</a></div>'
        f'<div id="artimg"><img src="{base}/gambar/{story.number}.jpg"><div class="arial f12 pt5 grey2">{escape(story.caption)} (TRIBUNNEWS/{story.author})</div></div>'
        f'<div class="side-article txt-article">{body}</div>{_pager(story, base, page)}</div><ul class="lsi">{_OTHERS}</ul>{_FOOTER}</body></html>'
    )


def kompas(story: Story, base: str, page: int) -> str:
    """The story as a page of the kompas template."""
    body = _paragraphs(story, base, page, f"<strong>{story.place.upper()}, KOMPAS.com - </strong>")
    return (
        f'<!DOCTYPE html><html lang="id">{_head(story, base)}<body><ul class="menu">{_MENU}</ul><h1 class="read__title">{escape(story.headline)}</h1>'
        f'<div class="read__time">Kompas.com - {story.published:%d/%m/%Y}, {story.published:%H:%M} WIB</div>'
        f'<div class="credit-title"><div class="credit-title-name">{story.author}</div><div>Tim Redaksi</div></div>'
        f'<div class="photo__wrap"><img src="{base}/gambar/{story.number}.jpg"></div><div class="photo__caption">{escape(story.caption)}(KOMPAS.com/{story.author.upper()})</div>'
        f'<div class="read__content"><div class="clearfix">{body}</div></div>{_pager(story, base, page)}<ul>{_OTHERS}</ul>{_FOOTER}</body></html>'
    )


def detik(story: Story, base: str, page: int) -> str:
    """The story as a page of the detik template."""
    body = _paragraphs(story, base, page, f"<strong>{story.place}</strong> - ")
    return (
        f'<!DOCTYPE html><html lang="id">{_head(story, base)}<body><ul class="menu">{_MENU}</ul><article class="detail"><h1 class="detail__title">{escape(story.headline)}</h1>'
        f'<div class="detail__author">{story.author} - detikNews</div><div class="detail__date">{printed(story.published)}</div>'
        f'<div class="detail__media"><figure><img src="{base}/gambar/{story.number}.jpg"><figcaption class="detail__media-caption">{escape(story.caption)} Foto: {story.author}/detikcom</figcaption></figure></div>'
        f'<div class="detail__body-text itp_bodycontent">{body}<div class="parallaxindetail">SCROLL TO CONTINUE WITH CONTENT</div></div>{_pager(story, base, page)}</article>'
        f"<ul>{_OTHERS}</ul>{_FOOTER}</body></html>"
    )


TEMPLATES: tuple[Callable[[Story, str, int], str], ...] = (tribun, kompas, detik)


_NAMED = re.compile(r'( (?:class|id)=)"')


def page_of(story: Story, base: str, page: int = 1, redesigned: frozenset[str] = frozenset()) -> str:
    """The HTML of a page of the story; its number decides the template. Of the templates that are `redesigned`, by
    the names of their functions, all classes and ids have other names."""
    template = TEMPLATES[story.number % len(TEMPLATES)]
    html = template(story, base, page)
    return _NAMED.sub(r'\1"baru-', html) if template.__name__ in redesigned else html

"""What no reader sees of a full-size page: metas, links, styles and scripts of its head and its end."""

from __future__ import annotations

import json
from html import escape
from random import Random

_NOTICES = (
    "Tautan telah disalin ke papan klip Anda",
    "Matikan pemblokir iklan untuk terus membaca berita ini",
    "Sambungan terputus, coba muat ulang halaman ini",
    "Anda sudah membaca lima artikel gratis bulan ini",
)


class Unseen:
    """The head and the scripts of one page of an outlet, drawn from `random`."""

    def __init__(self, random: Random, brand: str, base: str) -> None:
        self.random, self.brand, self.base = random, brand, base

    def head(self) -> str:
        """Metas, links, styles and scripts that no reader sees; no date, no name: a page's own stand in its article."""
        one, look = self.random.choice, self.random.randrange
        lines = [
            '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=5">',
            '<meta http-equiv="X-UA-Compatible" content="IE=edge">',
            '<meta name="robots" content="index, follow, max-image-preview:large">',
            f'<meta property="og:site_name" content="{escape(self.brand)}"><meta property="og:locale" content="id_ID">',
            f'<meta property="fb:app_id" content="{look(10**14, 10**15)}">',
            f'<meta name="twitter:card" content="summary_large_image"><meta name="twitter:site" content="@kabar{look(9)}">',
            f'<meta name="google-site-verification" content="{self._token(32)}">',
            f'<meta name="theme-color" content="#{look(16**6):06x}">',
            *(
                f'<link rel="preconnect" href="https://{host}.contoh.example" crossorigin>'
                for host in ("cdn", "iklan", "statistik", "huruf")
            ),
            *(
                f'<link rel="stylesheet" href="{self.base}/aset/{name}.css?v={look(100, 999)}">'
                for name in ("utama", "artikel", "ikon")
            ),
            f'<link rel="icon" href="{self.base}/favicon.ico"><link rel="manifest" href="/manifest.json">',
            f"<style>{self._styles(self.random.randrange(60, 120))}</style>",
            f'<script type="application/ld+json">{json.dumps(self._organization())}</script>',
            f"<script>window.dataLayer=window.dataLayer||[];dataLayer.push({json.dumps(self._layer())});</script>",
            f"<script>{self._script(one((5, 8, 11)))}</script>",
        ]
        return "\n".join(lines)

    def _organization(self) -> dict[str, object]:
        search = {
            "@type": "SearchAction",
            "target": f"{self.base}/cari?q={{kata}}",
            "query-input": "required name=kata",
        }
        return {
            "@context": "https://schema.org",
            "@graph": [
                {
                    "@type": "Organization",
                    "name": self.brand,
                    "url": self.base,
                    "logo": f"{self.base}/logo.png",
                },
                {"@type": "WebSite", "name": self.brand, "url": self.base, "potentialAction": search},
            ],
        }

    def _layer(self) -> dict[str, object]:
        return {
            "event": "pageview",
            "platform": "desktop",
            "article_id": self.random.randrange(10**6, 10**7),
            "content_type": "standard",
            "subscriber": "no",
            "experiments": [self._token(6) for _ in range(4)],
        }

    def _styles(self, rules: int) -> str:
        names = [self._token(5) for _ in range(12)]
        look = self.random.randrange
        return "".join(
            f".{self.random.choice(names)}__{self._token(4)}{{margin:{look(30)}px {look(20)}px;color:#{look(16**6):06x};"
            f"font-size:{look(11, 30)}px;line-height:1.{look(2, 9)}}}"
            for _ in range(rules)
        )

    def _script(self, pieces: int) -> str:
        """Scripts as they stand in pages: short names, slots, and sentences in strings that are nobody's text."""
        said = [f'notice("{self.random.choice(_NOTICES)}")' for _ in range(2)]
        slots = [
            f"googletag.defineSlot('/{self.random.randrange(10**7, 10**8)}/{self._token(8)}',[[300,250],[336,280]],"
            f"'div-gpt-ad-{self.random.randrange(10**9)}-{number}').addService(googletag.pubads());"
            for number in range(pieces)
        ]
        body = "".join(
            f"function {self._token(3)}(e,t){{if(!e)return;var n=e.getAttribute('data-{self._token(4)}');"
            f"t.push({{k:n,v:{self.random.randrange(999)}}});return t.length>{self.random.randrange(9)}&&{self._token(2)}x(n)}}"
            for _ in range(pieces)
        )
        return f"window.googletag=window.googletag||{{cmd:[]}};googletag.cmd.push(function(){{{''.join(slots)}}});{body};{';'.join(said)};"

    def scripts(self) -> str:
        """The scripts at a page's end."""
        return "\n".join(
            [
                *(
                    f'<script src="{self.base}/aset/{name}.js?v={self.random.randrange(100, 999)}" defer></script>'
                    for name in ("pustaka", "galeri", "komentar", "langganan")
                ),
                *(f"<script>{self._script(self.random.choice((9, 12, 16)))}</script>" for _ in range(4)),
                '<noscript><img height="1" width="1" style="display:none" src="https://statistik.contoh.example/p.gif"></noscript>',
            ]
        )

    def _token(self, length: int) -> str:
        return token(self.random, length)


def token(random: Random, length: int) -> str:
    """A word that means nothing, as templates make them for ids and files."""
    return "".join(random.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(length))

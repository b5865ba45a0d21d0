"""Project Multatuli: WordPress with Elementor."""

from newsbot.portals._model import ImageRule, Portal, Source
from newsbot.portals._wordpress import BASE

_ARTICLE = BASE.but(
    name="projectmultatuli-entry",
    probe=".elementor-widget-theme-post-content",
    headline=(".elementor-widget-theme-post-title h1", "h1"),
    body=(".elementor-widget-theme-post-content",),
    byline=("a[rel=author]",),
    images=(ImageRule(box="figure", caption=("figcaption",)),),
)

PORTALS = [
    Portal(
        id="projectmultatuli", name="Project Multatuli", domains=("projectmultatuli.org", "www.projectmultatuli.org"),
        brands=("PROJECT MULTATULI",),
        article=(r"^https?://(?:www\.)?projectmultatuli\.org/(?:en|id)/(?!rubrik/|tag/|author/)[a-z0-9-]{10,}",),
        examples=("https://projectmultatuli.org/id/nelayan-kecil-menjaga-terumbu-yang-tersisa/",),
        drop=(r"/(?:tag|category|author|page|search|feed|wp-[a-z]+)(?:/|\?|$)", "/rubrik/"),
        layouts=(_ARTICLE,), status="documented", checked="documented 2026",
        sources=(Source(kind="index", url="https://projectmultatuli.org/en/rubrik/article/page/{page}", items=(".e-loop-item a",)),),
        unverified=(
            "date: the visible date string is not documented; the machine date is",
        ),
    ),
]

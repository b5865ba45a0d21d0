"""Invented pages for the tests: the smallest markup that has a fact in it."""

from newsbot.extractors.body.read import BodyRules, read_body
from newsbot.extractors.witnesses.layout import body_containers
from newsbot.items import Origin
from newsbot.pages.page import Page
from newsbot.portals import Layout
from newsbot.snapshot import Snapshot
from newsbot.stream import Options, process

URL = "https://contoh.id/berita/2023/09/13/panen-garam-di-teluk-biru-naik"
KOMPAS = "https://regional.kompas.com/read/2023/09/13/140500278/panen-garam-di-teluk-biru-naik"
LAYOUT = Layout(name="contoh", probe=".isi", body=(".isi",), date=(".tanggal",), byline=(".penulis",))

ONE = "Petani garam di Teluk Biru memanen tiga ton garam dalam sepekan terakhir, kata ketua kelompok tani."
TWO = "Harga di tingkat petani naik dari seribu menjadi seribu lima ratus rupiah untuk setiap kilogram."
THREE = "Dinas perikanan setempat berjanji menambah dua gudang penyimpanan sebelum musim hujan tiba."
STORY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"


def snapshot(body, url=URL, **facts):
    data = body if isinstance(body, bytes) else body.encode()
    return Snapshot(data, url, facts.pop("status", 200), origin=facts.pop("origin", Origin()), **facts)


def page(body, url=URL, **facts):
    return Page.parse(snapshot(body, url, **facts))


def read(body, url=URL, layout=LAYOUT):
    """The body that the layout's rules give for this markup inside the body container."""
    parsed = page(f'<html><body><div class="isi">{body}</div></body></html>', url)
    containers, rule = body_containers(parsed, layout)
    rules = BodyRules(images=layout.images, noise=layout.noise)
    return read_body(parsed, containers, rules, ("layout", rule))


def kept(body, **facts):
    """Type and text of each block that stays in the body."""
    return [(block.type, block.text) for block in read(body, **facts).blocks]


def texts(body, **facts):
    return [text for _, text in kept(body, **facts)]


def bins(body, **facts):
    """Bin and text of each piece that left the body."""
    return [(removed.kind, removed.text) for removed in read(body, **facts).removed]


def kompas(
    body=STORY, *, head="", above="", below="", title="Panen Garam di Teluk Biru Naik Tiga Kali Lipat"
):
    """A page in the read__content layout."""
    return (
        f"<html><head><title>{title} - Kompas.com</title>{head}</head><body>"
        f'<h1 class="read__title">{title}</h1>{above}<div class="read__content">{body}</div>{below}</body></html>'
    )


def record(body, url=KOMPAS, *, options=None, **facts):
    """The article that the stream makes of a page."""
    outcome = process(snapshot(body, url, **facts), options=options or Options())
    assert outcome.article is not None, outcome.reject
    return outcome.article


def reject(body, url=URL, **facts):
    outcome = process(snapshot(body, url, **facts))
    assert outcome.reject is not None
    return outcome.reject


def codes(article):
    return [problem.code for problem in article.metadata.problems]

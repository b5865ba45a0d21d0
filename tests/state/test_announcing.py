"""What several documents announce of one article is kept together."""

from newsbot.items import Announcement, Discovery
from newsbot.state import Found, State
from newsbot.state.announcing import MAX_OTHERS

NOW = "2026-11-20T00:00:00+00:00"
URL = "https://contoh.id/read/1/garam"


def announced(kind, document, url=URL, **said):
    return Found("contoh:1", "contoh", url, Discovery(kind, document, **said))


def kept(tmp_path, *found):
    with State(tmp_path / "state.sqlite") as state:
        for one in found:
            state.discovered([one], "new", NOW)
        return state.known("contoh:1").discovery


def test_the_announcement_that_tells_most_stands_first_and_the_others_beside_it(tmp_path):
    discovery = kept(
        tmp_path,
        announced("sitemap", "s.xml"),
        announced("news_sitemap", "n.xml", title="Garam", date="2026-11-19"),
        announced("feed", "f.xml", title="Garam"),
    )
    assert (discovery.kind, discovery.url, discovery.title) == ("news_sitemap", "n.xml", "Garam")
    assert discovery.others == [Announcement("sitemap", "s.xml"), Announcement("feed", "f.xml")]


def test_another_address_is_kept_with_the_document_that_named_it(tmp_path):
    mobile = "https://m.contoh.id/read/1/garam"
    discovery = kept(tmp_path, announced("sitemap", "s.xml"), announced("feed", "f.xml", mobile))
    assert discovery.others == [Announcement("feed", "f.xml", mobile)]


def test_document_that_announces_again_is_kept_once(tmp_path):
    first, second = announced("sitemap", "s.xml", title="Garam"), announced("feed", "f.xml")
    assert kept(tmp_path, first, second, first, second).others == [Announcement("feed", "f.xml")]


def test_others_are_bounded(tmp_path):
    many = [announced("sitemap", f"{number}.xml") for number in range(MAX_OTHERS + 9)]
    assert len(kept(tmp_path, *many).others) == MAX_OTHERS


def test_address_that_leads_to_a_known_article_is_kept_with_it(tmp_path):
    with State(tmp_path / "state.sqlite") as state:
        state.discovered([announced("sitemap", "s.xml")], "new", NOW)
        led = Discovery("feed", "f.xml", announced_url="https://contoh.id/go/1")
        state.claim(Found("contoh:1", "contoh", URL, led), NOW)
        assert state.known("contoh:1").discovery.others == [
            Announcement("feed", "f.xml", "https://contoh.id/go/1")
        ]

"""The zone of an outlet that no portal declares."""

import pytest

from newsbot.extractors.raw import RawArticle
from newsbot.normalizers.zones import zone_told
from tests.invented import STORY, record

PRINT = "Selasa, 29 April 2025 16:05"


@pytest.mark.parametrize(
    ("printed", "machines", "zone"),
    [
        (PRINT, ["2025-04-29T16:05:00+09:00"], "Asia/Jayapura"),
        (PRINT, ["2025-04-29T16:05:00+08:00", "2025-04-29T08:05:00Z"], "Asia/Makassar"),
        (PRINT, ["2025-04-29T07:05:00Z"], "Asia/Jayapura"),
        (PRINT, ["2025-04-29T08:05:00Z"], "Asia/Makassar"),
        (PRINT, ["2025-04-29T09:05:00Z"], "Asia/Jakarta"),
        (PRINT, ["2025-04-29T16:05:00Z"], "Asia/Jakarta"),
        (PRINT, ["2025-04-29T08:07:00Z"], "Asia/Jakarta"),
        (f"{PRINT} WIB", ["2025-04-29T08:05:00Z"], "Asia/Jakarta"),
        (PRINT, ["2025-04-29T16:05:00+08:00", "2025-04-29T15:05:00+07:00"], "Asia/Jakarta"),
        (PRINT, [], "Asia/Jakarta"),
        ("29 April 2025", ["2025-04-29T08:05:00Z"], "Asia/Jakarta"),
    ],
)
def test_zone_is_that_of_offsets_or_of_the_printed_minute(printed, machines, zone):
    raw = RawArticle()
    raw.add("visible_date", printed, "printed", "line")
    for machine in machines:
        raw.add("date_published", machine, "meta", "meta")
    assert zone_told(raw) == zone


def test_a_date_that_a_template_states_for_all_its_stories_is_no_witness():
    line = "<li><time datetime='2020-01-01'>{}</time></li>"
    head = "<html><head><title>Panen Garam di Teluk Biru Naik</title></head>"
    top = f"<h1>Panen Garam di Teluk Biru Naik</h1><ul>{line.format('Selasa, 14 Maret 2023')}</ul>"
    cards = f"<ul>{line.format('Kamis, 16 Maret 2023')}</ul>"
    article = record(
        f"{head}<body>{top}<div>{STORY * 2}</div>{cards}</body></html>", "https://contoh.id/berita/2377"
    )
    source = article.metadata.fields["date_published"]
    assert (article.date_published, source.disagrees) == ("2023-03-14", [])

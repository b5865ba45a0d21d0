"""Which edits an article states of itself."""

import pytest

from newsbot.corpus.revisions.captures import capture_of, fields_of
from newsbot.corpus.revisions.timeline import timeline_of
from newsbot.corpus.revisions.verdicts import is_notice
from newsbot.items import Block, Extraction, Image, Person

from .made import ONE, RULES, THREE, TWO, captured, given

EDITED = (ONE.replace("tiga", "empat"), TWO, THREE)


def revisions(*records):
    return timeline_of("contoh:1", (capture_of(fields_of(record)) for record in given(*records))).revisions


def only(*records):
    (revision,) = revisions(*records)
    return revision


@pytest.mark.parametrize(
    "change",
    [
        {"texts": EDITED},
        {"texts": (ONE, THREE)},
        {"headline": "Panen Garam Turun"},
        {"alternative_headline": "Harga ikut naik"},
        {"texts": EDITED, "authors": [Person("Laras Puspa", "author")], "section": "Daerah"},
    ],
)
def test_text_that_changed_without_a_word_is_a_stealth_edit(change):
    revision = only(captured(1), captured(2, **change))
    assert (revision.verdict, revision.statement, revision.doubts) == ("stealth", None, [])


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (None, "2023-09-02T07:00:00+07:00", "stated"),
        ("2023-09-01T09:00:00+07:00", "2023-09-02T07:00:00+07:00", "stated"),
        ("2023-09-01", "2023-09-02", "stated"),
        ("2023-09-01T09:00:00+07:00", "2023-09-01T09:00:00+07:00", "stealth"),
        ("2023-09-01T09:00:00+07:00", "2023-09-01T02:00:33+00:00", "stealth"),
        ("2023-09-01T09:00:00+07:00", "2023-09-01", "stealth"),
        ("2023-09-01T09:00:00+07:00", None, "stealth"),
    ],
)
def test_only_another_moment_of_modification_states_an_edit(before, after, verdict):
    old, new = captured(1, date_modified=before), captured(2, texts=EDITED, date_modified=after)
    assert only(old, new).verdict == verdict


@pytest.mark.parametrize(
    ("notice", "is_one"),
    [
        ("Ralat: panen adalah empat ton, bukan tiga.", True),
        ("[KOREKSI] Panen adalah empat ton.", True),
        ("Catatan Redaksi: Paragraf pertama diperbaiki.", True),
        ("Artikel ini telah diperbarui dengan keterangan dinas.", True),
        ("Judul berita ini kami ubah; sebelumnya telah dikoreksi dinas.", True),
        ("This story has been updated.", True),
        ("Undang-undang itu telah diubah dua kali.", False),
        ("Dinas melakukan perbaikan jalan sepanjang dua kilometer.", False),
        ("Koreksi harga saham terjadi pada sesi kedua.", False),
        ("Laporan keuangan perusahaan itu rampung. Aturannya telah diubah.", False),
    ],
)
def test_notice_in_the_text_states_an_edit(notice, is_one):
    assert is_notice(notice) == is_one
    assert only(captured(1), captured(2, texts=(*EDITED, notice))).verdict == (
        "stated" if is_one else "stealth"
    )


def test_notice_that_stood_there_before_states_nothing():
    notice = "Ralat: panen adalah empat ton."
    old, new = captured(1, texts=(ONE, notice)), captured(2, texts=(EDITED[0], notice))
    assert only(old, new).verdict == "stealth"


def test_moved_publication_is_told_apart():
    later = captured(2, texts=EDITED, date_published="2023-09-02T07:05:00+07:00")
    assert (only(captured(1), later).verdict, only(captured(1), later).statement) == (
        "redated",
        "date_published",
    )


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        ({"is_complete": False}, "incomplete"),
        ({"_extraction": Extraction("2", RULES.portal_rules_digest, RULES.layout)}, "rules"),
        ({"_extraction": Extraction("1", "sha256:b", RULES.layout)}, "rules"),
        ({"_extraction": Extraction("1", RULES.portal_rules_digest, "2024")}, "layout"),
        ({"kind": "live"}, "live"),
    ],
)
def test_difference_that_need_not_be_an_edit_accuses_nobody(change, doubt):
    for records in (
        (captured(1), captured(2, texts=EDITED, **change)),
        (captured(1, **change), captured(2, texts=EDITED)),
    ):
        revision = only(*records)
        assert (revision.verdict, revision.doubts) == ("uncertain", [doubt])


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"authors": [Person("Laras Puspa", "author")]}, "authors"),
        ({"images": [Image("https://contoh.id/b.jpg", "Tambak garam.")]}, "images"),
        ({"section": "Daerah"}, "section"),
        ({"keywords": ["garam"]}, "keywords"),
        ({"description": "Panen naik."}, "description"),
        ({"date_modified": "2023-09-02T07:00:00+07:00"}, "date_modified"),
        (
            {"blocks": [Block("heading", ONE, 2), Block("paragraph", TWO), Block("paragraph", THREE)]},
            "blocks",
        ),
    ],
)
def test_what_is_no_text_is_told_apart(change, field):
    revision = only(captured(1), captured(2, **change))
    assert (revision.verdict, revision.fields) == ("no_text", [field])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"texts": (ONE, TWO)}, {"texts": (ONE.replace(" ", "\u00a0 "), TWO)}),
        ({"headline": "Caf\u00e9 Garam"}, {"headline": "Cafe\u0301 Garam"}),
        (
            {"images": [Image("https://contoh.id/a.jpg?w=300", "Tambak.", width=300)]},
            {"images": [Image("https://contoh.id/a.jpg?w=700", "Tambak.", width=700)]},
        ),
        (
            {"authors": [Person("Laras Puspa", "author", "/laras", "Laras Puspa")]},
            {"authors": [Person("Laras Puspa", "author", None, "Oleh Laras Puspa")]},
        ),
        ({"related": []}, {"related": [{"text": "Jembatan", "url": None}]}),
    ],
)
def test_what_only_looks_different_is_no_revision(before, after):
    assert revisions(captured(1, **before), captured(2, **after)) == []


@pytest.mark.parametrize(
    ("url", "doubts"),
    [
        ("https://m.contoh.id/contoh-1", ["address"]),
        ("https://contoh.id/contoh-1?page=2", ["address"]),
        ("https://contoh.id/amp/contoh-1", ["address"]),
        ("http://www.contoh.id/contoh-1/", []),
        ("https://contoh.id/contoh-1-panen-turun", []),
    ],
)
def test_other_form_of_the_address_is_a_doubt_and_another_slug_is_none(url, doubts):
    assert only(captured(1), {**captured(2, texts=EDITED), "url": url}).doubts == doubts


def test_texts_that_the_records_do_not_hold_are_told_by_their_digests():
    old, new = (captured(day, texts=(), content_digest=f"sha256:{day}") for day in (1, 2))
    revision = only(old, new)
    assert (revision.verdict, revision.fields) == ("stealth", ["article_body"])

import pytest

from newsbot.items import (
    Article,
    Block,
    FieldSource,
    Image,
    Origin,
    Outcome,
    Person,
    Problem,
    Publisher,
    Reject,
    Related,
)
from newsbot.joining import MISSING_PAGE
from newsbot.normalizers.derive import derive
from newsbot.stitching import Result, number, stitch

URL = "https://contoh.id/berita/1"
LEAD = "Ringkasan berita yang diulang di setiap halaman portal ini."


def page(count, last=3, *, texts=None, key="contoh:1", url=URL, **fields):
    """Page `count` of `last`, as the stream gives it."""
    article = Article(
        id=key,
        portal="contoh",
        publisher=Publisher("Contoh", "contoh.id"),
        url=url if count == 1 else f"{url}?page={count}",
        canonical_url=url,
        kind=fields.pop("kind", "article"),
        next_page_url=f"{url}?page={count + 1}" if count < last else None,
        is_complete=last == 1,
        **fields,
    )
    article.blocks = [Block("paragraph", text) for text in texts or [f"Ini isi halaman nomor {count}."]]
    derive(article)
    return article


def whole(*texts, **fields):
    return page(1, 1, url=URL + "?page=all", texts=texts, **fields)


def single(key, **fields):
    return page(1, 1, key=key, url=f"https://contoh.id/{key}", **fields)


def run(*articles, window=64):
    outcomes = [Outcome(article=a) if isinstance(a, Article) else Outcome(reject=a) for a in articles]
    return list(stitch(number(outcomes), window=window))


def merged(*articles):
    (result,) = run(*articles)
    return result.outcome.article


def texts(article):
    return [block.text for block in article.blocks]


def test_further_page_that_is_the_first_one_again_is_missing():
    first, again = (
        page(1, 2, texts=[LEAD, "Isi halaman pertama."]),
        page(2, 2, texts=[LEAD, "Isi halaman pertama."]),
    )
    article = merged(first, again)
    assert (article.page_count, article.is_complete, article.next_page_url) == (1, False, f"{URL}?page=2")
    assert [problem.code for problem in article.metadata.problems] == [MISSING_PAGE]
    assert merged(page(1, 3), page(2, 3, texts=["Ini isi halaman nomor 1."]), page(3, 3)).is_complete is False


def test_a_page_that_stays_as_it_is_keeps_the_line_that_is_written_of_it():
    lone = Result(Outcome(article=single("contoh:1")), (0,), "line")
    first = page(1)
    first.metadata.problems.append(Problem(MISSING_PAGE, "article_body", "warning", "a next page exists"))
    waiting = Result(Outcome(article=first), (1,), "line of its own")
    assert list(stitch([lone, waiting])) == [lone, waiting]
    joined = list(stitch([waiting, Result(Outcome(article=page(2)), (2,), "another")]))
    assert [result.line for result in joined] == [None]


def codes(article):
    return [problem.code for problem in article.metadata.problems]


def test_pages_of_one_article_become_one_complete_record():
    article = merged(page(1), page(2), page(3))
    assert texts(article) == [
        "Ini isi halaman nomor 1.",
        "Ini isi halaman nomor 2.",
        "Ini isi halaman nomor 3.",
    ]
    assert (article.page_count, article.next_page_url, article.is_complete) == (3, None, True)
    assert codes(article) == []


def test_what_hangs_on_the_body_is_derived_anew():
    article = merged(page(1, 2), page(2, 2))
    assert article.article_body == "Ini isi halaman nomor 1.\n\nIni isi halaman nomor 2."
    assert article.word_count == 10
    assert article.content_digest not in (page(1, 2).content_digest, page(2, 2).content_digest)


def test_pages_are_put_in_page_order_whatever_the_input_order():
    assert texts(merged(page(3), page(1), page(2))) == texts(merged(page(1), page(2), page(3)))


def test_record_stands_where_its_first_page_stood():
    results = run(single("a"), page(2, 2), single("b"), page(1, 2), single("c"))
    assert [result.outcome.article.id for result in results] == ["a", "b", "contoh:1", "c"]
    assert results[2].inputs == (1, 3)


def test_every_input_comes_out_once():
    articles = [page(1), single("a"), page(2), Reject(None, None, "empty", ""), page(3), page(1), single("b")]
    for window in (0, 1, 2, 3, 64):
        inputs = [count for result in run(*articles, window=window) for count in result.inputs]
        assert sorted(inputs) == list(range(len(articles)))


def test_missing_page_in_the_middle():
    article = merged(page(1), page(3))
    assert (article.page_count, article.is_complete, codes(article)) == (2, False, [MISSING_PAGE])


def test_missing_last_page():
    article = merged(page(1), page(2))
    assert (article.is_complete, article.next_page_url) == (False, URL + "?page=3")
    assert codes(article) == [MISSING_PAGE]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_lone_page_says_that_others_are_missing(count):
    article = merged(page(count))
    assert (article.page_count, article.is_complete, codes(article)) == (1, False, [MISSING_PAGE])


def test_lone_page_stays_as_the_stream_left_it_when_that_said_so():
    lone = page(1)
    lone.metadata.problems.append(Problem(MISSING_PAGE, "article_body"))
    lone.metadata.problems.append(Problem("date_missing"))
    assert merged(lone) is lone


def test_missing_page_of_the_parts_is_not_said_of_the_whole():
    first = page(1, 2)
    first.metadata.problems.append(Problem(MISSING_PAGE))
    assert codes(merged(first, page(2, 2))) == []


def test_repeated_lead_and_paragraphs_stand_once():
    article = merged(
        page(1, 2, texts=[LEAD, "Alinea satu yang cukup panjang."]), page(2, 2, texts=[LEAD, "Baru."])
    )
    assert texts(article) == [LEAD, "Alinea satu yang cukup panjang.", "Baru."]
    again = merged(page(1, 2, texts=["Pembuka berita ini.", LEAD]), page(2, 2, texts=["Baru.", LEAD]))
    assert texts(again) == ["Pembuka berita ini.", LEAD, "Baru."]


def test_short_words_and_list_items_may_stand_on_two_pages():
    first, second = page(1, 2), page(2, 2)
    first.blocks = [
        Block("heading", "Soto"),
        Block("heading", "Bahan:"),
        Block("list_item", "1 sdt garam dapur halus"),
    ]
    second.blocks = [Block("heading", "Rawon"), *first.blocks[1:], Block("paragraph", "Tidak.")]
    assert texts(merged(first, second)) == texts(first) + texts(second)


def test_repeats_inside_one_page_are_the_authors():
    refrain = "Hujan turun lagi di kota ini."
    assert texts(merged(page(1, 2, texts=[refrain, refrain]), page(2, 2))).count(refrain) == 2


def test_whole_document_replaces_the_parts():
    results = run(page(1, 2), whole("Satu dua tiga empat lima.", "Enam tujuh delapan sembilan."), page(2, 2))
    (result,) = results
    assert texts(result.outcome.article) == ["Satu dua tiga empat lima.", "Enam tujuh delapan sembilan."]
    assert result.outcome.article.is_complete
    assert result.inputs == (0, 1, 2)


def test_whole_document_with_less_text_than_a_part_is_not_believed():
    article = merged(whole("Pendek."), page(1, 2), page(2, 2))
    assert len(article.blocks) == 2
    assert article.is_complete


def test_whole_document_alone_passes_unchanged():
    document = whole("Satu dua tiga.")
    assert merged(document) is document


def test_two_captures_of_one_page_are_two_records():
    assert len(run(single("a"), single("a"))) == 2


def test_two_captures_of_all_pages_are_two_records():
    results = run(page(1, 2), page(1, 2), page(2, 2), page(2, 2))
    assert [result.inputs for result in results] == [(0, 2), (1, 3)]
    assert all(result.outcome.article.is_complete for result in results)


def test_other_articles_and_other_kinds_are_left_alone():
    index = [page(1, 2, kind="index"), page(2, 2, kind="index")]
    assert len(run(*index)) == 2
    assert len(run(page(1, 2), page(2, 2, key="contoh:2"))) == 2


def test_pages_further_apart_than_the_window_are_records_of_their_own():
    articles = [page(1, 2), single("a"), single("b"), page(2, 2)]
    assert len(run(*articles, window=4)) == 3
    apart = run(*articles, window=3)
    assert [codes(result.outcome.article) for result in apart] == [[MISSING_PAGE], [], [], [MISSING_PAGE]]


def test_no_more_than_the_window_is_held():
    taken = 0

    def endless():
        nonlocal taken
        while True:
            yield Outcome(article=page(1, 2, key=f"contoh:{taken}"))
            taken += 1

    results = stitch(number(endless()), window=8)
    for count in range(50):
        next(results)
        assert taken - count <= 8 + 1


def test_people_pictures_and_links_are_united_in_order():
    sari, budi = Person("Sari", "author"), Person("Budi", "editor")
    one, two = Image("https://contoh.id/1.jpg", is_main=True), Image("https://contoh.id/2.jpg", is_main=True)
    baca = Related("Kabar lain", "https://contoh.id/2")
    article = merged(
        page(1, 2, authors=[sari], images=[one], keywords=["banjir"], related=[baca]),
        page(
            2,
            2,
            authors=[sari],
            editors=[budi],
            images=[one, two],
            keywords=["hujan", "banjir"],
            related=[baca],
        ),
    )
    assert (article.authors, article.editors, article.related) == ([sari], [budi], [baca])
    assert article.keywords == ["banjir", "hujan"]
    assert [(image.url[-5:], image.is_main) for image in article.images] == [
        ("1.jpg", True),
        ("2.jpg", False),
    ]


def test_what_only_the_last_page_prints_is_taken_with_its_source():
    last = page(2, 2, initials="vyp/kna")
    last.metadata.fields["initials"] = FieldSource("body", "sign-off")
    article = merged(page(1, 2), last)
    assert article.initials == "vyp/kna"
    assert article.metadata.fields["initials"].rule == "sign-off"


def test_pages_are_not_changed():
    first, second = page(1, 2), page(2, 2)
    before = first.to_json(), second.to_json()
    merged(first, second)
    assert (first.to_json(), second.to_json()) == before


def test_problems_are_united_each_once():
    first, second = page(1, 2), page(2, 2)
    first.metadata.problems += [Problem("a"), Problem("b")]
    second.metadata.problems += [Problem("b"), Problem("c")]
    assert codes(merged(first, second)) == ["a", "b", "c"]


def test_dropped_inputs_do_not_shift_the_window():
    """A resumed run meets the same numbers with gaps where pages were joined before."""
    results = [Result(Outcome(article=page(1, 2)), (5,)), Result(Outcome(article=page(2, 2)), (70,))]
    assert len(list(stitch(results, window=64))) == 2


def test_joined_record_is_trusted_as_its_least_trusted_page():
    first, second, third = page(1), page(2), page(3)
    first.metadata.confidence, second.metadata.confidence = 0.9, 0.4
    assert merged(first, second, third).metadata.confidence == 0.4
    assert merged(page(1, 2), page(2, 2)).metadata.confidence is None


def found_at(article, place):
    """The article with where its page lay."""
    article.metadata.payload_digest = f"sha256:{place}"
    article.metadata.origin = Origin(path=f"{place}.html")
    article.metadata.fetched_at = "2023-09-20T01:00:00+00:00"
    return article


def places(article):
    told = article.metadata
    assert [page.payload_digest for page in (told, *told.pages)] == [
        f"sha256:{page.origin.path.removesuffix('.html')}" for page in (told, *told.pages)
    ]
    return [page.origin.path.removesuffix(".html") for page in (told, *told.pages)]


LONG = [f"Paragraf nomor {count} dari halaman yang memuat semuanya." for count in range(20)]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([found_at(page(3), "c"), found_at(page(1), "a"), found_at(page(2), "b")], ["a", "b", "c"]),
        ([found_at(page(2), "b")], ["b"]),
        ([found_at(page(1), "a"), found_at(whole(*LONG), "all"), found_at(page(2), "b")], ["all", "a", "b"]),
        (
            [found_at(whole("Daftar."), "all"), found_at(page(1), "a"), found_at(page(2), "b")],
            ["a", "b", "all"],
        ),
        ([found_at(whole("Daftar."), "all"), found_at(page(1), "a")], ["a", "all"]),
    ],
    ids=["parts in any order", "one alone", "whole form", "walled whole form", "walled form and one part"],
)
def test_each_document_of_a_record_is_told(pages, expected):
    article = merged(*pages)
    assert places(article) == expected
    assert [one.url for one in article.metadata.pages] == [
        next(page.url for page in pages if page.metadata.origin == one.origin)
        for one in article.metadata.pages
    ]
    assert all(not page.metadata.pages for page in pages)

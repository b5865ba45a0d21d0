"""Who wrote and who edited: the printed byline decides, metadata are heard where none is printed."""

import pytest

from newsbot.extractors.raw import Body, Candidate, RawArticle
from newsbot.normalizers.people import read_people

BRANDS = ("Contoh.id", "Harian Contoh")


def people(*, body=(), **named):
    raw = RawArticle()
    for name, values in named.items():
        for value in [values] if isinstance(values, str) else values:
            witness = "structured" if name.startswith("structured") else "layout"
            raw.add(name, value, witness, name)
    bylines = tuple(Candidate(text, "body", rule) for text, rule in body)
    return read_people(raw, Body(bylines=bylines), BRANDS)


def names(found):
    return (
        [person.name for person in found.authors],
        [person.name for person in found.editors],
        [(person.name, person.role) for person in found.contributors],
    )


def codes(found):
    return [problem.code for problem in found.problems]


def test_printed_byline_gives_authors_and_editors():
    assert names(people(printed_byline="Penulis: Wira Teluk | Editor: Laksmi Asih")) == (
        ["Wira Teluk"],
        ["Laksmi Asih"],
        [],
    )


def test_foreign_outlets_beside_the_name_are_nobody():
    found = people(printed_byline="BBC | MIRROR | WIRA TELUK")
    assert names(found) == (["WIRA TELUK"], [], [])
    assert found.initials is None


def test_editor_in_the_json_ld_author_is_no_author():
    found = people(printed_editors="Laksmi Asih", structured_author="Laksmi Asih")
    assert names(found) == ([], ["Laksmi Asih"], [])
    assert codes(found) == ["structured_author_is_editor"]


def test_printed_author_wins_over_the_json_ld_author():
    found = people(printed_authors="Wira Teluk", structured_author="Bagas Rimba")
    assert names(found)[0] == ["Wira Teluk"]
    assert found.fields["authors"].disagrees == ["structured:structured_author"]


def test_json_ld_that_agrees_is_a_witness():
    found = people(printed_authors="Wira Teluk", structured_author="WIRA TELUK")
    assert names(found)[0] == ["Wira Teluk"]
    assert found.fields["authors"].agrees == ["structured:structured_author"]


def test_metadata_fill_authors_only_where_no_byline_is_printed():
    found = people(structured_author="Wira Teluk")
    assert names(found) == (["Wira Teluk"], [], [])
    assert codes(found) == ["author_from_metadata"]


def test_editor_of_metadata_where_none_is_printed():
    found = people(printed_authors="Wira Teluk", structured_editor="Laksmi Asih")
    assert names(found)[:2] == (["Wira Teluk"], ["Laksmi Asih"])


def test_editor_of_metadata_does_not_add_to_the_printed_ones():
    assert names(people(printed_editors="Laksmi Asih", structured_editor="Bagas Rimba"))[1] == ["Laksmi Asih"]


def test_unlabelled_line_of_names_ends_with_the_editor():
    found = people(printed_byline=["Wira Teluk, Laksmi Asih", "Editor: Laksmi Asih"])
    assert names(found)[:2] == (["Wira Teluk"], ["Laksmi Asih"])


def test_editor_who_is_labelled_as_writer_too_is_both():
    found = people(printed_byline=["Penulis: Laksmi Asih", "Editor: Laksmi Asih"])
    assert names(found)[:2] == (["Laksmi Asih"], ["Laksmi Asih"])


def test_one_name_in_two_cases_is_one_person_as_first_printed():
    found = people(printed_authors=["Wira Teluk"], printed_byline="Penulis: WIRA TELUK")
    assert names(found)[0] == ["Wira Teluk"]


@pytest.mark.parametrize(
    "outlet",
    ["Contoh.id", "Harian Contoh", "Tim Redaksi", "Redaksi", "Tim Kompas.com", "Antara", "CNN Indonesia", "detikHealth",
     "mediaindonesia.com developer", "Admin", "Tim Riset", "Newsroom", "N/A", "-", ""],
)  # fmt: skip
@pytest.mark.parametrize("witness", ["printed_authors", "structured_author"])
def test_outlets_and_desks_are_nobody(outlet, witness):
    assert names(people(**{witness: outlet})) == ([], [], [])


@pytest.mark.parametrize(
    "address", ["https://contoh.id/penulis/wira", "https://www.facebook.com/contohmedia"]
)
def test_address_is_nobody(address):
    assert names(people(structured_author=address)) == ([], [], [])


def test_outlet_beside_a_person():
    assert names(people(printed_byline="Penulis: Wira Teluk, Tim Redaksi"))[0] == ["Wira Teluk"]


def test_desk_that_is_printed_leaves_no_room_for_metadata():
    """A printed "Tim Redaksi" is the byline: the person of the JSON-LD did not sign."""
    found = people(printed_authors="Tim Redaksi", structured_author="Laksmi Asih")
    assert names(found)[0] == []


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Fotografer: Bagas Rimba", "photographer"),
        ("Penerjemah: Bagas Rimba", "translator"),
        ("Kontributor: Bagas Rimba", "contributor"),
        ("Videografer: Bagas Rimba", "videographer"),
        ("Uploader: Bagas Rimba", "uploader"),
        ("Produser: Bagas Rimba", "producer"),
    ],
)
def test_other_roles_are_contributors(line, role):
    assert names(people(printed_byline=["Penulis: Wira Teluk", line])) == (
        ["Wira Teluk"],
        [],
        [("Bagas Rimba", role)],
    )


def test_byline_in_the_body_needs_a_label():
    assert names(people(body=[("Laporan Wartawan TribunSolo.com, Wira Teluk", "byline")]))[0] == [
        "Wira Teluk"
    ]
    assert names(people(body=[("Wira Teluk", "class word: author")]))[0] == []
    assert names(people(body=[("WIRA TELUK", "writer at the end")]))[0] == ["WIRA TELUK"]


@pytest.mark.parametrize("rule", ["source", "syndicated", "rights", "no-copying"])
def test_legal_line_names_nobody(rule):
    assert names(people(body=[("Penulis: Wira Teluk", rule)])) == ([], [], [])


def test_link_belongs_to_a_name_that_stands_alone():
    raw = RawArticle()
    raw.add("printed_authors", "Wira Teluk", "layout", "a", "/penulis/wira")
    raw.add("printed_editors", "Laksmi Asih, Bagas Rimba", "layout", "b", "/editor/laksmi")
    found = read_people(raw, Body(), ())
    assert [person.url for person in (*found.authors, *found.editors)] == ["/penulis/wira", None, None]


def test_raw_name_is_the_part_of_the_byline():
    (author,) = people(printed_byline="Penulis:  Wira   Teluk, S.Pd. dan Bagas Rimba").authors[:1]
    assert (author.name, author.name_raw, author.role) == (
        "Wira Teluk, S.Pd.",
        "Wira Teluk, S.Pd. dan Bagas Rimba",
        "author",
    )


def test_initials_are_nobodys_name():
    found = people(printed_byline="Rep: Wira Teluk / vyp")
    assert names(found)[0] == ["Wira Teluk"]
    assert found.initials == "vyp"


def test_page_that_names_nobody():
    assert names(people()) == ([], [], [])


@pytest.mark.parametrize(
    ("printed", "structured"),
    [
        ("Dr. Wira Teluk, S.H.", "Wira Teluk"),
        ("M. Wira Teluk", "M Wira Teluk"),
        ("A.Wira Teluk", "A. WIRA TELUK"),
    ],
)
def test_titles_dots_and_case_make_no_second_person(printed, structured):
    found = people(printed_authors=printed, structured_author=structured)
    assert [person.name for person in found.authors] == [printed]
    assert found.fields["authors"].agrees == ["structured:structured_author"]


def test_an_account_of_the_template_is_no_author_where_the_text_signs():
    signed = [("Reporter: Wira Teluk", "byline")]
    assert names(people(printed_byline="by lpmlintang", body=signed))[0] == ["Wira Teluk"]
    assert names(people(printed_byline="by lpmlintang"))[0] == ["lpmlintang"]


def test_a_person_who_is_printed_twice_is_one_and_each_list_has_its_own():
    found = people(printed_authors=["Wira Teluk", "WIRA TELUK"], printed_editors=["Wira Teluk"])
    assert [person.name for person in found.authors + found.editors] == ["Wira Teluk", "Wira Teluk"]


def test_a_text_signed_with_a_first_name_is_the_writers_who_is_printed_above():
    signed = [("Pewarta: Laksmi", "byline")]
    assert names(people(printed_byline="Penulis: Laksmi Asih", body=signed))[0] == ["Laksmi Asih"]
    assert names(people(printed_byline="Penulis: Wira Teluk", body=signed))[0] == ["Wira Teluk", "Laksmi"]

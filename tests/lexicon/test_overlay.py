"""Words of a user's folder are laid over newsbot's own: one line in one file, or an error that names file and key."""

import json

import pytest
from click.testing import CliRunner

from newsbot import lexicon
from newsbot.cli.main import main
from newsbot.language.byline import parse_byline
from newsbot.language.captions import split_caption
from newsbot.language.dates import find_mentions, parse_date
from newsbot.language.phrases import furniture
from newsbot.lexicon import LexiconError, use_lexicon
from newsbot.normalizers.times import read_print
from tests.invented import STORY, kompas

LABEL = '[labels]\neditor = ["penyelia bahasa"]\n'
AGENCY = '[agencies]\nall = ["kabarwira"]\n'
MONTH = '[months]\n9 = ["septembar"]\n'
PHRASE = '[[rule]]\nid = "baca-juga"\nstart = ["intip juga"]\n'


@pytest.fixture
def laid(tmp_path):
    """Lays files over the lexicon for one test."""

    def lay(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.toml").write_text(text)
        use_lexicon(tmp_path)
        return tmp_path

    yield lay
    use_lexicon()


def test_label_is_known_to_grammar_and_walk(laid):
    line = "Penyelia Bahasa: Laras Puspa"
    assert furniture(line) is None
    laid(roles=LABEL)
    assert furniture(line).bin == "byline"
    assert [(who.name, who.role) for who in parse_byline(line).people] == [("Laras Puspa", "editor")]


def test_agency_signs_texts_and_pictures(laid):
    line = "Gudang garam di tepi teluk KabarWira/Laras Puspa"
    assert split_caption(line) == (line, None)
    laid(outlets=AGENCY)
    assert split_caption(line) == ("Gudang garam di tepi teluk", "KabarWira/Laras Puspa")


def test_spelling_of_a_month_is_read_in_date_lines_and_by_machines(laid):
    assert parse_date("13 Septembar 2023", fallback=False) is None
    laid(calendar=MONTH)
    assert parse_date("13 Septembar 2023", fallback=False).value == "2023-09-13"
    assert [found.date for found in find_mentions("Ia tiba 13 Septembar 2023.", None)] == ["2023-09-13"]


def test_a_line_that_was_read_before_is_read_anew(laid):
    assert read_print("13 Septembar 2023", None, "Asia/Jakarta") is None
    laid(calendar=MONTH)
    assert read_print("13 Septembar 2023", None, "Asia/Jakarta").value == "2023-09-13"


def test_phrase_is_added_to_a_known_rule(laid):
    assert furniture("Intip juga: Harga Garam") is None
    laid(furniture=PHRASE)
    found = furniture("Intip juga: Harga Garam")
    assert (found.bin, found.rule) == ("related", "baca-juga")
    assert furniture("Baca juga: Harga Garam").rule == "baca-juga"


def test_new_rule_needs_a_bin(laid):
    laid(furniture='[[rule]]\nid = "koin"\nbin = "promo"\nwhole = ["tukar koin .{3,40}"]\n')
    assert furniture("Tukar koin dengan hadiah").rule == "koin"
    with pytest.raises(LexiconError, match=r"furniture\.rule: 'poin' is a new rule and says no bin"):
        laid(furniture='[[rule]]\nid = "poin"\nwhole = ["tukar poin"]\n')


def test_words_are_forgotten_without_their_folder(laid):
    laid(roles=LABEL)
    assert lexicon.digest().startswith("sha256:")
    use_lexicon()
    assert "penyelia bahasa" not in lexicon.labels("line")
    assert lexicon.digest() is None


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("peran", LABEL, r"peran\.toml: newsbot's lexicon has no such file"),
        (
            "roles",
            '[labels]\neditr = ["x"]\n',
            r"roles\.toml: roles\.labels\.editr: no such key; there are author",
        ),
        (
            "roles",
            '[labels]\neditor = "x"\n',
            r"roles\.toml: roles\.labels\.editor: must be a list of words, is a text",
        ),
        ("roles", "[labels]\neditor = [1]\n", r"roles\.labels\.editor: must be a list of words, holds 1"),
        ("roles", "labels = []\n", r"roles\.labels: must be a table, is a list of words"),
        ("calendar", '[zones]\nwix = "7"\n', r"calendar\.zones\.wix: no such key"),
        ("furniture", '[lines]\nmenu = ["("]\n', r"furniture\.lines\.menu: '\(' is no regular expression"),
        (
            "furniture",
            '[[rule]]\nid = "baca-juga"\nstarts = ["x"]\n',
            r"furniture\.rule\.starts: no such key",
        ),
        ("furniture", '[[rule]]\nbin = "ad"\n', r"furniture\.rule: must be tables with an id"),
        ("roles", "labels = [", r"roles\.toml: cannot be read as TOML"),
    ],
)
def test_what_has_no_place_is_named(laid, name, text, said):
    with pytest.raises(LexiconError, match=said):
        laid(**{name: text})
    assert lexicon.folders_in_use() == ()


def test_folder_without_files_is_an_error(tmp_path):
    with pytest.raises(LexiconError, match="holds no files of a lexicon"):
        use_lexicon(tmp_path)


def test_zone_is_laid_over_by_its_minutes(laid):
    laid(calendar="[zones]\nwix = 420\n")
    assert parse_date("13 September 2023 14:05 WIX").value == "2023-09-13T14:05:00+07:00"


@pytest.fixture
def pages(tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "roles.toml").write_text(LABEL)
    (tmp_path / "pages").mkdir()
    for name in ("a", "b"):
        (tmp_path / "pages" / f"{name}.html").write_text(
            kompas(f"{STORY}<p>Penyelia bahasa: Laras Puspa</p>")
        )
    return tmp_path


def run(*args):
    return CliRunner().invoke(main, list(map(str, args)))


@pytest.mark.parametrize("workers", [0, 2])
def test_words_go_along_into_worker_processes(pages, workers):
    out = pages / "out.jsonl"
    asked = ("replay", pages / "pages", "-o", out, "--workers", workers)
    assert run(*asked, "--lexicon-from", pages / "words").exit_code == 0
    records = [json.loads(line) for line in out.read_text().splitlines()]
    assert [record["editors"][0]["name"] for record in records] == ["Laras Puspa"] * 2
    assert lexicon.folders_in_use() == ()
    assert run(*asked).exit_code == 0
    assert [json.loads(line)["editors"] for line in out.read_text().splitlines()] == [[], []]


def test_summary_says_that_words_were_laid_over(pages):
    out = pages / "out.jsonl"
    told = run("replay", pages / "pages", "-o", out, "--workers", 0, "--lexicon-from", pages / "words")
    assert "sha256:" in told.stderr
    assert "sha256:" not in run("replay", pages / "pages", "-o", out, "--workers", 0).stderr


def test_bad_file_ends_the_command_and_is_named(pages):
    (pages / "words" / "roles.toml").write_text('[labels]\npenyelia = ["x"]\n')
    ended = run("extract", pages / "pages" / "a.html", "--lexicon-from", pages / "words")
    assert ended.exit_code == 2
    assert "roles.labels.penyelia" in ended.stderr.replace("\n", "")


def test_dates_of_the_command_line_know_the_words(pages):
    (pages / "words" / "calendar.toml").write_text(MONTH)
    told = run("dates", "13 Septembar 2023", "--json", "--lexicon-from", pages / "words")
    assert json.loads(told.stdout)["value"] == "2023-09-13"

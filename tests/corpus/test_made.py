"""Files of records that were made of others beside them."""

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.corpus import read
from newsbot.corpus.made import note_made
from newsbot.corpus.reading import Records
from tests.corpus.export.made import RECORDS
from tests.corpus.records import lines


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/a.jsonl").write_text(lines(*RECORDS))
    return tmp_path / "corpus"


def files(*sources):
    told = []
    return Records(*sources, on_trouble=lambda trouble: told.append(str(trouble))).files, told


def copied(here, name, *sources, command="sample"):
    (here / name).parent.mkdir(exist_ok=True)
    (here / name).write_bytes((here / "a.jsonl").read_bytes())
    note_made(here / name, command, sources)


def test_beside_its_source_it_is_passed_over_with_a_word(here):
    copied(here, "b.jsonl", here / "a.jsonl")
    told = ["corpus/b.jsonl: made of corpus/a.jsonl by newsbot sample, and not read beside it; name it alone"]
    assert files("corpus") == (["corpus/a.jsonl"], told)
    assert files("corpus/*.jsonl") == (["corpus/a.jsonl"], told)


def test_named_itself_or_without_its_source_it_is_read(here):
    copied(here, "b.jsonl", here / "a.jsonl")
    assert files("corpus/b.jsonl") == (["corpus/b.jsonl"], [])
    (here / "a.jsonl").unlink()
    assert files("corpus") == (["corpus/b.jsonl"], [])


def test_made_of_a_folder_it_is_passed_over_beside_what_the_folder_holds(here):
    copied(here, "later/b.jsonl", here)
    assert files("corpus")[0] == ["corpus/a.jsonl"]
    assert files("corpus/later")[0] == ["corpus/later/b.jsonl"]


def test_what_was_made_of_what_was_made_is_passed_over_too(here):
    copied(here, "b.jsonl", here / "a.jsonl")
    copied(here, "c.jsonl", here / "b.jsonl")
    assert files("corpus")[0] == ["corpus/a.jsonl"]


def test_a_folder_that_was_moved_is_known_still(here, tmp_path):
    copied(here, "b.jsonl", here / "a.jsonl")
    here.rename(tmp_path / "moved")
    assert files("moved")[0] == ["moved/a.jsonl"]


@pytest.mark.parametrize("note", ["", "[]", "{", '{"command": "sample", "sources": 5, "bytes": 1}'])
def test_a_note_that_says_nothing_is_none(here, note):
    copied(here, "b.jsonl", here / "a.jsonl")
    (here / ".b.jsonl.made").write_text(note)
    assert len(files("corpus")[0]) == 2


def test_a_file_that_was_written_anew_is_no_longer_made(here):
    copied(here, "b.jsonl", here / "a.jsonl")
    (here / "b.jsonl").write_text(lines(RECORDS[0]))
    assert len(files("corpus")[0]) == 2


@pytest.mark.parametrize(
    ("args", "needs"),
    [
        (["dedupe", "corpus/a.jsonl", "-o", "corpus/b.jsonl"], "rensa"),
        (["language", "corpus", "-o", "corpus/b.jsonl.gz"], "py3langid"),
        (["sample", "corpus/*.jsonl", "-n", "5", "-o", "corpus/b.jsonl"], "json"),
        (["export", "corpus", "--to", "jsonl", "-o", "corpus/b.jsonl.zst"], "json"),
    ],
)
def test_what_commands_make_is_not_counted_twice(here, args, needs):
    pytest.importorskip(needs)
    assert CliRunner().invoke(main, args).exit_code == 0
    assert len(list(here.glob("[ab].jsonl*"))) == 2
    with pytest.warns(UserWarning, match=rf"made of .*a\.jsonl by newsbot {args[0]}"):
        assert len(list(read("corpus"))) == len(RECORDS)

"""What is wrong with a crawl's arguments is said at once, in one line, and nothing else is."""

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kompass"], "no portal has the id 'kompass'; did you mean kompas"),
        (["kompas.com"], "did you mean kompas?"),
        (["kompas", "--since", "kemarin"], "since is a day as YYYY-MM-DD, not 'kemarin'"),
        (["ftp://contoh.id/"], "'ftp://contoh.id/' is no http address"),
        (["http://127.0.0.1:8000/"], "private address 127.0.0.1; --allow-private"),
        (["https://10.1/"], "private address 10.1; --allow-private"),
        (["https://ani@contoh.id/"], "may not be asked: address with user information"),
        (["kompas", "--metrics", "x"], "'x' is no port, nor HOST:PORT"),
        (["kompas", "--hook", "nosuch"], "the hook cannot be run: there is no program 'nosuch'"),
        (["kompas", "--state", "."], "--state: . is a folder; name the file in it"),
    ],
)
def test_wrong_arguments_are_one_line_and_exit_2(tmp_path, arguments, said):
    result = CliRunner().invoke(main, ["crawl", *arguments, "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_setting_that_nobody_reads_is_exit_2_with_the_nearest_name(tmp_path):
    words = ["crawl", "kompas", "-o", str(tmp_path / "out"), "--set", "DOWNLOAD_DELYA=3"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert "no setting is called 'DOWNLOAD_DELYA'; did you mean DOWNLOAD_DELAY?" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("DOWNLOAD_DELAY=abc", "DOWNLOAD_DELAY is a number, not 'abc'"),
        ("NEWSBOT_BREAKER=nan", "NEWSBOT_BREAKER is a number, not 'nan'"),
        ("ROBOTSTXT_OBEY=maybe", "ROBOTSTXT_OBEY is true or false, not 'maybe'"),
        ("DOWNLOAD_DELAY", "'DOWNLOAD_DELAY' is no NAME=VALUE"),
    ],
)
def test_value_that_is_none_of_its_setting_is_exit_2_with_both_names(tmp_path, setting, said):
    words = ["crawl", "kompas", "-o", str(tmp_path / "out"), "--set", setting]
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_output_that_is_a_file_is_one_line_and_exit_2(tmp_path):
    (tmp_path / "out").write_text("x")
    for place in ("out", "out/deeper"):
        result = CliRunner().invoke(main, ["crawl", "kompas", "-o", str(tmp_path / place)])
        assert result.exit_code == 2
        assert result.stderr == f"Error: {tmp_path / place} is a file, or lies in one, and no folder\n"


@pytest.mark.parametrize("target", ["", " "])
def test_no_name_at_all_is_wrong_usage(target):
    result = CliRunner().invoke(main, ["crawl", target])
    assert result.exit_code == 2
    assert "name portals and addresses, or a list of addresses with --urls FILE" in result.stderr

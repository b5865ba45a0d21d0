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

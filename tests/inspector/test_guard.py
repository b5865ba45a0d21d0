import pytest

pytest.importorskip("nh3", reason="the extra `inspect` is not installed")

from newsbot.inspector.guard import MOST_SENT
from tests.inspector.made import BROKEN, HOSTILE, served

JSON = "application/json"
CORRECTION = '{"do": "correct", "name": "headline", "text": "Palsu"}'


@pytest.fixture(scope="module")
def asking(tmp_path_factory):
    with served(HOSTILE, BROKEN, folder=tmp_path_factory.mktemp("kept")) as found:
        yield found


@pytest.mark.parametrize("path", ["/", "/p/0", "/p/0/saved", "/wrong/", "/inspect.js", "//", "/%2e%2e/"])
def test_without_the_token_nothing_is_shown(asking, path):
    answer, text = asking.raw(path)
    assert answer.status == 403
    assert "garam" not in text


def test_a_part_of_the_token_is_no_token(asking):
    assert asking.raw(asking.inspector.home[:-1] + "/")[0].status == 403


def test_tokens_are_of_one_server_alone(asking, tmp_path):
    with served(BROKEN, folder=tmp_path) as other:
        assert other.inspector.token != asking.inspector.token
        assert len(other.inspector.token) >= 32


@pytest.mark.parametrize("host", ["jahat.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""])
def test_another_host_is_refused(asking, host):
    assert asking.raw(asking.inspector.home + "/", Host=host)[0].status in (400, 403)


@pytest.mark.parametrize(
    ("origin", "kind", "status"),
    [
        (None, JSON, 403),
        ("null", JSON, 403),
        ("http://jahat.example", JSON, 403),
        ("https://{host}", JSON, 403),
        ("http://{host}", "text/plain", 415),
        ("http://{host}", "application/x-www-form-urlencoded", 415),
        ("http://{host}", JSON, 200),
    ],
)
def test_only_its_own_pages_change_something(asking, origin, kind, status):
    headers = {"Content_Type": kind} | ({"Origin": origin.format(host=asking.host)} if origin else {})
    answer, _ = asking.raw(f"{asking.inspector.home}/p/1/correct", "POST", CORRECTION, **headers)
    assert answer.status == status


def test_what_is_sent_is_bounded(asking):
    headers = {"Origin": f"http://{asking.host}", "Content_Type": JSON}
    path = f"{asking.inspector.home}/p/1/correct"
    assert asking.raw(path, "POST", "", Content_Length=str(MOST_SENT + 1), **headers)[0].status == 413
    assert asking.raw(path, "POST", iter([b"{}"]), **headers)[0].status == 413, "of unknown length"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_are_refused(asking, method):
    assert asking.raw(f"{asking.inspector.home}/p/0", method)[0].status == 405


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '{"do": 1}', "[" * 100_000, '{"do": "correct", "name": "id", "text": "x"}']
)
def test_what_is_no_correction_is_refused(asking, body):
    headers = {"Origin": f"http://{asking.host}", "Content_Type": JSON}
    assert asking.raw(f"{asking.inspector.home}/p/1/correct", "POST", body, **headers)[0].status in (400, 409)


@pytest.mark.parametrize(
    "path", ["p/2", "p/-1", "p/99999999999999999999", "p/x", "p/0/../../x", "report.html", "../x.css"]
)
def test_what_is_not_there_is_not_found(asking, path):
    assert asking.raw(f"{asking.inspector.home}/{path}")[0].status == 404


@pytest.mark.parametrize("path", ["", "p/0", "p/0/rules"])
def test_pages_allow_their_own_script_alone(asking, path):
    answer, _ = asking.raw(f"{asking.inspector.home}/{path}")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_saved_page_allows_no_script(asking):
    answer, _ = asking.raw(f"{asking.inspector.home}/p/0/saved")
    policy = answer.headers["content-security-policy"]
    assert "script-src" not in policy
    assert policy.endswith("sandbox")


def test_frames_are_sandboxed_whole(asking):
    for path in ("p/0", "p/0/rules"):
        text = asking.get(path)
        assert text.count("<iframe") == text.count('sandbox=""') > 0

"""What a shared crawl says where it cannot begin."""

import subprocess
import sys

from newsbot.loopback import LoopbackServer
from tests.crawl.runs import words
from tests.services.running import PATIENCE, free_port
from tests.services.sharing import Watched, options, run


def test_no_redis_is_said_before_the_run_begins(tmp_path):
    url = f"redis://:rahasia@127.0.0.1:{free_port()}/0"
    with LoopbackServer(Watched(articles=1)) as server:
        done = run(server, url, tmp_path, "a")
    assert done.code == 1
    assert (
        "the crawl does not begin: the Redis of the shared crawl: Error 111 connecting to 127.0.0.1"
        in done.said
    )
    assert "rahasia" not in done.said


def test_missing_library_is_said_by_name(tmp_path):
    program = "import sys; sys.modules['scrapy_redis'] = None\nfrom newsbot.cli.main import main; main()"
    line = words("http://127.0.0.1:9", tmp_path, options=options("redis://127.0.0.1", "a"))
    done = subprocess.run(
        [sys.executable, "-c", program, *line],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert "a shared crawl needs scrapy-redis: pip install 'newsbot[redis]'" in done.stderr
    assert "Traceback" not in done.stderr

"""newsbot's project in a real Scrapyd: deployed, scheduled, done, and the records where they were asked for."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from newsbot.loopback import LoopbackServer, Site, declare
from tests.crawl.runs import SWIFT, key_of, records

from .running import CLEAN, Scrapyd, needs_scrapyd

pytestmark = needs_scrapyd
ROOT = Path(__file__).parents[2]
DEPLOYED = "0.1.0+deployed"
"""The version that the deployed code gives itself, so that its records are known from those of the code beside it."""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project, with its wheel in `dist`."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "newsbot", folder / "newsbot", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "scrapy.cfg"):
        shutil.copy(ROOT / name, folder)
    version = folder / "newsbot" / "version.py"
    text = version.read_text("utf-8")
    assert 'VERSION = "0.1.0"' in text
    version.write_text(text.replace('VERSION = "0.1.0"', f'VERSION = "{DEPLOYED}"'), "utf-8")
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "."], cwd=folder, env=CLEAN, check=True)
    return folder


@pytest.fixture(scope="module")
def scrapyd(tmp_path_factory):
    with Scrapyd(tmp_path_factory.mktemp("server") / "scrapyd").running() as server:
        yield server


@pytest.fixture(scope="module")
def wheel(project, scrapyd):
    """What the server said when the wheel was deployed, as the version `wheel`."""
    return deploy(project, scrapyd, "wheel", "--egg", str(next((project / "dist").glob("*.whl"))))


@pytest.fixture(scope="module")
def egg(project, scrapyd):
    """The same of the egg that scrapyd-deploy makes itself."""
    return deploy(project, scrapyd, "egg")


def deploy(project, scrapyd, version, *options):
    config = project / "scrapy.cfg"
    text = (ROOT / "scrapy.cfg").read_text("utf-8")
    assert "http://localhost:6800/" in text
    config.write_text(text.replace("http://localhost:6800/", scrapyd.base), "utf-8")
    line = [sys.executable, "-m", "scrapyd_client.deploy", "local", "--version", version, *options]
    done = subprocess.run(
        line, cwd=project, env=CLEAN, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def schedule(scrapyd, version, base, folder, **arguments):
    """Schedule a crawl of the portal at `base` into `folder / "out"`; the job's id."""
    declared = folder / "portals"
    declare(base, declared)
    swift = [setting for setting in SWIFT if not setting.startswith("NEWSBOT_WORKERS=")]
    settings = [*swift, f"NEWSBOT_OUTPUT={folder / 'out'}", f"NEWSBOT_PORTALS_FROM={declared}"]
    form = [("project", "newsbot"), ("_version", version), ("spider", "portal"), ("portal", "loopback")]
    form += [("setting", setting) for setting in settings] + list(arguments.items())
    return scrapyd.ask("schedule", form)["jobid"]


@pytest.mark.parametrize("version", ["wheel", "egg"])
def test_deployed_project_crawls_on_schedule(request, scrapyd, tmp_path, version):
    site = Site(articles=40)
    assert request.getfixturevalue(version)["spiders"] == 1
    assert scrapyd.ask("listspiders", project="newsbot", _version=version)["spiders"] == ["portal"]
    with LoopbackServer(site) as server:
        log = scrapyd.finish(schedule(scrapyd, version, server.base, tmp_path))
    assert "Spider closed (finished)" in log
    written = records(tmp_path)
    assert Counter(record["id"] for record in written) == Counter(map(key_of, site.stories()))
    assert {record["metadata"]["extraction"]["version"] for record in written} == {DEPLOYED}
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert (report["reason"], report["left_pending"]) == ("finished", 0)


def test_next_job_asks_only_for_what_is_new(wheel, scrapyd, tmp_path):
    site = Site(articles=10, fresh=2, changed=0)
    with LoopbackServer(site) as server:
        scrapyd.finish(schedule(scrapyd, "wheel", server.base, tmp_path))
        site.edition = 1
        seen = len(site.requests)
        scrapyd.finish(schedule(scrapyd, "wheel", server.base, tmp_path, mode="new"))
        asked = {path for path in site.requests[seen:] if "/read/" in path}
    assert asked == {story.path for story in site.stories()[:2]}
    assert Counter(record["id"] for record in records(tmp_path)) == Counter(map(key_of, site.stories()))


def test_job_with_a_wrong_argument_says_what_is_wrong(wheel, scrapyd, tmp_path):
    with LoopbackServer(Site(articles=1)) as server:
        log = scrapyd.finish(schedule(scrapyd, "wheel", server.base, tmp_path, mode="terbaru"))
    assert "mode is one of new, changed, all, not 'terbaru'" in log

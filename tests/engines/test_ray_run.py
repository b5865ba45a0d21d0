"""Runs on Ray itself, which is begun once; what is done with shards is tested beside them, without it."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsbot.engines.on_ray import RayError, begun, own_signals
from newsbot.engines.plan import Plan
from newsbot.engines.run import run
from newsbot.engines.shards import NEEDS_EXTRA, ShardError
from newsbot.engines.shards.run import ShardPlan, run_shards
from tests.archive.records import URL, record
from tests.engines import work

ROOT = Path(__file__).parents[2]
PAGES = ("kompas", "tribunnews", "detik", "sindonews")


def _path():
    """Where Ray's workers look for modules: the works of the tests as well."""
    return os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))


@pytest.fixture(scope="module")
def ray():
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'newsbot[ray]'")
    before = dict(os.environ)
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONPATH": _path()}
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=80_000_000)
    yield ray
    ray.shutdown()
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def on_ray(ray):
    from newsbot.engines.ray_run import OnRay

    return OnRay()


def sources():
    found = [ROOT / "fixtures" / name for name in PAGES]
    return tuple(str(folder) for folder in found if folder.exists())


def written(folder):
    files = json.loads((folder / "manifest.json").read_text())["files"]
    kinds = ("parts", "rejects")
    return [
        b"".join((folder / row["file"]).read_bytes() for row in files if row["file"].startswith(kind))
        for kind in kinds
    ]


def pool(names, out):
    plan = Plan(sources=tuple(map(Path, names)), out=out)
    return run(plan), [plan.out.read_bytes(), plan.rejects_file.read_bytes()]


def lay(folder, bodies):
    folder.mkdir()
    for number, body in enumerate(bodies):
        (folder / f"{number:02}.html").write_text(body)
    return str(folder)


def test_ray_writes_of_all_fixtures_what_the_pool_writes(on_ray, tmp_path):
    fixtures = (str(ROOT / "fixtures"),)
    summary, expected = pool(fixtures, tmp_path / "pool.jsonl")
    found = run_shards(ShardPlan(fixtures, tmp_path / "out", chunk=50), on_ray)
    assert written(tmp_path / "out") == expected
    assert found.to_dict() == summary.to_dict()
    assert len(list((tmp_path / "out/done").iterdir())) > 2


def test_a_page_that_hangs_or_ends_its_process_is_a_reject_and_its_shard_is_done(on_ray, tmp_path):
    source = lay(tmp_path / "pages", ["satu", "hang", "dua", "die", "tiga"])

    def with_work(shards, task):
        return on_ray(shards, replace(task, work=work.fake, page_time=0.7))

    summary = run_shards(ShardPlan((source,), tmp_path / "out", chunk=3), with_work)
    records, rejects = written(tmp_path / "out")
    assert [json.loads(line)["headline"] for line in records.splitlines()] == ["satu", "dua", "tiga"]
    assert [json.loads(line)["reason"] for line in rejects.splitlines()] == ["timeout", "worker_died"]
    assert summary.rejects == {"timeout": 1, "worker_died": 1}


def test_a_lost_workers_shard_is_done_again_and_stands_once_in_the_manifest(on_ray, tmp_path):
    _, expected = pool(sources(), tmp_path / "pool.jsonl")
    marker = tmp_path / "lost"

    def with_loss(shards, task):
        return on_ray(shards, replace(task, work=partial(work.losing, str(marker))))

    run_shards(ShardPlan(sources(), tmp_path / "out", chunk=20), with_loss)
    assert marker.exists()
    assert written(tmp_path / "out") == expected
    assert not (tmp_path / "out/attempts").exists()


def test_what_a_shard_raises_names_it_and_the_others_are_done(on_ray, tmp_path):
    one, two = lay(tmp_path / "one", ["satu"]), lay(tmp_path / "two", ["dua"])

    def with_fault(shards, task):
        yield from on_ray(shards[:1], replace(task, work=work.fake))
        yield from on_ray(shards[1:], replace(task, how={**task.how, "version": "other"}))

    with pytest.raises(ShardError, match=r"two/00\.html: the machine .* another newsbot \(version differ\)"):
        run_shards(ShardPlan((one, two), tmp_path / "out", chunk=1), with_fault)
    assert len(list((tmp_path / "out/done").iterdir())) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process is killed otherwise here")
def test_a_killed_run_goes_on_without_loss(ray, tmp_path):
    _, expected = pool(sources(), tmp_path / "pool.jsonl")
    out = tmp_path / "out"
    program = (
        "import sys; from pathlib import Path\n"
        "from newsbot.engines.ray_run import OnRay\n"
        "from newsbot.engines.shards.run import ShardPlan, run_shards\n"
        f"run_shards(ShardPlan(tuple(sys.argv[1:]), Path({str(out)!r}), chunk=5), OnRay(1), resume=True)\n"
    )
    line = [sys.executable, "-c", program, *sources()]
    cluster = os.environ | {"RAY_ADDRESS": ray.get_runtime_context().gcs_address}
    for killed in range(1, 3):
        with subprocess.Popen(line, env=cluster, stderr=subprocess.PIPE) as process:
            while len(list(out.glob("done/*.json"))) < 2 * killed:
                assert process.poll() is None, process.stderr.read().decode()
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        assert not (out / "manifest.json").exists()
    subprocess.run(line, env=cluster, check=True, capture_output=True)
    assert written(out) == expected


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are ended otherwise here")
def test_sigterm_ends_the_command_by_143_and_it_goes_on(ray, tmp_path):
    """Of the command itself, with a Ray of its own, as who operates it sees it."""
    pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")
    source = str(tmp_path / "warcs")
    Path(source).mkdir()
    for number in range(10):
        Path(source, f"{number}.warc").write_bytes(record(url=f"{URL}{number}"))
    _, expected = pool([source], tmp_path / "pool.jsonl")
    out = tmp_path / "out"
    line = [sys.executable, "-m", "newsbot", "replay", source, "-o", str(out), "--engine", "ray", "--resume"]
    line += ["--workers", "1"]
    own = {name: value for name, value in os.environ.items() if name != "RAY_ADDRESS"}
    with subprocess.Popen(line, env=own, stderr=subprocess.PIPE, cwd=ROOT) as process:
        while not list(out.glob("done/*.json")):
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=120)[1].decode()
    assert process.returncode == 143, said
    assert "--resume goes on" in said
    assert not (out / "manifest.json").exists()
    subprocess.run(line, env=own, check=True, capture_output=True, cwd=ROOT, timeout=300)
    assert written(out) == expected


def test_rays_own_handler_does_not_take_the_place_of_who_asked_for_the_signal(monkeypatch):
    """Ray's ends the process as it stands, and no word is said of how to go on."""

    before = signal.getsignal(signal.SIGTERM)
    with own_signals():
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_signal_while_ray_begins_is_given_to_who_asked_for_it(monkeypatch):
    def init(**_):
        signal.signal(signal.SIGTERM, lambda number, _: sys.exit(number))
        os.kill(os.getpid(), signal.SIGTERM)

    told = []
    before = signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setitem(sys.modules, "ray", SimpleNamespace(is_initialized=lambda: False, init=init))
    try:
        with pytest.raises(SystemExit), begun(1):
            pass
    finally:
        signal.signal(signal.SIGTERM, before)
    assert told == [signal.SIGTERM]


@pytest.mark.parametrize(
    ("given", "mode"),
    [({}, "token"), ({"RAY_ADDRESS": "192.0.2.7:6379"}, None), ({"RAY_AUTH_MODE": "disabled"}, "disabled")],
)
def test_rays_ports_on_this_machine_ask_a_token_unless_somebody_says_otherwise(monkeypatch, given, mode):
    for name in ("RAY_ADDRESS", "RAY_AUTH_MODE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setitem(sys.modules, "ray", SimpleNamespace(is_initialized=lambda: True))
    with begun(1):
        assert os.environ.get("RAY_AUTH_MODE") == mode


def beginning(monkeypatch, *troubles):
    """A Ray that has these troubles when it is begun, one after the other, and what it was asked."""
    asked, left = [], list(troubles)

    def init(**own):
        asked.append(own)
        if left:
            raise left.pop(0)

    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setenv("RAY_AUTH_MODE", "token")
    monkeypatch.setenv("RAY_gcs_server_port_wait_time_s", "120")
    ended = SimpleNamespace(is_initialized=lambda: False, init=init, shutdown=lambda: None)
    monkeypatch.setitem(sys.modules, "ray", ended)
    return asked


SLOW = (
    RuntimeError("Timed out waiting for file gcs_server_port"),
    Exception("The current node timed out during startup."),  # Ray's own words and class
)


def test_ray_is_begun_again_where_a_machine_that_is_busy_was_too_slow_for_it(monkeypatch):
    asked = beginning(monkeypatch, *SLOW)
    with begun(1):
        assert len(asked) == 3


@pytest.mark.parametrize(
    ("troubles", "tries", "address"),
    [
        ([*SLOW, RuntimeError("thrice")], 3, None),
        ([ValueError("object_store_memory")], 1, None),
        ([ConnectionError("nobody there")], 1, "192.0.2.7:6379"),
    ],
)
def test_ray_that_cannot_be_begun_is_an_error_that_says_why(monkeypatch, troubles, tries, address):
    why = str(troubles[-1])
    asked = beginning(monkeypatch, *troubles)
    if address:
        monkeypatch.setenv("RAY_ADDRESS", address)
    with pytest.raises(RayError, match=why), begun(1):
        pass
    assert len(asked) == tries


def test_without_an_address_a_cluster_that_was_begun_on_this_machine_is_not_taken(monkeypatch):
    """Ray connects to what `ray start` noted, and refuses what newsbot asks of its own."""
    asked = beginning(monkeypatch)
    with begun(1):
        assert asked[0]["address"] == "local"


def test_without_the_extra_it_says_what_is_missing(monkeypatch):
    from newsbot.engines import on_ray, ray_run

    monkeypatch.setattr(on_ray.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(RayError) as missing:
        ray_run.OnRay()
    assert str(missing.value) == NEEDS_EXTRA

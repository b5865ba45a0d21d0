"""The demonstration: a first run takes everything, a second what is fresh or edited."""

import json
import socket
import subprocess
import sys


def demo(folder, port):
    line = [
        sys.executable,
        "-m",
        "newsbot",
        "demo",
        "--articles",
        "8",
        "--port",
        str(port),
        "-o",
        str(folder),
    ]
    return subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)


def test_two_runs(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    first, second = demo(tmp_path, port), demo(tmp_path, port)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "Nomor 0" in " ".join(first.stdout.split())
    counts = [len((tmp_path / name).read_text().splitlines()) for name in
              ("parts/000001-00001.jsonl", "parts/000002-00001.jsonl")]  # fmt: skip
    assert counts == [8, 4]  # three fresh stories and one edited
    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["changed"], report["mode"]) == (1, "changed")


def test_port_in_use_is_named(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run = demo(tmp_path, taken.getsockname()[1])
    assert run.returncode == 2
    assert "of this machine: Address already in use" in run.stderr

"""Runs in shards, in this process, beside what the pool writes of the same sources."""

import json
from dataclasses import replace
from pathlib import Path

from newsbot.engines.plan import Plan
from newsbot.engines.run import run
from newsbot.engines.shards.reading import read_shard
from newsbot.engines.shards.run import ShardPlan, run_shards
from tests.engines.paged import Killed


def here(shards, task):
    for shard in shards:
        yield read_shard(shard, replace(task, processes=0))


def concatenated(folder, kind):
    manifest = json.loads((folder / "manifest.json").read_text())
    names = [row["file"] for row in manifest["files"] if row["file"].startswith(kind)]
    assert sorted(names) == sorted(path.relative_to(folder).as_posix() for path in (folder / kind).iterdir())
    return b"".join((folder / name).read_bytes() for name in names)


def pool(*sources):
    plan = Plan(sources=tuple(map(Path, sources)), out=Path(sources[0]).parent / "pool.jsonl")
    return run(plan), plan.out.read_bytes(), plan.rejects_file.read_bytes()


def sharded(*sources, out="out", chunk=40, execute=here, **options):
    plan = ShardPlan(tuple(map(str, sources)), Path(sources[0]).parent / out, chunk=chunk)
    summary = run_shards(plan, execute, **options)
    return summary, concatenated(plan.folder, "parts"), concatenated(plan.folder, "rejects")


def figures(summary):
    return summary.to_dict()


def killed_at_every_rename(monkeypatch, source, **options):
    """Runs over the source, each ended at a rename, the first one, the second and so on, and gone on with: what they
    leave is what the pool writes. How many renames there are, and one."""
    _, *expected = pool(source)
    rename, left = Path.replace, [0]

    def killing(self, target):
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", killing)
    for moment in range(1, 200):
        left[0] = moment
        try:
            sharded(source, out=f"out{moment}", **options)
        except Killed:
            assert not (source.parent / f"out{moment}/manifest.json").exists()
            left[0] = 0
            _, *files = sharded(source, out=f"out{moment}", resume=True, **options)
            assert files == expected
        else:
            break
    return moment

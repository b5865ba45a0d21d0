import gzip
import json
import os

import pytest
from backports import zstd

from newsbot import stream
from newsbot.durable.lines import PartFile
from newsbot.engines import run as run_module
from newsbot.engines.checkpoint import ResumeError
from newsbot.engines.plan import Plan
from newsbot.engines.run import NoPages, run
from newsbot.engines.summary import RunSummary, SumError
from newsbot.stream import Options
from tests.engines.paged import Killed, fake


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Thirty inputs: single articles, rejects, and an article of three pages strewn among them."""
    monkeypatch.setattr(stream, "process", fake)
    source = tmp_path / "pages"
    source.mkdir()
    for number in range(30):
        body = f"single{number}"
        if number in (4, 11, 17):
            body = f"multi {(4, 11, 17).index(number) + 1} 3"
        if number % 7 == 5:
            body = ""
        (source / f"{number:02}.html").write_text(body, encoding="utf-8")
    (source / "12.html").rename(source / "12.html.gz")
    (source / "12.html.gz").write_bytes(gzip.compress(b"single12")[:-5])
    return source


def plan(folder, name="out.jsonl", **changes):
    return Plan(sources=(folder,), out=folder.parent / name, batch=changes.pop("batch", 3), **changes)


def outputs(plan):
    return plan.out.read_bytes(), plan.rejects_file.read_bytes()


def test_run_writes_records_rejects_and_that_it_is_complete(folder):
    target = plan(folder, "new/folder/out.jsonl")
    summary = run(target)
    assert sorted(path.name for path in target.out.parent.iterdir()) == [
        *("out.jsonl", "out.jsonl.checkpoint", "out.rejects.jsonl"),
    ]
    records, rejects = outputs(target)
    assert records.count(b"\n") == summary.records.total() == 24
    assert [json.loads(line)["reason"] for line in rejects.splitlines()].count("truncated_gzip") == 1


def test_sums_add_up(folder):
    summary = run(plan(folder))
    assert (summary.inputs, summary.merged_pages) == (30, 2)
    assert summary.rejects == {"empty": 3, "truncated_gzip": 1}
    assert summary.inputs == summary.records.total() + summary.rejects.total() + summary.merged_pages


def test_sums_that_do_not_add_up_are_an_internal_error():
    with pytest.raises(SumError, match="internal error: 3 inputs"):
        RunSummary(inputs=3).check()


def test_figures_survive_a_checkpoint(folder):
    summary = run(plan(folder))
    assert RunSummary.from_dict(json.loads(json.dumps(summary.to_dict()))).to_dict() == summary.to_dict()


def stop_after(count):
    """A progress callback that kills the run."""
    left = iter(range(count))

    def progress(_):
        if next(left, None) is None:
            raise Killed

    return progress


@pytest.mark.parametrize("batch", [1, 3, 10])
@pytest.mark.parametrize("killed_after", [0, 1, 3, 4, 8, 12, 20, 24, 27])
def test_resumed_run_ends_with_the_same_bytes(folder, killed_after, batch):
    whole = plan(folder)
    figures = run(whole).to_dict()
    broken = plan(folder, "broken.jsonl", batch=batch)
    with pytest.raises(Killed):
        run(broken, progress=stop_after(killed_after))
    assert not broken.out.exists()
    assert run(broken, resume=True).to_dict() == figures
    assert outputs(broken) == outputs(whole)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("killed_after", [0, 1, 8, 24])
def test_resumed_packed_run_ends_with_the_same_bytes(folder, killed_after, suffix):
    whole = plan(folder, f"whole.jsonl{suffix}")
    run(whole)
    broken = plan(folder, f"broken.jsonl{suffix}")
    with pytest.raises(Killed):
        run(broken, progress=stop_after(killed_after))
    run(broken, resume=True)
    assert outputs(broken) == outputs(whole)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_packed_records_are_the_plain_ones(folder, suffix):
    plain, packed = plan(folder), plan(folder, f"packed.jsonl{suffix}")
    run(plain)
    run(packed)
    unpacked = {".gz": gzip.decompress, ".zst": zstd.decompress}[suffix](packed.out.read_bytes())
    assert unpacked == plain.out.read_bytes()
    assert packed.rejects_file.name == "packed.rejects.jsonl"


def test_run_may_be_killed_again_and_again(folder):
    whole = plan(folder)
    figures = run(whole).to_dict()
    broken = plan(folder, "broken.jsonl", batch=1)
    for _ in range(28):  # as many as there are records and rejects
        with pytest.raises(Killed):
            run(broken, resume=True, progress=stop_after(0))
    assert run(broken, resume=True).to_dict() == figures
    assert outputs(broken) == outputs(whole)


def test_torn_tail_is_cut_and_said(folder):
    broken = plan(folder)
    with pytest.raises(Killed):
        run(broken, progress=stop_after(10))
    with open(f"{broken.out}.part", "ab") as file:
        file.write(b'{"schema":"newsbot.ar')
    notes = []
    run(broken, resume=True, note=notes.append)
    assert any("torn end of out.jsonl.part" in note for note in notes)
    assert all(json.loads(line) for line in broken.out.read_bytes().splitlines())


def test_resume_does_not_work_on_done_pages_again(folder, monkeypatch):
    broken = plan(folder)
    with pytest.raises(Killed):
        run(broken, progress=stop_after(15))
    worked = []
    monkeypatch.setattr(
        stream, "process", lambda s, *, options: worked.append(s.origin.path) or fake(s, options=options)
    )
    run(broken, resume=True)
    assert not any(path.endswith(("00.html", "06.html")) for path in worked)
    assert len(worked) <= 30 - 12


@pytest.mark.parametrize("step", ["first rename", "second rename"])
def test_kill_between_the_renames_is_repaired(folder, monkeypatch, step):
    whole = plan(folder)
    run(whole)
    broken = plan(folder, "broken.jsonl")
    real, left = run_module.publish, ["first rename", "second rename"].index(step)

    def publish(path):
        nonlocal left
        if left == 0:
            raise Killed
        left -= 1
        real(path)

    monkeypatch.setattr(run_module, "publish", publish)
    with pytest.raises(Killed):
        run(broken)
    monkeypatch.undo()
    monkeypatch.setattr(stream, "process", fake)
    run(broken, resume=True)
    assert outputs(broken) == outputs(whole)
    assert not list(broken.out.parent.glob("*.part"))


def test_resume_of_a_finished_run_reads_nothing_and_gives_its_figures(folder, monkeypatch):
    target = plan(folder)
    first, before, notes = run(target), outputs(target), []
    monkeypatch.setattr(stream, "process", lambda *_, **__: pytest.fail("a page was read again"))
    again = run(target, resume=True, note=notes.append)
    assert (again.to_dict(), outputs(target)) == (first.to_dict(), before)
    assert notes == ["complete: all 30 inputs were done; without --resume they are read anew"]


@pytest.mark.parametrize("name", ["99-baru.html", "00-baru.html"])
def test_finished_run_whose_sources_grew_is_not_taken_for_complete(folder, name):
    target = plan(folder)
    run(target)
    (folder / name).write_text("baru", encoding="utf-8")
    with pytest.raises(ResumeError, match="without --resume"):
        run(target, resume=True)


@pytest.mark.parametrize("spoil", [os.unlink, lambda path: os.truncate(path, 10)])
def test_finished_run_whose_output_is_not_there_any_more_is_not_taken_for_complete(folder, spoil):
    target = plan(folder)
    run(target)
    spoil(target.out)
    with pytest.raises(ResumeError, match="is not as the finished run left it"):
        run(target, resume=True)


def test_sources_without_pages_leave_the_former_output(folder, tmp_path):
    target = plan(folder)
    run(target)
    before = outputs(target)
    (tmp_path / "kosong").mkdir()
    with pytest.raises(NoPages, match="kosong"):
        run(Plan(sources=(tmp_path / "kosong",), out=target.out))
    assert outputs(target) == before


def test_resume_without_a_checkpoint_starts_anew_and_says_so(folder):
    notes = []
    target = plan(folder)
    run(target, resume=True, note=notes.append)
    assert notes == ["no interrupted run was found; starting from the first input"]


def test_run_without_resume_starts_anew(folder):
    whole, broken = plan(folder), plan(folder, "broken.jsonl")
    run(whole)
    with pytest.raises(Killed):
        run(broken, progress=stop_after(15))
    run(broken)
    assert outputs(broken) == outputs(whole)


@pytest.fixture
def interrupted(folder):
    target = plan(folder)
    with pytest.raises(Killed):
        run(target, progress=stop_after(15))
    return target


def test_other_options_cannot_be_resumed(folder, interrupted):
    with pytest.raises(ResumeError, match="options"):
        run(plan(folder, options=Options(generic=True)), resume=True)


def test_changed_sources_cannot_be_resumed(folder, interrupted):
    (folder / "00-new.html").write_text("new", encoding="utf-8")
    with pytest.raises(ResumeError, match="sources have changed"):
        run(interrupted, resume=True)


def test_lost_part_file_cannot_be_resumed(interrupted):
    os.truncate(f"{interrupted.out}.part", 10)
    with pytest.raises(ResumeError, match="10 bytes"):
        run(interrupted, resume=True)
    os.unlink(f"{interrupted.out}.part")
    with pytest.raises(ResumeError):
        run(interrupted, resume=True)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 99}', '{"format": 1, "x": 1}'])
def test_damaged_checkpoint_is_no_crash(interrupted, text):
    interrupted.checkpoint_file.write_text(text, encoding="utf-8")
    with pytest.raises(ResumeError, match="without --resume"):
        run(interrupted, resume=True)


def test_checkpoint_counts_only_what_is_on_the_disk(folder, monkeypatch):
    """Lengths in a checkpoint never run ahead of the fsync."""
    synced = {}
    real = PartFile.sync

    def sync(self):
        real(self)
        synced[self.path.name] = self.length

    monkeypatch.setattr(PartFile, "sync", sync)
    target = plan(folder)

    def progress(_):
        if target.checkpoint_file.exists():
            saved = json.loads(target.checkpoint_file.read_text(encoding="utf-8"))
            assert saved["lengths"] == [synced["out.jsonl"], synced["out.rejects.jsonl"]]

    run(target, progress=progress)


def test_two_runs_cannot_write_one_file(folder):
    def second(_):
        with pytest.raises(BlockingIOError, match="another run"):
            run(plan(folder))
        raise Killed

    with pytest.raises(Killed):
        run(plan(folder), progress=second)


def test_half_a_surrogate_pair_is_written_as_valid_json(tmp_path):
    file = PartFile(tmp_path / "x.jsonl")
    file.write(json.dumps({"text": "\ud83d"}, ensure_ascii=False))
    file.finish()
    assert json.loads((tmp_path / "x.jsonl").read_text(encoding="utf-8")) == {"text": "\ud83d"}


def test_link_as_output_stays_a_link(folder, tmp_path):
    real = tmp_path / "real.jsonl"
    (tmp_path / "out.jsonl").symlink_to(real)
    run(plan(folder))
    assert (tmp_path / "out.jsonl").is_symlink()
    assert real.stat().st_size > 0

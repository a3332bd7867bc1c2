from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from drafter.interview import plain
from drafter.interview.choices import Choice
from drafter.interview.plain import PipedTerminal, PlainTerminal, layout, printable, wrap
from drafter.interview.running import RefusedError, Run
from drafter.interview.screen import ScreenTerminal
from drafter.interview.session import Outcome
from drafter.interview.store import Store
from drafter.interview.terminal import Prompt
from tests.interview.paralegal import interview

LONG = Prompt("[Facts] says", ("What happened.",), is_long=True)
CHOICE = Prompt(
    "[Court] level", ("Whose officer.",), (Choice("federal", "federal"), Choice("local", "local")),
    is_closed=True,
)


def told(source: str, prompt: Prompt = LONG) -> str:
    return PlainTerminal(io.StringIO(source), io.StringIO()).read(prompt)


def test_a_plain_question_numbers_its_choices_and_moves_no_cursor() -> None:
    out = io.StringIO()
    terminal = PlainTerminal(io.StringIO("2\n"), out)
    assert terminal.read(CHOICE) == "2"
    assert "  1. federal\n  2. local\n" in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_paragraphs_end_with_a_line_of_one_full_stop() -> None:
    assert told("One.\n\nTwo.\n.\nnext\n") == "One.\n\nTwo."


def test_after_the_first_line_of_a_long_answer_one_is_told_how_it_ends() -> None:
    out = io.StringIO()
    assert PlainTerminal(io.StringIO("One.\nTwo.\n. \n"), out).read(LONG) == "One.\nTwo."
    assert out.getvalue().count("type a full stop alone to end") == 1


@pytest.mark.parametrize("move", ["", "<", "?", "!quit", "@facts.md", "edit 2", "move 2 to 1", "sort", "none"])
def test_a_move_needs_no_line_to_end_it(move: str) -> None:
    assert told(f"{move}\nnext\n") == move


def test_a_full_stop_alone_is_an_empty_answer() -> None:
    assert told(".\n") == ""


def test_windows_line_ends_are_taken_off() -> None:
    assert told("One.\r\n.\n") == "One."
    assert told("Doe\r\n", CHOICE) == "Doe"


def test_the_end_of_input_is_told_apart_from_an_empty_line() -> None:
    with pytest.raises(EOFError):
        told("")


def test_a_line_as_long_as_terminals_allow_is_pointed_out() -> None:
    out = io.StringIO()
    terminal = PlainTerminal(io.StringIO("x" * 4_096 + "\n"), out)
    terminal.read(CHOICE)
    assert "terminals cut lines" in out.getvalue()


def test_lines_are_at_most_eighty_wide() -> None:
    lines = layout(Prompt("t", ("word " * 60,), (Choice("a", "long " * 40),), "now", "Enter keeps it", moves="m"))
    assert max(len(line) for line in lines) <= 80
    assert wrap("  1. " + "word " * 40)[1].startswith("     word")


def test_what_a_stream_cannot_write_is_spelled_out() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert printable("“a\x1b”", stream) == "\\u201ca\\x1b\\u201d"


def test_a_pipe_gives_one_answer_a_line_and_long_ones_between_quotes() -> None:
    out = io.StringIO()
    terminal = PipedTerminal(io.StringIO('Doe\r\n"""\nOne.\n\nTwo.\n"""\n'), out)
    assert terminal.read(CHOICE) == "Doe"
    assert terminal.read(LONG) == "One.\n\nTwo."
    assert terminal.number == 6
    assert terminal.edit("x") is None
    assert "[Court] level > Doe" in out.getvalue()
    with pytest.raises(EOFError):
        terminal.read(CHOICE)


def test_the_editor_gets_the_answer_and_gives_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "Old: %s. New.\\n" "$(cat "$1")" > "$1.new"; mv "$1.new" "$1"\n')
    script.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(script))
    assert PlainTerminal(io.StringIO(), io.StringIO()).edit("words") == "Old: words. New."
    monkeypatch.setenv("EDITOR", str(tmp_path / "none"))
    assert plain.edit_text("words") is None
    monkeypatch.delenv("EDITOR")
    assert plain.edit_text("words") is None


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as source, create_app_session(input=source, output=DummyOutput()):
        yield source


def test_a_line_is_typed_on_the_screen(keys: PipeInput) -> None:
    out = io.StringIO()
    keys.send_text("Jane Doe\r")
    assert ScreenTerminal(out).read(Prompt("[Who] name", ("Full name.",), current="Joan Doe")) == "Jane Doe"
    assert "Now: Joan Doe" in out.getvalue()


def test_the_answer_that_stands_comes_back_with_the_up_key(keys: PipeInput) -> None:
    keys.send_text("\x1b[A, Jr.\r")
    assert ScreenTerminal(io.StringIO()).read(Prompt("t", current="John Doe")) == "John Doe, Jr."


def test_pasted_paragraphs_are_one_answer(keys: PipeInput) -> None:
    text = "“One.”\r\n\r\n" + "Two’s words. " * 460
    keys.send_text(f"\x1b[200~{text}\x1b[201~\r")
    assert ScreenTerminal(io.StringIO()).read(LONG) == text.replace("\r\n", "\n")


def test_a_choice_is_made_by_arrows_or_by_typing(keys: PipeInput, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keys.send_text("\x1b[B\x1b[B\r")
    assert ScreenTerminal(io.StringIO()).read(CHOICE) == "local"
    keys.send_text("fed\r")
    assert ScreenTerminal(io.StringIO()).read(CHOICE) == "federal"
    keys.send_text("2\r")
    assert ScreenTerminal(io.StringIO()).read(CHOICE) == "local"
    keys.send_text("<\r")
    assert ScreenTerminal(io.StringIO()).read(CHOICE) == "<"


@pytest.mark.parametrize(("typed", "read"), [
    ("he", "he"), ("she", "she"), ("HE", "he"), ("1", "she"), ("th", "they"), ("h", "he"), ("e", "e"),
    ("go", "<"), ("it", "it"), ("e\x1b[B", "she"), ("no", "no"), ("or", "or"), ("sections", "!menu"),
])
def test_a_word_typed_in_a_list_is_never_taken_for_a_choice_that_only_holds_it(
    keys: PipeInput, typed: str, read: str
) -> None:
    prompt = Prompt("t", (), tuple(Choice(one, one) for one in ("she", "he", "they")), is_closed=True)
    keys.send_text(f"{typed}\r")
    assert ScreenTerminal(io.StringIO()).read(prompt) == read


def test_a_move_typed_in_a_list_keeps_its_words(keys: PipeInput) -> None:
    keys.send_text("!ask who signs for it?\r")
    assert ScreenTerminal(io.StringIO()).read(CHOICE) == "!ask who signs for it?"


def test_enter_alone_is_no_choice(keys: PipeInput) -> None:
    keys.send_text("\r\x1b[B\r")
    assert ScreenTerminal(io.StringIO()).read(CHOICE) == "federal"


def test_enter_alone_keeps_what_stands(keys: PipeInput) -> None:
    keys.send_text("\r")
    prompt = Prompt(CHOICE.title, (), CHOICE.choices, "local", "Enter keeps it", is_closed=True)
    assert ScreenTerminal(io.StringIO()).read(prompt) == ""


def test_a_move_with_words_can_be_typed_at_a_choice(keys: PipeInput) -> None:
    keys.send_text("another\r!ask whose officer?\r")
    assert ScreenTerminal(io.StringIO()).read(CHOICE) == "!ask whose officer?"


def test_ctrl_c_is_never_an_answer(keys: PipeInput) -> None:
    keys.send_text("half an ans\x03")
    with pytest.raises(KeyboardInterrupt):
        ScreenTerminal(io.StringIO()).read(LONG)


def test_ctrl_d_ends_the_input(keys: PipeInput) -> None:
    keys.send_text("\x04")
    with pytest.raises(EOFError):
        ScreenTerminal(io.StringIO()).read(LONG)


def run(tmp_path: Path, answers: str, kind: type[PlainTerminal | PipedTerminal]) -> tuple[Run, Store, io.StringIO]:
    out = io.StringIO()
    store = Store(tmp_path / "trial.yaml")
    return Run(interview(), store, kind(io.StringIO(answers), out)), store, out


def test_every_answer_is_saved_before_the_next_question(tmp_path: Path) -> None:
    held, store, _ = run(tmp_path, "Doe v. Roe\n", PlainTerminal)
    assert held.to_end() is Outcome.QUIT
    assert "short_title: Doe v. Roe" in store.path.read_text()


def test_a_refused_answer_in_a_pipe_ends_the_run(tmp_path: Path) -> None:
    held, store, _ = run(tmp_path, "Doe v. Roe\nother\natlantis\nalmd\n", PipedTerminal)
    with pytest.raises(RefusedError, match="not on the list"):
        held.to_end()
    assert "court" not in store.path.read_text()


def test_a_refused_answer_of_a_person_is_asked_again(tmp_path: Path) -> None:
    held, store, _ = run(tmp_path, "Doe v. Roe\nother\natlantis\nalmd\n!quit\n", PlainTerminal)
    held.to_end()
    assert "court: almd" in store.path.read_text()


def test_a_failed_save_is_told_and_tried_again(tmp_path: Path) -> None:
    held, store, out = run(tmp_path, "Doe v. Roe\nother\n!quit\n", PlainTerminal)
    (tmp_path / "trial.yaml").mkdir()
    held.to_end()
    assert not held.is_saved
    assert "could not be saved" in " ".join(out.getvalue().split())  # wherever the line breaks
    assert store.path.is_dir()


def test_an_answer_written_in_an_editor_is_taken_as_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, store, out = run(tmp_path, "!edit\n!quit\n", PlainTerminal)
    monkeypatch.setattr(PlainTerminal, "edit", lambda _self, _text: "!Doe v. Roe")
    held.to_end()
    assert '"!Doe v. Roe"' in store.path.read_text()
    assert "3 words" in out.getvalue()


@pytest.mark.parametrize("written", [None, ""])
def test_an_editor_that_gives_nothing_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str | None
) -> None:
    held, store, out = run(tmp_path, "!edit\n!quit\n", PlainTerminal)
    monkeypatch.setattr(PlainTerminal, "edit", lambda _self, _text: written)
    held.to_end()
    assert "short_title" not in store.path.read_text()
    assert ("No editor" in out.getvalue()) is (written is None)

"""The guided interview: questions from the model, answers into the case file, nothing lost.

``session`` is the interview itself, without terminal or disk. ``running`` drives it on one of
three fronts (``screen``, ``plain`` for a person, ``plain`` for a pipe) and saves after every answer.
"""

from drafter.interview.opening import case_id, missing, open_interview, starting_text
from drafter.interview.plain import PipedTerminal, PlainTerminal
from drafter.interview.plan import SECTIONS
from drafter.interview.running import RefusedError, Run
from drafter.interview.session import Interview, Outcome
from drafter.interview.store import Store
from drafter.interview.terminal import Prompt, Terminal

__all__ = [
    "SECTIONS", "Interview", "Outcome", "PipedTerminal", "PlainTerminal", "Prompt", "RefusedError",
    "Run", "Store", "Terminal", "case_id", "missing", "open_interview", "starting_text",
]

"""What a person does in Word when a page says so: ``python -m tests.docs.word FILE OLD NEW``."""

from __future__ import annotations

import sys

from docx import Document


def change(file: str, old: str, new: str) -> None:
    """Changes words in the first paragraph that has them, and saves the file."""
    document = Document(file)
    paragraph = next(one for one in document.paragraphs if old in one.text)
    run = next((one for one in paragraph.runs if old in one.text), None)
    if run is None:  # words in several pieces, as Word often leaves them
        first, *rest = paragraph.runs
        first.text, run = paragraph.text, first
        for one in rest:
            one.text = ""
    run.text = run.text.replace(old, new)
    document.save(file)


if __name__ == "__main__":
    change(*sys.argv[1:4])

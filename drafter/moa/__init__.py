"""The signed agreement: a PDF to its form, its clauses with page and exact words, and its gaps.

Only the words of the PDF itself are ever given back. The table of forms in ``drafter/law`` says
what to look for; what is too unlike it is left out, and said to be.
"""

from drafter.moa.reading import Agreement, read_agreement

__all__ = ["Agreement", "read_agreement"]

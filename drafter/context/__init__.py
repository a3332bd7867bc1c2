"""Every word that will be printed, exact and free of Word; this room knows no templates.

Each paper has a typed context (a frozen dataclass), so that a template's tags can be
checked against it. Fixed sentences stand in the Word templates, sentences of law in
``drafter/law``; what depends on the facts is made here.
"""

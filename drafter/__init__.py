"""First drafts of mandamus papers, for review by an attorney."""

__version__ = "0.1.0"

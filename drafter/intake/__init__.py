"""Intake on paper's terms: a workbook or an offline page that is filled in elsewhere and comes back.

``form`` derives what is asked from the plan of the interview and the model of a case; ``workbook``
and ``page`` write it for a spreadsheet program and for a browser; ``returning`` reads either one,
names every error, and gives the text of a case file that the interview goes on with.
"""

from drafter.intake.page import page
from drafter.intake.returning import Returned, read_returned
from drafter.intake.workbook import workbook

__all__ = ["Returned", "page", "read_returned", "workbook"]

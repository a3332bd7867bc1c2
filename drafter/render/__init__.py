"""The door to Word: one template and the words of one paper in, the bytes of one .docx out."""

from drafter.render.comments import commented
from drafter.render.ledger import Ledger
from drafter.render.paper import Line, Paper, PlacedBlank
from drafter.render.picture import timeline_picture
from drafter.render.pictures import NO_PICTURES
from drafter.render.shipped import office_templates, shipped_template, template_names
from drafter.render.template import Template

__all__ = [
    "NO_PICTURES", "Ledger", "Line", "Paper", "PlacedBlank", "Template", "commented",
    "office_templates", "shipped_template", "template_names", "timeline_picture",
]

"""Changes to a case file that leave every other character of it as a person wrote it.

A change touches the lines of its own value: comments, order, quotation marks and empty lines
elsewhere stay. Each change is checked by reading the result; where lines alone cannot say
it (a value inside braces, a comment in the midst of what is replaced) the group around it is
written anew, and the next larger one if need be.
"""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from drafter.casefile import shape
from drafter.casefile.emitter import Plain, block, entry, list_item, plain
from drafter.casefile.loading import parse
from drafter.casefile.opening import decode, read_bytes, refuse_unholdable
from drafter.casefile.yaml_text import LOADER, parse_yaml
from drafter.errors import CaseFileError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.casefile.tree import Flaw, Loc

Group = dict[str, Plain] | list[Plain]


def update(source: Path | str, changes: Mapping[str, object]) -> str:
    """A case file's text with some fields changed and all else kept.

    Args:
        source: the file, or its text.
        changes: field paths (``events.0.on``) to values: text, a typed value, a part of a
            case, plain lists and mappings, or None to take the field out. A new item of a list
            has the next free index. Groups that are missing are made.

    Returns:
        The new text; nothing is written.

    Raises:
        CaseFileError: the file cannot be read, or a path leads nowhere.
    """
    if isinstance(source, Path):
        name, text = str(source), decode(read_bytes(source), str(source))
    else:
        name, text = "the case", source.removeprefix("\ufeff")
        refuse_unholdable(text, name)
    ends = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tree = parse(text, name)
    if tree.flaws:
        raise CaseFileError([_told(name, one) for one in tree.flaws])
    data = _group(tree.data)
    is_json = name.endswith(".json") or text.lstrip().startswith("{")
    for field, value in changes.items():
        loc = _loc(field)
        before, data = data, _changed(data, loc, plain(value), name)
        if not is_json and data != before:
            text = _rewritten(text, loc, data)
    if is_json:
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return text.replace("\n", ends)


def _told(name: str, flaw: Flaw) -> str:
    return f"{name}:{flaw.line}:{flaw.column}: {flaw.sentence}"


def _group(data: object) -> dict[str, Plain]:
    """The data of a file, which ``Tree`` holds as plain objects, as what the emitter takes."""
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}


def _loc(field: str) -> Loc:
    return tuple(int(item) if item.isdecimal() else item for item in field.split("."))


def _changed(data: dict[str, Plain], loc: Loc, value: Plain, name: str) -> dict[str, Plain]:
    """A copy of the data with one change."""
    whole = deepcopy(data)
    here: Plain = whole
    trail: list[tuple[Group, str | int]] = []
    for item, after in zip(loc, (*loc[1:], None), strict=True):
        holder = _holder(here, item, loc, name)
        trail.append((holder, item))
        if after is None:
            break
        here = _get(holder, item)
        if here is None or (isinstance(here, str) and not here):
            if value is None:
                return whole
            here = [] if isinstance(after, int) else {}
            _put(holder, item, here)
    holder, item = trail[-1]
    if value is not None:
        _put(holder, item, value)
        return whole
    _drop(holder, item)
    while len(trail) > 1 and not trail[-1][0]:  # a group left empty goes too
        trail.pop()
        _drop(*trail[-1])
    return whole


def _holder(here: Plain, item: str | int, loc: Loc, name: str) -> Group:
    if isinstance(here, dict) and isinstance(item, str):
        return here
    if isinstance(here, list) and isinstance(item, int) and item <= len(here):
        return here
    path = ".".join(str(one) for one in loc)
    raise CaseFileError([f'{name}: the field "{path}" leads nowhere at "{item}"; check the path.'])


def _get(holder: Group, item: str | int) -> Plain:
    if isinstance(holder, dict):
        return holder.get(str(item))
    return holder[int(item)] if int(item) < len(holder) else None


def _put(holder: Group, item: str | int, value: Plain) -> None:
    if isinstance(holder, list):
        holder[int(item) : int(item) + 1] = [value]
    else:
        holder[str(item)] = value


def _drop(holder: Group, item: str | int) -> None:
    if isinstance(holder, dict):
        holder.pop(str(item), None)
    else:
        del holder[int(item) : int(item) + 1]


def _rewritten(text: str, loc: Loc, data: dict[str, Plain]) -> str:
    """The text with the change at ``loc``, by the smallest group of lines that will do."""
    for length in range(len(loc), 0, -1):
        new = _spliced(text, loc[:length], data)
        if new is not None and parse_yaml(new).data == data:
            return new
    return _head(text) + block(data, 0)


def _head(text: str) -> str:
    """The comment lines a file begins with."""
    lines = text.splitlines(keepends=True)
    count = next((n for n, one in enumerate(lines) if not one.startswith("#")), len(lines))
    return "".join(lines[:count])


def _spliced(text: str, loc: Loc, data: dict[str, Plain]) -> str | None:
    """The text with the value at ``loc`` put in, or None where its lines cannot be parted."""
    root = yaml.compose(text, Loader=LOADER)
    holder = _node_at(root, loc[:-1])
    if not isinstance(holder, yaml.CollectionNode) or holder.flow_style or not holder.value:
        return None
    wanted: Plain = data
    for item in loc:
        wanted = _get(wanted, item) if isinstance(wanted, dict | list) else None
    item = loc[-1]
    indent = holder.start_mark.column
    if isinstance(holder, yaml.MappingNode) and isinstance(item, str):
        new = None if wanted is None else entry(item, wanted, indent)
        return _in_mapping(text, holder, loc, new, indent)
    if isinstance(holder, yaml.SequenceNode) and isinstance(item, int):
        new = None if wanted is None else list_item(wanted, indent)
        return _in_list(text, holder, item, new, indent)
    return None


def _node_at(node: yaml.Node | None, loc: Loc) -> yaml.Node | None:
    for item in loc:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == item), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(item, int):
            node = node.value[item] if item < len(node.value) else None
        else:
            return None
    return node


def _in_mapping(
    text: str, holder: yaml.MappingNode, loc: Loc, new: str | None, indent: int
) -> str | None:
    keys = [key.value for key, _ in holder.value]
    if loc[-1] in keys:
        key, value = holder.value[keys.index(loc[-1])]
        start, end = key.start_mark.index, _end(text, key, value)
        if new is None and start and text[_line_start(text, start) : start].strip():
            return None  # the first key after a hyphen: the item is written anew
        return _replaced(text, start, end, new, _one_line(text, value))
    if new is None:
        return None
    order = _order(loc[:-1])
    rank = {name: n for n, name in enumerate(order)}
    mine = rank.get(str(loc[-1]), len(rank))
    before = [n for n, name in enumerate(keys) if rank.get(name, -1) < mine]
    if before:
        at = _line_end(text, _end(text, *holder.value[before[-1]]))
        return _with_line(text, at, " " * indent + new)
    at = holder.value[0][0].start_mark.index
    return text[:at] + new + " " * indent + text[at:]


def _in_list(
    text: str, holder: yaml.SequenceNode, item: int, new: str | None, indent: int
) -> str | None:
    if item >= len(holder.value):
        if new is None:
            return None
        at = _line_end(text, _end(text, None, holder.value[-1]))
        return _with_line(text, at, " " * indent + new)
    value = holder.value[item]
    start = text.rfind("-", 0, value.start_mark.index)
    return _replaced(text, start, _end(text, None, value), new, _one_line(text, value))


def _replaced(
    text: str, start: int, end: int, new: str | None, one_line: tuple[int, int] | None
) -> str:
    """Puts new lines in the place of those from ``start`` to ``end``, or takes them out."""
    stop = _line_end(text, end)
    if new is None:
        return text[: _line_start(text, start)] + text[stop:].removeprefix("\n")
    if one_line is not None and new.count("\n") == 1:  # what follows the value stays
        new = new.rstrip("\n")
        return text[:start] + new + text[end:]
    return text[:start] + new.rstrip("\n") + text[stop:]


def _with_line(text: str, at: int, new: str) -> str:
    """Puts whole lines in after the line that ends at ``at``."""
    return text[:at] + "\n" + new.rstrip("\n") + (text[at:] or "\n")


def _end(text: str, key: yaml.Node | None, value: yaml.Node) -> int:
    """Where the last sign of a value stands: the marks of libyaml lie beyond it."""
    while isinstance(value, yaml.CollectionNode) and value.value and not value.flow_style:
        last = value.value[-1]
        key, value = last if isinstance(last, tuple) else (None, last)
    if isinstance(value, yaml.ScalarNode) and value.style is None and not value.value:
        start = key.end_mark.index if key is not None else value.start_mark.index
        colon = text.find(":", start) if key is not None else -1
        return colon + 1 if colon >= 0 else start
    begin, end = value.start_mark.index, value.end_mark.index
    return begin + len(text[begin:end].rstrip())


def _one_line(text: str, value: yaml.Node) -> tuple[int, int] | None:
    begin, end = value.start_mark.index, value.end_mark.index
    if isinstance(value, yaml.ScalarNode) and value.style not in {"|", ">"}:
        return None if "\n" in text[begin:end] else (begin, end)
    return (begin, end) if getattr(value, "flow_style", False) else None


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _order(loc: Loc) -> list[str]:
    """The fields of the group at ``loc`` in the order of the model."""
    return [name for m in shape.models(shape.expected(loc)) for name in m.model_fields]

"""Fields of a TOML file changed in its text: comments, order and blank lines stay where they were.

tomlkit, which keeps them, is loaded when something is written and not before: it takes as long to load as a command.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def with_fields(text: str, values: Mapping[str, Any]) -> str:
    """The text with these fields of the file's own; a field that is None is taken out. `text` is TOML."""
    import tomlkit

    document = tomlkit.parse(text)
    _put(document, values)
    return tomlkit.dumps(document)


def with_table(text: str, name: str, index: int | None, values: Mapping[str, Any] | None) -> str:
    """The text with this table at `index` of the list of tables `[[name]]` (None: a new one behind the last).

    Fields of it that are None are taken out, those that aren't named stay. `values` None takes the table out.
    """
    import tomlkit

    document = tomlkit.parse(text)
    if name not in document:
        document[name] = tomlkit.aot()
    tables: Any = document[name]
    if values is None:
        del tables[index]
        if not tables:
            del document[name]
    elif index is None:
        new = tomlkit.table()
        _put(new, values)
        tables.append(new)
    else:
        _put(tables[index], values)
    return tomlkit.dumps(document)


def _put(table: Any, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if value is not None:
            table[name] = value
        elif name in table:
            del table[name]

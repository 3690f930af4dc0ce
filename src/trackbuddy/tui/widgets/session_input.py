"""Where a session is typed. A text of several lines, pasted, becomes one line: `;` says the same in the notation."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input


class SessionInput(Input):
    """One line. Down leaves it for the list below."""

    class WentDown(Message):
        """The list below, please."""

    def on_paste(self, event: events.Paste) -> None:
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor("; ".join(lines))

    def key_down(self) -> None:
        self.post_message(self.WentDown())

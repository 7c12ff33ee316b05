"""One open page at one seat: what it sends is stamped and judged, what it may read is shown.

Everything here happens in the step of the event loop it is called in; nothing waits. The order
at the door is commit, answer, show: a mover hears `done` before the frames of its own move.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from typing import Any

import msgspec

from wargame.realtime import encoding, strict, wire
from wargame.realtime.admission import Admission
from wargame.realtime.buckets import Bucket, Paces
from wargame.realtime.registry import Registry
from wargame.realtime.wayout import Way, Wire
from wargame.realtime.window import Window
from wargame.rules.moves import AssociateWithBreak, BreakSilence
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor
from wargame.table.answers import Done, Refused
from wargame.table.door import Door
from wargame.table.hub import Shown
from wargame.table.live import LiveGame

logger = logging.getLogger(__name__)

BEAT_S = 5.0
MAY_DELAY_S = 0.25
"""A page that asks too often what it may do is answered this much later, once."""
PATIENCE_S = 3.0
"""How long a page that is to be closed may wait for its last answers."""
MOST_BUFFERED = 1024 * 1024
MOST_UNDECIDED = 64
MOST_MALFORMED = 5
CLOSE_CODES = {
    "malformed": 4400,
    "session_over": 4401,
    "not_allowed": 4403,
    "no_game": 4404,
    "too_slow": 4408,
    "seat_revoked": 4410,
    "too_fast": 4429,
    "restarting": 4503,
}


class SeatPage:
    """A subscriber of the hub and a page of the registry. Made when somebody knocks."""

    def __init__(self, game: str, seat: str, address: str, registry: Registry) -> None:
        self.game = game
        self.seat = seat
        self.address = address
        self.person = ""
        self.user: int | None = None
        self.here = False
        self.ended = ""
        """Why it was closed; empty while it is open."""
        self._ending = ""
        self._registry = registry
        self._loop = asyncio.get_running_loop()
        self._way: Way | None = None
        self._door: Door | None = None
        self._until = 0
        self._holder = 0
        self._malformed = 0
        self._heads: dict[str, int] = {}
        self._lagged = False
        self._window = Window()
        self._undecided: deque[tuple[str, asyncio.Future[Any]]] = deque()
        self._timers: dict[str, asyncio.TimerHandle] = {}

    # Opening and closing ----------------------------------------------------------------

    def accept(self, way: Way) -> None:
        """The handshake is through: from now on something can be said. Says bye if it must."""
        self._way = way
        if self.ended:
            why, self.ended = self.ended, ""
            self.part(why)

    def sit(self, door: Door, admission: Admission, seat_bucket: Bucket) -> None:
        """The game is loaded: from now on frames are taken."""
        self._door = door
        self._until = admission.until
        self._holder = self._live().holder(self.seat)
        self._paces = Paces(seat_bucket, self._loop.time())
        self._later("beat", BEAT_S, self._beat)

    def part(self, why: str) -> None:
        """Say bye and close, now. Before the handshake is through: as soon as it is."""
        if self.ended:
            return
        if self._way is not None:
            self._tell_decided()
            self._send(wire.Bye(CLOSE_CODES[why], why))  # type: ignore[arg-type]
            self._way.close(CLOSE_CODES[why])
        self.ended = why
        self._leave_hub()

    def gone(self) -> None:
        """The socket is closed, whoever closed it."""
        self.ended = self.ended or "gone"
        self._leave_hub()
        self._registry.leave(self)

    def undecided(self) -> list[asyncio.Future[object]]:
        """Moves of this page that wait for the table."""
        return [future for _, future in self._undecided]

    def _part_when_decided(self, why: str) -> None:
        # Rules 7.10: closed for flood or slowness only after its stamped frames are decided.
        if not self._undecided:
            self.part(why)
        elif not self._ending:
            self._ending = why
            self._later("end", PATIENCE_S, lambda: self.part(why))

    def _leave_hub(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        if self._door is not None:
            self._door.hub.leave(self.game, self)

    # What comes in ------------------------------------------------------------------------

    def take(self, text: str | None, size: int, received_at: int) -> None:
        """One frame, stamped with the instant (UTC ms) of its receipt. None: not text."""
        if self.ended or self._ending:
            return
        self._registry.sign(self, received_at)
        flood = self._paces.flooding(self._loop.time(), size)
        try:
            frame = strict.read(text)
        except strict.UnreadableFrame as unreadable:
            self._refuse_unreadable(unreadable)
        else:
            # In a flood only what may never be throttled away is still looked at.
            if not flood or _urgent(frame):
                self._handle(frame, received_at)
        if flood or len(self._undecided) > MOST_UNDECIDED:
            self._part_when_decided("too_fast")

    def take_too_large(self, size: int) -> None:
        """A frame that was not even kept."""
        if not self.ended:
            self._refuse_unreadable(strict.too_large(size))
            self._part_when_decided("malformed")

    def _handle(self, frame: wire.AnyInbound, received_at: int) -> None:
        if isinstance(frame, wire.Play):
            self._play(frame, received_at)
        elif isinstance(frame, wire.Seen):
            self._window.seen(frame.heads, self._loop.time())
        elif isinstance(frame, wire.Sync):
            self._sync(frame)
        elif isinstance(frame, wire.AskMay):
            self._ask_may()
        else:
            self._hello(frame)

    def _refuse_unreadable(self, unreadable: strict.UnreadableFrame) -> None:
        self._send(encoding.refused(unreadable.move_id, unreadable.refusal))
        if not unreadable.move_id:
            self._malformed += 1
            if self._malformed >= MOST_MALFORMED:
                self._part_when_decided("malformed")

    def _play(self, play: wire.Play, received_at: int) -> None:
        bucket = self._paces.urgent if _urgent(play) else self._paces.moves
        if self._registry.closing:
            self._refuse(play.id, refuse("restarting"))
        elif not bucket.take(self._loop.time()):
            self._refuse(play.id, refuse("too_fast"))
        else:
            self._submit(play, received_at)

    def _submit(self, play: wire.Play, received_at: int) -> None:
        assert self._door is not None
        actor = Actor(self.seat, self._holder)
        try:
            future = self._door.submit(self.game, actor, play.move, received_at, play.id)
        except Exception:
            logger.exception("A move could not be put before the table.")
            self._refuse(play.id, refuse("busy"))
            return
        self._undecided.append((play.id, future))
        future.add_done_callback(lambda _: self._answer())

    def _answer(self) -> None:
        self._tell_decided()
        if self._ending and not self._undecided:
            self.part(self._ending)

    def _tell_decided(self) -> None:
        """Tell what has been decided, in the order of decision."""
        while self._undecided and self._undecided[0][1].done():
            move_id, future = self._undecided.popleft()
            self._tell(move_id, future)

    def _tell(self, move_id: str, future: asyncio.Future[Any]) -> None:
        if future.cancelled() or future.exception() is not None:
            self._refuse(move_id, refuse("restarting" if self._registry.closing else "busy"))
            return
        answer = future.result()
        live = self._door.live(self.game) if self._door is not None else None
        if isinstance(answer, Done) and live is not None:
            readable = [name for name in answer.numbers if live.reads(self.seat, name)]
            self._send(encoding.done(move_id, answer, readable))
        elif isinstance(answer, Refused):
            self._refuse(move_id, answer.refusal)

    def _refuse(self, move_id: str, refusal: Refusal) -> None:
        self._send(encoding.refused(move_id, refusal))

    def _sync(self, sync: wire.Sync) -> None:
        if self._paces.sync.take(self._loop.time()):
            self._send(wire.Time(sync.t, float(self._now())))

    def _ask_may(self) -> None:
        if self._paces.ask_may.take(self._loop.time()):
            self._tell_may()
        elif "may" not in self._timers:
            self._later("may", MAY_DELAY_S, self._tell_may)

    def _tell_may(self) -> None:
        self._timers.pop("may", None)
        moves = self._live().may(self.seat, self._holder, self._now())
        self._send(encoding.may(moves))

    # What goes out -------------------------------------------------------------------------

    def _hello(self, hello: wire.Hello) -> None:
        """Welcome, what was missed or everything, and the place in the hub: in one step."""
        assert self._door is not None
        if not self._paces.hello.take(self._loop.time()):
            self._part_when_decided("too_fast")
            return
        live = self._live()
        self._holder = live.holder(self.seat)
        known = {c: n for c, n in hello.heads.items() if live.reads(self.seat, c)}
        missed = live.missed(self.seat, known) if known and hello.branch == live.branch else None
        self._send(
            wire.Welcome(
                self.game, live.branch, self.seat, self._holder, missed is None, self._now()
            )
        )
        self._heads = known
        self._window.clear()
        if missed is None:
            self._view()
        for shown in missed or ():
            self.show(shown)
        self._door.hub.register(self.game, self)
        if not self.here:
            self.here = True
            self._registry.arrived(self)

    def _view(self) -> None:
        rooms = self._live().rooms(self.seat)
        self._heads = {name: number for name, (number, _) in rooms.items()}
        self._window.clear()
        self._send(encoding.view(rooms))

    def reads(self, compartment: str) -> bool:
        """Whether this seat may read the compartment (rules 2)."""
        return not self.ended and self._live().reads(self.seat, compartment)

    def show(self, shown: Shown) -> None:
        """Take one event. Never waits and never raises."""
        try:
            self._answer()
            if self._way is not None and not self.ended:
                self._show(shown, self._way)
        except Exception:
            logger.exception("An event could not be shown to a page.")
            self.part("restarting")

    def _show(self, shown: Shown, way: Way) -> None:
        head = self._heads.get(shown.compartment)
        if head is not None and shown.number <= head:
            return  # a view taken between commit and show had it already
        if shown.number != (head or 0) + 1:
            self._view()  # a compartment that opened to this seat in mid-game
            return
        message = encoding.shown_message(shown)
        way.send(message)
        self._heads[shown.compartment] = shown.number
        self._window.sent(shown.compartment, shown.number, len(message["text"]), self._loop.time())
        if way.buffered() > MOST_BUFFERED:
            self._part_when_decided("too_slow")

    def tell_room(self, state: wire.RoomState) -> None:
        """Facilitators: who waits and who is here."""
        if self.here:
            self._send(state)

    def _beat(self) -> None:
        self._later("beat", BEAT_S, self._beat)
        live, now = self._live(), self._now()
        if now >= self._until:
            self.part("session_over")
        elif self._window.too_slow(self._loop.time()):
            self._part_when_decided("too_slow")
        elif self.here:
            self._catch_up(live)
            # What was sent, not what is committed: an event on its way out is no gap.
            self._send(wire.Beat(dict(self._heads), now))

    def _catch_up(self, live: LiveGame) -> None:
        """A page that missed an event (a deaf socket, a lost doorbell) takes a fresh view."""
        behind = any(
            number > self._heads.get(name, 0)
            for name, number in live.heads.items()
            if live.reads(self.seat, name)
        )
        if behind and self._lagged:
            self._view()
            behind = False
        self._lagged = behind

    # ---------------------------------------------------------------------------------------

    def _live(self) -> LiveGame:
        assert self._door is not None
        live = self._door.live(self.game)
        if live is None:
            raise RuntimeError("the game is not in memory")
        return live

    def _now(self) -> int:
        assert self._door is not None
        return self._door.time.now()

    def _later(self, name: str, delay_s: float, act: Any) -> None:
        self._timers[name] = self._loop.call_later(delay_s, self._guarded, act)

    def _guarded(self, act: Any) -> None:
        try:
            if not self.ended:
                act()
        except Exception:
            logger.exception("A page's timer failed.")
            self.part("restarting")

    def _send(self, outbound: wire.Outbound) -> None:
        if self._way is not None and not self.ended:
            message: Wire = encoding.message(outbound)
            self._way.send(message)


def _urgent(frame: msgspec.Struct) -> bool:
    """Breaks and associations: the network never throttles them away (rules 7.10)."""
    return isinstance(frame, wire.Play) and isinstance(
        frame.move, (BreakSilence, AssociateWithBreak)
    )

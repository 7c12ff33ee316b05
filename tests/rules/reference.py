"""An independent model of one silence's timing, written from rules 7 and from nothing else.

It knows no state of the game: only real time, whether the clock runs, and one silence. All
times are ms since the test began; `courtesy` is the house rule.
"""

from __future__ import annotations


class Stopwatch:
    """The game clock as a person would keep it with paper and pencil (rules 7.1)."""

    def __init__(self) -> None:
        self.ran_before = 0
        self.since: int | None = 0

    def reading(self, t: int) -> int:
        """How long the game has been played at `t`."""
        return self.ran_before + (t - self.since if self.since is not None else 0)

    def stop(self, t: int) -> None:
        """It stands from `t` on."""
        self.ran_before, self.since = self.reading(t), None

    def go(self, t: int) -> None:
        """It runs from `t` on."""
        self.since = t


class ModelSilence:
    """One silence: when a break of it counts, and when it is adopted (rules 6.3, 7.2, 7.7)."""

    def __init__(self, opened: int, length: int, courtesy: int) -> None:
        self.opened, self.deadline, self.courtesy = opened, opened + length, courtesy
        self.real_end: int | None = None
        self.outcome: str | None = None
        self.broken_at: int | None = None

    def over(self, clock: Stopwatch, t: int) -> bool:
        """Whether the last moment for a break lies behind."""
        if self.real_end is not None:
            return t > self.real_end
        return clock.reading(t) > self.deadline + self.courtesy

    def pass_time(self, clock: Stopwatch, t: int) -> None:
        """Nobody objected until now."""
        if self.outcome is None and self.over(clock, t):
            self.outcome = "adopted"

    def objected(self, clock: Stopwatch, t: int) -> bool:
        """A break arrives; whether it is to be answered done."""
        self.pass_time(clock, t)
        if self.outcome is None:
            self.outcome, self.broken_at = "broken", clock.reading(t)
            return True
        # Beside a break: in time itself, or at its reading (no minute in these house rules).
        return self.outcome == "broken" and (
            not self.over(clock, t) or clock.reading(t) == self.broken_at
        )

    def paused(self, clock: Stopwatch, t: int) -> None:
        """The clock is about to stop; inside the courtesy real time goes on (rules 7.7)."""
        late = clock.reading(t) - self.deadline
        if self.outcome is None and self.real_end is None and 0 < late <= self.courtesy:
            self.real_end = t + self.courtesy - late

    def moved(self, to: int) -> None:
        """Another deadline, by an extension or after an outage."""
        self.deadline, self.real_end = to, None

    def open_to_moves(self, clock: Stopwatch, t: int) -> bool:
        """Whether it may still be extended: until the deadline that is shown."""
        return self.outcome is None and clock.reading(t) <= self.deadline

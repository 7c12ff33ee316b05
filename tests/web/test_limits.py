"""Rates with time as an argument: no test waits."""

from __future__ import annotations

import pytest

from wargame.web import limits
from wargame.web.identity import SignInGuard
from wargame.web.joining import CodeGuard
from wargame.web.limits import MINUTE_MS, Limit
from wargame.web.troubles import Trouble


def test_a_key_has_its_tries_and_no_more() -> None:
    limit = Limit(3, 1000)
    assert [limit.take("a", at) for at in (0, 1, 2, 3)] == [True, True, True, False]


def test_keys_do_not_share_their_tries() -> None:
    limit = Limit(1, 1000)
    assert limit.take("a", 0)
    assert limit.take("b", 0)


def test_a_try_is_forgotten_when_its_window_has_passed() -> None:
    limit = Limit(1, 1000)
    limit.take("a", 0)
    assert not limit.take("a", 999)
    assert limit.take("a", 1000)


def test_the_wait_ends_when_the_oldest_try_is_forgotten() -> None:
    limit = Limit(2, 1000)
    limit.take("a", 0)
    limit.take("a", 400)
    assert limit.wait_ms("a", 500) == 500
    assert limit.wait_ms("a", 1000) == 0


def test_a_refused_try_does_not_prolong_the_wait() -> None:
    limit = Limit(1, 1000)
    limit.take("a", 0)
    limit.take("a", 900)
    assert limit.take("a", 1000)


def test_the_memory_of_keys_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEYS", 3)
    limit = Limit(1, 1000)
    for key in "abcd":
        limit.take(key, 0)
    assert limit.take("a", 1)
    assert not limit.take("d", 1)


def fail(guard: SignInGuard, account: str, address: str, times: int, at: int = 0) -> None:
    for _ in range(times):
        guard.enter(account, address, at)


def test_five_failed_sign_ins_close_an_account_for_fifteen_minutes() -> None:
    guard = SignInGuard()
    for place in range(5):
        guard.enter("facilitator", f"192.0.2.{place}", 0)
    with pytest.raises(Trouble) as refused:
        guard.enter("facilitator", "192.0.2.99", 1)
    assert (refused.value.code, refused.value.status) == ("too_many_sign_ins", 429)
    assert refused.value.after_s == 900
    guard.enter("facilitator", "192.0.2.99", 15 * MINUTE_MS)


def test_five_failed_sign_ins_close_an_address_for_all_accounts() -> None:
    guard = SignInGuard()
    for name in "abcde":
        guard.enter(name, "192.0.2.1", 0)
    with pytest.raises(Trouble):
        guard.enter("f", "192.0.2.1", 1)
    guard.enter("f", "192.0.2.2", 1)


def test_a_right_credential_does_not_count() -> None:
    guard = SignInGuard()
    for _ in range(20):
        guard.enter("facilitator", "192.0.2.1", 0)
        guard.succeed("facilitator", "192.0.2.1")


def test_a_student_who_fails_does_not_lock_the_facilitator_out() -> None:
    guard = SignInGuard()
    guard.enter("facilitator", "192.0.2.1", 0)
    guard.succeed("facilitator", "192.0.2.1")
    fail(guard, "facilitator", "192.0.2.66", 5)
    guard.enter("facilitator", "192.0.2.1", 1)


def test_a_refused_sign_in_is_not_counted_against_anybody() -> None:
    guard = SignInGuard()
    fail(guard, "facilitator", "192.0.2.1", 5)
    for _ in range(10):
        with pytest.raises(Trouble):
            guard.enter("facilitator", "192.0.2.2", 1)
    guard.enter("another", "192.0.2.2", 1)


def test_the_eleventh_wrong_code_of_a_browser_is_refused() -> None:
    guard = CodeGuard()
    for _ in range(10):
        guard.enter("browser", "192.0.2.1", 0)
    with pytest.raises(Trouble) as refused:
        guard.enter("browser", "192.0.2.1", 1)
    assert (refused.value.code, refused.value.status) == ("too_many_codes", 429)
    guard.enter("neighbour", "192.0.2.1", 1)
    guard.enter("browser", "192.0.2.1", 10 * MINUTE_MS)


def test_the_sixty_first_wrong_code_of_an_address_is_refused() -> None:
    guard = CodeGuard()
    for number in range(60):
        guard.enter(f"browser {number}", "192.0.2.1", 0)
    with pytest.raises(Trouble):
        guard.enter("browser 60", "192.0.2.1", 1)
    guard.enter("browser 60", "192.0.2.2", 1)


def test_a_class_behind_one_address_joins_with_right_codes() -> None:
    guard = CodeGuard()
    for number in range(100):
        guard.enter(f"browser {number}", "192.0.2.1", 0)
        guard.succeed(f"browser {number}", "192.0.2.1")

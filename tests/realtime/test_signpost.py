"""What the terminal shows to a room with phones."""

from __future__ import annotations

import ipaddress

from wargame import surroundings
from wargame.serving.first_key import Key
from wargame.serving.signpost import pictures, signpost

KEY = Key(user=1, name="facilitator", password=None)


def test_every_address_that_phones_reach_has_its_picture() -> None:
    origins = ["http://127.0.0.1:8000", "http://192.0.2.7:8000", "http://198.51.100.4:8000"]
    shown = pictures(signpost(origins, 8000, KEY, ("0" * 32, "ABC234"), 1))
    assert [line.strip() for line in shown if "/j/ABC234" in line] == [
        "http://192.0.2.7:8000/j/ABC234",
        "http://198.51.100.4:8000/j/ABC234",
    ]
    assert sum("█" in line or "▄" in line for line in shown) == 2
    assert any("http://192.0.2.7:8000/check" in line for line in shown)


def test_a_server_for_this_machine_alone_shows_no_picture() -> None:
    assert pictures(signpost(["http://127.0.0.1:8000"], 8000, KEY, None, 1)) == []


def test_this_machines_addresses_are_named_once_and_none_is_loopback() -> None:
    found = surroundings.lan_addresses()
    assert len(found) == len(set(found))
    assert not any(ipaddress.ip_address(one).is_loopback for one in found)

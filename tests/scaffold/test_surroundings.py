"""What the server reads around itself, and what it refuses to start with."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from wargame import surroundings
from wargame.surroundings import SurroundingsError


def test_loopback_is_served_by_default() -> None:
    text = surroundings.origins_for(8000, [])
    assert surroundings.origins(text) == ("http://127.0.0.1:8000", "http://localhost:8000")


def test_hosts_are_those_of_the_origins() -> None:
    exact = surroundings.origins("https://game.example, http://192.168.1.20:8000")
    assert surroundings.hosts(exact) == ["game.example", "192.168.1.20"]


def test_socket_addresses_follow_the_scheme() -> None:
    exact = ["https://game.example", "http://localhost:8000"]
    assert surroundings.socket_sources(exact) == ["wss://game.example", "ws://localhost:8000"]


@pytest.mark.parametrize(
    "text", ["*", "http://*:8000", "game.example", "http://a:8000/path", "ws://a"]
)
def test_a_vague_origin_is_refused(text: str) -> None:
    with pytest.raises(SurroundingsError, match="exact addresses"):
        surroundings.origins(text)


def test_debug_pages_are_refused_on_a_network() -> None:
    surroundings.check_debug(True, ["http://127.0.0.1:8000", "http://localhost:8000"])
    with pytest.raises(SurroundingsError, match="shows secrets"):
        surroundings.check_debug(True, ["http://192.168.1.20:8000"])


def test_serve_flags_reach_the_settings() -> None:
    environ: dict[str, str] = {}
    surroundings.apply_serve_flags(["--data", "here", "--port=9001", "--json"], environ)
    assert environ["UNDER_SILENCE_DATA"] == "here"
    assert "http://127.0.0.1:9001" in environ["UNDER_SILENCE_ORIGINS"].split(",")


def test_a_host_to_listen_on_is_an_origin_too() -> None:
    environ: dict[str, str] = {}
    surroundings.apply_serve_flags(["--host", "192.168.1.20"], environ)
    assert surroundings.hosts(surroundings.origins(environ["UNDER_SILENCE_ORIGINS"])) == [
        "127.0.0.1",
        "localhost",
        "192.168.1.20",
    ]


def test_origins_set_by_hand_win_over_the_port() -> None:
    environ = {"UNDER_SILENCE_ORIGINS": "https://game.example"}
    surroundings.apply_serve_flags(["--port", "9001"], environ)
    assert environ["UNDER_SILENCE_ORIGINS"] == "https://game.example"


def test_the_signing_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    key = surroundings.secret_key(tmp_path)
    assert len(key) >= 50
    assert surroundings.secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]


def test_a_short_signing_key_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("secret")
    with pytest.raises(SurroundingsError, match="too short"):
        surroundings.secret_key(tmp_path)


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(SurroundingsError, match="--data FOLDER"):
        surroundings.data_folder(tmp_path / "taken")


def test_sqlite_writes_through_unless_told_otherwise(tmp_path: Path) -> None:
    assert "synchronous=FULL" in surroundings.database("", tmp_path)["OPTIONS"]["init_command"]
    fast = surroundings.database("", tmp_path, "NORMAL")
    assert "synchronous=NORMAL" in fast["OPTIONS"]["init_command"]
    with pytest.raises(SurroundingsError, match="power cut"):
        surroundings.database("", tmp_path, "OFF")


def test_an_unknown_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="DATABASE_URL must look like"):
        surroundings.database("mysql://localhost/game", tmp_path)


def test_postgres_without_its_driver_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SurroundingsError, match="driver is not installed"):
        surroundings.database("postgres://u:p@db:5432/game", tmp_path)


def test_postgres_with_its_driver_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    entry = surroundings.database("postgres://u:p%40ss@db:5432/game", tmp_path)
    assert (entry["NAME"], entry["PASSWORD"], entry["PORT"]) == ("game", "p@ss", "5432")


def test_redis_idle_sockets_outlive_the_blocking_read_bug() -> None:
    (host,) = surroundings.channel_layer("redis://localhost:6379")["CONFIG"]["hosts"]
    assert host["socket_timeout"] == 30
    assert host["socket_connect_timeout"] == 3


def test_without_redis_the_layer_is_in_memory() -> None:
    assert surroundings.channel_layer("")["BACKEND"].endswith("InMemoryChannelLayer")


@pytest.mark.django_db
def test_the_database_in_use_is_a_file_with_a_write_ahead_log(settings: Settings) -> None:
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    assert (mode, synchronous) == ("wal", 2)
    assert str(connection.settings_dict["NAME"]).startswith(str(settings.DATA))


def test_every_answer_carries_the_strict_headers() -> None:
    answer = Client().get("/no-such-page")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self' ws://127.0.0.1:8000" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Referrer-Policy"] == "same-origin"


def test_a_foreign_host_header_is_refused() -> None:
    assert Client().get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("assets/main-DErluAqu.js", "public, max-age=31536000, immutable"),
        ("manifest.json", "no-cache"),
    ],
)
def test_only_hashed_files_are_kept_by_the_browser_bug(
    name: str, kept: str, tmp_path: Path, settings: Settings
) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / name).write_text("{}")
    settings.STATIC_ROOT = tmp_path
    answer = Client().get(f"/static/{name}")
    assert (answer.status_code, answer["Cache-Control"]) == (200, kept)
    assert "default-src 'none'" in answer["Content-Security-Policy"]

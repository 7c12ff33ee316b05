#!/usr/bin/env python3
"""Django's command line: manage.py serve, verify_record, migrate and the rest."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run one command. A wrong surrounding (folder, flag, variable) becomes its sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wargame.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit(
            "Django is not installed for this Python. Run scripts/play, or scripts/setup and then "
            ".venv/bin/python manage.py …\n"
            "Django n'est pas installé pour ce Python. Lancez scripts/play, ou scripts/setup puis "
            ".venv/bin/python manage.py …"
        )
    from wargame import surroundings

    if sys.argv[1:2] == ["serve"]:
        surroundings.apply_serve_flags(sys.argv[2:], os.environ)
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()

"""The protective headers of answers that do not pass through Django's middleware."""

from __future__ import annotations

import functools

from csp.utils import build_policy
from django.conf import settings


@functools.cache
def protective() -> tuple[tuple[bytes, bytes], ...]:
    """As the pages' own: no sniffing, no framing, no embedding, nothing from elsewhere."""
    headers = {
        "content-security-policy": build_policy(),
        "cross-origin-opener-policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "referrer-policy": settings.SECURE_REFERRER_POLICY,
        "x-content-type-options": "nosniff",
        "x-frame-options": settings.X_FRAME_OPTIONS,
    }
    return tuple((name.encode(), value.encode()) for name, value in headers.items())

"""What can be read from the back of a room: sizes and contrasts measured in the browser itself."""

from __future__ import annotations

from typing import Any

LEAST_SIZE = 0.03
"""Of the height of the screen, for any text."""
LEAST_COUNTDOWN = 0.12
LEAST_CONTRAST = 7.0
CAPITAL = 0.686
"""The height of Archivo's figures, in its font size."""

READ = """
() => {
  const seen = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0')
        return false;
    }
    return true;
  };
  const colour = (text) => {
    const parts = text.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return parts.length < 4 ? [...parts, 1] : parts;
  };
  const light = (parts) => {
    const [r, g, b] = parts.slice(0, 3).map((v) => {
      const s = v / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (node) => {
    // A mark is drawn on its own shape: the last one that is filled before the letter.
    for (let one = node.previousElementSibling; one; one = one.previousElementSibling) {
      if (!(one instanceof SVGGeometryElement)) continue;
      const fill = getComputedStyle(one).fill;
      if (fill !== 'none') return colour(fill);
    }
    for (let one = node; one; one = one.parentElement) {
      const parts = colour(getComputedStyle(one).backgroundColor);
      if (!(one instanceof SVGElement) && parts[3] === 1) return parts;
    }
    return [255, 255, 255, 1];
  };
  const clips = (node) => {
    const boxes = [new DOMRect(0, 0, innerWidth, innerHeight)];
    for (let one = node; one; one = one.parentElement)
      if (getComputedStyle(one).overflowY !== 'visible') boxes.push(one.getBoundingClientRect());
    return boxes;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const node = text.parentElement;
    if (!text.data.trim() || !node || ['SCRIPT', 'STYLE', 'TITLE'].includes(node.tagName)) continue;
    if (!seen(node)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const inside = clips(node).map((clip) => [
      Math.min(box.right, clip.right) - Math.max(box.left, clip.left),
      Math.min(box.bottom, clip.bottom) - Math.max(box.top, clip.top),
    ]);
    // A line of the ticker that does not fit is left out whole; nothing else may be.
    const out = inside.some(([w, h]) => w <= 1 || h <= 1);
    if (box.width === 0 || (out && node.closest('footer'))) continue;
    const style = getComputedStyle(node);
    const drawn = node instanceof SVGElement;
    const scale = drawn ? Math.abs(node.getCTM()?.d ?? 1) : 1;
    const ink = light(colour(drawn ? style.fill : style.color));
    const paper = light(ground(node));
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    const cut = Math.max(...inside.map(([w, h]) => Math.max(box.width - w, (box.height - h) / 2)));
    found.push({
      text: text.data.trim().slice(0, 60),
      size: (parseFloat(style.fontSize) * scale) / innerHeight,
      contrast,
      cut: node.closest('[data-phase]') ? 0 : out ? 99 : cut / parseFloat(style.fontSize),
    });
  }
  return found;
}
"""

MOST_CUT = 0.35
"""How much of a text, in its size, may lie outside: leading, never letters."""


def faults(page: Any) -> list[str]:
    """What a person at the back could not read now: too small, too faint, cut off."""
    found: list[str] = []
    for one in page.evaluate(READ):
        if one["size"] < LEAST_SIZE:
            found.append(f"{one['size']:.3f} of the height: {one['text']}")
        if one["contrast"] < LEAST_CONTRAST:
            found.append(f"contrast {one['contrast']:.2f}: {one['text']}")
        if one["cut"] > MOST_CUT:
            found.append(f"cut by {one['cut']:.1f} of its size: {one['text']}")
    return found


def count(page: Any) -> int:
    """How many texts can be seen."""
    return len(page.evaluate(READ))


def countdown(page: Any) -> float:
    """The height of the countdown's figures, in the height of the screen."""
    size = page.evaluate(
        """() => {
          const one = document.querySelector('[role=timer] span');
          return one ? parseFloat(getComputedStyle(one).fontSize) / innerHeight : 0;
        }"""
    )
    return float(size) * CAPITAL

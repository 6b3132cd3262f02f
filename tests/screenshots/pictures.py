"""Small PNG files: 255 colours and what is seen through them, without a library for pictures.

A photograph of a page as the browser writes it is three times as large; text on plain ground has
few colours. The browser reads its own picture and chooses the colours, which it does quickly.
"""

from __future__ import annotations

import base64
import struct
import zlib

from playwright.sync_api import Page

# The most frequent colours, to 5 bits a channel, and of each dot the nearest of them.
QUANTISE = """async (png) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const drawn = canvas.getContext("2d");
  drawn.drawImage(image, 0, 0);
  const dots = drawn.getImageData(0, 0, image.width, image.height).data;
  const counts = new Map();
  for (let i = 0; i < dots.length; i += 4) {
    const colour = (dots[i] << 16) | (dots[i + 1] << 8) | dots[i + 2];
    counts.set(colour, (counts.get(colour) || 0) + 1);
  }
  const coarse = new Map();
  const most = [...counts].sort((one, other) => other[1] - one[1]);
  for (const [colour] of most) {
    const key = colour & 0xf8f8f8;
    if (!coarse.has(key)) coarse.set(key, colour);
    if (coarse.size === 256) break;
  }
  const palette = [...coarse.values()];
  const far = (one, other) => [16, 8, 0].reduce(
    (sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  const nearest = new Map();
  for (const [colour] of most) {
    let best = 0;
    for (let i = 1; i < palette.length; i++) {
      if (far(colour, palette[i]) < far(colour, palette[best])) best = i;
    }
    nearest.set(colour, best);
  }
  let text = "";
  for (let i = 0; i < dots.length; i += 4) {
    text += String.fromCharCode(nearest.get((dots[i] << 16) | (dots[i + 1] << 8) | dots[i + 2]));
  }
  return { width: image.width, height: image.height, palette, dots: btoa(text) };
}"""
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def small_png(page: Page, png: bytes) -> bytes:
    """Return the picture in at most 256 colours; `page` is any page of a browser."""
    found = page.evaluate(QUANTISE, base64.b64encode(png).decode())
    width, height = found["width"], found["height"]
    dots = base64.b64decode(found["dots"])
    lines = b"".join(b"\0" + dots[at : at + width] for at in range(0, width * height, width))
    colours = b"".join(colour.to_bytes(3, "big") for colour in found["palette"])
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    body = zlib.compress(lines, 9)
    parts = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", body), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

"""Words that make a Chinese sentence a question, in both scripts (sentences are split unfolded)."""

from __future__ import annotations

import re

ASKING = re.compile(
    "[吗嗎呢谁誰哪么麼怎何嘛吧]|多少|几[个時时]|幾[個時]|是否|能否|可否|会不会|會不會|能不能|要不要|是不是|有没有|有沒有|难道|難道|还是|還是"
)

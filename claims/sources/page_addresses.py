"""When two addresses are one page. What is fetched and shown stays as it was written."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote, unquote_to_bytes, urljoin, urlsplit

from tld import get_fld

MAX_ADDRESS = 2000
# Says where a reader came from, never which page it is.
TRACKING = re.compile(
    r"(utm_|at_|_hs|guce_|mc_|pk_|mtm_|stm_)\w+|_g[al]|fbclid|igshid|[gdty]clid|msclkid|twclid|"
    r"ttclid|wbraid|gbraid|yclid|ref_(src|url)|cmpid|xtor|spm|mkt_tok|s_cid|ocid|smid|guccounter",
    re.IGNORECASE,
)
NEVER = re.compile(r"[\x00-\x20\x7f\ud800-\udfff]")  # halves of characters: JSON can hold them
PORTS = {"http": 80, "https": 443}


def address_key(url: str) -> str:
    """Return what two addresses of one page have in common: 64 hexadecimal digits.

    Scheme, "www.", default port, order of the query, tracking, a slash at the end, the fragment
    and the way signs are escaped make no difference. What is no address has a key of its own.
    """
    return hashlib.sha256(_comparable(url).encode("utf-8", "replace")).hexdigest()


def absolute(base: str, link: str) -> str:
    """Return `link` as seen from the page `base`, without fragment; "" if it leads to no page."""
    try:
        url = urljoin(base, link.strip())
        parts = urlsplit(url)
        is_page = parts.scheme in PORTS and bool(parts.hostname)
    except ValueError:  # half an IPv6 address
        return ""
    if not is_page or len(url) > MAX_ADDRESS or NEVER.search(url):
        return ""
    return url if _routes(parts.fragment) else url.partition("#")[0]


def is_same_site(one: str, other: str) -> bool:
    """Say whether two addresses share a registrable domain, or a host where there is none."""
    return _site(one) == _site(other) != ""


def is_front(url: str) -> bool:
    """Say whether an address is that of the root of its site."""
    parts = urlsplit(url)
    return parts.path in {"", "/"} and not parts.query and not _routes(parts.fragment)


def _comparable(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return url
    if port is not None and port != PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    kept = sorted(filter(None, (_kept(each) for each in parts.query.split("&"))))
    fragment = f"#{parts.fragment}" if _routes(parts.fragment) else ""
    return f"{host}{_escaped(parts.path).rstrip('/')}?{'&'.join(kept)}{fragment}"


def _kept(pair: str) -> str:
    """Return one parameter of a query as it is compared; "" for one that only tracks."""
    name = pair.partition("=")[0]
    return "" if TRACKING.fullmatch(name) else _escaped(pair)


def _escaped(text: str) -> str:
    # By bytes: a path in GBK is no UTF-8, and two of them must not become one.
    return quote(unquote_to_bytes(text), safe="/=&,;:@!$'()*+~")


def _routes(fragment: str) -> bool:
    """Say whether a fragment names a page, as in `#!/news/5`, rather than a place in one."""
    return fragment.startswith(("!", "/"))


def _site(url: str) -> str:
    found = get_fld(url, fail_silently=True, search_private=True)
    try:
        return str(found or urlsplit(url).hostname or "").casefold().removeprefix("www.")
    except ValueError:
        return ""

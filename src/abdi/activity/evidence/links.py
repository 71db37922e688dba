"""Two ways of writing one address count as one piece of evidence."""

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# what browsers, mail and chat programs hang on a link; it does not change where the link leads
_TRAVELLING = ("utm_", "fbclid", "gclid", "usp", "igshid")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def normalised(link: str) -> str:
    """Scheme and host in small letters, no default port, no fragment, no closing slash, query in order."""
    parts = urlsplit(link.strip())
    host = (parts.hostname or "").removeprefix("www.")
    if parts.port and parts.port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{parts.port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in pairs if not pair[0].startswith(_TRAVELLING)))
    return urlunsplit(("https", host, parts.path.rstrip("/"), query, ""))


def link_digest(link: str) -> str:
    return hashlib.sha256(normalised(link).encode()).hexdigest()

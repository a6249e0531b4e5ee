"""Checks signed files without the app, with every rule of docs/format.md: python verify.py FILE...

Prints one line a file, "good" with the thumbprints of those who signed, or "bad" with the first thing that is wrong.
Needs joserfc (which brings cryptography). What it leaves to its libraries: points of small or mixed order.
"""

import json
import re
import sys
import unicodedata

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey, thumbprint
from joserfc.util import urlsafe_b64decode, urlsafe_b64encode

ROLES = {
    "wsr.report": {"principal", "preparer"},
    "wsr.registration": {"principal", "preparer", "office"},
    "wsr.rotation": {"principal", "preparer", "office"},
    "wsr.revocation": {"principal", "preparer", "office"},
    "wsr.receipt": {"office"},
    "wsr.return": {"office"},
    "wsr.registry": {"office"},
    "wsr.month": {"office"},
}
FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ud800-\udfff]")


def need(condition, reason):
    if not condition:
        raise ValueError(reason)


def members(pairs):
    for name, _ in pairs:
        need(re.fullmatch("[a-z][a-z0-9_]*", name), f"member name {name!r}")
    need(len({name for name, _ in pairs}) == len(pairs), "a member twice")
    return dict(pairs)


def integer(digits):
    need(digits != "-0" and abs(int(digits)) < 2**53, f"number {digits}")
    return int(digits)


def refuse(number):
    raise ValueError(f"number {number}")


def parse(data, depth=0):
    value = json.loads(data, object_pairs_hook=members, parse_int=integer, parse_float=refuse, parse_constant=refuse)
    count = walk(value, depth + 1)
    need(count <= 200_000, "too many values")
    return value


def walk(value, depth):
    """Checks texts and depth, and counts the values."""
    if isinstance(value, str):
        need(len(value.encode()) <= 16_384, "a text is too long")
        need(not FORBIDDEN.search(value) and all(ord(c) & 0xFFFE != 0xFFFE for c in value), "a forbidden character")
        need(unicodedata.is_normalized("NFC", value), "a text not in normalisation form C")
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    need(depth <= 16 or not isinstance(value, (dict, list)), "nested too deep")
    return 1 + sum(walk(one, depth + 1) for one in inner)


def unbase64(text, length=None):
    need(re.fullmatch("[A-Za-z0-9_-]*", text), "not base64url")
    data = urlsafe_b64decode(text.encode())
    need(urlsafe_b64encode(data).decode() == text, "base64url with stray bits")
    need(length is None or len(data) == length, f"not {length} bytes")
    return data


def verify(file):
    data = open(file, "rb").read(8 * 1024 * 1024 + 1)
    need(len(data) <= 8 * 1024 * 1024, "the file is too big")
    envelope = parse(data.removeprefix(b"\xef\xbb\xbf").decode())
    need(isinstance(envelope, dict) and envelope.keys() == {"document", "signatures"}, "not exactly document and signatures")
    document, signatures = envelope["document"], envelope["signatures"]
    kind = document["type"]
    need(kind in ROLES, f"type {kind!r}")
    need(re.fullmatch("[1-9][0-9]{0,8}[.](0|[1-9][0-9]{0,8})", document["version"]), "version")
    signers = document["signers"]
    need(0 < len(signers) <= 4 and 0 < len(signatures) <= 4, "the number of signers or signatures")
    for one in signers:
        need(one["role"] in ROLES[kind] and isinstance(one["name"], str) and isinstance(one["title"], str), "a signer")
        need(one["key"].keys() == {"crv", "kty", "x"} and (one["key"]["crv"], one["key"]["kty"]) == ("Ed25519", "OKP"), "a key")
        unbase64(one["key"]["x"], 32)
        need(thumbprint(one["key"], "sha256") == one["kid"], "a kid is not the thumbprint of its key")
    keys = {one["kid"]: one for one in signers}
    need(len(keys) == len(signers), "a key listed twice")
    need(kind != "wsr.report" or any(one["role"] == "principal" for one in signers), "a report without a principal")
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    payload = urlsafe_b64encode(canonical.encode()).decode()
    signed = []
    for signature in signatures:
        need(signature.keys() == {"protected", "signature"}, "a signature is not exactly protected and signature")
        header = parse(unbase64(signature["protected"]).decode())
        need(header.keys() == {"alg", "kid", "typ"}, "a header is not exactly alg, kid and typ")
        need(header["alg"] in ("Ed25519", "EdDSA"), f"algorithm {header['alg']!r}")
        need(header["typ"] == f"vnd.{kind}+json", f"signed as {header['typ']!r}")
        need(header["kid"] in keys and header["kid"] not in signed, "signed by nobody on the list, or twice")
        unbase64(signature["signature"], 64)
        one = {"payload": payload, "signatures": [signature]}
        jws.deserialize_json(one, OKPKey.import_key(keys[header["kid"]]["key"]), algorithms=["Ed25519", "EdDSA"])
        signed.append(header["kid"])
    missing = [one for one in signers if one["kid"] not in signed and (kind != "wsr.report" or one["role"] == "principal")]
    need(not missing, "somebody who must sign has not")
    return sorted(signed)


bad = False
for file in sys.argv[1:]:
    try:
        print("good", *verify(file))
    except (JoseError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        bad = True
        print("bad", " ".join(f"{type(error).__name__}: {error}".split()).encode("ascii", "backslashreplace").decode())
sys.exit(bad)

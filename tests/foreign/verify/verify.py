"""Checks a signed file without the app: python verify.py FILE

Accepts when every signature is by a listed signer over exactly this content, and every principal has signed.
"""

import json
import sys

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey, thumbprint
from joserfc.util import urlsafe_b64decode, urlsafe_b64encode


def verify(file):
    text = json.load(open(file, encoding="utf-8"))
    document, signatures = text["document"], text["signatures"]
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    payload = urlsafe_b64encode(canonical.encode()).decode()
    signed = set()
    for signature in signatures:
        protected = json.loads(urlsafe_b64decode(signature["protected"].encode()))
        signer = next((one for one in document["signers"] if one["kid"] == protected["kid"]), None)
        assert signer, f"{protected['kid']} is not a listed signer"
        assert protected["typ"] == f"vnd.{document['type']}+json", f"signed as {protected['typ']}"
        assert thumbprint(signer["key"], "sha256") == signer["kid"], "not the name of its key"
        one = {"payload": payload, "signatures": [signature]}
        jws.deserialize_json(one, OKPKey.import_key(signer["key"]), algorithms=["Ed25519"])
        signed.add(signer["kid"])
    missing = [one for one in document["signers"] if one["role"] == "principal" and one["kid"] not in signed]
    assert signed and not missing, "a principal has not signed"
    return sorted(signed)


try:
    print("good", *verify(sys.argv[1]))
except (AssertionError, JoseError, ValueError, KeyError) as error:
    sys.exit(print(f"bad {error}") or 1)

#!/bin/sh
# Checks a signed file without the app: sh verify.sh FILE   (needs jq, openssl, basenc)
# Accepts when every signature is by a listed signer over exactly this content, and everybody who must sign has. What jq reads it
# believes: where somebody may want to deceive you, use verify.py, which knows every rule.
set -eu
file=$1
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

bad() {
    echo "bad $1"
    exit 1
}
from_base64url() {
    text=$(cat | tr -- '-_' '+/')
    case $((${#text} % 4)) in 2) text="$text==" ;; 3) text="$text=" ;; esac
    printf %s "$text" | base64 -d
}

payload=$(jq -cjS .document "$file" | basenc --base64url -w 0 | tr -d =)
count=$(jq '.signatures | length' "$file")
at=0
while [ "$at" -lt "$count" ]; do
    protected=$(jq -r ".signatures[$at].protected" "$file")
    kid=$(printf %s "$protected" | from_base64url | jq -r .kid)
    x=$(jq -r --arg kid "$kid" '.document.signers[] | select(.kid == $kid) | .key.x' "$file")
    # The kid is the SHA-256 of the key in the order RFC 7638 prescribes.
    named=$(printf '{"crv":"Ed25519","kty":"OKP","x":"%s"}' "$x" | openssl dgst -sha256 -binary | basenc --base64url -w 0 | tr -d =)
    [ "$named" = "$kid" ] || bad "$kid is not a listed signer"
    { printf '\060\052\060\005\006\003\053\145\160\003\041\000' && printf %s "$x" | from_base64url; } >"$work/key.der"
    jq -r ".signatures[$at].signature" "$file" | tr -d '\n' | from_base64url >"$work/signature"
    printf %s "$protected.$payload" >"$work/input"
    openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey "$work/key.der" -sigfile "$work/signature" -in "$work/input" >"$work/said" 2>&1 ||
        bad "$(tail -n 1 "$work/said")"
    echo "$kid" >>"$work/signed"
    at=$((at + 1))
done
[ "$count" -gt 0 ] || bad "not signed"
for kid in $(jq -r '.document | .type as $type | .signers[] | select($type != "wsr.report" or .role == "principal") | .kid' "$file"); do
    grep -qxF -- "$kid" "$work/signed" || bad "somebody who must sign has not"
done
echo "good $(tr '\n' ' ' <"$work/signed")"

-- verify(text) → (verdict, reason, at, type, document_sha256), over the function of function.xml.
CREATE OR REPLACE FUNCTION verify AS (text) -> JSONExtract(
    anziping(toJSONString(map('file', '', 'base64', base64Encode(text)))),
    'Tuple(verdict String, reason Nullable(String), at Nullable(String), type Nullable(String), document_sha256 Nullable(String))'
);

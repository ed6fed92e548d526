#!/usr/bin/env bash
# Makes the vectors of this folder with openssl alone, so that they are independent of the program that they try.
# The RSA key is made anew and thrown away: the vectors keep its public half.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

client=dc4a-bank-jateng
timestamp=2024-12-17T09:30:00+07:00
secret=a-secret-of-the-vectors-32-characters-or-more
token=eyJub3QiOiJhLXJlYWwtdG9rZW4ifQ.c2VhbA
url=/v1.0/transfer-va/payment

openssl genrsa -out "$work/key.pem" 2048 2>/dev/null
openssl rsa -in "$work/key.pem" -pubout -out public.pem 2>/dev/null
printf '%s|%s' "$client" "$timestamp" | openssl dgst -sha256 -sign "$work/key.pem" -binary > "$work/token.sig"

# A body as a bank writes it (indented, leading spaces that count), and the same with nothing between its tokens.
cat > payment.txt <<'BODY'
{
  "partnerServiceId": "   88888",
  "customerNo": "24000000017",
  "virtualAccountNo": "   8888824000000017",
  "paymentRequestId": "202412170930000001",
  "paidAmount": { "value": "16800.00", "currency": "IDR" },
  "trxDateTime": "2024-12-17T09:29:58+07:00",
  "additionalInfo": { "note": "a \"quoted\" word,  two spaces\t, caf\u00e9 é" }
}
BODY
printf '%s' '{"partnerServiceId":"   88888","customerNo":"24000000017","virtualAccountNo":"   8888824000000017","paymentRequestId":"202412170930000001","paidAmount":{"value":"16800.00","currency":"IDR"},"trxDateTime":"2024-12-17T09:29:58+07:00","additionalInfo":{"note":"a \"quoted\" word,  two spaces\t, caf\u00e9 é"}}' > payment.minified.txt

signed() { # file with the minified body
  local digest
  digest=$(openssl dgst -sha256 -r "$1" | cut -d' ' -f1)
  printf 'POST:%s:%s:%s:%s' "$url" "$token" "$digest" "$timestamp" |
    openssl dgst -sha512 -mac HMAC -macopt "key:$secret" -binary
}
signed payment.minified.txt > "$work/payment.sig"
: > "$work/empty"
signed "$work/empty" > "$work/empty.sig"

cat > vectors.json <<JSON
{
  "clientId": "$client",
  "timestamp": "$timestamp",
  "clientSecret": "$secret",
  "accessToken": "$token",
  "url": "$url",
  "tokenSignature": { "base64": "$(base64 -w0 "$work/token.sig")", "hex": "$(xxd -p -c0 "$work/token.sig")" },
  "payment": { "base64": "$(base64 -w0 "$work/payment.sig")", "hex": "$(xxd -p -c0 "$work/payment.sig")" },
  "empty": { "base64": "$(base64 -w0 "$work/empty.sig")", "hex": "$(xxd -p -c0 "$work/empty.sig")" }
}
JSON

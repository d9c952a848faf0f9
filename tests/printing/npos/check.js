// Takes a ticket's bytes apart with npos: every byte belongs to a command of the right length, every
// band is whole. Writes what npos saw as a picture. Usage: node check.js ticket.escpos out.pbm
'use strict';
const fs = require('fs');
const npos = require('npos');

const [job, out] = process.argv.slice(2);
const bytes = fs.readFileSync(job);
const fail = (message) => { console.error(`npos: ${message}`); process.exit(1); };

const { tree, error } = npos.parser(npos.rules).analyze(bytes);
if (error) fail(`stops: ${error}`);
let at = 0;
let rows = 0;
let rowBytes = 0;
const dots = [];
for (const part of tree) {
  if (part.offset !== at) fail(`a hole at byte ${at}`);
  const piece = bytes.subarray(part.offset, part.offset + part.length);
  at += part.length;
  if (piece[0] === 0x1d && piece[1] === 0x76) {
    const width = piece[4] + 256 * piece[5];
    const height = piece[6] + 256 * piece[7];
    if (piece.length !== 8 + width * height) fail(`a band of ${piece.length} bytes, not whole`);
    if (rowBytes !== 0 && rowBytes !== width) fail('bands of different widths');
    if (height > 128) fail(`a band of ${height} rows`);
    rowBytes = width;
    rows += height;
    dots.push(piece.subarray(8));
  } else {
    const fixed = { '1b40': 2, '1d56': 4, '1b64': 3 }[piece.subarray(0, 2).toString('hex')];
    if (fixed === undefined) fail(`unexpected command ${piece.subarray(0, 4).toString('hex')}`);
    if (piece.length !== fixed) fail(`command of ${piece.length} bytes, expected ${fixed}`);
  }
}
if (at !== bytes.length) fail(`covers ${at} of ${bytes.length} bytes`);
fs.writeFileSync(out, Buffer.concat([Buffer.from(`P4\n${rowBytes * 8} ${rows}\n`), ...dots]));
console.log(`npos: ${tree.length} commands, ${rowBytes * 8} x ${rows} dots`);

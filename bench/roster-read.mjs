/** Reads a CSV file with csv-parse, counts its rows, and prints how long that took. It is a part of bench/roster.mjs. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const started = performance.now();
let rows = 0;
const parser = createReadStream(process.argv[2]).pipe(parse());
parser.on('data', () => {
  rows += 1;
});
await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ milliseconds: performance.now() - started, peak, rows: rows - 1 }));

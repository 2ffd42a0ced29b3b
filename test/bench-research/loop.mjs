// The plain loop that bench-research compares with: it parses the reports of a folder and counts their values in a Map.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const counts = new Map();
let reports = 0;
const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
function count(text) {
  const report = JSON.parse(text);
  reports++;
  for (const field in report.card) if (field !== 'id') add(`${report.month}|card|${field}|${report.card[field]}`);
  for (const slip of report.slips)
    for (const field in slip) if (field !== 'id') add(`${report.month}|${slip.slip}|${field}|${slip[field]}`);
}
async function walk(path) {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) await walk(join(path, name));
  else if (path.endsWith('.ndjson'))
    for await (const line of createInterface({ input: createReadStream(path, { highWaterMark: 1 << 20 }) }))
      count(line);
  else count(readFileSync(path, 'utf8'));
}
await walk(process.argv[2]);
console.log(JSON.stringify({ reports, cells: counts.size }));

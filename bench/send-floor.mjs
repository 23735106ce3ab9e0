/**
 * The floor of posting: people who are in memory already, written as requests and sent with undici, nothing recorded.
 * Prints the milliseconds that it took.
 *
 *   node send-floor.mjs <csv> <url> <html file>
 */
import { readFileSync } from 'node:fs';
import { request } from 'undici';

const [csv, url, html] = process.argv.slice(2);
const people = readFileSync(csv, 'utf8')
  .split('\n')
  .slice(1)
  .filter(Boolean)
  .map((line) => line.split(',', 2));
const content = JSON.stringify({
  from: { email: 'news@union.example.org' },
  subject: 'News',
  content: [
    { type: 'text/plain', value: 'News' },
    { type: 'text/html', value: readFileSync(html, 'utf8') },
  ],
}).slice(0, -1);
const started = performance.now();
let next = 0;
const lane = async () => {
  while (next < people.length) {
    const some = people.slice(next, next + 1_000);
    next += 1_000;
    const each = some.map(([email, name]) => `{"to":[{"email":"${email}"}],"substitutions":{"-n-":"${name}"}}`);
    const body = Buffer.from(`${content},"personalizations":[${each.join(',')}]}`);
    const answer = await request(`${url}/v3/mail/send`, { method: 'POST', body });
    await answer.body.dump();
  }
};
await Promise.all(Array.from({ length: 4 }, lane));
console.log(JSON.stringify({ milliseconds: performance.now() - started }));

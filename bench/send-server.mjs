/** A server that takes mail as SendGrid does, counts people and remembers nobody. `GET /taken` tells, and begins anew. */
import { createServer } from 'node:http';

const person = Buffer.from('"to":[');
let taken = { people: 0, requests: 0, first: 0, last: 0 };
/** After so many people the server falls silent, for a sender that is to be killed in the middle. */
let silentAfter = Number.POSITIVE_INFINITY;

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method === 'GET') {
      response.end(JSON.stringify(taken));
      taken = { people: 0, requests: 0, first: 0, last: 0 };
      silentAfter = Number(
        new URL(request.url, 'http://localhost').searchParams.get('silent') ?? Number.POSITIVE_INFINITY,
      );
      return;
    }
    if (request.url === '/v3/mail/batch') {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ batch_id: `batch${Math.random().toString(36).slice(2)}` }));
      return;
    }
    if (taken.people >= silentAfter) return;
    const body = Buffer.concat(chunks);
    taken.first ||= performance.timeOrigin + performance.now();
    for (let at = body.indexOf(person); at !== -1; at = body.indexOf(person, at + person.length)) taken.people += 1;
    taken.requests += 1;
    taken.last = performance.timeOrigin + performance.now();
    response.writeHead(202, { 'x-message-id': 'bench' });
    response.end();
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));

/**
 * One `send` of @sendgrid/mail a person, for the first people of a list.
 *
 *   node send-each.mjs <csv> <url> <html file> <count>
 */
import { createReadStream, readFileSync } from 'node:fs';
import sendgrid from '@sendgrid/mail';
import { parse } from 'csv-parse';

const [csv, url, html, count] = process.argv.slice(2);
sendgrid.setApiKey('SG.bench');
sendgrid.client.setDefaultRequest('baseUrl', url);
const mail = { from: 'news@union.example.org', subject: 'News', html: readFileSync(html, 'utf8'), text: 'News' };
let sent = 0;
for await (const row of createReadStream(csv).pipe(parse({ columns: true }))) {
  if (sent >= Number(count)) break;
  await sendgrid.send({ ...mail, to: { email: row.email, name: row.first_name } });
  sent += 1;
}

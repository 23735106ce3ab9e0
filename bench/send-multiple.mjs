/**
 * The script that a user would write: csv-parse, and sendMultiple of @sendgrid/mail for every thousand rows.
 *
 *   node send-multiple.mjs <csv> <url> <html file>
 */
import { createReadStream, readFileSync } from 'node:fs';
import sendgrid from '@sendgrid/mail';
import { parse } from 'csv-parse';

const [csv, url, html] = process.argv.slice(2);
sendgrid.setApiKey('SG.bench');
sendgrid.client.setDefaultRequest('baseUrl', url);
const mail = { from: 'news@union.example.org', subject: 'News', html: readFileSync(html, 'utf8'), text: 'News' };
let to = [];
for await (const row of createReadStream(csv).pipe(parse({ columns: true }))) {
  to.push({ email: row.email, name: row.first_name });
  if (to.length < 1_000) continue;
  await sendgrid.sendMultiple({ ...mail, to });
  to = [];
}
if (to.length > 0) await sendgrid.sendMultiple({ ...mail, to });

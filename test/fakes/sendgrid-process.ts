import { startSendGrid } from './sendgrid-server.js';

/**
 * The stand-in as a process of its own, which outlives whoever sends to it. Takes its settings as JSON in
 * MAILOUT_STAND_IN: { file, faults, port, refused, groups }. Says its address in one line, and ends when its input does.
 */
const settings = JSON.parse(process.env.MAILOUT_STAND_IN ?? '{}');
const server = await startSendGrid({}, { keepsRequests: false, ...settings });
for (const address of settings.refused ?? []) server.mail.refused.add(address);
for (const group of settings.groups ?? []) server.mail.groups.add(group);
process.stdout.write(`${server.url}\n`);
process.stdin.on('end', () => process.exit()).resume();

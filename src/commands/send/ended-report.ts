import type { Send } from '../../database/sends.js';

/** Why nothing more is done about a send. */
export function endedReport({ id, publication, date, state }: Send): string {
  const what = `${publication}, ${date}`;
  switch (state) {
    case 'complete':
      return `${what} was sent before: send ${id} is complete. Nothing was done.\n`;
    case 'cancelling':
      return `${what} is being taken back. Go on with that: mailout cancel ${id}\n`;
    default:
      return `${what} was stopped after some had got it: send ${id}. It is not sent again. Write a new issue for what has to be said.\n`;
  }
}

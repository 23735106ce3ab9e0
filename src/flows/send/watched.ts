import type { Message } from '../../delivery/message.js';
import type { Transport } from '../../delivery/ports.js';
import { grouped } from '../../model/count.js';

/** A transport that says how many people it has come to so far. */
export function watched(
  transport: Transport<Message>,
  recipients: number,
  progress: (words: string) => void,
): Transport<Message> {
  let accepted = 0;
  return {
    send: async (message, attempt, signal) => {
      const outcome = await transport.send(message, attempt, signal);
      if (outcome.outcome === 'accepted') accepted += message.addressees.length;
      progress(`Sending: ${grouped(accepted)} of ${grouped(recipients)} accepted …`);
      return outcome;
    },
  };
}

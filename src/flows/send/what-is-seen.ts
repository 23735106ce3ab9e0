import type { Outlook } from './look-ahead.js';

/** What somebody should have seen of a plan before she says yes to its digest. */
export type WhatIsSeen = ReturnType<typeof whatIsSeen>;

/** What of an outlook is told to whoever approves it, as plain data. */
export function whatIsSeen({ digest, plan, sending, verdict, refusals }: Outlook) {
  const { audience, counts, editions, transport, sendAt, hold } = plan;
  return {
    digest,
    audience,
    recipients: counts.recipients,
    editions,
    transport: transport.kind,
    isReal: sending.isReal,
    sendAt,
    hold,
    refusals,
    verdict,
  };
}

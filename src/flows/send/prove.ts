import { type Addressee, type Letter, type Message, unsubscribeField } from '../../delivery/message.js';
import { transports } from '../../delivery/transports/transports.js';
import { exitCode, Fault } from '../../model/fault.js';
import { type Finding, isError } from '../../model/finding.js';
import type { TransportKind } from '../../model/organisation.js';
import type { Outcome } from '../../model/outcome.js';
import type { Persona, Tester } from '../../model/persona.js';
import { suggestion } from '../../model/suggest.js';
import type { DateText } from '../../model/time.js';
import { type LoadedAudience, loadMailing } from '../load-audience.js';
import { nextMail } from '../next-mail.js';
import type { PeopleWorld } from '../people-world.js';
import { nowIn } from '../schedule.js';
import { lettersOf } from './letters.js';
import { openTransport } from './open-transport.js';
import type { RunWorld } from './run-world.js';
import { sendingBy, transportKind } from './sending.js';

export type ProofRequest = {
  readonly publication: string;
  readonly date?: DateText;
  readonly transport?: string;
  /** As whom all testers read; without it, each as her own persona. */
  readonly persona?: string;
  /** Have SendGrid look at the request and send nothing. */
  readonly isSandbox: boolean;
};

/** What came of a proof for one edition. */
export type Proof = {
  readonly edition: string;
  readonly testers: readonly string[];
  readonly outcome: Outcome;
};

export type Proofs = {
  readonly title: string;
  readonly date: DateText;
  readonly kind: TransportKind;
  /** The folder that they were put in, where that is so. */
  readonly folder?: string;
  readonly proofs: readonly Proof[];
};

/**
 * Sends an issue to the testers of audiences/testers.yaml and to nobody else, with a mark in the subject. The ledger
 * knows nothing of it.
 *
 * @throws Fault (exit 2) where there are no testers, or no such newsletter, persona or transport.
 */
export async function prove(
  request: ProofRequest,
  world: PeopleWorld & RunWorld,
): Promise<{ readonly proofs?: Proofs; readonly findings: readonly Finding[] }> {
  const { value: loaded, findings: ofFiles } = loadMailing(world, request.publication);
  if (!loaded) return { findings: ofFiles };
  const { organisation, testers } = loaded.content;
  if (testers.length === 0) throw noTesters();
  const today = (await nowIn(organisation, world.now)).slice(0, 10);
  const { value: next, findings: ofIssue } = await nextMail(loaded, world, request.publication, request.date ?? today);
  const findings = [...ofFiles, ...ofIssue];
  if (!next || findings.some(isError)) return { findings };

  const kind = transportKind(request.transport, organisation, world.variable);
  if (request.isSandbox && kind !== 'sendgrid') throw noSandbox(kind);
  const { unsubscribe } = sendingBy(kind, next, loaded.audience, organisation, world);
  const letters = lettersOf(next, organisation, kind === 'smtp' ? noLinks : unsubscribe);
  const folder = `audiences/private/outbox/proofs/${next.publication.id}/${next.slot.date}`;
  const occasion = { folder, date: new Date(world.clock.now()), isSandbox: request.isSandbox, now: world.clock.now };
  const transport = await openTransport(kind, occasion, organisation, world);
  const proofs: Proof[] = [];
  try {
    for (const [edition, readers] of readersByEdition(loaded, request.persona, next.mail.editionOf)) {
      const letter = letters.get(edition);
      if (!letter) throw new Error('A persona has an edition that the issue has not.');
      const marked = request.isSandbox ? letter : withMark(letter);
      for (const some of portions(readers, transports[kind].mostPeople)) {
        const message: Message = { letter: marked, addressees: some.map(addresseeOf) };
        const outcome = await transport.send(message, world.random.id(), new AbortController().signal);
        proofs.push({ edition, testers: some.map(({ tester }) => tester.name), outcome });
      }
    }
  } finally {
    await transport.close();
  }
  const { title } = next.publication;
  return {
    proofs: { title, date: next.slot.date, kind, ...(kind === 'outbox' && { folder }), proofs },
    findings,
  };
}

type Reader = { readonly tester: Tester; readonly persona?: Persona };

/** A proof unsubscribes nobody: its links lead nowhere. */
const noLinks = { by: 'link', link: 'https://unsubscribe.invalid/{token}' } as const;

function readersByEdition(
  { content }: LoadedAudience,
  wanted: string | undefined,
  editionOf: (facets: Persona['facets']) => string,
): ReadonlyMap<string, readonly Reader[]> {
  const { personas, testers } = content;
  const all = personas.find(({ id }) => id === wanted);
  if (wanted !== undefined && !all) throw noPersona(wanted, personas);
  const readers = new Map<string, Reader[]>();
  for (const tester of testers) {
    const persona = all ?? personas.find(({ id }) => id === tester.persona);
    const edition = editionOf(persona?.facets ?? {});
    readers.set(edition, [...(readers.get(edition) ?? []), { tester, ...(persona && { persona }) }]);
  }
  return readers;
}

/** Nobody takes a proof for the issue. */
function withMark(letter: Letter): Letter {
  const [first = '', ...rest] = letter.subject.texts;
  return { ...letter, subject: { ...letter.subject, texts: [`[Proof] ${first}`, ...rest] } };
}

function addresseeOf({ tester, persona }: Reader): Addressee {
  const values = { ...persona?.fields, [unsubscribeField]: undefined };
  return { address: tester.address, person: `proof for ${tester.name}`, token: 'proof', values };
}

function portions<One>(all: readonly One[], size: number): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

function noTesters(): Fault {
  return new Fault({
    code: 'proof/no-testers',
    exit: exitCode.usage,
    words: 'There is nobody to send a proof to: no testers are listed.',
    fix: 'List them in audiences/testers.yaml: name and address. Proofs go to them and to nobody else.',
  });
}

function noPersona(id: string, known: readonly Persona[]): Fault {
  return new Fault({
    code: 'proof/unknown-persona',
    exit: exitCode.usage,
    words: `There is no persona called “${id}”.`,
    fix: suggestion(
      id,
      known.map((one) => one.id),
    ),
  });
}

function noSandbox(kind: TransportKind): Fault {
  return new Fault({
    code: 'proof/no-sandbox',
    exit: exitCode.usage,
    words: `Only SendGrid has a sandbox, and this would go by ${kind}.`,
    fix: 'Say --transport sendgrid, with SENDGRID_API_KEY set.',
  });
}

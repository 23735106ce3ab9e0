/** How much is asked of servers. */
export type Limits = {
  /** Requests at once, to all servers together. */
  readonly overall: number;
  /** Requests at once to one server. */
  readonly perHost: number;
  /** Milliseconds from the beginning of one request to a server to that of the next. */
  readonly pause: number;
  /** Milliseconds that a request may take. */
  readonly timeout: number;
  /** How often a link may be passed on. */
  readonly redirects: number;
};

export const usualLimits: Limits = { overall: 8, perHost: 2, pause: 300, timeout: 10_000, redirects: 5 };

/** Does something with a server when its turn has come, unless by then there is an answer without it. */
export type InTurn = <T>(host: string, work: () => Promise<T>, known: () => T | undefined) => Promise<T>;

/** Lets requests wait so that no server is asked too much. */
export function inTurn(
  { overall, perHost, pause }: Limits,
  wait: (milliseconds: number) => Promise<unknown>,
  clock: () => number,
): InTurn {
  const everybody = gate(overall);
  const hosts = new Map<string, { readonly gate: Gate; next: number }>();
  return async (host, work, known) => {
    const server = hosts.get(host) ?? { gate: gate(perHost), next: 0 };
    hosts.set(host, server);
    return server.gate(async () => {
      const answer = known();
      if (answer !== undefined) return answer;
      const begins = Math.max(server.next, clock());
      server.next = begins + pause;
      const left = begins - clock();
      if (left > 0) await wait(left);
      return everybody(work);
    });
  };
}

type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets so many in at a time, in the order in which they come. */
function gate(room: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= room) await new Promise<void>((resolve) => waiting.push(resolve));
    else inside += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes over the place of whoever leaves.
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}

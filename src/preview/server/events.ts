import type { Workbench } from '../../model/workbench.js';

/** The streams by which open pages hear that there is something new to show. */
export type EventStreams = {
  /** A new stream that begins with what there is now; undefined if there are too many already. */
  readonly open: () => ReadableStream<Uint8Array> | undefined;
  readonly tell: (state: Workbench) => void;
  /** Ends all streams. */
  readonly close: () => void;
};

/** A page that is this many messages behind does not listen any more; if it does after all, it asks again. */
const mostUnread = 200;

/**
 * @param present what there is to show
 * @param most how many streams may be open at once
 * @param heartbeat milliseconds between two signs of life, by which a connection that is gone is noticed
 */
export function eventStreams(present: () => Workbench, most: number, heartbeat: number): EventStreams {
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;

  const forget = (stream: ReadableStreamDefaultController<Uint8Array>) => {
    open.delete(stream);
    if (open.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  const end = (stream: ReadableStreamDefaultController<Uint8Array>) => {
    forget(stream);
    stream.close();
  };
  const say = (text: string) => {
    const bytes = encoder.encode(text);
    for (const stream of [...open]) {
      if ((stream.desiredSize ?? 0) < -mostUnread) end(stream);
      else stream.enqueue(bytes);
    }
  };

  return {
    open: () => {
      if (open.size >= most) return undefined;
      let own: ReadableStreamDefaultController<Uint8Array>;
      return new ReadableStream<Uint8Array>({
        start: (stream) => {
          own = stream;
          open.add(stream);
          timer ??= setInterval(() => say(': still here\n\n'), heartbeat).unref();
          stream.enqueue(encoder.encode(message(present())));
        },
        cancel: () => forget(own),
      });
    },
    tell: (state) => say(message(state)),
    close: () => {
      for (const stream of [...open]) end(stream);
    },
  };
}

function message({ revision, isChecked }: Workbench): string {
  return `event: state\ndata: ${JSON.stringify({ revision, isChecked })}\n\n`;
}

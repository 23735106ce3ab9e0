import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownIssue } from '../../../model/workbench.js';
import type { Go, Place } from '../place.js';
import type { Pointed } from '../pointed.js';
import { findItem, pointAt } from './find-item.js';
import { loadedWith, morphed } from './live-document.js';
import { WidthHandle } from './width-handle.js';

export type EditionFrameProps = {
  /** Where the edition is, dressed as it is to be looked at. */
  readonly address: string;
  /** Another one means another edition at the same address. */
  readonly digest: string;
  readonly title: string;
  readonly issue: ShownIssue;
  readonly place: Place;
  readonly go: Go;
  readonly pointed: Pointed | undefined;
};

/** The edition in a frame in which nothing runs. It changes in place, so that scroll and selection stay. */
export function EditionFrame({ address, digest, title, issue, place, go, pointed }: EditionFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef({ address, digest, top: 0 });
  const [leadsTo, setLeadsTo] = useState<string>();

  useEffect(() => {
    const before = shown.current;
    shown.current = { address, digest, top: frame.current?.contentWindow?.scrollY ?? 0 };
    // Another look or persona is another document; the same one is brought up to date in place.
    if (before.address !== address || before.digest === digest) return;
    const asking = new AbortController();
    void morphed(frame.current, address, asking.signal);
    return () => asking.abort();
  }, [address, digest]);

  useEffect(() => {
    const found = pointed && findItem(frame.current?.contentDocument, issue, pointed.item);
    if (found) pointAt(found);
  }, [pointed, issue]);

  const loaded = () => {
    const { current } = frame;
    if (!current) return;
    current.contentWindow?.scrollTo(0, shown.current.top);
    loadedWith(current, setLeadsTo);
  };
  const scale = place.zoom / 100;
  return (
    <div class="stage">
      <div class="desk" style={{ width: `${place.width}px` }}>
        {/* Half the room and drawn twice as large: what a browser does that is set to 200 %. */}
        <iframe
          ref={frame}
          src={address}
          title={title}
          sandbox="allow-same-origin"
          onLoad={loaded}
          style={{
            width: `${100 / scale}%`,
            height: `${100 / scale}%`,
            transform: scale === 1 ? 'none' : `scale(${scale})`,
          }}
        />
        <WidthHandle width={place.width} set={(width) => go({ width })} />
      </div>
      <p class="leads-to" role="status">
        {leadsTo === undefined ? `${place.width} pixels wide` : `This link leads to ${leadsTo}`}
      </p>
    </div>
  );
}

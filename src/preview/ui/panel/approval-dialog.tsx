import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../dialog.js';
import { approve, askApproval, type Outlook, type Reply } from '../wire.js';
import type { PanelProps } from './panel-props.js';

type Props = PanelProps & { readonly isOpen: boolean; readonly close: () => void };

/** Shows what would be approved, and approves exactly that. */
export function ApprovalDialog({ issue, act, isOpen, close }: Props) {
  const [outlook, setOutlook] = useState<Reply<Outlook>>();
  const [by, setBy] = useState('');
  const [isUnderWay, setUnderWay] = useState(false);
  useEffect(() => {
    setOutlook(undefined);
    if (!isOpen) return;
    let isAsked = true;
    void askApproval(issue.key).then((reply) => isAsked && setOutlook(reply));
    return () => {
      isAsked = false;
    };
  }, [isOpen, issue.key]);
  const digest = outlook?.ok ? outlook.digest : undefined;
  const say = async () => {
    if (digest === undefined) return;
    setUnderWay(true);
    await act(approve(issue.key, digest, by.trim() || undefined), 'It is approved.');
    setUnderWay(false);
    close();
  };
  return (
    <Dialog title={`Approve ${issue.title}, ${issue.label}`} isOpen={isOpen} close={close}>
      {!outlook && <p role="status">Looking at what would be sent, and to whom …</p>}
      {outlook && !outlook.ok && (
        <>
          <p>
            <span class="severity is-error">Not yet</span> Something is in the way:
          </p>
          <p class="lines">{outlook.words}</p>
        </>
      )}
      {outlook?.ok && (
        <>
          <ul class="lines">
            {outlook.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="advice">
            You approve exactly this: <code>{digest?.slice(0, 16)}</code>. If the issue or its readers change before
            that, nothing is approved.
          </p>
          <div class="text-field">
            <label for="approved-by">Your name</label>
            <input
              id="approved-by"
              type="text"
              autocomplete="name"
              placeholder="As git knows you"
              value={by}
              onInput={(event) => setBy(event.currentTarget.value)}
            />
          </div>
        </>
      )}
      <div class="deeds">
        {digest !== undefined && (
          <button type="button" class="primary" disabled={isUnderWay} onClick={() => void say()}>
            {isUnderWay ? 'Approving …' : 'Approve it'}
          </button>
        )}
        <button type="button" onClick={close}>
          Not now
        </button>
      </div>
    </Dialog>
  );
}

import { useState } from 'preact/hooks';
import { Dialog } from '../dialog.js';
import { sendProof } from '../wire.js';
import type { PanelProps } from './panel-props.js';

type Props = PanelProps & { readonly isOpen: boolean; readonly close: () => void };

/** Asks once more before a proof goes out, and to whom it goes. */
export function ProofDialog({ issue, bench, place, act, isOpen, close }: Props) {
  const [persona, setPersona] = useState(place.persona ?? '');
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    await act(sendProof(issue.key, persona || undefined), 'The proof is sent.');
    setSending(false);
    close();
  };
  return (
    <Dialog title="Send a proof" isOpen={isOpen} close={close}>
      <p>
        {issue.title}, {issue.label}, goes to the testers in <code>audiences/testers.yaml</code> and to nobody else. Its
        subject says that it is a proof.
      </p>
      <div class="text-field">
        <label for="proof-as">They read it as</label>
        <select id="proof-as" value={persona} onChange={(event) => setPersona(event.currentTarget.value)}>
          <option value="">Each as her own persona</option>
          {bench.personas.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div class="deeds">
        <button type="button" class="primary" disabled={isSending} onClick={() => void send()}>
          {isSending ? 'Sending …' : 'Send the proof'}
        </button>
        <button type="button" onClick={close}>
          Not now
        </button>
      </div>
    </Dialog>
  );
}

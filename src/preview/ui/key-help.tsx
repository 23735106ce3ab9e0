import { Dialog } from './dialog.js';

const keys = [
  ['?', 'Show these keys'],
  ['Esc', 'Back to all issues'],
  ['[ and ]', 'Edition before, and after'],
  ['p and shift p', 'Read as the next persona, or the one before'],
  ['1 to 5', 'Email, inbox, reading order, plain text, source'],
  ['d', 'Next appearance: light, dark, inverted, no pictures'],
  ['w', 'Next width: 600, 375, 320'],
  ['z', 'Twice as large, or as it is'],
  ['j and k', 'Next in the list beside it, and the one before'],
] as const;

export function KeyHelp({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  return (
    <Dialog title="Keys" isOpen={isOpen} close={close}>
      <dl class="keys">
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </Dialog>
  );
}

import { type Simulated, simulated } from './simulated.js';

/** Says of a simulated view what it is simulated from. */
export function Badge({ of }: { readonly of: Simulated }) {
  return (
    <p class="simulated">
      <strong>Simulated</strong> {simulated[of].replace(/^Simulated: /, '')}
    </p>
  );
}

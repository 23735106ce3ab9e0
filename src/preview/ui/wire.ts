import type { ChoiceChange, Workbench } from '../../model/workbench.js';

/** What became of what was asked for: what there is to say of it, or why it was not done. */
export type Reply<More = unknown> =
  | ({ readonly ok: true } & More)
  | { readonly ok: false; readonly words: string; readonly fix?: string };

export type Said = { readonly words: string };

/** How an issue would be approved now. */
export type Outlook = { readonly lines: readonly string[]; readonly digest?: string };

/** What there is to show; throws if the server does not answer. */
export async function readWorkbench(): Promise<Workbench> {
  const answer = await fetch('/api/state');
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** Tells the server which issue is looked at, so that it is made first. */
export const lookAt = (issue: string) => post('looked-at', { issue });
export const changeIssue = (issue: string, change: ChoiceChange) => post('change', { issue, change });
export const mend = (finding: string) => post('mend', { finding });
export const rebuild = () => post('rebuild', {});
export const openFinding = (finding: string) => post<Said>('open', { finding });
export const openItem = (item: string) => post<Said>('open', { item });
export const sendProof = (issue: string, persona?: string) =>
  post<Said>('proof', { issue, ...(persona !== undefined && { persona }) });
export const askApproval = (issue: string) => post<Outlook>('approval', { issue });
export const approve = (issue: string, digest: string, by?: string) =>
  post<Said>('approve', { issue, digest, ...(by && { by }) });

async function post<More = unknown>(path: string, body: unknown): Promise<Reply<More>> {
  try {
    const answer = await fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return {
      ok: false,
      words: 'The preview does not answer.',
      fix: 'Look whether mailout preview still runs in the terminal, and start it again if not.',
    };
  }
}

import { type FactsBefore, type Refusal, refusalsBefore } from '../../audience/guards.js';
import type { Audience } from '../../model/audience.js';
import type { Publication } from '../../model/publication.js';
import { suppressionListsFor } from '../../model/suppression.js';
import { bad, type Check, type Diagnosis, good, type Patient, warning } from './check.js';

/** Live audiences say why they may be written to, and how many they are; and newsletters go where they may. */
const audiences: Check = ({ content, now }) =>
  content.audiences.flatMap((audience): readonly Diagnosis[] => {
    const mailed = content.publications.filter((one) => one.channel === 'email' && one.audience === audience.id);
    if (!audience.people) {
      const { words, fix } = noSource(audience);
      return [mailed.length > 0 ? bad(words, fix) : warning(words, fix)];
    }
    const wrong = refusals(audience, mailed, now).map(({ words, fix }) => bad(words, fix));
    const { title, environment, size, source } = audience;
    if (environment === 'live' && !size) {
      wrong.push(
        warning(
          `Nothing says how many people ${title} should have, so a wrong or broken source is not noticed.`,
          `Add “size” to ${source.file}, like size: { from: 900, until: 1100 }.`,
        ),
      );
    }
    return wrong.length > 0 ? wrong : [good(`${title} (${environment}) is in order.`)];
  });

/** What the guards would refuse at a send, as far as the files tell. */
function refusals(audience: Audience, mailed: readonly Publication[], now: string): readonly Refusal[] {
  const facts = { audience, isTracked: false, lists: [], now };
  const publications = mailed.length > 0 ? mailed : [{ title: audience.title, marketing: false }];
  const all = publications.flatMap((publication) => refusalsBefore({ ...facts, publication }));
  return all.filter(({ words }, index) => all.findIndex((one) => one.words === words) === index);
}

function noSource({ title, source }: Audience): { readonly words: string; readonly fix: string } {
  return {
    words: `${title} has no source, so nobody can be written to.`,
    fix: `Add “source” to ${source.file}; docs/audiences.md shows how.`,
  };
}

/** The provider's lists of people who must not be written to were read not long ago. */
const suppressions: Check = async ({ content, now, ask }: Patient) => {
  const live = content.audiences.filter(({ people, environment }) => people && environment === 'live');
  if (live.length === 0) return [];
  const syncs = await ask(async (database) => (await database?.suppressions.lastSyncs()) ?? []);
  const wanted = [...new Set(live.flatMap(({ unsubscribeGroup }) => suppressionListsFor(unsubscribeGroup)))];
  const lists = wanted.map((list): FactsBefore['lists'][number] => {
    const readAt = syncs.find((sync) => sync.origin === 'sendgrid' && sync.list === list)?.at;
    return { list, ...(readAt !== undefined && { readAt }) };
  });
  const [first] = live;
  const stale = first
    ? refusalsBefore({
        audience: first,
        publication: { title: first.title, marketing: false },
        isTracked: false,
        lists,
        now,
      })
    : [];
  const refused = stale.filter(({ guard }) => guard === 'suppressions');
  return refused.length > 0
    ? refused.map(({ words, fix }) => bad(words, fix))
    : [good('The provider’s lists of people who must not be written to were read in the last day.')];
};

export const audienceChecks = { audiences, suppressions } satisfies Record<string, Check>;

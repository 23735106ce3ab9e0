import type { Complaint } from '../../rule.js';
import { rule } from '../../rule.js';
import { replacing } from '../../source-text.js';
import type { Writing } from '../../subjects.js';
import { standsAnywhere, unwrapped } from '../../wrapped-links.js';
import type { WrittenLink } from '../../written-links.js';

export const safelinks = rule({
  id: 'link/safelinks',
  over: 'writing',
  severity: 'error',
  title: 'Links are not wrapped up by somebody’s mail program',
  why: 'Outlook and others put their own address around a link and the name of whoever got the mail into it. Passed on, it tells all readers who that was, and it stops working some day.',
  origins: [
    {
      title: 'Microsoft Defender for Office 365, Safe Links',
      url: 'https://learn.microsoft.com/defender-office-365/safe-links-about',
    },
  ],
  bad: '[Sign](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fsign&data=05%7C…)',
  good: '[Sign](https://www.example.org/sign)',
  *judge({ links, file }) {
    for (const link of links) {
      const found = unwrapped(link.url);
      if (found) yield complaint(link, found, file);
    }
  },
});

function complaint(
  { place, range }: WrittenLink,
  { wrapper, inside }: { readonly wrapper: string; readonly inside: string | undefined },
  file: Writing['file'],
): Complaint {
  return {
    place,
    words: `This address is one of ${wrapper}, wrapped around the real one.`,
    fix: inside === undefined ? 'Open it, and copy the address of the page that comes.' : `Write ${inside} instead.`,
    ...(inside !== undefined &&
      range &&
      standsAnywhere(inside) && { edits: [replacing(file, range.from, range.to, inside)] }),
  };
}

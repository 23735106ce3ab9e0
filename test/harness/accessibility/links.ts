import { wcagContrast } from 'culori';
import { type Element, isTag, isText } from 'domhandler';
import { getElementsByTagName } from 'domutils';
import { groundOf, ownGround, ratioWords } from './colours.js';
import { type Complaint, nameOf, type Page, parentOf, styleOf, textsIn, wordsOf } from './page.js';

/** What a link is called: its words, and what its pictures are called. */
function nameOfLink(link: Element): string {
  const pictures = getElementsByTagName('img', link).map(({ attribs }) => attribs.alt ?? '');
  return [wordsOf(link), ...pictures].join(' ').trim();
}

/** Links that a screen reader can only read out as an address. Those of pictures are told with the pictures. */
export function namelessLinks({ links }: Page): Complaint[] {
  return links
    .filter((link) => !nameOfLink(link) && getElementsByTagName('img', link).length === 0)
    .map((link) => ({ check: 'link-name', at: nameOf(link), reason: 'has no words' }));
}

/**
 * Words that say nothing by themselves, in the languages of the sample: English, Welsh, French, Spanish, Arabic, Urdu,
 * Chinese and Japanese. Screen readers list the links of an email without the text around them.
 */
const emptyWords = new Set([
  ...['click', 'click here', 'click this link', 'here', 'link', 'this link', 'this', 'this page', 'more', 'read more'],
  ...['read on', 'see more', 'find out more', 'learn more', 'more info', 'more information', 'details', 'continue'],
  ...['yma', 'cliciwch yma', 'mwy', 'darllen mwy', 'darllenwch fwy', 'dolen', 'rhagor', 'rhagor o wybodaeth'],
  ...['ici', 'cliquez ici', 'cliquer ici', 'plus', 'en savoir plus', 'lire la suite', 'lire plus', 'lien', 'ce lien'],
  ...['aquí', 'aqui', 'haz clic aquí', 'haga clic aquí', 'pulse aquí', 'más', 'leer más', 'lee más', 'saber más'],
  ...['más información', 'ver más', 'enlace', 'este enlace'],
  ...['هنا', 'اضغط هنا', 'انقر هنا', 'المزيد', 'اقرأ المزيد', 'للمزيد', 'رابط', 'الرابط'],
  ...['یہاں', 'یہاں کلک کریں', 'مزید', 'مزید پڑھیں', 'مزید معلومات', 'لنک'],
  ...[
    '这里',
    '点击这里',
    '点此',
    '更多',
    '阅读更多',
    '了解更多',
    '查看更多',
    '链接',
    '這裡',
    '點擊這裡',
    '更多資訊',
    '閱讀更多',
    '了解更多資訊',
    '連結',
  ],
  ...[
    'ここ',
    'こちら',
    'ここをクリック',
    'こちらをクリック',
    '続きを読む',
    'もっと見る',
    'もっと読む',
    '詳細',
    '詳しくはこちら',
    'リンク',
  ],
]);

const address = /^(?:https?:\/\/\S+|www\.\S+|(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?)$/i;

/** Links whose words do not say where they go, or say the same of two places. */
export function badLinkWords({ links }: Page): Complaint[] {
  const goals = new Map<string, string>();
  return links.flatMap((link) => {
    const name = nameOfLink(link);
    const words = name
      .replace(/\s*[([（].*?[)\]）]\s*$/u, '')
      .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
      .toLowerCase();
    const { href = '' } = link.attribs;
    const goal = goals.get(name.toLowerCase()) ?? href;
    goals.set(name.toLowerCase(), goal);
    return [
      ...(emptyWords.has(words) ? ['says nothing by itself'] : []),
      ...(address.test(wordsOf(link)) ? ['is an address, which is read out letter by letter'] : []),
      ...(name && goal !== href ? [`has the words of the link to ${goal}`] : []),
    ].map((reason) => ({ check: 'link-words', at: nameOf(link), reason }));
  });
}

/** Links that only their colour tells from the text around them, and buttons that do not stand out from their ground. */
export function indistinctLinks({ links }: Page): Complaint[] {
  return links
    .filter((link) => textsIn(link).length > 0)
    .flatMap((link) => {
      const style = styleOf(link);
      const decoration = style.get('text-decoration') ?? style.get('text-decoration-line') ?? 'underline';
      if (decoration.includes('underline') || /\d/.test(style.get('border-bottom') ?? '')) return [];
      const box = boxOf(link);
      if (!box) return [{ check: 'link-mark', at: nameOf(link), reason: 'is neither underlined nor a button' }];
      const around = parentOf(box) ?? box;
      const edge = [ownGround(box), borderColour(box)].filter((colour) => colour !== undefined);
      const ratio = Math.max(...edge.map((colour) => wcagContrast(colour, groundOf(around))));
      return ratio < 3
        ? [
            {
              check: 'link-mark',
              at: nameOf(link),
              reason: `the button stands out from its ground by ${ratioWords(ratio)} only`,
            },
          ]
        : [];
    });
}

/** What makes a link a button: its own ground or border, or that of a cell that holds nothing else. */
function boxOf(link: Element): Element | undefined {
  const hasBox = (element: Element) => ownGround(element) !== undefined || borderColour(element) !== undefined;
  const parent = parentOf(link);
  const isAlone = parent?.children.every(
    (child) => child === link || !(isTag(child) || (isText(child) && child.data.trim())),
  );
  if (parent && isAlone && parent.name === 'td' && hasBox(parent)) return parent;
  return hasBox(link) ? link : undefined;
}

function borderColour(element: Element): string | undefined {
  const border = styleOf(element).get('border');
  return border && !/^(?:0(?:px)?|none)\b/.test(border) ? /#[\da-f]{3,6}\b/i.exec(border)?.[0] : undefined;
}

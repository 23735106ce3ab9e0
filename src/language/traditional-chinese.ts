import type { Language } from '../model/language.js';
import { chineseDates } from './chinese-dates.js';
import { clockOf } from './clock.js';
import { countriesFrom } from './countries.js';
import { fileFrom } from './linked-file.js';
import { traditionalChineseNames } from './traditional-chinese-countries.js';

export const traditionalChinese: Language = {
  tag: 'zh-Hant',
  dates: chineseDates,
  phrases: {
    kind: {
      action: '行動',
      statement: '聲明',
      news: '新聞',
      resource: '資料',
      event: '活動',
      opportunity: '機會',
    },
    deed: {
      sign: '連署',
      'email-mp': '寫電郵給您的議員',
      write: '寫信',
      donate: '募款',
      attend: '活動',
      download: '資料',
      affiliate: '加入',
      read: '閱讀',
      share: '廣為分享',
      apply: '機會',
    },
    urgent: '緊急',
    closes: (moment) => `截止時間：${moment}`,
    closed: (moment) => `已截止：${moment}`,
    by: (moment) => `截止到${moment}`,
    action: '行動',
    signedBy: '簽署人',
    andOthers: (count) => `以及另外${count}人`,
    readInFull: (title) => `閱讀〈${title}〉全文`,
    readInFullOnTheWeb: (title) => `在網頁上閱讀〈${title}〉全文`,
    update: (date) => `最新消息（${date}）`,
    outcome: {
      won: (date) => `勝利（${date}）`,
      lost: (date) => `未能成功（${date}）`,
      ongoing: (date) => `目前情況（${date}）`,
    },
    from: '來源：',
    when: '時間',
    where: '地點',
    online: '線上',
    joinOnline: (title) => `線上參加：${title}`,
    addToCalendar: (title) => `加入行事曆：${title}`,
    clockOf: clockOf((city) => `（${city}時間）`),
    file: fileFrom({ beforeSize: '，' }),
    picture: (credit) => `圖片：${credit}`,
    atYourNextMeeting: '請在下次會議上提出',
    askYourDistrict: '請向您所在的地區組織提出',
    wordsToCopy: '可複製貼上的文字',
    inThisIssue: '本期內容',
    items: (count) => `${count}項內容`,
    readOnTheWeb: '在網頁上閱讀',
    unsubscribeFrom: (title) => `取消訂閱《${title}》`,
    writeToUs: '聯絡我們',
    privacy: '我們如何使用您的個人資料',
    olderTranslation: '本譯文完成後，原文有所更動。',
    colon: '：',
  },
  countryName: countriesFrom(traditionalChineseNames),
};

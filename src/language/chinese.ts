import chineseCountries from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import type { Language } from '../model/language.js';
import { chineseDates } from './chinese-dates.js';
import { clockOf } from './clock.js';
import { countriesFrom } from './countries.js';
import { fileFrom } from './linked-file.js';

const everydayNames = {
  CF: '中非共和国',
  EH: '西撒哈拉',
  ID: '印度尼西亚',
  TW: '台湾',
};

/** In simplified characters. */
export const chinese: Language = {
  tag: 'zh-Hans',
  dates: chineseDates,
  phrases: {
    kind: {
      action: '行动',
      statement: '声明',
      news: '新闻',
      resource: '资料',
      event: '活动',
      opportunity: '机会',
    },
    deed: {
      sign: '请愿',
      'email-mp': '给您的议员发邮件',
      write: '写信',
      donate: '募捐',
      attend: '活动',
      download: '资料',
      affiliate: '加入',
      read: '阅读',
      share: '广而告之',
      apply: '机会',
    },
    urgent: '紧急',
    closes: (moment) => `截止时间：${moment}`,
    closed: (moment) => `已截止：${moment}`,
    by: (moment) => `截止到${moment}`,
    action: '行动',
    signedBy: '签署人',
    andOthers: (count) => `以及另外${count}人`,
    readInFull: (title) => `阅读《${title}》全文`,
    readInFullOnTheWeb: (title) => `在网页上阅读《${title}》全文`,
    update: (date) => `最新消息（${date}）`,
    outcome: {
      won: (date) => `胜利（${date}）`,
      lost: (date) => `未能成功（${date}）`,
      ongoing: (date) => `目前情况（${date}）`,
    },
    from: '来源：',
    when: '时间',
    where: '地点',
    online: '线上',
    joinOnline: (title) => `在线参加：${title}`,
    addToCalendar: (title) => `添加到日历：${title}`,
    clockOf: clockOf((city) => `（${city}时间）`),
    file: fileFrom({ beforeSize: '，' }),
    picture: (credit) => `图片：${credit}`,
    atYourNextMeeting: '请在下次会议上提出',
    askYourDistrict: '请向您所在的地区组织提出',
    wordsToCopy: '可复制粘贴的文字',
    inThisIssue: '本期内容',
    items: (count) => `${count}项内容`,
    issueNumber: (number) => `第${number}期`,
    readOnTheWeb: '在网页上阅读',
    unsubscribeFrom: (title) => `退订《${title}》`,
    writeToUs: '联系我们',
    privacy: '我们如何使用您的个人信息',
    olderTranslation: '本译文完成后，原文有改动。',
    colon: '：',
  },
  countryName: countriesFrom(everydayNames, chineseCountries.countries),
};

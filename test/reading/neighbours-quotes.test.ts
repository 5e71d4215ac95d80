import { expect, test } from 'vitest';
import { quotesIn } from './quoted.ts';

test.each([
  ['uk', '«Ми відкриємо ворота», — сказав мер Рольф Берг.', 'Рольф Берг', 'мер'],
  ['uk', 'Міністр портів Рольф Берг заявив: «Ми відкриємо ворота».', 'Рольф Берг', 'Міністр портів'],
  ['be', '«Мы адчынім вароты», — сказаў мэр Рольф Берг.', 'Рольф Берг', 'мэр'],
  ['ky', '«Биз дарбазаны ачабыз», – деди министр Асан Нурланов.', 'Асан Нурланов', 'министр'],
  ['uz', '“Biz darvozani ochamiz”, – dedi vazir Asqar Nurlanov.', 'Asqar Nurlanov', 'vazir'],
  ['uz', '«Биз дарвозани очамиз», – деди вазир Асқар Нурланов.', 'Асқар Нурланов', 'вазир'],
  ['tg', '«Мо дарвозаро мекушоем», – гуфт вазир Рустам Ҳалимов.', 'Рустам Ҳалимов', 'вазир'],
  ['tk', '“Biz derwezäni açarys” diýip, ministr Aşyr Nurlyýew aýtdy.', 'Aşyr Nurlyýew', 'ministr'],
  ['az', '“Biz qapıları açacağıq”, – nazir Aydın Quliyev deyib.', 'Aydın Quliyev', 'nazir'],
  ['az', 'Nazir Aydın Quliyev bildirib: “Biz qapıları açacağıq”.', 'Aydın Quliyev', 'Nazir'],
  ['tr', 'Başkan Ali Yılmaz, “Kapıları açacağız” dedi.', 'Ali Yılmaz', 'Başkan'],
  ['tr', 'Başkan Ali Yılmaz "Kapıları açacağız" ifadelerini kullandı.', 'Ali Yılmaz', 'Başkan'],
  ['fr', '« Nous ouvrirons les portes », a déclaré la maire Ida Holm.', 'Ida Holm', 'maire'],
  ['fr', 'Selon Ida Holm, « les portes sont trop vieilles ».', 'Ida Holm', undefined],
])('%s: %s', (language, text, speaker, role) => {
  expect(quotesIn(text, language)).toMatchObject([{ speaker, role }]);
});

test.each([
  ['ka', '„ჩვენ გავხსნით კარიბჭეს მაისში“, – განაცხადა მინისტრმა.'],
  ['ar', 'قال الوزير علي حسن: «سنفتح البوابات في مايو».'],
  ['zh', '部长李明说：“我们将在五月打开大门。”'],
])('a language without a table of verbs has quotes without speakers (%s)', (language, text) => {
  expect(quotesIn(text, language)).toMatchObject([{ speaker: undefined }]);
});

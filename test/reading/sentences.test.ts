import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/reading/sentences.ts';

describe('one sentence', () => {
  test.each([
    ['en', 'Mr. Odell met Gen. Ramos of the U.S. Army in St. Petersburg.'],
    ['en', 'The budget grew by 3.5 percent to $1.2 billion.'],
    ['en', 'Ann R. Lowe spoke first.'],
    ['en', 'The U.S. Senate voted.'],
    ['en', '“Why now?” she asked.'],
    ['en', 'She works at Yahoo! in the sales department.'],
    ['en', 'The vote is on Nov. 20 in room No. 5.'],
    ['ru', 'В 2026 г. экспорт вырос на 4,2 млн т. зерна.'],
    ['ru', 'Встреча прошла на ул. Абая, д. 5.'],
    ['ru', 'Посол И. В. Громов вернулся.'],
    ['de', 'Der Rat tagt am 20. November in Velden.'],
    ['de', 'Dr. Petersen sprach mit Prof. Lang.'],
    ['de', 'VELDEN, 5. Juli (npa), z. B. am Markt.'],
    ['de', 'Die 27. Kammer beriet.'],
    ['ru', 'В ноябре 2026 г. Рада Вельдена собралась.'],
    ['en', 'The plan, she said . . . I forget the rest.'],
    ['en', 'The report calls it “[...] a farce” (Holm 55).'],
    ['es', 'La lista: 1.Pan, 2.Leche, 3.Arroz.'],
    ['en', 'They read of The Old Mill and of The Velden Courier.'],
    ['en', 'The film In the Rain opened in Velden.'],
    ['de', 'Sie tagten in Den Haag, und Die Linke stimmte zu.'],
    ['de', 'Er las das Magazin Der Spiegel.'],
    ['en', 'The house of approx. ninety rooms burned.'],
    ['it', 'La centrale meteor. si è guastata.'],
  ])('%s: %s', (language, text) => {
    expect(splitSentences(text, language)).toEqual([text]);
  });
});

describe('two sentences', () => {
  test.each([
    ['en', 'He lives in the U.S.', 'She does not.'],
    ['en', '“It is over.”', 'The crowd went home.'],
    ['en', 'Prices rose to 3.5.', 'Wages did not.'],
    ['ru', 'Совет собрался.', '«Мы готовы».'],
    ['de', 'Der Rat tagte.', 'Er beschloss nichts.'],
    ['kk', 'Кеңес өтті.', 'Шешім қабылданды.'],
    ['en', 'A headline without a stop\n', 'The text begins.'],
    ['en', 'The station opened late last year.', '30 trains call there.'],
    ['ru', 'Глава совета получил чётные бумаги класса S.', 'В мае их вернули.'],
    ['ru', 'Игру перенесли на следующий день.', '10 декабря она прошла.'],
    ['da', 'Jeg bor i U.S.', 'Hvad med dig?'],
    ['en', '1.) The mill burned', '2.) The mayor left'],
    ['en', '• 9. The mill burned', '• 10. The mayor left'],
    ['en', 'a. The mill burned', 'b. The mayor left'],
    ['en', 'The mill of Velden in 2024', 'Image: Ida Holm.'],
    ['en', 'The old mill by the river', 'The mayor wants to save it.'],
    ['en', 'Ida Holm wins the seat of the Velden council', 'In the northern wards she took 60 percent.'],
    ['en', 'We went home. :-)', 'Nobody had seen us.'],
    ['en', 'They closed the bridge.', 'it will open again in May.'],
    ['de', 'Streit um den Hafen', 'Die Stadt will ihn im Mai schließen.'],
    ['de', 'Der Rat vertagte die Entscheidung', 'Während der Sitzung gab es Proteste.'],
    ['el', 'Πού είναι ο σταθμός;', 'Δεν ξέρω.'],
  ])('%s: %s %s', (language, first, second) => {
    expect(splitSentences(`${first} ${second}`, language)).toEqual([first.trim(), second]);
  });
});

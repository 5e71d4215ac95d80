import { Telegraf } from 'telegraf';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buttonsOf, startTelegram, type Telegram, textOf } from '../support/telegram.ts';

let tg: Telegram;
let bot: Telegraf;
let running: Promise<void>;
beforeEach(async () => {
  tg = await startTelegram();
  bot = new Telegraf(tg.token, { telegram: { apiRoot: tg.url } });
});
afterEach(async () => {
  bot.stop();
  await running;
  await tg.close();
});

it('serves a Telegraf bot: commands, replies, presses and edits', async () => {
  bot.start((ctx) =>
    ctx.reply('<b>Hello</b>', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Again', callback_data: 'again' }]] },
    }),
  );
  bot.action('again', async (ctx) => {
    await ctx.answerCbQuery('Once more');
    await ctx.editMessageText('Hello again');
  });
  running = bot.launch();

  const [hello] = await tg.ask(tg.subscriber, tg.subscriber, '/start KZ');
  expect([textOf(hello), buttonsOf(hello)]).toEqual(['Hello', [['Again']]]);
  const pressed = await tg.press(tg.subscriber, tg.subscriber, 'Again');
  expect(pressed.answer?.text).toBe('Once more');
  expect(textOf(pressed.message)).toBe('Hello again');
  expect(pressed.messages).toEqual([]);
});

it('sends a long paste as a client would, in two messages', async () => {
  bot.on('text', (ctx) => ctx.reply(String(ctx.message.text.length)));
  running = bot.launch();
  const answers = await tg.ask(tg.owner, tg.owner, `${'a'.repeat(3000)}\n\n${'b'.repeat(1500)}`, { count: 2 });
  expect(answers.map(textOf)).toEqual(['3000', '1500']);
});

it('gives a Telegraf bot a file by its link, and takes one from it', async () => {
  bot.on('document', async (ctx) => {
    const link = await ctx.telegram.getFileLink(ctx.message.document.file_id);
    const text = await (await fetch(link)).text();
    await ctx.replyWithDocument(
      { source: Buffer.from(text.toUpperCase()), filename: 'loud.txt' },
      { caption: 'Louder' },
    );
  });
  running = bot.launch();
  const [answer] = await tg.askWithFile(tg.owner, tg.owner, { name: 'quiet.txt', content: 'news' });
  expect(answer).toMatchObject({ caption: 'Louder', document: { file_name: 'loud.txt', file_size: 4 } });
});

it('waits for nothing more than that the bot has handled the message, where no answer is wanted', async () => {
  const heard: string[] = [];
  bot.on('text', async (ctx) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    heard.push(ctx.message.text);
  });
  running = bot.launch();
  expect(await tg.ask(tg.owner, tg.owner, 'just listen', { count: 0 })).toEqual([]);
  expect(heard).toEqual(['just listen']);
});

it('fails a test where a press stays without an answer', async () => {
  bot.start((ctx) => ctx.reply('x', { reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] } }));
  running = bot.launch();
  await tg.ask(tg.owner, tg.owner, '/start');
  await expect(tg.press(tg.owner, tg.owner, 'Go', { timeoutMs: 50 })).rejects.toThrow('an answer to the press of Go');
});

it('fails a test with the words that the bot did write, where the awaited ones do not come', async () => {
  bot.on('text', (ctx) => ctx.reply('only this'));
  running = bot.launch();
  await expect(tg.ask(tg.owner, tg.owner, 'x', { count: 2, timeoutMs: 100 })).rejects.toThrow('only this');
  await expect(tg.waitForMessage(({ text }) => text === 'never', 50)).rejects.toThrow('only this');
});

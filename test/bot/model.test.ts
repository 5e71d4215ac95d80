import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArticleAnswer } from '../../src/briefing/model.ts';
import { owner } from '../../src/sandbox/people.ts';
import { startDateline } from '../support/dateline.ts';
import { type ChatReply, type ChatRequest, startModelService } from '../support/openai-server.ts';
import { SHORT_STORY } from '../support/stories.ts';
import { buttonsOf, textOf } from '../support/telegram.ts';

const EXTRACT = 'Belarus opened its first ferry line across Lake Narach on Friday';
const GOOD: ArticleAnswer = {
  headline: 'Belarus opens a ferry line',
  sentences: ['A ferry line across Lake Narach was opened by Belarus on Friday.', 'The line cost 1.2 million roubles.'],
  countries: [{ code: 'BY', reason: 'opens the line' }],
  quotes: [{ number: 1, speaker: 'Pavel Rudzko', role: 'head of the district council' }],
};
const withSentences = (...sentences: string[]) => ({ json: { ...GOOD, sentences } });

/** An editor's desk with a model behind it that answers each question as `answer` says. */
async function startDesk(
  answer: (request: ChatRequest, call: number) => ChatReply | Promise<ChatReply>,
  environment = {},
) {
  const service = await startModelService(answer);
  onTestFinished(service.close);
  const dateline = await startDateline({
    OPENAI_BASE_URL: service.baseUrl,
    OPENAI_API_KEY: 'key',
    OPENAI_MODEL: 'gpt-5-mini',
    ...environment,
  });
  const { ask, press, botMessages } = dateline;
  const newest = () => botMessages(owner.id).at(-1);
  const preview = () => textOf(botMessages(owner.id).find((message) => textOf(message).startsWith('Preview')));
  return {
    ...dateline,
    service,
    newest,
    preview,
    post: () => ask(owner.id, owner.id, `/post ${SHORT_STORY}`),
    previewSays: (words: string) => expect.poll(preview, { timeout: 8000 }).toContain(words),
    press: (label: RegExp) => press(owner.id, owner.id, label),
    /** What a subscriber reads once it is published. */
    published: async () => {
      await press(owner.id, owner.id, /^Publish$/);
      return textOf((await ask(owner.id, owner.id, '/digest Belarus'))[0]);
    },
  };
}

describe('with a model', () => {
  it('the preview comes at once, and is edited when the model has written', async () => {
    let release: (reply: ChatReply) => void = () => undefined;
    const { post, previewSays, published, preview } = await startDesk(
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    await post();
    await previewSays('The model is writing');
    expect(preview()).toContain(EXTRACT);
    await expect.poll(() => release.length).toBe(1);
    release({ json: GOOD });
    await previewSays('each sentence checked against the article');
    const digest = await published();
    expect(digest).toContain(GOOD.sentences.join(' '));
    expect(digest).toContain('People have asked for this boat');
  });

  it.each<[string, ChatReply[]]>([
    ['alters a number', [withSentences('The line cost 2.1 million roubles.')]],
    ['invents a name', [withSentences('Ivan Mamonov opened the ferry line across Lake Narach.')]],
    ['stays silent', [{ content: '' }]],
    ['is cut off', [{ content: '{"headline": "Bel', finish: 'length' }]],
    ['answers rubbish', [{ content: 'As a language model, I' }]],
    ['refuses', [{ refusal: 'No.' }]],
    ['is out of order', [{ status: 500, headers: { 'retry-after-ms': '1' } }]],
    ['is busy', [{ status: 429, headers: { 'retry-after-ms': '1' } }]],
    ['does not know the key', [{ status: 401 }]],
  ])('that %s, a subscriber reads the extract', async (_, [reply = 'cut']) => {
    const { post, previewSays, published, newest, press } = await startDesk(() => reply);
    await post();
    await previewSays('Summary: sentences of the article.');
    expect(buttonsOf(newest()).flat()).toContain('Why an extract?');
    await press(/Why an extract/);
    expect(textOf(newest())).not.toContain(EXTRACT);
    await press(/Back/);
    expect(await published()).toContain(EXTRACT);
  });

  it('that swaps the speakers, a subscriber reads the right one', async () => {
    const swapped = { ...GOOD, quotes: [{ number: 1, speaker: 'Alena Hryshko', role: null }] };
    const { post, previewSays, published } = await startDesk(() => ({ json: swapped }));
    await post();
    await previewSays('each sentence checked');
    expect(await published()).toMatch(/boat since my grandfather[\s\S]*— Pavel Rudzko/);
  });

  it('is asked once more where a sentence fails, with what failed', async () => {
    const { post, previewSays, service } = await startDesk((_, call) =>
      call === 1 ? withSentences('The line cost 2.1 million roubles.') : { json: GOOD },
    );
    await post();
    await previewSays('each sentence checked');
    expect(service.calls).toHaveLength(2);
    expect(service.calls[1]?.messages.at(-1)?.content).toContain('2.1 million');
  });

  it('writes another summary when the editor asks, and never over his own', async () => {
    const other = 'The line links two resorts.';
    const { post, previewSays, press, preview, ask } = await startDesk((_, call) =>
      call === 1 ? { json: GOOD } : withSentences(other),
    );
    await post();
    await previewSays('each sentence checked');
    await press(/Write again/);
    await previewSays(other);
    await press(/^Summary$/);
    await ask(owner.id, owner.id, 'My own summary of the ferry.');
    await previewSays('My own summary of the ferry.');
    await press(/Write again/);
    await previewSays('Summary by an editor.');
    expect(preview()).toContain('My own summary of the ferry.');
  });

  it('is not asked once the day’s money is spent, and the owners are told once', async () => {
    const { ask, service, botMessages, previewSays, post } = await startDesk(() => ({ json: GOOD }), {
      OPENAI_DAILY_BUDGET_USD: '0',
    });
    await post();
    await previewSays('Summary: sentences of the article.');
    await ask(owner.id, owner.id, `/post ${SHORT_STORY.replace('first ferry', 'second ferry')}`);
    const told = () => botMessages(owner.id).filter((message) => textOf(message).includes('OPENAI_DAILY_BUDGET_USD'));
    await expect.poll(() => told().length).toBe(1);
    expect(service.calls).toHaveLength(0);
  });
});

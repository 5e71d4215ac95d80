import { describe, expect, it } from 'vitest';
import { owner, subscriber } from '../../../src/sandbox/people.ts';
import { startDateline } from '../../support/dateline.ts';
import { SHORT_STORY } from '../../support/stories.ts';
import { buttonsOf, textOf } from '../../support/telegram.ts';

const FERRY = 'Belarus Opens Ferry Line Across Lake Narach';
const QUOTE = 'People have asked for this boat';
const PENSIONS = `Belarus Raises Pensions by a Tenth

MINSK, Nov 20 (Lake News) — Belarus will raise pensions by a tenth from December, the labour ministry said on Friday, so that 2.4 million people get more before the winter holidays begin.`;

/** An editor, and a subscriber to Belarus who is briefed once a day. */
async function startDesk() {
  const dateline = await startDateline();
  const { ask, press, botMessages, tickAt, now } = dateline;
  const say = async (text: string) => textOf((await ask(owner.id, owner.id, text))[0]);
  const read = async (text: string) => (await ask(subscriber.id, subscriber.id, text)).map(textOf).join('\n');
  const inbox = () => botMessages(subscriber.id).map(textOf);
  const publish = async (story: string) => {
    await ask(owner.id, owner.id, `/post ${story}`);
    await press(owner.id, owner.id, /^Publish$/);
  };
  await read('/subscribe Belarus');
  return {
    ...dateline,
    say,
    read,
    inbox,
    publish,
    press: (label: RegExp) => press(owner.id, owner.id, label),
    /** A day later, when the next briefing is due. */
    nextDay: () => tickAt(now().add({ hours: 24 })),
    minutesLater: (minutes: number) => tickAt(now().add({ minutes })),
    /** Until some message to the subscriber says so. */
    reads: (words: string | RegExp) => expect.poll(() => inbox().join('\n---\n'), { timeout: 8000 }).toMatch(words),
    messagesWith: (words: string) => inbox().filter((text) => text.includes(words)).length,
  };
}

async function startBriefed() {
  const desk = await startDesk();
  await desk.publish(SHORT_STORY);
  await desk.nextDay();
  await desk.reads(QUOTE);
  return desk;
}

describe('a correction', () => {
  it('is stored as a revision, edits the delivered message in place, and is told in the next briefing', async () => {
    const { say, reads, publish, nextDay, messagesWith, read } = await startBriefed();
    const answer = await say('/correct 1 The line cost 1.3 million roubles, not 1.2.\n1.2 million => 1.3 million');
    expect(answer).toContain('revision 2');
    expect(answer).toContain('Messages in 1 chat');
    await reads(/Corrected .*The line cost 1\.3 million roubles, not 1\.2\./);
    expect(messagesWith(FERRY)).toBe(1);
    expect(await read('/article 1')).toContain('The line cost 1.3 million roubles, not 1.2.');
    expect(await read('/search 1.3 million roubles')).toContain(FERRY);
    await publish(PENSIONS);
    await nextDay();
    await reads(/Pensions by a Tenth/);
    expect(messagesWith('The line cost 1.3 million roubles')).toBeGreaterThan(1);
    expect(await say('/history 1')).toMatch(/corrected: The line cost 1\.3 .*1\.2 million => 1\.3 million/);
  });

  it('is told at once where the editor asks, and then not again', async () => {
    const { say, press, reads, publish, nextDay, inbox } = await startBriefed();
    await say('/correct 1 The boat carries 90 people, not 60.');
    await press(/Tell 1 chat now/);
    await reads(/✏️ Correction[\s\S]*The boat carries 90 people/);
    const told = inbox().filter((text) => text.startsWith('✏️ Correction')).length;
    await publish(PENSIONS);
    await nextDay();
    await reads(/Pensions by a Tenth/);
    expect(inbox().filter((text) => text.startsWith('✏️ Correction'))).toHaveLength(told);
    expect(inbox().find((text) => text.includes('Pensions by a Tenth'))).not.toContain('The boat carries 90');
  });

  it('ends in the newest text where there are two at once', async () => {
    const { say, reads, messagesWith } = await startBriefed();
    await say('/correct 1 The first note of the two.');
    await say('/correct 1 The second note of the two.');
    await reads(/The second note of the two\./);
    expect(messagesWith('The first note of the two.')).toBe(0);
  });

  it('changes what was not sent yet', async () => {
    const { say, publish, nextDay, reads, messagesWith } = await startDesk();
    await publish(SHORT_STORY);
    await say('/correct 1 It was opened on Thursday.\non Friday => on Thursday');
    await nextDay();
    await reads(/across Lake Narach on Thursday/i);
    expect(messagesWith('on Friday')).toBe(0);
  });

  it.each([
    [
      'a passage that does not stand there',
      '/correct 1 A note.\n9.9 million => 1 million',
      'does not say “9.9 million”',
    ],
    ['a passage that stands there twice', '/correct 1 A note.\nthe => a', 'more than once'],
    ['no note', '/correct 1 1.2 million => 1.3 million', 'Say in a sentence what was wrong'],
    ['no article', '/correct 99 A note.', '99'],
    ['no number', '/correct', '/correct 12'],
  ])('is refused with a clear answer where it has %s', async (_, typed, answer) => {
    const { say, publish } = await startDesk();
    await publish(SHORT_STORY);
    expect(await say(typed)).toContain(answer);
    expect(await say('/history 1')).not.toContain('corrected');
  });

  it('opens with the preview where only the number is given, and takes the next message', async () => {
    const { ask, say, publish } = await startDesk();
    await publish(SHORT_STORY);
    const [preview, question] = await ask(owner.id, owner.id, '/correct 1', { count: 2 });
    expect(textOf(preview)).toContain(FERRY);
    expect(buttonsOf(preview).flat()).toEqual(['Correct', 'Hold']);
    expect(textOf(question)).toContain('Send the correction of № 1');
    expect(await say('The council has 12 members.')).toContain('revision 2');
  });

  it('keeps every quote verbatim in the new body', async () => {
    const { say, publish, read } = await startDesk();
    await publish(SHORT_STORY);
    await say('/correct 1 He spoke of his father.\ngrandfather’s => father’s');
    expect(await read('/quotes Belarus')).toContain('since my father’s time');
    expect(await read('/quotes Belarus')).toContain('Pavel Rudzko');
  });
});

describe('a kill notice', () => {
  it('edits what was delivered, tells everyone with sound, and leaves nothing to be found', async () => {
    const { say, reads, inbox, read, botMessages } = await startBriefed();
    await read('/pause 7');
    expect(await say('/retract 1 The council never said this.')).toContain('1 chat');
    await reads(/№ 1 was withdrawn .*The council never said this\./);
    await reads(/⚠️ Withdrawn: № 1/);
    expect(inbox().filter((text) => text.includes(QUOTE) || text.includes(FERRY))).toEqual([]);
    const notice = botMessages(subscriber.id).find((message) => textOf(message).includes('Withdrawn: № 1'));
    expect(notice?.silent).toBe(false);
    for (const typed of [
      '/latest',
      '/digest Belarus',
      '/quotes Belarus',
      '/quotes Rudzko',
      '/search ferry',
      '/article 1',
    ])
      expect(await read(typed)).not.toMatch(/Ferry Line|People have asked/);
    expect(await say('/history 1')).toContain('retracted: The council never said this.');
  });

  it('leaves briefings that were not sent, and the next one', async () => {
    const { say, publish, nextDay, reads, messagesWith } = await startDesk();
    await publish(SHORT_STORY);
    await publish(PENSIONS);
    await say('/retract 1 It was wrong.');
    await nextDay();
    await reads(/Pensions by a Tenth/);
    expect(messagesWith(FERRY)).toBe(0);
  });

  it('can be neither undone nor held, and needs a reason', async () => {
    const { say, publish } = await startDesk();
    await publish(SHORT_STORY);
    expect(await say('/retract 1')).toContain('Say why');
    await say('/retract 1 It was wrong.');
    expect(await say('/hold 1')).toContain('withdrawn, and that is for good');
    expect(await say('/release 1')).toContain('not on hold');
    expect(await say('/correct 1 A note.')).toContain('withdrawn, and that is for good');
  });
});

describe('an article on hold', () => {
  it('leaves digests at once, and comes back with its release', async () => {
    const { say, publish, read } = await startDesk();
    await publish(SHORT_STORY);
    expect(await say('/hold 1 The figures are checked.')).toContain('is withheld');
    for (const typed of ['/latest', '/digest Belarus', '/quotes Belarus', '/search ferry', '/article 1'])
      expect(await read(typed)).not.toMatch(/Ferry Line|People have asked/);
    expect(await say('/hold 1')).toContain('on hold already');
    expect(await say('/release 1')).toContain('goes on');
    expect(await read('/digest Belarus')).toContain(FERRY);
    expect(await say('/history 1')).toMatch(/put on hold: The figures are checked\.[\s\S]*released/);
  });

  it('reaches a chat that was briefed meanwhile, once, when it is released', async () => {
    const { say, publish, nextDay, reads, messagesWith, minutesLater } = await startDesk();
    await publish(SHORT_STORY);
    await publish(PENSIONS);
    await say('/hold 1');
    await nextDay();
    await reads(/Pensions by a Tenth/);
    expect(messagesWith(FERRY)).toBe(0);
    await say('/release 1');
    await reads(FERRY);
    await minutesLater(3);
    await nextDay();
    expect(messagesWith(FERRY)).toBe(1);
    expect(messagesWith('Pensions by a Tenth')).toBe(1);
  });

  it('does not come twice to a chat that had it before', async () => {
    const { say, nextDay, messagesWith, minutesLater } = await startBriefed();
    await say('/hold 1');
    await say('/release 1');
    await minutesLater(3);
    await nextDay();
    expect(messagesWith(FERRY)).toBe(1);
  });

  it('was never one where it is a draft', async () => {
    const { say, ask } = await startDesk();
    await ask(owner.id, owner.id, `/post ${SHORT_STORY}`);
    expect(await say('/hold 1')).toContain('not published');
    expect(await say('/retract 1 No.')).toContain('not published');
  });
});

it('none of these exist for a reader', async () => {
  const { read } = await startDesk();
  const unknown = await read('/nothing');
  for (const typed of ['/correct 1 x', '/retract 1 x', '/hold 1', '/release 1'])
    expect(await read(typed)).toBe(unknown);
});

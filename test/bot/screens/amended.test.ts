import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { withoutLayout } from '../../../src/bot/screens/amended.ts';
import type { Amendment, AmendmentKind } from '../../../src/news/amendment.ts';

const READER = { language: 'en', timeZone: 'UTC' } as const;
const MESSAGE = {
  html: '<b>The lake rose</b>\n\n<b>Rain at last</b>',
  buttons: [[{ label: 'Article 7', action: 'article 7' }]],
};
const PART = { editionId: 1, part: 0, message: MESSAGE, layout: undefined };

const amendment = (kind: AmendmentKind): Amendment => ({
  id: 1,
  articleId: 7,
  kind,
  note: 'It did not.',
  at: Temporal.Instant.from('2026-03-02T08:00:00Z'),
  tells: false,
});

describe('a message that cannot be put together anew', () => {
  it('keeps nothing of a text that was withdrawn, and is sent to nobody more', () => {
    const { unsent, sent } = withoutLayout(PART, amendment('kill'), READER);
    expect(unsent).toBeUndefined();
    expect(sent.html).toMatch(/№ 7 was withdrawn .*It did not\./);
    expect(sent.html).not.toContain('The lake rose');
    expect(sent.buttons).toEqual([]);
  });

  it('is not sent while its article is on hold, and stays where it was delivered', () => {
    expect(withoutLayout(PART, amendment('hold'), READER)).toEqual({ unsent: undefined, sent: MESSAGE });
    expect(withoutLayout(PART, amendment('release'), READER)).toEqual({ unsent: MESSAGE, sent: MESSAGE });
  });

  it('says a correction above what it said', () => {
    const { unsent, sent } = withoutLayout(PART, amendment('correction'), READER);
    expect(sent.html).toMatch(/^✏️ <i>Corrected .*It did not\.<\/i> \(№ 7\)\n\n<b>The lake rose/);
    expect(unsent).toEqual(sent);
  });
});

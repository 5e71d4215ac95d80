import { element } from './dom.js';

const HINTS = {
  owner: {
    title: 'The editor’s desk',
    words: 'You own this bot: you post the articles that its subscribers get.',
    steps: [
      [
        'Send ',
        'code:/post',
        ', then paste an article. A long one goes out in several messages, as Telegram would send it.',
      ],
      ['Look at the preview, and press ', 'b:Publish', '.'],
      ['Change to the ', 'b:Subscriber', ' and see it arrive.'],
    ],
    go: ['Start', '/start'],
  },
  subscriber: {
    title: 'A reader',
    words: 'You follow the news of a few countries, and get them at your hour.',
    steps: [
      ['Press ', 'b:Start', ' and choose your countries.'],
      ['Send ', 'code:/schedule', ' to choose the hour of your briefing.'],
      ['Send ', 'code:/digest', ' to read now.'],
    ],
    go: ['Start', '/start'],
  },
  group: {
    title: 'A group',
    words: 'The subscriber is an administrator here. In groups a bot sees only commands, and replies to it.',
    steps: [
      ['Press ', 'b:Start', ' to have the bot introduce itself.'],
      ['Send ', 'code:/subscribe kazakhstan', ' to have its news here.'],
    ],
    go: ['Start', '/start'],
  },
};

/** What a newcomer sees in an empty chat: what to do first, and one button to do it. */
export function hintFor(seatName, send) {
  const hint = HINTS[seatName];
  const [label, command] = hint.go;
  return element(
    'section',
    { class: 'hint', 'data-testid': 'empty-hint' },
    element('h2', {}, hint.title),
    element('p', {}, hint.words),
    element('ol', {}, ...hint.steps.map((step) => element('li', {}, ...step.map(part)))),
    element('button', { type: 'button', class: 'go', 'data-testid': 'start', click: () => send(command) }, label),
  );
}

function part(words) {
  const [, tag, inner] = /^(code|b):(.*)$/.exec(words) ?? [];
  return tag ? element(tag, {}, inner) : words;
}

import { element, icon } from './dom.js';
import { formatted } from './format.js';
import { localTime, timeOf } from './times.js';

/** What a message says in one line. */
export function snippetOf(message) {
  if (message.pinned_message) return 'pinned a message';
  const words = message.text ?? message.caption ?? '';
  if (words !== '') return words.replace(/\s+/g, ' ').slice(0, 120);
  return message.document?.file_name ?? (message.photo ? 'Photo' : 'Message');
}

/**
 * One message as an element. `view` knows who looks (`user`), the message before, and what to do on a command, a press,
 * a reply and an edit.
 */
export function messageElement(message, view) {
  if (message.pinned_message) {
    return element(
      'div',
      { class: 'service', 'data-message-id': message.message_id },
      `Pinned: “${snippetOf(message.pinned_message)}”`,
    );
  }
  const isSelf = message.from?.id === view.user;
  const who = isSelf ? 'self' : message.byBot ? 'bot' : 'other';
  const keyboard = message.reply_markup?.inline_keyboard;
  const classes = ['message', who, keyboard ? 'wide' : '', view.follows ? 'follows' : ''].filter(Boolean);
  return element(
    'article',
    {
      class: classes.join(' '),
      'data-testid': 'message',
      'data-message-id': message.message_id,
      'data-from': who,
      'aria-label': `${isSelf ? 'You' : message.from?.first_name}, ${timeOf(message.date)}`,
    },
    bubble(message, view, isSelf),
    keyboard ? inlineKeyboard(message, keyboard, view) : undefined,
    acts(message, view, isSelf),
  );
}

function bubble(message, view, isSelf) {
  const words = message.text ?? message.caption;
  return element(
    'div',
    { class: 'bubble' },
    view.isGroup && !isSelf && !view.follows
      ? element('div', { class: 'author' }, message.from?.first_name ?? '')
      : undefined,
    message.reply_to_message ? replyLine(message.reply_to_message, view) : undefined,
    message.photo ? photo(message) : undefined,
    message.document ? documentLine(message.document) : undefined,
    words === undefined
      ? undefined
      : element(
          'div',
          { class: 'text', 'data-testid': 'message-text', dir: 'auto' },
          formatted(words, message.entities ?? message.caption_entities, view.onCommand),
          meta(message),
        ),
    words === undefined ? meta(message) : undefined,
  );
}

function meta(message) {
  return element(
    'span',
    { class: 'meta' },
    message.edit_date
      ? element('span', { 'data-testid': 'edited', title: localTime(message.edit_date) }, 'edited')
      : undefined,
    message.silent
      ? element(
          'span',
          { 'data-testid': 'silent', title: 'Sent without sound', 'aria-label': 'sent without sound' },
          icon('silent'),
        )
      : undefined,
    element('time', { title: localTime(message.date) }, timeOf(message.date)),
  );
}

function replyLine(replied, view) {
  const go = () => view.onShow(replied.message_id);
  return element('button', { type: 'button', class: 'reply-to', click: go }, snippetOf(replied));
}

function fileAddress(id) {
  return `/sandbox/files/${encodeURIComponent(id)}`;
}

function photo(message) {
  const largest = message.photo.at(-1);
  return element('img', {
    class: 'photo',
    src: fileAddress(largest.file_id),
    width: largest.width,
    height: largest.height,
    alt: message.caption ?? 'Photo',
  });
}

function documentLine(file) {
  return element(
    'a',
    {
      class: 'document',
      href: fileAddress(file.file_id),
      target: '_blank',
      rel: 'noopener noreferrer',
      'data-testid': 'document',
    },
    element('span', { class: 'disc' }, icon('file')),
    element('span', {}, element('b', {}, file.file_name ?? 'file'), element('small', {}, sizeOf(file.file_size))),
  );
}

export function sizeOf(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function inlineKeyboard(message, rows, view) {
  return element(
    'div',
    { class: 'keyboard', role: 'group', 'aria-label': 'Buttons' },
    ...rows.map((row, rowIndex) =>
      element(
        'div',
        {},
        ...row.map((button, columnIndex) => inlineButton(message, button, [rowIndex, columnIndex], view)),
      ),
    ),
  );
}

function inlineButton(message, button, [row, column], view) {
  if (button.url) {
    return element(
      'a',
      { href: button.url, target: '_blank', rel: 'noopener noreferrer', 'data-testid': 'inline-button' },
      button.text,
    );
  }
  const press = async (event) => {
    const pressed = event.currentTarget;
    pressed.setAttribute('aria-busy', 'true');
    await view.onPress(message, row, column);
    pressed.removeAttribute('aria-busy');
  };
  return element('button', { type: 'button', 'data-testid': 'inline-button', click: press }, button.text);
}

function acts(message, view, isSelf) {
  const act = (name, label, click) =>
    element('button', { type: 'button', 'aria-label': label, title: label, click }, icon(name));
  return element(
    'div',
    { class: 'acts' },
    act('reply', 'Reply', () => view.onReply(message)),
    isSelf && message.text !== undefined ? act('edit', 'Edit', () => view.onEdit(message)) : undefined,
  );
}

import { byId, element } from './dom.js';
import { sizeOf, snippetOf } from './message.js';

/**
 * The text box and what goes with it: attaching, replying, editing, and the menu of commands. `acts` does the sending.
 * A draft is kept for each seat while another is used.
 */
export function createComposer(acts) {
  const box = byId('text');
  const file = byId('file');
  const menu = byId('commands');
  const drafts = new Map();
  let seat;
  let mode = { kind: 'write' };
  let chosen = -1;

  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  };

  const setText = (text) => {
    box.value = text;
    grow();
    drawMenu();
  };

  const setMode = (next, words) => {
    mode = next;
    byId('bar').hidden = next.kind === 'write';
    byId('bar-text').textContent = words ?? '';
  };

  const leaveMode = () => {
    if (mode.kind === 'edit') setText('');
    file.value = '';
    setMode({ kind: 'write' });
    box.focus();
  };

  const attach = (picked) => {
    if (!picked) return;
    setMode({ kind: 'file', file: picked }, `${picked.name} · ${sizeOf(picked.size)}`);
    box.focus();
  };

  const submit = async () => {
    const text = box.value;
    const doing = mode;
    if (text.trim() === '' && doing.kind !== 'file') return;
    setText('');
    file.value = '';
    setMode({ kind: 'write' });
    const gone = await acts.submit(text, doing);
    if (gone || box.value !== '') return;
    setText(text);
    if (doing.kind === 'file') attach(doing.file);
  };

  const matching = () => {
    const typed = /^\/([a-z0-9_]*)$/i.exec(box.value)?.[1];
    if (typed === undefined) return [];
    return (seat?.commands ?? []).filter(({ command }) => command.startsWith(typed.toLowerCase()));
  };

  const drawMenu = () => {
    const commands = matching();
    if (chosen >= commands.length) chosen = -1;
    const items = commands.map(({ command, description }, index) =>
      element(
        'button',
        {
          type: 'button',
          class: 'command',
          role: 'option',
          'data-testid': 'command',
          'aria-selected': String(index === chosen),
          click: () => {
            setText('');
            acts.submit(`/${command}`, { kind: 'write' });
            box.focus();
          },
        },
        element('b', {}, `/${command}`),
        element('span', {}, description),
      ),
    );
    menu.replaceChildren(...items);
    menu.hidden = items.length === 0;
    byId('menu').setAttribute('aria-expanded', String(!menu.hidden));
    menu.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  };

  const moveChoice = (step) => {
    const count = matching().length;
    chosen = (chosen + step + count) % count;
    drawMenu();
  };

  const onMenuKey = (event) => {
    const commands = matching();
    if (commands.length === 0) return false;
    if (event.key === 'ArrowDown') moveChoice(1);
    else if (event.key === 'ArrowUp') moveChoice(chosen < 0 ? 0 : -1);
    else if (event.key === 'Tab') setText(`/${commands[Math.max(chosen, 0)].command} `);
    else if (event.key === 'Enter' && chosen >= 0) setText(`/${commands[chosen].command} `);
    else if (event.key === 'Escape') setText('');
    else return false;
    event.preventDefault();
    return true;
  };

  box.addEventListener('keydown', (event) => {
    if (event.isComposing || onMenuKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && mode.kind !== 'write') leaveMode();
    else if (event.key === 'ArrowUp' && box.value === '' && mode.kind === 'write') {
      event.preventDefault();
      acts.editLast();
    }
  });
  box.addEventListener('input', () => {
    chosen = -1;
    grow();
    drawMenu();
  });
  file.addEventListener('change', () => attach(file.files[0]));
  byId('bar-close').addEventListener('click', leaveMode);
  byId('menu').addEventListener('click', () => {
    if (box.value === '' && (seat?.commands ?? []).length === 0) acts.submit('/help', { kind: 'write' });
    else setText(box.value === '/' ? '' : '/');
    box.focus();
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    box.focus();
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    attach(event.dataTransfer.files[0]);
  });

  return {
    /** Changes to another seat, with its own draft. */
    sit(next) {
      if (seat?.name !== next.name) {
        if (seat) drafts.set(seat.name, box.value);
        setMode({ kind: 'write' });
        file.value = '';
        seat = next;
        setText(drafts.get(next.name) ?? '');
      }
      seat = next;
    },
    reply(message) {
      setMode({ kind: 'reply', messageId: message.message_id }, `Reply to: ${snippetOf(message)}`);
      box.focus();
    },
    edit(message) {
      setMode({ kind: 'edit', messageId: message.message_id }, `Editing: ${snippetOf(message)}`);
      setText(message.text);
      box.focus();
    },
  };
}

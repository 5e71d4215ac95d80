import { call } from './server.js';
import { alertBox, toast } from './toasts.js';

/** Sends what was written as the person in the seat; whether it went. */
export async function submit(seat, text, mode) {
  const as = seat.name;
  try {
    if (mode.kind === 'edit') await call('edit', { as, messageId: mode.messageId, text });
    else if (mode.kind === 'file') {
      await call('document', { as, name: mode.file.name, base64: await toBase64(mode.file), caption: text.trim() });
    } else await call('send', { as, text, replyTo: mode.kind === 'reply' ? mode.messageId : undefined });
    return true;
  } catch (error) {
    toast(error.message);
    return false;
  }
}

function toBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.slice(reader.result.indexOf(',') + 1)));
    reader.addEventListener('error', () => reject(new Error(`${file.name} could not be read.`)));
    reader.readAsDataURL(file);
  });
}

/** Presses a button, and shows what the bot answers. */
export async function press(seat, message, row, column) {
  try {
    const answer = await call('press', { as: seat.name, messageId: message.message_id, row, column });
    if (answer?.text) (answer.alert ? alertBox : toast)(answer.text);
  } catch (error) {
    toast(error.message);
  }
}

export async function setBlocked(seat, blocked) {
  try {
    await call('block', { as: seat.name, blocked });
  } catch (error) {
    toast(error.message);
  }
}

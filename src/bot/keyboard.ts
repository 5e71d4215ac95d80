/** Telegram refuses a message with more than 100 buttons, or with more than 10 KB of them. */
const MOST_BUTTONS = 80;

/** Buttons in rows of so many; what is too much for one message is left out. */
export function inRows<T>(buttons: readonly T[], width: number): T[][] {
  return Array.from({ length: Math.ceil(Math.min(buttons.length, MOST_BUTTONS) / width) }, (_, row) =>
    buttons.slice(row * width, (row + 1) * width),
  );
}

/** Talks to the sandbox that served this page. */

export async function fetchState() {
  const response = await fetch('/sandbox/state');
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}`);
  return response.json();
}

/** The result of a call, or an error that says what was wrong. */
export async function call(name, body) {
  const response = await fetch(`/sandbox/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!answer.ok) throw new Error(answer.problem);
  return answer.result;
}

/** Follows what happens; the browser reconnects by itself, and `onOpen` is told each time. */
export function follow({ onOpen, onHappening, onLost }) {
  const source = new EventSource('/sandbox/events');
  source.addEventListener('open', onOpen);
  source.addEventListener('message', (event) => onHappening(JSON.parse(event.data)));
  source.addEventListener('error', onLost);
}

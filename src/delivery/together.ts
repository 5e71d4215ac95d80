/**
 * Asks in one go for what is asked for at about the same time: while one asking is under way, all that comes joins the
 * next. So many commits of single rows become a few of many. `ask` answers by the thing asked for; what it does not
 * name is answered with undefined, and where it fails, all that asked in that go fail.
 */
export function together<Thing, Answer>(
  ask: (things: readonly Thing[]) => Promise<ReadonlyMap<Thing, Answer>>,
): (thing: Thing) => Promise<Answer | undefined> {
  let idle: Promise<unknown> = Promise.resolve();
  let next: { readonly things: Thing[]; readonly answers: Promise<ReadonlyMap<Thing, Answer>> } | undefined;

  function open() {
    const things: Thing[] = [];
    const answers = idle.then(endOfTurn).then(() => {
      next = undefined;
      return ask(things);
    });
    idle = answers.catch(() => undefined);
    return { things, answers };
  }

  return async (thing) => {
    next ??= open();
    next.things.push(thing);
    return (await next.answers).get(thing);
  };
}

/** All that is ready to be done in this turn of the event loop is done. */
function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

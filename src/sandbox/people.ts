/** The three that a visitor of the sandbox can be. Their ids are fixed, so that settings and roles can name them. */

export const owner = {
  id: 1001,
  first_name: 'Olga',
  last_name: 'Renner',
  username: 'olga_renner',
  language_code: 'en',
};

export const subscriber = {
  id: 1002,
  first_name: 'Samat',
  last_name: 'Aliev',
  username: 'samat_aliev',
  language_code: 'en',
};

/** A group in which the subscriber is an administrator and the owner an ordinary member. */
export const group = {
  id: -1001000001003,
  title: 'Steppe Readers',
  members: { [subscriber.id]: 'creator', [owner.id]: 'member' },
} as const;

/** The three that a visitor of the sandbox can be. Their ids are fixed, so that settings and roles can name them. */

export const owner = {
  id: 1001,
  first_name: 'Olga',
  last_name: 'Owner',
  username: 'olga_owner',
  language_code: 'en',
};

export const subscriber = {
  id: 1002,
  first_name: 'Samat',
  last_name: 'Subscriber',
  username: 'samat_reads',
  language_code: 'en',
};

/** A group in which the subscriber is an administrator and the owner an ordinary member. */
export const group = {
  id: -1001000001003,
  title: 'Central Asia watchers',
  members: { [subscriber.id]: 'creator', [owner.id]: 'member' },
} as const;

import type { TargetDriver } from '../../src/act/target-driver.ts';
import { consultationSession } from './consultation-session.ts';
import { parseAddress } from './parse-address.ts';

const wordsAlone = 'The app keeps what its users write, and no recordings.';
const noPages = 'Parse Server has no pages of its own.';

/** Drives an app on Parse Server over its REST API, with a live query open for each user. */
export function createDriver(): TargetDriver {
  const address = parseAddress(process.env);
  return {
    name: 'an app on Parse Server',
    nonProduction: 'It was installed for this run, with a database of its own.',
    capabilities: {
      absentSurfaces: {
        media: wordsAlone,
        thumbnail: wordsAlone,
        player: wordsAlone,
        'replays-page': noPages,
      },
      absentCalls: 'The app saves what is written and holds no calls.',
      readinessDeadlineMs: 2_000,
      // It shares its machine with the harness, and hashes each password for long.
      answerDeadlineMs: 60_000,
    },
    clinicians: () => Promise.resolve(['none']),
    openSession: ({ http }) => Promise.resolve(consultationSession(http, address)),
    control: {},
    close: () => Promise.resolve(),
  };
}
